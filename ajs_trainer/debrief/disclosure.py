"""The disclosure rule: what may be said about choices that were made in secret.

* fewer than 5 answers: nothing about the options;
* 5 to 7: which option more than half chose, or that none was chosen by more than half;
* from 8: for each option one of three intervals, at most L, between, at least N - L, where
  L = max(4, ceil(N / 4)). Where these would give an exact number, or leave an option next to
  nobody, only that no option was chosen by as many as N - L.

Nobody can be shown to stand alone, and nobody to be part of "all" or of "none", also not by one
colleague who subtracts an answer, or from 8 by two who pool theirs. ``tests/debrief`` proves it by
going through every outcome. Choices made in the open are shown as they were counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ajs_trainer.debrief.results import Answers

FLOOR = 5
"""Fewer answers than this and nothing is said; a workplace may raise it, nobody can lower it."""
BANDS_FROM = 8
"""From so many answers each option gets an interval."""
ROOM = 3
"""So many people must be able to stand on every option, so that two insiders never see none."""

Level = Literal["low", "middle", "high"]


@dataclass(frozen=True, slots=True)
class TooFew:
    """Nothing may be said about the options."""

    answered: int
    kind: Literal["too-few"] = "too-few"


@dataclass(frozen=True, slots=True)
class Majority:
    """At least ``enough(answered)`` chose ``option`` (its number, from 0), or None got so many."""

    answered: int
    option: int | None
    kind: Literal["majority"] = "majority"


@dataclass(frozen=True, slots=True)
class Bands:
    """Each option within an interval (see ``bounds``)."""

    answered: int
    levels: tuple[Level, ...]
    kind: Literal["bands"] = "bands"


@dataclass(frozen=True, slots=True)
class Counts:
    """Choices made in the open, as counted."""

    counts: tuple[int, ...]
    kind: Literal["counts"] = "counts"

    @property
    def answered(self) -> int:
        """How many answered."""
        return sum(self.counts)


Statement = TooFew | Majority | Bands | Counts
"""All that is ever told about the answers to one question in one round."""


def publish(answers: Answers, floor: int = FLOOR) -> Statement:
    """Say about some answers what may be said.

    A question with fewer than two options is never told: the number of answers would give
    everybody's.

    Raises:
        ValueError: The floor is lower than the rule allows.
    """
    if floor < FLOOR:
        raise ValueError(floor)
    if not answers.secret:
        return Counts(answers.counts)
    counts, answered = answers.counts, answers.answered
    if answered < floor or len(counts) < 2:
        return TooFew(answered)
    low, high = limits(answered)
    if answered < BANDS_FROM or _tells_too_much(counts, answered, low, high):
        least = enough(answered)
        return Majority(answered, next((n for n, c in enumerate(counts) if c >= least), None))
    levels: tuple[Level, ...] = tuple(
        "low" if count <= low else "high" if count >= high else "middle" for count in counts
    )
    return Bands(answered, levels)


def _tells_too_much(counts: tuple[int, ...], answered: int, low: int, high: int) -> bool:
    """Whether the intervals would be an exact number or leave another option next to nobody."""
    middle = sum(low < count < high for count in counts)
    exact = middle > 0 and low + 1 == high - 1
    squeezed = middle < len(counts) and answered - middle * (low + 1) < ROOM
    return exact or squeezed


def limits(answered: int) -> tuple[int, int]:
    """The largest count that is "low" and the smallest that is "high"."""
    low = max(4, -(-answered // 4))
    return low, max(answered - low, low + 1)


def enough(answered: int) -> int:
    """The smallest count that puts one option ahead of all the others together."""
    return limits(answered)[1] if answered >= BANDS_FROM else answered // 2 + 1


def bounds(statement: Statement, option: int) -> tuple[int, int]:
    """Between which counts an option lies according to a statement, both included."""
    answered = statement.answered
    match statement:
        case TooFew():
            return 0, answered
        case Counts(counts=counts):
            return counts[option], counts[option]
        case Majority(option=leader):
            least = enough(answered)
            if leader is None:
                return 0, least - 1
            return (least, answered) if option == leader else (0, answered - least)
        case Bands(levels=levels):
            low, high = limits(answered)
            ends = {"low": (0, low), "middle": (low + 1, high - 1), "high": (high, answered)}
            return ends[levels[option]]


def leading(statement: Statement) -> int | None:
    """The option that a statement itself shows ahead of all others, or None.

    The way on by majority must be decided by this and not by the counts: a story that follows
    the largest count would tell more about the answers than the statement does.
    """
    match statement:
        case Majority(option=option):
            return option
        case Bands(levels=levels):
            for level in ("high", "middle"):
                found = [n for n, each in enumerate(levels) if each == level]
                if found:
                    return found[0] if len(found) == 1 else None
            return None
        case Counts(counts=counts):
            most = max(counts, default=0)
            return counts.index(most) if most and counts.count(most) == 1 else None
        case TooFew():
            return None
