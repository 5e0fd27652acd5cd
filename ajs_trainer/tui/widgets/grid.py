"""What was tried and what is left, by time and strategy."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from typing_extensions import override

from ajs_trainer.locale import _
from ajs_trainer.model.names import STRATEGY_NAMES, WHEN_NAMES
from ajs_trainer.model.vocabulary import STRATEGIES, WHENS
from ajs_trainer.play.summary import Cell, Grid
from ajs_trainer.tui.literal import literal_line

TRIED, PARTLY, LEFT, NONE = "●", "◐", "○", "–"
"""Signs of a cell; each has a word beside it."""

_STRATEGY_WIDTH = 16
_TABLE_WIDTH = 68


class GridTable(Widget):
    """Strategies down, times across; where that does not fit, one strategy after the other."""

    DEFAULT_CSS = """
    GridTable {
        height: auto;
    }
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - the name that Textual uses
        super().__init__(id=id)
        self._grid = Grid({})

    def show_grid(self, grid: Grid) -> None:
        """Show a grid."""
        self._grid = grid
        self.refresh(layout=True)

    @override
    def render(self) -> Content:
        return grid_content(self._grid, self.content_size.width)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return grid_content(self._grid, width).get_height({}, width)


def grid_content(grid: Grid, width: int) -> Content:
    """A grid as text that reads well at a width, from left to right and line by line."""
    return _table(grid, width) if width >= _TABLE_WIDTH else _list(grid)


def _table(grid: Grid, width: int) -> Content:
    column = (min(width, 76) - _STRATEGY_WIDTH) // len(WHENS)
    head = " " * _STRATEGY_WIDTH + "".join(_(WHEN_NAMES[when]).ljust(column) for when in WHENS)
    lines = [literal_line(head.rstrip(), "$heading")]
    for strategy in STRATEGIES:
        name = _(STRATEGY_NAMES[strategy])
        cells = [_styled(grid.cell(when, strategy), column) for when in WHENS]
        lines.append(Content.assemble(name.ljust(_STRATEGY_WIDTH), *cells))
    return Content("\n").join(lines)


def _list(grid: Grid) -> Content:
    lines = []
    for strategy in STRATEGIES:
        cells = [(when, grid.cell(when, strategy)) for when in WHENS]
        there = [(when, cell) for when, cell in cells if cell != Cell()]
        name = _(STRATEGY_NAMES[strategy])
        if not there:
            lines.append(literal_line(f"{name}  {NONE} {_('not here')}", "$quiet"))
            continue
        lines.append(literal_line(name, "$heading"))
        lines += [
            Content.assemble("  ", literal_line(_(WHEN_NAMES[when]).ljust(8)), _styled(cell, 0))
            for when, cell in there
        ]
    return Content("\n").join(lines)


def _styled(cell: Cell, width: int) -> Content:
    sign, word = cell_words(cell)
    style = "$quiet" if sign == NONE else "$success" if sign in (TRIED, PARTLY) else ""
    return literal_line(f"{sign} {word}".rstrip().ljust(width), style)


def cell_words(cell: Cell) -> tuple[str, str]:
    """The sign and the words of a cell."""
    if cell == Cell():
        return NONE, ""
    if not cell.tried:
        return LEFT, _("left")
    if cell.now:
        return (PARTLY, _("now, more left")) if cell.left else (TRIED, _("now"))
    return (PARTLY, _("earlier, more left")) if cell.left else (TRIED, _("earlier"))
