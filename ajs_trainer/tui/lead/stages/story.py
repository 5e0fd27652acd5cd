"""Stages in which somebody reads aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable

from textual.widget import Widget
from typing_extensions import override

from ajs_trainer.model import CastMember, Choice
from ajs_trainer.play.story import shown_text
from ajs_trainer.tui.lead.keeper import Keeper
from ajs_trainer.tui.lead.stages.base import StageView, bullets, paragraph
from ajs_trainer.tui.widgets.consequences import Outcome


class Read(StageView):
    """What the latest choice did, and what is seen and heard now."""

    @override
    def title(self) -> str:
        return self.meeting.story.scenario.title if self._first else super().title()

    @property
    def _first(self) -> bool:
        return led_here(self.meeting) is None

    @override
    def page(self) -> Iterable[Widget]:
        if not self._first:
            yield Outcome(classes="said")
        yield from paragraphs(self.text())

    def text(self) -> str:
        """The text of the scene, as it is after what the room has done."""
        return shown_text(self.meeting.scene.text, flags(self.meeting))

    @override
    def on_mount(self) -> None:
        super().on_mount()
        choice = led_here(self.meeting)
        if choice is not None:
            self.query_one(Outcome).show(choice)


class Ending(Read):
    """How it turned out."""

    @override
    def title(self) -> str:
        ending = self.meeting.scene.ending
        return ending.title if ending else super().title()

    @override
    def text(self) -> str:
        ending = self.meeting.scene.ending
        return shown_text(ending.text, flags(self.meeting)) if ending else ""


class Thoughts(StageView):
    """The inner voices."""

    @override
    def page(self) -> Iterable[Widget]:
        yield from bullets(thought.text for thought in self.meeting.scene.thoughts)


def flags(meeting: Keeper) -> frozenset[str]:
    """What the way so far has set."""
    play = meeting.state.play
    return frozenset() if play is None else meeting.story.flag_names(play)


def led_here(meeting: Keeper) -> Choice | None:
    """The choice that the room went on with to this scene; None in the first one."""
    went = [each for each in meeting.state.went if each.step == meeting.place.step]
    if not went:
        return None
    scene = meeting.story.scenario.scenes[went[-1].scene]
    return next((choice for choice in scene.choices if choice.id == went[-1].choice), None)


def met(meeting: Keeper) -> list[CastMember]:
    """Whom the room has met: who drives it, who is exposed, and those whom the scene names."""
    text = shown_text(meeting.scene.text, flags(meeting))
    return [
        member
        for member in meeting.story.scenario.cast
        if member.part in ("actor", "exposed")
        or re.search(rf"\b{re.escape(member.name)}", text, re.IGNORECASE)
    ]


def paragraphs(text: str) -> Iterable[Widget]:
    """A text with air between its paragraphs."""
    for part in text.split("\n\n"):
        if part.strip():
            yield paragraph(part)
