"""Strategy by time, and the five steps, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ajs_trainer.debrief.grid import Cell, Grid, steps
from ajs_trainer.debrief.render.bars import BLOCKS, WIDTH, Signs
from ajs_trainer.debrief.render.lines import filled
from ajs_trainer.debrief.summary import Told
from ajs_trainer.debrief.words import grid_title
from ajs_trainer.locale import _
from ajs_trainer.model.names import BARRIER_NAMES, STRATEGY_NAMES, WHEN_NAMES
from ajs_trainer.model.vocabulary import BARRIERS, STRATEGIES, WHENS

NAME = 14
COLUMN = 20
BLOCK = 3


def grid_lines(found: Grid, width: int = WIDTH, signs: Signs = BLOCKS) -> Iterator[str]:
    """Where the room leaned, by strategy and time, in ten lines."""
    column = min(COLUMN, (width - NAME) // len(WHENS))
    yield grid_title(found)
    yield " " * NAME + "".join(_(WHEN_NAMES[when]).ljust(column) for when in WHENS).rstrip()
    for strategy in STRATEGIES:
        cells = "".join(_cell(found.cell(strategy, when), signs).ljust(column) for when in WHENS)
        yield f"{_(STRATEGY_NAMES[strategy]).ljust(NAME)}{cells}".rstrip()
    yield from filled(_("Empty squares had no choice. What could stand there?"), width)


def _cell(cell: Cell, signs: Signs) -> str:
    if not cell.options:
        return ""
    return _("to choose from") if cell.level is None else signs.bar(cell.level, BLOCK, slim=True)


def steps_lines(questions: Sequence[Told], width: int) -> Iterator[str]:
    """The five steps in a row, those marked that the room's thoughts hold back; nothing if none."""
    found = steps(questions)
    if not found.met:
        return
    about = (
        _("Five steps to doing something. In brackets: where thoughts that you know hold back.")
        if found.recognised
        else _("Five steps to doing something. Where does it stop here?")
    )
    yield from filled(about, width)
    yield "  ".join(
        f"[{_(BARRIER_NAMES[step]).upper()}]"
        if step in found.recognised
        else _(BARRIER_NAMES[step])
        for step in BARRIERS
    )
