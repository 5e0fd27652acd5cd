"""What is known in a meeting: what was decided before, and what has happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ajs_trainer.model.plan import Plan, PlanStep
from ajs_trainer.play.story import State, Story
from ajs_trainer.session.events import (
    Agreed,
    Attended,
    How,
    LookedBack,
    NoteKind,
    Round,
)
from ajs_trainer.session.stages import Place


@dataclass(frozen=True, slots=True)
class Setup:
    """What was decided before the meeting began.

    Attributes:
        plan: The agenda.
        stories: Every scenario of the meeting, by id.
        scenario: The scenario for steps that do not name one; may be empty.
        collecting: How choices are collected from the start.
    """

    plan: Plan
    stories: Mapping[str, Story]
    scenario: str
    collecting: str

    def step(self, place: Place) -> PlanStep:
        """The step of the plan that a place is in."""
        return self.plan.steps[place.step]

    def story(self, place: Place) -> Story:
        """The scenario that is played at a place."""
        return self.stories[self.step(place).scenario or self.scenario]


@dataclass(frozen=True, slots=True)
class Ballot:
    """One round of choosing.

    Attributes:
        way: How choices were collected.
        counts: How many chose each option, when they were counted openly.
        closed: Whether nobody can choose any more.
    """

    way: str
    counts: tuple[int, ...] | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A scene in which the room chose, first and second time.

    Attributes:
        step: The step of the plan.
        scenario, scene: Where in the story.
        options: Ids of what was on offer, in the order of the file.
        rounds: The rounds that have begun.
        revealed: Whether the room has seen where it landed.
        own: Options of its own that the room added.
    """

    step: int
    scenario: str
    scene: str
    options: tuple[str, ...]
    rounds: Mapping[Round, Ballot] = field(default_factory=dict)
    revealed: bool = False
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Went:
    """A choice that the room went on with."""

    step: int
    scenario: str
    scene: str
    choice: str
    how: How


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that the facilitator wrote down, and where in the meeting it was."""

    place: Place
    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class SessionState:
    """What the events of a meeting add up to.

    Attributes:
        place: Where one is.
        trail: The places one can step back to, the nearest one last.
        play: Where the story is, in a scenario.
        collecting: How choices are collected now.
        questions: Where the room chose, in order.
        went: The way through the story or stories.
        skipped: The places that were left out.
        notes: What the facilitator wrote down.
    """

    place: Place
    collecting: str
    trail: tuple[Place, ...] = ()
    play: State | None = None
    paused: bool = False
    closed: bool = False
    questions: tuple[Question, ...] = ()
    went: tuple[Went, ...] = ()
    skipped: tuple[Place, ...] = ()
    notes: tuple[Remark, ...] = ()
    attended: Attended | None = None
    agreed: Agreed | None = None
    looked_back: LookedBack | None = None

    @property
    def question(self) -> Question | None:
        """The question of the scene that one is in, once choosing has begun."""
        for question in reversed(self.questions):
            if (question.step, question.scene) == (self.place.step, self.place.scene):
                return question
        return None


class NotNow(ValueError):
    """An event does not fit where the meeting is."""
