"""A role-play in threes (format 1, kind ``roleplay``): staff, client, observer."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ajs_trainer.model.fields import FormatNumber, Identifier, Language, Line, Model, Name
from ajs_trainer.model.vocabulary import CueTo, Setting

LEAST_CUES = 2

Minutes = Annotated[int, Field(ge=0, le=60)]


class RoundMinutes(Model):
    """How the minutes of a round are shared out; 0 leaves a part without a clock."""

    setup: Annotated[Minutes, Field(description="Reading the cards and getting ready.")] = 2
    play: Annotated[int, Field(ge=1, le=60, description="Playing the situation.")] = 4
    feedback: Annotated[Minutes, Field(description="Staff, client in role, observer.")] = 5
    retry: Annotated[Minutes, Field(description="Trying one thing again.")] = 2
    swap: Annotated[Minutes, Field(description="Leaving the role and swapping.")] = 1

    @property
    def total(self) -> int:
        """How long a round takes, in minutes."""
        return self.setup + self.play + self.feedback + self.retry + self.swap


class StaffCard(Model):
    """What only the one who plays staff sees."""

    situation: Annotated[
        Line, Field(description="What you know, in second person and present tense.")
    ]
    task: Annotated[Line, Field(description="What to try, in one line.")]


class ClientCard(Model):
    """What only the one who plays the client sees."""

    name: Annotated[Line, Field(description="What the client is called.")]
    situation: Annotated[
        Line, Field(description="What you know, in second person and present tense.")
    ]
    reason: Annotated[Line, Field(description="Why you do as you do.")]
    feeling: Annotated[Line, Field(description="What you feel.")]
    wish: Annotated[Line, Field(description="What you want.")]
    gives_way_if: Annotated[Line, Field(description="What makes you give way.")]
    hardens_if: Annotated[Line, Field(description="What makes you harder.")]
    first_line: Annotated[str, Field(description="What you say first.")] = ""


class ObserverCard(Model):
    """What only the observer sees, beside the behaviours of the skill."""

    look_for: Annotated[Line, Field(description="Turning points to look for, in one line.")]


class Cue(Model):
    """Something that happens during the play, shown only to the one it is for."""

    id: Name
    to: Annotated[CueTo, Field(description="Who is given the cue.")]
    text: Annotated[Line, Field(description="What to do, in a few words.")]
    after: Annotated[
        int | None,
        Field(
            ge=0,
            le=3600,
            description="Comes by itself after so many seconds of play; without it, on a key.",
        ),
    ] = None


class RolePlay(Model):
    """A situation that three people play, with a card each and roles that swap."""

    format: FormatNumber
    kind: Annotated[Literal["roleplay"], Field(description="What the file holds.")]
    id: Name
    language: Language
    title: Annotated[Line, Field(description="What the role-play is called.")]
    summary: Annotated[Line, Field(description="One sentence about the situation.")]
    setting: Annotated[Setting, Field(description="Where it happens.")]
    skill: Annotated[Identifier, Field(description="The skill that is practised, by its id.")]
    content_note: Annotated[str, Field(description="Shown before the start.")] = ""
    rounds: Annotated[
        int, Field(ge=1, le=6, description="How many rounds; the roles swap between them.")
    ] = 3
    minutes: Annotated[
        RoundMinutes, Field(description="How the minutes of a round are shared out.")
    ] = RoundMinutes()
    staff: Annotated[StaffCard, Field(description="The card of the one who plays staff.")]
    client: Annotated[ClientCard, Field(description="The card of the one who plays the client.")]
    observer: Annotated[ObserverCard, Field(description="The card of the observer.")]
    cues: Annotated[
        tuple[Cue, ...],
        Field(
            min_length=1,
            json_schema_extra={"minItems": LEAST_CUES},
            description="What happens during the play.",
        ),
    ]
