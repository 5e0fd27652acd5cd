"""A value exercise (format 1, kind ``exercise``): opinions, never experiences."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ajs_trainer.model.fields import FormatNumber, Language, Line, Model, Name
from ajs_trainer.model.vocabulary import Form

MOST_STATEMENTS = 20

ANSWERS: dict[Form, int] = {"four-corners": 3, "line": 2, "hot-chair": 0}
"""How many answers a statement has: the fourth corner is always open, a line has two ends."""


class Statement(Model):
    """Something to take a stand on."""

    id: Name
    text: Annotated[Line, Field(description="The statement, as the projector shows it.")]
    answers: Annotated[
        tuple[Line, ...],
        Field(description="Three for four corners, the two ends of a line, none for a hot chair."),
    ] = ()
    minutes: Annotated[
        int | None, Field(ge=1, le=60, description="How long it may take, in minutes.")
    ] = None
    follow_up: Annotated[
        tuple[Line, ...], Field(min_length=1, description="Questions to the group afterwards.")
    ]


class Exercise(Model):
    """Statements that people take a stand on with their feet."""

    format: FormatNumber
    kind: Annotated[Literal["exercise"], Field(description="What the file holds.")]
    id: Name
    language: Language
    title: Annotated[Line, Field(description="What the exercise is called.")]
    summary: Annotated[Line, Field(description="One sentence about the exercise.")]
    form: Annotated[Form, Field(description="How people show where they stand.")]
    minutes: Annotated[int, Field(ge=1, le=240, description="How long it takes, in minutes.")]
    content_note: Annotated[str, Field(description="Shown before the start.")] = ""
    statements: Annotated[
        tuple[Statement, ...],
        Field(
            min_length=1,
            json_schema_extra={"maxItems": MOST_STATEMENTS},
            description="What to take a stand on, in order.",
        ),
    ]
