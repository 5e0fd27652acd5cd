"""Which role-play or which value exercise a meeting has, when it has nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from typing_extensions import override

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import N_, _, current_language
from ajs_trainer.model.exercise import Exercise
from ajs_trainer.model.names import FORM_NAMES
from ajs_trainer.model.roleplay import RolePlay
from ajs_trainer.tui import navigate
from ajs_trainer.tui.base import AjsScreen
from ajs_trainer.tui.lead.agenda import single_practice
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.widgets.rows import Row, Rows

Kind = Literal["roleplay", "exercise"]

_DIGITS = "123456789"
_HEADINGS: dict[Kind, str] = {
    "roleplay": N_("A role-play in several trios"),
    "exercise": N_("A value exercise"),
}
_ASKED: dict[Kind, str] = {
    "roleplay": N_("Which conversation do you practise?"),
    "exercise": N_("What do you take a stand on?"),
}


class PracticeForMeeting(AjsScreen[None]):
    """A list of what can be done; Enter takes one to the last page before the meeting.

    Args:
        kind: Whether it lists role-plays or value exercises.
    """

    CSS_PATH = "setup.tcss"
    HELP_TEXT = N_(
        "In a role-play everybody practises the same conversation, three and three. You keep the "
        "time; the cards are on paper, and never on the projector.\n\n"
        "In a value exercise the projector shows a statement, and people stand where they stand. "
        "It is about opinions, never about what somebody has been through, and everybody may pass."
    )

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind = kind
        self._things: Sequence[RolePlay | Exercise] = ()

    @override
    def heading(self) -> str:
        return _(_HEADINGS[self._kind])

    @override
    def body(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Static(id="question", classes="heading", markup=False)
            yield Rows(id="things")
            yield Static(id="fault", classes="fault", markup=False)

    @override
    def fill(self) -> None:
        self.query_one("#question", Static).update(literal_line(_(_ASKED[self._kind])))
        self.query_one(Rows).focus()
        self.run_worker(self._read(), exclusive=True)

    async def _read(self) -> None:
        language = current_language()
        try:
            self._things = await self.ajs.services.browse(
                lambda library: (
                    library.roleplays(language)
                    if self._kind == "roleplay"
                    else library.exercises(language)
                )
            )
        except AjsError as error:
            self.query_one("#fault", Static).update(literal(f"{error.message} {error.hint}"))
        rows = self.query_one(Rows)
        rows.show_rows(self._rows())
        rows.action_first()

    def _rows(self) -> Iterator[Row]:
        digits = iter(_DIGITS)
        for thing in self._things:
            detail = thing.summary
            if isinstance(thing, Exercise):
                detail = _("{form}. {summary}").format(
                    form=_(FORM_NAMES[thing.form]).capitalize(), summary=thing.summary
                )
            yield Row(
                thing.id,
                literal_line(thing.title),
                literal_line(detail, "$quiet"),
                digit=next(digits, " "),
                beside=30,
                below=True,
            )

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        for thing in self._things:
            if thing.id == event.option_id:
                navigate.open_meeting_start(self.app, single_practice(thing), "")
