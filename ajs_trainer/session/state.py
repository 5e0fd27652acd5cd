"""What is known in a meeting: what was decided before, and what has happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ajs_trainer.model.exercise import Exercise, Statement
from ajs_trainer.model.plan import Plan, PlanStep
from ajs_trainer.model.roleplay import RolePlay
from ajs_trainer.model.skill import Skill
from ajs_trainer.play.story import State, Story
from ajs_trainer.session.events import (
    Agreed,
    Attended,
    How,
    LookedBack,
    NoteKind,
    Round,
)
from ajs_trainer.session.stages import Place, planned_minutes, round_minutes


@dataclass(frozen=True, slots=True)
class Material:
    """What a meeting uses besides scenarios, each by its id.

    Attributes:
        roleplays: The role-plays.
        skills: The skills that they practise.
        exercises: The value exercises.
    """

    roleplays: Mapping[str, RolePlay] = field(default_factory=dict)
    skills: Mapping[str, Skill] = field(default_factory=dict)
    exercises: Mapping[str, Exercise] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Setup:
    """What was decided before the meeting began.

    Attributes:
        plan: The agenda.
        stories: Every scenario of the meeting, by id.
        scenario: The scenario for steps that do not name one; may be empty.
        collecting: How choices are collected from the start.
        material: What is used besides scenarios.
    """

    plan: Plan
    stories: Mapping[str, Story]
    scenario: str
    collecting: str
    material: Material = Material()

    @property
    def trio(self) -> bool:
        """Whether three people practise by themselves: nothing but role-play."""
        return all(step.kind == "roleplay" for step in self.plan.steps)

    def step(self, place: Place) -> PlanStep:
        """The step of the plan that a place is in."""
        return self.plan.steps[place.step]

    def story(self, place: Place) -> Story:
        """The scenario that is played at a place."""
        return self.stories[self.step(place).scenario or self.scenario]

    def roleplay(self, place: Place) -> RolePlay:
        """The role-play that is played at a place."""
        return self.material.roleplays[self.step(place).roleplay or ""]

    def rounds(self, place: Place) -> int:
        """How many rounds are played of the role-play at a place."""
        return self.step(place).rounds or self.roleplay(place).rounds

    def skill(self, place: Place) -> Skill:
        """The skill that is practised at a place in a role-play."""
        return self.material.skills[self.roleplay(place).skill]

    def exercise(self, place: Place) -> Exercise:
        """The exercise that is done at a place."""
        return self.material.exercises[self.step(place).exercise or ""]

    def statement(self, place: Place) -> Statement:
        """The statement that the room takes a stand on at a place."""
        statements = self.exercise(place).statements
        return next(statement for statement in statements if statement.id == place.scene)

    def minutes(self, place: Place) -> int:
        """How many minutes are planned for a place; 0 when nothing is."""
        step = self.step(place)
        match step.kind:
            case "roleplay":
                return round_minutes(self.roleplay(place), place.stage)
            case "exercise":
                return self.statement(place).minutes or 0
        return planned_minutes(step, place.stage)


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
class Given:
    """A cue that came in a round of a role-play."""

    step: int
    round: str
    cue: str


@dataclass(frozen=True, slots=True)
class Stood:
    """Where the room stood at a statement, counted openly.

    Attributes:
        step: The step of the plan.
        statement: Id of the statement.
        counts: How many stood at each place, in the order of ``exercising.places``.
    """

    step: int
    statement: str
    counts: tuple[int, ...]


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
        cues: The cues that came.
        played: The rounds of role-plays that were played, as (step, round).
        stood: Where the room stood at statements.
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
    cues: tuple[Given, ...] = ()
    played: tuple[tuple[int, str], ...] = ()
    stood: tuple[Stood, ...] = ()
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
