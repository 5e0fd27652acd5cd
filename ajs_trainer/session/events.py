"""What the facilitator does. Never who chose what, and never when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Round = Literal["first", "second"]
How = Literal["majority", "facilitator", "road-not-taken"]
NoteKind = Literal["realism", "own-option"]


@dataclass(frozen=True, slots=True)
class Advanced:
    """On to the next stage."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """On to the next stage; this one was left out."""


@dataclass(frozen=True, slots=True)
class SteppedBack:
    """Back to the stage before, to look at it again."""


@dataclass(frozen=True, slots=True)
class LeftScenario:
    """The rest of the scenario, or of the exercise, was left out."""


@dataclass(frozen=True, slots=True)
class Finished:
    """Everything up to the close was left out."""


@dataclass(frozen=True, slots=True)
class Paused:
    """The alarm went, or it is time for coffee."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The room is back."""


@dataclass(frozen=True, slots=True)
class CollectingChosen:
    """From here on choices are collected in another way (see ``collecting``)."""

    way: str


@dataclass(frozen=True, slots=True)
class CountsTyped:
    """How many chose each option, counted openly; typing again corrects it."""

    round: Round
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RoundClosed:
    """Nobody can choose in this round any more."""

    round: Round


@dataclass(frozen=True, slots=True)
class Revealed:
    """The room saw where it landed."""


@dataclass(frozen=True, slots=True)
class WentOn:
    """The room chose how the story goes on."""

    choice: str
    how: How


@dataclass(frozen=True, slots=True)
class Noted:
    """The facilitator wrote something down for the group."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class AnswersCounted:
    """How many stood where at a statement of an exercise; typing again corrects it."""

    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CueGiven:
    """A cue of the role-play came, to whom it was meant for."""

    cue: str


@dataclass(frozen=True, slots=True)
class Rewound:
    """The play begins again from where they want; its cues come again."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """Somebody said the stop word: nobody plays on, and everybody leaves the role."""


@dataclass(frozen=True, slots=True)
class Attended:
    """How many took part, and optionally how many of them were women, men, other, not stated."""

    present: int
    women: int | None = None
    men: int | None = None
    other: int | None = None
    unstated: int | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """One step, by whom as a role, and when to look back."""

    step: str
    role: str
    look_back: str


@dataclass(frozen=True, slots=True)
class LookedBack:
    """How it went with what was agreed last time, in the group's words."""

    how: Literal["done", "partly", "not-yet"]


@dataclass(frozen=True, slots=True)
class Closed:
    """The meeting is over and its debrief is frozen."""


SessionEvent = (
    Advanced
    | Skipped
    | SteppedBack
    | LeftScenario
    | Finished
    | Paused
    | Resumed
    | CollectingChosen
    | CountsTyped
    | RoundClosed
    | Revealed
    | WentOn
    | Noted
    | AnswersCounted
    | CueGiven
    | Rewound
    | Stopped
    | Attended
    | Agreed
    | LookedBack
    | Closed
)
