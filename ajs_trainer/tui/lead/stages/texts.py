"""Stages in which the room reads, talks or rests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList
from typing_extensions import override

from ajs_trainer.debrief.words import agreed
from ajs_trainer.locale import N_, _, ngettext
from ajs_trainer.session.events import LookedBack
from ajs_trainer.session.script import SCRIPTS
from ajs_trainer.tui.commands import key_name
from ajs_trainer.tui.lead.keeper import Keeper
from ajs_trainer.tui.lead.stages.base import Keys, StageView, bullets, next_title, paragraph
from ajs_trainer.tui.lead.stages.noting import NotingView
from ajs_trainer.tui.lead.stages.story import met
from ajs_trainer.tui.literal import literal_line
from ajs_trainer.tui.widgets.rows import Row, Rows

_HOW: dict[Literal["done", "partly", "not-yet"], str] = {
    "done": N_("Done"),
    "partly": N_("Partly"),
    "not-yet": N_("Not yet"),
}


class Said(StageView):
    """The lines of the stage, and the text of the plan."""

    @override
    def page(self) -> Iterable[Widget]:
        step = self.meeting.setup.step(self.meeting.place)
        if step.kind != "scenario" and step.text.strip():
            yield paragraph(step.text)
        for line in SCRIPTS[self.meeting.place.stage].shown:
            yield paragraph(_(line))


class Welcome(StageView):
    """The ground rules, what is good to know beforehand, and whom one can turn to."""

    @override
    def page(self) -> Iterable[Widget]:
        script = SCRIPTS[self.meeting.place.stage]
        yield from bullets((_(rule) for rule in script.shown), "close")
        setup = self.meeting.setup
        found = (
            *(story.scenario.content_note for story in setup.stories.values()),
            *(play.content_note for play in setup.material.roleplays.values()),
            *(exercise.content_note for exercise in setup.material.exercises.values()),
        )
        notes = dict.fromkeys(note.strip() for note in found)
        told = " ".join(note for note in notes if note)
        if told:
            yield paragraph(_("Good to know: {note}").format(note=told), "apart")
        yield from support(self.meeting)


class People(StageView):
    """Who is there."""

    @override
    def page(self) -> Iterable[Widget]:
        for line in SCRIPTS[self.meeting.place.stage].shown:
            yield paragraph(_(line))
        cast = met(self.meeting)
        if cast:
            yield paragraph(_("In the story:"), "apart quiet")
            told = (
                f"{member.name}, {member.about}" if member.about else member.name for member in cast
            )
            yield from bullets(told, "close")


class Realism(NotingView, Said):
    """Whether it feels familiar, and what the room would change."""

    NOTE = "realism"

    @override
    def noted(self) -> str:
        number = sum(
            note.kind == "realism" and note.place.step == self.meeting.place.step
            for note in self.meeting.state.notes
        )
        if not number:
            return ""
        return ngettext("{number} change is noted.", "{number} changes are noted.", number).format(
            number=number
        )

    @override
    def note_key(self) -> str:
        return _("note a change")


class LookBack(StageView):
    """What was agreed last time, and how it went."""

    @override
    def page(self) -> Iterable[Widget]:
        earlier = self.meeting.earlier
        if earlier is None:
            yield paragraph(_("There is no step from an earlier meeting here."))
            yield paragraph(_("What have you noticed since last time?"))
            return
        yield paragraph(_("Last time you agreed on this:"), "quiet")
        yield paragraph(earlier.what, style="bold")
        for line in agreed(earlier):
            yield paragraph(line, "quiet")
        yield paragraph(_("How did it go?"), "apart")
        yield Rows(id="how-it-went")

    @override
    def on_mount(self) -> None:
        super().on_mount()
        looked = self.meeting.state.looked_back
        for rows in self.query(Rows):
            rows.show_rows(
                Row(
                    how,
                    literal_line(_(name)),
                    literal_line(_("noted") if looked and looked.how == how else "", "$quiet"),
                    digit=str(number),
                    beside=20,
                )
                for number, (how, name) in enumerate(_HOW.items(), start=1)
            )

    @override
    def own_keys(self) -> Keys:
        if self.meeting.earlier is None or self.meeting.state.looked_back is not None:
            return super().own_keys()
        return [("1–3", _("how it went")), ("s", next_title(self.meeting))]

    @override
    def take_focus(self) -> None:
        if self.meeting.state.looked_back is not None:
            self.reading.focus()
        else:
            super().take_focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        for how in _HOW:
            if event.option_id == how:
                self.did(LookedBack(how))


class Paused(StageView):
    """A pause: nothing but that all is kept."""

    @override
    def title(self) -> str:
        return _("Pause")

    @override
    def page(self) -> Iterable[Widget]:
        yield paragraph(_("Everything is saved."))

    @override
    def own_keys(self) -> Keys:
        return [(key_name("enter"), _("go on"))]


def support(meeting: Keeper) -> Iterable[Widget]:
    """Whom one can turn to, as the workplace decided; else whom to ask."""
    listed = meeting.workplace.support
    if not listed:
        yield paragraph(
            _(
                "If you want to talk to somebody afterwards: ask your manager or your safety "
                "representative whom you can turn to."
            ),
            "apart",
        )
        return
    yield paragraph(_("If you want to talk to somebody afterwards:"), "apart")
    yield from bullets(
        (f"{each.name}, {each.contact}" if each.contact else each.name for each in listed), "close"
    )
