"""The disclosure rule: what may be said about choices that were made in secret.

* fewer than 5 answers: nothing about the options;
* 5 to 7: which option more than half chose, or that none was chosen by more than half;
* from 8: for each option one of three intervals, at most L, between, at least N - L, where
  L = max(4, ceil(N / 4)).

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

Level = Literal["low", "middle", "high"]


@dataclass(frozen=True, slots=True)
class TooFew:
    """Nothing may be said about the options."""

    answered: int
    kind: Literal["too-few"] = "too-few"


@dataclass(frozen=True, slots=True)
class Majority:
    """More than half chose ``option`` (its number, from 0), or no option was chosen by so many."""

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
    answered = answers.answered
    if answered < floor or len(answers.counts) < 2:
        return TooFew(answered)
    if answered < BANDS_FROM:
        return Majority(answered, _more_than_half(answers.counts, answered))
    return Bands(answered, tuple(_level(count, answered) for count in answers.counts))


def _more_than_half(counts: tuple[int, ...], answered: int) -> int | None:
    return next((n for n, count in enumerate(counts) if 2 * count > answered), None)


def _level(count: int, answered: int) -> Level:
    low, high = limits(answered)
    return "low" if count <= low else "high" if count >= high else "middle"


def limits(answered: int) -> tuple[int, int]:
    """The largest count that is "low" and the smallest that is "high"."""
    low = max(4, -(-answered // 4))
    return low, max(answered - low, low + 1)


def bounds(statement: Statement, option: int) -> tuple[int, int]:
    """Between which counts an option lies according to a statement, both included."""
    answered = statement.answered
    match statement:
        case TooFew():
            return 0, answered
        case Counts(counts=counts):
            return counts[option], counts[option]
        case Majority(option=None):
            return 0, answered // 2
        case Majority(option=leader):
            most = answered // 2 + 1
            return (most, answered) if option == leader else (0, answered - most)
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
