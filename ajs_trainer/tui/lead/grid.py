"""Before, during and after by strategy: what the room leaned to, and what is empty."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widgets import Static

from ajs_trainer.debrief.grid import grid
from ajs_trainer.debrief.render.text_grid import grid_lines
from ajs_trainer.debrief.summary import Told
from ajs_trainer.tui.literal import literal


class GridView(Static):
    """The grid of one or more questions, as text."""

    def __init__(self, told: Iterable[Told]) -> None:
        lines = grid_lines(grid(told))
        super().__init__(literal("\n".join(lines)), markup=False)
