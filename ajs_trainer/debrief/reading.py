"""What the published statements say, read as a colleague would: where the room leaned, what moved.

Everything here is worked out from statements alone, so it can tell nothing that they do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ajs_trainer.debrief.disclosure import (
    Bands,
    Counts,
    Level,
    Majority,
    Statement,
    TooFew,
    bounds,
)
from ajs_trainer.debrief.results import Outcome
from ajs_trainer.debrief.summary import Told, ToldThought

Direction = Literal["more", "fewer"]

RECOGNISED = 0
"""Number of the option "recognised it" of a thought."""


def level(statement: Statement, option: int) -> Level | None:
    """How much of the room stands on an option, in three levels; None when it is not told.

    Open counts have levels too, so that bars look alike: more than half, more than a quarter, less.
    """
    match statement:
        case Bands(levels=levels):
            return levels[option]
        case Majority(option=leader) if leader == option:
            return "high"
        case Counts(counts=counts) if statement.answered:
            count, answered = counts[option], statement.answered
            return "high" if 2 * count > answered else "low" if 4 * count <= answered else "middle"
        case _:
            return None


def leaned(statement: Statement | None, option: int) -> bool:
    """Whether a statement shows that more than a small part of the room stands on an option."""
    return statement is not None and level(statement, option) in ("middle", "high")


def outcome(statement: Statement) -> Outcome:
    """What came out, as far as it is told."""
    levels: set[Level | None]
    match statement:
        case TooFew():
            return "too-few"
        case Majority(option=leader):
            return "split" if leader is None else "gathered"
        case Bands(levels=told):
            levels = set(told)
        case Counts(counts=counts):
            if not statement.answered:
                return "too-few"
            levels = {level(statement, option) for option in range(len(counts))}
    return "gathered" if "high" in levels else "split" if "middle" in levels else "spread"


@dataclass(frozen=True, slots=True)
class Move:
    """An option that has certainly more, or fewer, behind it after the talk than before."""

    option: int
    direction: Direction


def moves(told: Told) -> tuple[Move, ...]:
    """What certainly moved between the two rounds; empty when a round is missing.

    An option has moved when the two statements leave no other way: its interval after the talk
    lies wholly above, or wholly below, the one before it.
    """
    first, second = told.first, told.second
    if first is None or second is None:
        return ()
    found = []
    for option in range(len(told.question.options)):
        (least, most), (least_now, most_now) = bounds(first, option), bounds(second, option)
        if least_now > most:
            found.append(Move(option, "more"))
        elif most_now < least:
            found.append(Move(option, "fewer"))
    return tuple(found)


def twice(told: Told) -> bool:
    """Whether both rounds tell something, so that they can be compared."""
    rounds = (told.first, told.second)
    return all(each is not None and outcome(each) != "too-few" for each in rounds)


def stayed(told: Told) -> bool:
    """Whether exactly the same is told of both rounds, whoever may have changed places."""
    return twice(told) and told.first == told.second


def recognised(thought: ToldThought) -> bool:
    """Whether more than a small part of the room recognised a thought."""
    return leaned(thought.statement, RECOGNISED)
