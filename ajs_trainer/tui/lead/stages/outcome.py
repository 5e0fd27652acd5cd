"""How the room chose, and what else one could do."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget
from typing_extensions import override

from ajs_trainer.debrief.summary import Told
from ajs_trainer.debrief.words import pairs
from ajs_trainer.locale import _
from ajs_trainer.session.events import Revealed
from ajs_trainer.session.script import SCRIPTS
from ajs_trainer.tui.commands import key_name
from ajs_trainer.tui.lead.grid import GridView
from ajs_trainer.tui.lead.reveal import RevealView
from ajs_trainer.tui.lead.stages.base import Keys, StageView, bullets, paragraph
from ajs_trainer.tui.lead.stages.noting import NotingView


class Reveal(StageView):
    """All is shown in one step, when everybody looks."""

    _told: Told | None = None

    @override
    async def prepare(self) -> None:
        if self._revealed:
            self._told = await self.meeting.told()

    @property
    def _revealed(self) -> bool:
        asked = self.meeting.state.question
        return asked is not None and asked.revealed

    @override
    def page(self) -> Iterable[Widget]:
        if not self._revealed:
            yield paragraph(_("All choices are in."))
        elif self._told is None:
            yield paragraph(pairs())
        else:
            told = self._told
            yield RevealView(told.first, told.second, told.question.options)

    @override
    def own_keys(self) -> Keys:
        if self._revealed:
            return super().own_keys()
        return [(key_name("enter"), _("show how you chose"))]

    @override
    def enter(self) -> bool:
        if super().enter():
            return True
        if not self._revealed:
            self.did(Revealed())
            return True
        return False


class Squares(NotingView):
    """Before, during and after by strategy: what the room would try, and what is empty."""

    NOTE = "own-option"
    _told: Told | None = None

    @override
    async def prepare(self) -> None:
        self._told = await self.meeting.told()

    @override
    def page(self) -> Iterable[Widget]:
        if self._told is not None:
            yield GridView((self._told,))
        for line in SCRIPTS[self.meeting.place.stage].shown:
            yield paragraph(_(line))
        asked = self.meeting.state.question
        if asked is not None:
            yield from bullets(asked.own)

    @override
    def note_key(self) -> str:
        return _("write a suggestion")
