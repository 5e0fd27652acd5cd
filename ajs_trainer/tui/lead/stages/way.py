"""How the story goes on."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList
from typing_extensions import override

from ajs_trainer.debrief.disclosure import leading
from ajs_trainer.debrief.summary import Told
from ajs_trainer.locale import N_, _
from ajs_trainer.model import Choice
from ajs_trainer.play.step import offered
from ajs_trainer.session.events import How, WentOn
from ajs_trainer.session.script import SCRIPTS
from ajs_trainer.tui.commands import key_name
from ajs_trainer.tui.lead.stages.base import Keys, StageView, paragraph
from ajs_trainer.tui.literal import literal_line
from ajs_trainer.tui.widgets.rows import Row, Rows

_WAYS: dict[How, str] = {
    "majority": N_("What most of the room wants"),
    "facilitator": N_("Whoever leads chooses"),
    "road-not-taken": N_("The way we did not choose"),
}


class Way(StageView):
    """First how the way is chosen, then which way it is."""

    _told: Told | None = None
    _how: How | None = None

    @override
    async def prepare(self) -> None:
        self._told = await self.meeting.told()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is on offer in the scene."""
        play = self.meeting.state.play
        if play is None:
            return ()
        return tuple(move.choice for move in offered(self.meeting.story, play))

    @property
    def leader(self) -> str:
        """The id of what most chose, as far as it may be told; else empty."""
        return "" if self._told is None else leader(self._told)

    @override
    def page(self) -> Iterable[Widget]:
        for line in SCRIPTS[self.meeting.place.stage].shown:
            yield paragraph(_(line))
        yield Rows(id="ways")

    @override
    def on_mount(self) -> None:
        super().on_mount()
        self._show()

    def _show(self) -> None:
        rows = self.query_one(Rows)
        rows.show_rows(list(self._rows()))
        rows.action_first()
        self.post_message(self.Turned())

    def _rows(self) -> Iterable[Row]:
        if self._how is None:
            for number, (how, name) in enumerate(_WAYS.items(), start=1):
                told = self._text(self.leader) if how == "majority" else ""
                yield Row(
                    how, literal_line(_(name)), literal_line(told, "$quiet"), digit=f"{number}"
                )
            return
        left = [
            choice
            for choice in self.choices
            if self._how != "road-not-taken" or choice.id != self.leader
        ]
        for number, choice in enumerate(left or self.choices, start=1):
            digit = str(number) if number < 10 else " "
            yield Row(choice.id, literal_line(choice.text), digit=digit)

    def _text(self, name: str) -> str:
        return next((choice.text for choice in self.choices if choice.id == name), "")

    @override
    def own_keys(self) -> Keys:
        if not self.choices:
            return [("e", _("leave the scenario"))]
        if self._how is None:
            return [("1–3", _("choose how"))]
        keys = [(key_name("enter"), _("choose the marked one"))]
        return [*keys, (key_name("escape"), _("choose how again"))]

    @override
    def enter(self) -> bool:
        if not super().enter():
            self.query_one(Rows).focus()
            self.query_one(Rows).action_select()
        return True

    def step_back(self) -> bool:
        """Choose anew how the way is chosen; False when that is where one is."""
        if self._how is None:
            return False
        self._how = None
        self._show()
        return True

    @on(OptionList.OptionSelected, "#ways")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        name = event.option_id or ""
        if self._how is not None:
            self.did(WentOn(name, self._how))
            return
        self._how = next(how for how in _WAYS if how == name)
        if self._how == "majority" and self.leader:
            self.did(WentOn(self.leader, self._how))
        else:
            self._show()


def leader(told: Told) -> str:
    """The id of the option that what is told shows ahead of all others, or nothing."""
    number = None if told.last is None else leading(told.last)
    return "" if number is None else told.question.options[number].id
