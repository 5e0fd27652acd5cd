"""Choosing, first and second time: nothing is shown but how many are done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import OptionList, Static
from typing_extensions import override

from ajs_trainer.locale import _, ngettext
from ajs_trainer.session.asking import round_of
from ajs_trainer.session.collecting import WAYS
from ajs_trainer.session.events import (
    Advanced,
    CollectingChosen,
    CountsTyped,
    Round,
)
from ajs_trainer.session.script import SCRIPTS
from ajs_trainer.tui.commands import DIGITS, key_name
from ajs_trainer.tui.lead.counts import CountsEntry
from ajs_trainer.tui.lead.question import ShownQuestion, shown_question
from ajs_trainer.tui.lead.stages.base import Keys, StageView, next_title, numbered, paragraph
from ajs_trainer.tui.literal import literal_line
from ajs_trainer.tui.widgets.rows import Row, Rows
from ajs_trainer.tui.widgets.story_reading import Reading

_OTHER_WAY = {"pass-round": "raised-hands", "raised-hands": "pass-round"}


class Choosing(StageView):
    """One round of a question, collected in the way that holds now."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding() for command in DIGITS[:2]]

    _done = 0

    @override
    async def prepare(self) -> None:
        if self.one_by_one:
            self._done = await self.meeting.done(self.round)

    @property
    def round(self) -> Round:
        """Which round it is."""
        return round_of(self.meeting.state) or "first"

    @property
    def question(self) -> ShownQuestion:
        """What is asked."""
        return shown_question(self.meeting, self.round)

    @property
    def one_by_one(self) -> bool:
        """Whether each person chooses on this computer."""
        asked = self.meeting.state.question
        return asked is not None and WAYS[asked.rounds[self.round].way].one_by_one

    @override
    def page(self) -> Iterable[Widget]:
        shown = SCRIPTS[self.meeting.place.stage].shown
        asked = self.question
        text = asked.text if asked.text and self.round == "first" else _(shown[0])
        yield paragraph(text, style="bold")
        for number, option in enumerate(asked.options, start=1):
            yield numbered(number, option.text, "close")

    @override
    def panel(self) -> Iterable[Widget]:
        if self.one_by_one:
            text = ngettext("{number} is done.", "{number} are done.", self._done)
            text = text.format(number=self._done)
            yield Static(literal_line(text, "bold"), id="done", markup=False)
            yield Rows(id="round")
        else:
            asked = self.meeting.state.question
            counts = asked.rounds[self.round].counts if asked else None
            options = [option.text for option in self.question.options]
            yield CountsEntry(options, counts, self.meeting.info.group_size)

    @property
    def _expected(self) -> int:
        return max(self.meeting.info.group_size, self._done)

    @override
    def on_mount(self) -> None:
        super().on_mount()
        if self.one_by_one:
            marked = "on" if self._done and self._done >= self._expected else "pass"
            rows = [
                ("pass", "1", _("Let the computer go round")),
                ("on", "2", _("All who want to are done")),
            ]
            self.query_one(Rows).show_rows(
                [Row(name, literal_line(text), digit=digit) for name, digit, text in rows], marked
            )

    @override
    def own_keys(self) -> Keys:
        if self.one_by_one:
            return [("1", _("the computer goes round")), ("2", next_title(self.meeting))]
        return [(key_name("enter"), next_title(self.meeting))]

    @override
    def take_focus(self) -> None:
        if not self.one_by_one:
            self.query_one(CountsEntry).take_focus()
        elif self.reading.more_below:
            self.reading.focus()
        else:
            self.query_one(Rows).focus()

    @on(Reading.Moved)
    def _moved(self) -> None:
        """All options are read before Enter chooses."""
        if self.one_by_one:
            self.take_focus()

    def action_choose(self, digit: str) -> None:
        """The digits count also while there is something to read."""
        for rows in self.query(Rows):
            rows.action_choose(digit)

    @override
    def enter(self) -> bool:
        if super().enter():
            return True
        if self.one_by_one:
            self.query_one(Rows).focus()
            self.query_one(Rows).action_select()
        else:
            self.query_one(CountsEntry).submit()
        return True

    def change_way(self) -> None:
        """Collect this round, and those that follow, in the other way."""
        asked = self.meeting.state.question
        if asked is not None and not asked.rounds[self.round].closed:
            self.did(CollectingChosen(_OTHER_WAY[asked.rounds[self.round].way]))

    @on(OptionList.OptionSelected, "#round")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id == "on":
            self.did(Advanced())
        else:
            self._pass_round()

    def _pass_round(self) -> None:
        from ajs_trainer.tui.lead.pass_round import PassRoundScreen

        def done() -> None:
            self.did(Advanced())

        _mounting = self.app.push_screen(PassRoundScreen(self.question, done, self.meeting))

    @on(CountsEntry.Typed)
    def _typed(self, event: CountsEntry.Typed) -> None:
        event.stop()
        if event.counts is None:
            said = _("Write the numbers, or leave this out with S.")
            self.query_one(CountsEntry).say(said)
        else:
            self.did(CountsTyped(self.round, event.counts), Advanced())
