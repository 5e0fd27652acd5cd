"""The published form of a session: statements instead of counts, frozen, and readable for ever."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import TypeAdapter

from ajs_trainer.debrief.disclosure import FLOOR, Statement, publish
from ajs_trainer.debrief.results import (
    Agreement,
    Answers,
    Asked,
    Attendance,
    GuideQuestion,
    Played,
    Practised,
    Question,
    SessionResult,
    Stand,
    Step,
    Thought,
)


@dataclass(frozen=True, slots=True)
class Participation:
    """How many took part; None where nothing is stated.

    ``unnamed`` is "another gender or not stated" in one number, told instead of ``other`` and
    ``unstated`` when either of them is so small that it could point somebody out.
    """

    present: int
    women: int | None = None
    men: int | None = None
    other: int | None = None
    unstated: int | None = None
    unnamed: int | None = None


@dataclass(frozen=True, slots=True)
class ToldThought:
    """A thought, and how many recognised it: option 0 recognised it, option 1 did not."""

    thought: Thought
    statement: Statement


@dataclass(frozen=True, slots=True)
class Told:
    """A question with what may be said about its answers."""

    question: Question
    first: Statement | None = None
    second: Statement | None = None
    thoughts: tuple[ToldThought, ...] = ()
    own_options: tuple[str, ...] = ()

    @property
    def last(self) -> Statement | None:
        """Where the room landed: after the talk, or before it when that was all."""
        return self.second or self.first


@dataclass(frozen=True, slots=True)
class Part:
    """One scenario of the session."""

    scenario: str
    title: str
    told: tuple[Told, ...] = ()
    path: tuple[Step, ...] = ()
    ending: str = ""
    realism_notes: int = 0
    guide: tuple[GuideQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Debrief:
    """What a room may know about its own session. Nothing else of it is ever shown.

    What was practised and where the room stood were open to everybody there, so the rule for
    choices in secret says nothing about them. Debriefs from before there was any have none.
    """

    title: str
    date: str
    minutes: int
    participation: Participation
    plan: str = ""
    parts: tuple[Part, ...] = ()
    agreement: Agreement | None = None
    practised: tuple[Practised, ...] = ()
    stands: tuple[Stand, ...] = ()
    format: Literal[1] = 1


def summarise(result: SessionResult, floor: int = FLOOR) -> Debrief:
    """Publish a session.

    Raises:
        ValueError: The floor is lower than the disclosure rule allows.
    """
    return Debrief(
        title=result.title,
        date=result.date,
        minutes=result.minutes,
        participation=_participation(result.attendance),
        plan=result.plan,
        parts=tuple(_part(played, floor) for played in result.played),
        agreement=result.agreement,
        practised=result.practised,
        stands=result.stands,
    )


def _participation(attendance: Attendance) -> Participation:
    other, unstated = attendance.other, attendance.unstated
    if not any(number and number < FLOOR for number in (other, unstated)):
        return Participation(attendance.present, attendance.women, attendance.men, other, unstated)
    unnamed = (other or 0) + (unstated or 0)
    return Participation(attendance.present, attendance.women, attendance.men, unnamed=unnamed)


def _part(played: Played, floor: int) -> Part:
    return Part(
        scenario=played.scenario,
        title=played.title,
        told=tuple(_told(asked, floor) for asked in played.asked),
        path=played.path,
        ending=played.ending,
        realism_notes=played.realism_notes,
        guide=played.guide,
    )


def _told(asked: Asked, floor: int) -> Told:
    def say(answers: Answers | None) -> Statement | None:
        return None if answers is None else publish(answers, floor)

    return Told(
        question=asked.question,
        first=say(asked.first),
        second=say(asked.second),
        thoughts=tuple(
            ToldThought(recognised.thought, publish(recognised.answers, floor))
            for recognised in asked.thoughts
        ),
        own_options=asked.own_options,
    )


@cache
def _form() -> TypeAdapter[Debrief]:
    return TypeAdapter(Debrief)


def to_json(debrief: Debrief, indent: int | None = None) -> str:
    """The debrief as JSON: what the record freezes."""
    return _form().dump_json(debrief, indent=indent).decode()


def from_json(text: str) -> Debrief:
    """Read what ``to_json`` wrote; raises ``ValueError`` when it is something else."""
    return _form().validate_json(text)
