"""What a session asked and what was answered: counts only, and no trace of who answered what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ajs_trainer.model.vocabulary import Barrier, KkaStrategy, Level, Pull, Strategy, When

How = Literal["majority", "facilitator", "road-not-taken"]
"""How the room's way on was chosen."""

Outcome = Literal["gathered", "split", "spread", "too-few"]
"""What came out of a question: most on one option, no option clearly ahead, all options few, or
too few answers to tell."""
Fit = Outcome | Literal["waited", "unsafe", "moved", "stayed"]
"""When a question fits: at an outcome, when more than a few leaned to waiting or to something
unsafe, or when something moved, or nothing did, between the two rounds."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something one could choose, with the text that the room read."""

    id: str
    text: str
    when: When
    strategy: Strategy
    unsafe: bool = False
    """Whether the scenario marks it as unsafe or unlawful."""


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked in one scene. Two questions are the same when scenario and scene are."""

    scenario: str
    scene: str
    text: str
    options: tuple[Option, ...]
    """The options that were offered, in the order of the screen."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to one question in one round; whoever declined is in none of them.

    Raises:
        ValueError: A count is below zero.
    """

    counts: tuple[int, ...]
    """How many chose each option, in the order of the options."""
    secret: bool
    """Whether each chose unseen; raised hands are not secret."""

    def __post_init__(self) -> None:
        if any(count < 0 for count in self.counts):
            raise ValueError(self.counts)

    @property
    def answered(self) -> int:
        """How many answered."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Thought:
    """One of *Tankar som snurrar*."""

    id: str
    text: str
    pull: Pull
    barrier: Barrier | None = None


@dataclass(frozen=True, slots=True)
class Recognised:
    """How many recognised a thought: a question of its own with two options."""

    thought: Thought
    answers: Answers
    """Two counts: recognised it, did not."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the room met it: alone first, and once more after the talk."""

    question: Question
    first: Answers | None = None
    second: Answers | None = None
    thoughts: tuple[Recognised, ...] = ()
    own_options: tuple[str, ...] = ()
    """What the room added, as the facilitator wrote it down."""


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of the way that the room took together."""

    scene: str
    """Id of the scene that was left."""
    choice: str
    """The text of the choice that led on."""
    how: How


@dataclass(frozen=True, slots=True)
class GuideQuestion:
    """A question for the talk, from the scenario or its guide."""

    text: str
    scene: str = ""
    """Id of the scene it belongs to; empty when it fits the whole scenario."""
    outcome: Fit | None = None
    """What must have come out for it to fit; None when it always does."""


@dataclass(frozen=True, slots=True)
class Played:
    """One scenario in the room."""

    scenario: str
    """Id."""
    title: str
    asked: tuple[Asked, ...] = ()
    path: tuple[Step, ...] = ()
    ending: str = ""
    """Title of the ending that was reached; empty when the room stopped before one."""
    realism_notes: int = 0
    """How many changes the room wanted for it to be like here."""
    guide: tuple[GuideQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many took part, as the facilitator counted; None where nothing was stated.

    Raises:
        ValueError: A number is below zero.
    """

    present: int
    women: int | None = None
    men: int | None = None
    other: int | None = None
    unstated: int | None = None

    def __post_init__(self) -> None:
        numbers = (self.present, self.women, self.men, self.other, self.unstated)
        if any(number is not None and number < 0 for number in numbers):
            raise ValueError(numbers)


@dataclass(frozen=True, slots=True)
class Agreement:
    """The one step that the room agreed on."""

    what: str
    role: str = ""
    """Who sees to it, as a role and never as a name."""
    look_back: str = ""
    """When to look back: a date (2026-05-04) or words ("nästa APT")."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard of one behaviour in the rounds of a role-play: of the moment, of no person."""

    behaviour: str
    """What can be seen or heard, as the observer read it."""
    levels: Mapping[Level, int]
    """In how many rounds each level was noted."""
    words: tuple[str, ...] = ()
    """The words that were heard."""


@dataclass(frozen=True, slots=True)
class Practised:
    """A role-play that was played; what was heard is there when three had a computer of their own.

    Nobody is assessed: there is no sum and no order of rank in it, and no round either, since
    another person played in each.
    """

    title: str
    skill: str
    """Title of the skill."""
    strategy: KkaStrategy
    rounds: int
    """How many rounds were played."""
    heard: tuple[Heard, ...] = ()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one could stand, and how many stood there, counted openly."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the room stood at a statement of a value exercise."""

    exercise: str
    """Title of the exercise."""
    statement: str
    spots: tuple[Spot, ...]

    @property
    def counted(self) -> int:
        """How many were counted."""
        return sum(spot.count for spot in self.spots)


@dataclass(frozen=True, slots=True)
class SessionResult:
    """Everything that a session came to, before it is decided what may be told."""

    title: str
    date: str
    """Year, month and day (2026-03-04); a session has no time of day."""
    minutes: int
    """How long the plan was meant to take."""
    attendance: Attendance
    plan: str = ""
    """Title of the plan; empty for a single scenario."""
    played: tuple[Played, ...] = ()
    agreement: Agreement | None = None
    practised: tuple[Practised, ...] = ()
    stands: tuple[Stand, ...] = ()
