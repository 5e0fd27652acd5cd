"""What kinds of action the room leaned to, and which of the five steps held it back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ajs_trainer.debrief.disclosure import Level
from ajs_trainer.debrief.reading import level, recognised
from ajs_trainer.debrief.summary import Told
from ajs_trainer.model.vocabulary import BARRIERS, STRATEGIES, WHENS, Barrier, Strategy, When

_ORDER: tuple[Level | None, ...] = (None, "low", "middle", "high")


@dataclass(frozen=True, slots=True)
class Cell:
    """The options of one time and one strategy."""

    options: int = 0
    """How many options the questions offered here; none means an empty cell."""
    level: Level | None = None
    """The highest level among them; None when nothing is told."""

    @property
    def leaned(self) -> bool:
        """Whether more than a small part of the room stood here."""
        return self.level in ("middle", "high")


@dataclass(frozen=True, slots=True)
class Grid:
    """Strategy by time, over some questions."""

    cells: Mapping[tuple[Strategy, When], Cell]

    def cell(self, strategy: Strategy, when: When) -> Cell:
        """The cell; an empty one when no question offered anything here."""
        return self.cells.get((strategy, when), Cell())

    def leaned(self) -> tuple[tuple[Strategy, When], ...]:
        """Where the room leaned."""
        return tuple(place for place in _PLACES if self.cell(*place).leaned)

    def empty(self) -> tuple[tuple[Strategy, When], ...]:
        """Where nothing was offered: what the room could add."""
        return tuple(place for place in _PLACES if not self.cell(*place).options)


_PLACES: tuple[tuple[Strategy, When], ...] = tuple(
    (strategy, when) for strategy in STRATEGIES for when in WHENS
)


def grid(questions: Iterable[Told]) -> Grid:
    """Sort the options of some questions, with where the room landed last."""
    cells: dict[tuple[Strategy, When], Cell] = {}
    for told in questions:
        for number, option in enumerate(told.question.options):
            place = (option.strategy, option.when)
            before = cells.get(place, Cell())
            now = None if told.last is None else level(told.last, number)
            higher = max(before.level, now, key=_ORDER.index)
            cells[place] = Cell(before.options + 1, higher)
    return Grid(cells)


@dataclass(frozen=True, slots=True)
class Steps:
    """The five steps from noticing to acting."""

    recognised: tuple[Barrier, ...]
    """Steps that a thought held back which more than a small part of the room recognised."""
    met: tuple[Barrier, ...]
    """Steps that some thought of the questions is about, recognised or not."""


def steps(questions: Iterable[Told]) -> Steps:
    """Which steps the thoughts of some questions were about."""
    known: set[Barrier] = set()
    met: set[Barrier] = set()
    for told in questions:
        for thought in told.thoughts:
            barrier = thought.thought.barrier
            if barrier is None:
                continue
            met.add(barrier)
            if recognised(thought):
                known.add(barrier)
    return Steps(
        tuple(step for step in BARRIERS if step in known),
        tuple(step for step in BARRIERS if step in met),
    )
