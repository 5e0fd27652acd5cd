"""The stages of a meeting, and where one is in it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ajs_trainer.model.plan import PlanStep


class Stage(StrEnum):
    """What the room is doing. A step that is no scenario is one stage."""

    WELCOME = "welcome"
    LOOK_BACK = "look-back"
    ROLEPLAY = "roleplay"
    EXERCISE = "exercise"
    DISCUSSION = "discussion"
    SURVEY = "survey"
    BREAK = "break"
    COMMITMENT = "commitment"
    CLOSE = "close"
    READ = "read"
    THOUGHTS = "thoughts"
    REALISM = "realism"
    PEOPLE = "people"
    FIRST = "first"
    TALK = "talk"
    SECOND = "second"
    REVEAL = "reveal"
    GRID = "grid"
    WAY = "way"
    ENDING = "ending"
    SAY_ALOUD = "say-aloud"


CHOOSING = (Stage.FIRST, Stage.SECOND)
"""Nothing but how many are done may be shown."""

OPENING = (Stage.READ, Stage.THOUGHTS, Stage.REALISM, Stage.PEOPLE)
"""The first scene of a scenario is taken apart before anybody chooses."""

CHOICE = (Stage.FIRST, Stage.TALK, Stage.SECOND, Stage.REVEAL, Stage.GRID, Stage.WAY)
"""A scene in which the room chooses twice."""


class Place(NamedTuple):
    """Where in the meeting one is.

    Attributes:
        step: Number of the step in the plan, from 0.
        stage: What the room is doing.
        scene: Id of the scene, in a scenario; else empty.
    """

    step: int
    stage: Stage
    scene: str = ""


def planned_minutes(step: PlanStep, stage: Stage) -> int:
    """How many minutes a stage may take; 0 when nothing is planned."""
    if step.kind != "scenario":
        return step.minutes
    minutes = step.stages
    return {
        Stage.READ: minutes.read,
        Stage.REALISM: minutes.realism,
        Stage.PEOPLE: minutes.people,
        Stage.FIRST: minutes.first,
        Stage.TALK: minutes.talk,
        Stage.SECOND: minutes.second,
        Stage.REVEAL: minutes.reveal,
        Stage.GRID: minutes.grid,
        Stage.SAY_ALOUD: minutes.say_aloud,
    }.get(stage, 0)
