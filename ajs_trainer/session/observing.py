"""What the observer of a role-play hears: of the moment, never of the person."""

from __future__ import annotations

from dataclasses import dataclass

from ajs_trainer.model.vocabulary import Level

MAX_WORDS = 200
"""How many characters of what was heard are kept."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What was heard of one behaviour in one round.

    Attributes:
        step: The step of the plan.
        round: The number of the round, from 1.
        behaviour: Id of the behaviour.
        level: How clearly it was done.
        words: The words that were heard; may be empty.
    """

    step: int
    round: int
    behaviour: str
    level: Level
    words: str = ""
