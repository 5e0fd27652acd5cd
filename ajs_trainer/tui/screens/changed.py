"""An unfinished run whose scenario has been edited since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from typing_extensions import override

from ajs_trainer.errors import AjsError, StorageError
from ajs_trainer.locale import N_, _, ngettext
from ajs_trainer.play.continuation import Continuation
from ajs_trainer.play.run import Returned
from ajs_trainer.play.story import Story
from ajs_trainer.tui.base import AjsScreen
from ajs_trainer.tui.literal import literal
from ajs_trainer.tui.recorder import Recorder, compare_with
from ajs_trainer.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from ajs_trainer.tui.services import Services


class Decision(Enum):
    """How to go on with a run whose scenario has changed."""

    COMMON = "common"
    """From the last scene that both texts share, on the new text."""
    ANEW = "anew"
    """From the start, on the new text."""
    OLD = "old"
    """Where one was, on the old text."""


@dataclass(frozen=True, slots=True)
class Change:
    """What has become of a run's scenario.

    Attributes:
        story: The text of today.
        continuation: How the run would go on with it.
    """

    story: Story
    continuation: Continuation


async def find_change(services: Services, recorder: Recorder) -> Change | None:
    """Compare a run with the library of today.

    A scenario that is no longer in the library, or cannot be read now, has not changed as far
    as the run is concerned: the record still has the text it is on.

    Raises:
        StorageError: The record cannot be read.
    """
    info = recorder.info
    try:
        loaded = await services.browse(lambda library: library.load(info.scenario, info.language))
    except StorageError:
        raise
    except AjsError:
        return None
    if loaded.scenario is None or loaded.scenario.language != info.language:
        return None
    compared = compare_with(recorder, loaded.scenario)
    return None if compared is None else Change(*compared)


async def carry_out(recorder: Recorder, change: Change, decision: Decision) -> None:
    """Do what was decided; doing it again after a fault is safe.

    Raises:
        StorageError: It was not kept.
    """
    if decision is Decision.OLD:
        return
    if decision is Decision.ANEW and recorder.run.way:
        await recorder.keep(Returned(0))
    compared = compare_with(recorder, change.story.scenario)
    if compared is not None:
        await recorder.adopt(*compared)


class ChangedScreen(AjsScreen[Decision]):
    """Asks how to go on; Esc decides nothing.

    Args:
        title: What the scenario is called.
        way: How many choices the run has on its way.
        common: How many of them both texts share.
    """

    CSS_PATH = "changed.tcss"
    HEADING = N_("The scenario has changed")
    HELP_TEXT = N_(
        "Somebody has edited the scenario since you played it. Your choices are still there, and "
        "so is the old text. Esc leaves everything as it is, and you are asked next time."
    )

    def __init__(self, title: str, way: int, common: int) -> None:
        super().__init__()
        self._title = title
        self._way = way
        self._common = common

    @override
    def body(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Static(id="changed", markup=False)
            yield Rows(id="decisions")

    @override
    def fill(self) -> None:
        text = _(
            "“{title}” has been edited since you were here, and your way no longer leads to the "
            "same place. How do you want to go on?"
        ).format(title=self._title)
        self.query_one("#changed", Static).update(literal(text))
        rows = self.query_one(Rows)
        rows.show_rows(self._rows())
        rows.focus()

    def _rows(self) -> Iterator[Row]:
        choices: list[tuple[Decision, str, str]] = []
        if self._common:
            kept = ngettext(
                "You keep {number} of your {all} choices.",
                "You keep {number} of your {all} choices.",
                self._common,
            ).format(number=self._common, all=self._way)
            choices.append((Decision.COMMON, _("From the last scene that is still the same"), kept))
        choices += [
            (Decision.ANEW, _("From the beginning, with the new text"), ""),
            (
                Decision.OLD,
                _("Finish with the old text"),
                _("You go on where you were, as if nothing had changed."),
            ),
        ]
        for number, (decision, text, detail) in enumerate(choices, 1):
            yield Row(decision.value, literal(text), literal(detail, "$quiet"), digit=str(number))

    @on(OptionList.OptionSelected)
    def _decided(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self.leave(Decision(event.option_id))
