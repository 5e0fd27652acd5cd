"""A question as one person meets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ajs_trainer.session.events import Round

if TYPE_CHECKING:
    from ajs_trainer.tui.lead.keeper import Keeper


@dataclass(frozen=True, slots=True)
class ShownOption:
    """Something one can choose, or a thought one can recognise."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """What is asked in a round.

    Attributes:
        round: Before or after the talk.
        text: The question.
        options: What is on offer, in the order of the file.
        thoughts: The thoughts of the scene; only before the talk.
    """

    round: Round
    text: str
    options: tuple[ShownOption, ...]
    thoughts: tuple[ShownOption, ...] = ()


def shown_question(meeting: Keeper, round_: Round) -> ShownQuestion:
    """The question of the scene that the meeting is in."""
    scene, asked = meeting.scene, meeting.state.question
    texts = {choice.id: choice.text for choice in scene.choices}
    names = asked.options if asked else ()
    thoughts = scene.thoughts if round_ == "first" else ()
    return ShownQuestion(
        round_,
        scene.question,
        tuple(ShownOption(name, texts[name]) for name in names),
        tuple(ShownOption(thought.id, thought.text) for thought in thoughts),
    )
