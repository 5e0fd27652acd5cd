"""The agenda of a meeting (format 1, kind ``plan``)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ajs_trainer.model.fields import FormatNumber, Identifier, Language, Line, Model, Name

StepKind = Literal[
    "welcome",
    "look-back",
    "scenario",
    "roleplay",
    "exercise",
    "discussion",
    "survey",
    "break",
    "commitment",
    "close",
]
"""What happens in a step of a plan."""

Minutes = Annotated[int, Field(ge=0, le=480)]


class StageMinutes(Model):
    """How the minutes of a scenario are shared out; 0 leaves a stage without a clock."""

    read: Annotated[Minutes, Field(description="Reading the scene and the thoughts.")] = 0
    realism: Annotated[Minutes, Field(description="Does it feel familiar here?")] = 0
    people: Annotated[
        Minutes, Field(description="Who drives it, who is exposed, who is there.")
    ] = 0
    first: Annotated[Minutes, Field(description="First choice, in silence.")] = 0
    talk: Annotated[Minutes, Field(description="Talk in pairs.")] = 0
    second: Annotated[Minutes, Field(description="Second choice.")] = 0
    reveal: Annotated[Minutes, Field(description="Where the room landed.")] = 0
    grid: Annotated[Minutes, Field(description="Before, during, after and strategies.")] = 0
    say_aloud: Annotated[
        Minutes, Field(alias="say-aloud", description="Trying the words in pairs.")
    ] = 0


class PlanStep(Model):
    """One item on the agenda."""

    kind: Annotated[StepKind, Field(description="What happens in the step.")]
    minutes: Annotated[Minutes, Field(description="How long the step may take, in minutes.")]
    title: Annotated[str, Field(description="Heading on the projector.")] = ""
    text: Annotated[str, Field(description="What is shown on the projector.")] = ""
    notes: Annotated[str, Field(description="What the facilitator alone sees.")] = ""
    scenario: Annotated[
        Identifier | None,
        Field(description="Which scenario; without it, the one chosen at the start."),
    ] = None
    scenes: Annotated[
        int, Field(ge=1, le=20, description="In how many scenes the room chooses twice.")
    ] = 1
    stages: Annotated[
        StageMinutes, Field(description="How the minutes of a scenario are shared out.")
    ] = StageMinutes()
    roleplay: Annotated[
        Identifier | None, Field(description="Which role-play the trios do, by its id.")
    ] = None
    rounds: Annotated[
        int | None,
        Field(ge=1, le=6, description="How many rounds; without it, as many as the role-play has."),
    ] = None
    exercise: Annotated[
        Identifier | None, Field(description="Which value exercise the room does, by its id.")
    ] = None


class Plan(Model):
    """The agenda of a meeting."""

    format: FormatNumber
    kind: Annotated[Literal["plan"], Field(description="What the file holds.")]
    id: Name
    language: Language
    title: Annotated[Line, Field(description="What the meeting is called.")]
    summary: Annotated[Line, Field(description="One sentence about the meeting.")]
    steps: Annotated[
        tuple[PlanStep, ...], Field(min_length=1, description="What happens, in order.")
    ]

    @property
    def minutes(self) -> int:
        """How long the whole meeting takes, in minutes."""
        return sum(step.minutes for step in self.steps)
