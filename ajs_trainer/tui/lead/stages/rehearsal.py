"""A role-play of several trios at once: what to do now and for how long, and nothing of a card."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget
from typing_extensions import override

from ajs_trainer.locale import _
from ajs_trainer.session.script import SCRIPTS
from ajs_trainer.session.stages import Stage
from ajs_trainer.tui.commands import key_name
from ajs_trainer.tui.lead.stages.base import Keys, StageView, next_title, numbered, paragraph

_IN_ORDER = (Stage.FEEDBACK, Stage.LEAVE_ROLE)
"""Stages whose lines are done one after the other."""


class Rehearsal(StageView):
    """One part of a round; the trios have their cards on paper."""

    @override
    def title(self) -> str:
        return _(SCRIPTS[self.meeting.place.stage].title)

    @override
    def page(self) -> Iterable[Widget]:
        setup, place = self.meeting.setup, self.meeting.place
        yield paragraph(self._where(), "quiet")
        if place.stage is Stage.CARDS and place.scene == "1":
            yield from self._opening()
        for number, line in enumerate(SCRIPTS[place.stage].shown, start=1):
            yield numbered(number, _(line)) if place.stage in _IN_ORDER else paragraph(_(line))
        if place.stage is Stage.PLAY:
            yield paragraph(
                _("You practise: {skill}").format(skill=setup.skill(place).title), "apart quiet"
            )

    def _where(self) -> str:
        setup, place = self.meeting.setup, self.meeting.place
        text = _("round {number} of {all}")
        rounds = text.format(number=place.scene, all=setup.rounds(place))
        title = setup.roleplay(place).title
        return title if place.stage is Stage.LEAVE_ROLE else f"{title}, {rounds}"

    def _opening(self) -> Iterable[Widget]:
        play = self.meeting.setup.roleplay(self.meeting.place)
        yield paragraph(play.summary, style="bold")
        if play.content_note.strip():
            yield paragraph(_("Good to know: {note}").format(note=play.content_note.strip()))
        yield paragraph(
            _(
                "Everybody may freeze, play again or say stop at any time, and needs no reason. "
                "You play a role. Nobody is graded."
            )
        )

    @override
    def own_keys(self) -> Keys:
        coming = self.meeting.coming()
        if coming.step == self.meeting.place.step:
            return [(key_name("enter"), _(SCRIPTS[coming.stage].title))]
        return [(key_name("enter"), next_title(self.meeting))]
