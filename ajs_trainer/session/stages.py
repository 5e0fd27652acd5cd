"""The stages of a meeting, and where one is in it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ajs_trainer.model.plan import PlanStep
from ajs_trainer.model.roleplay import RolePlay


class Stage(StrEnum):
    WELCOME = "welcome"
    LOOK_BACK = "look-back"
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
    STATEMENT = "statement"
    CARDS = "cards"
    PLAY = "play"
    FEEDBACK = "feedback"
    RETRY = "retry"
    SWAP = "swap"
    LEAVE_ROLE = "leave-role"


CHOOSING = (Stage.FIRST, Stage.SECOND)
"""Nothing but how many are done may be shown."""

OPENING = (Stage.READ, Stage.THOUGHTS, Stage.REALISM, Stage.PEOPLE)
"""The first scene of a scenario is taken apart before anybody chooses."""

CHOICE = (Stage.FIRST, Stage.TALK, Stage.SECOND, Stage.REVEAL, Stage.GRID, Stage.WAY)
"""A scene in which the room chooses twice."""

ROUND = (Stage.CARDS, Stage.PLAY, Stage.FEEDBACK, Stage.RETRY, Stage.SWAP)
"""A round of a role-play: everybody reads their own card, two play, three talk, and they swap."""


class Place(NamedTuple):
    """Where in the meeting one is.

    Attributes:
        step: Number of the step in the plan, from 0.
        stage: What the room is doing.
        scene: Id of the scene in a scenario, of the statement in an exercise; number of the round
            in a role-play, from 1; else empty.
    """

    step: int
    stage: Stage
    scene: str = ""


def round_minutes(play: RolePlay, stage: Stage) -> int:
    """How many minutes a part of a round of a role-play may take; 0 when nothing is planned."""
    minutes = play.minutes
    return {
        Stage.CARDS: minutes.setup,
        Stage.PLAY: minutes.play,
        Stage.FEEDBACK: minutes.feedback,
        Stage.RETRY: minutes.retry,
        Stage.SWAP: minutes.swap,
    }.get(stage, 0)


def planned_minutes(step: PlanStep, stage: Stage) -> int:
    """How many minutes a stage of a scenario, or a step that is one stage, may take."""
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
