"""The grid of time and strategy as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ajs_trainer.locale import _, use_language
from ajs_trainer.model.names import STRATEGY_NAMES, WHEN_NAMES
from ajs_trainer.model.vocabulary import STRATEGIES, WHENS
from ajs_trainer.play.summary import Cell, Grid
from ajs_trainer.tui.widgets.grid import cell_words, grid_content

ONE, TWO = (("a", "b"),), (("a", "c"),)
CELLS = st.builds(
    Cell, now=st.sampled_from([(), ONE]), earlier=st.sampled_from([(), ONE]), left=st.just(TWO)
) | st.sampled_from([Cell(), Cell(now=ONE), Cell(earlier=ONE)])
GRIDS = st.dictionaries(
    st.tuples(st.sampled_from(WHENS), st.sampled_from(STRATEGIES)), CELLS, max_size=21
).map(Grid)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Cell(), ("–", "")),
        (Cell(left=ONE), ("○", "kvar")),
        (Cell(now=ONE), ("●", "nu")),
        (Cell(now=ONE, left=TWO), ("◐", "nu, mer kvar")),
        (Cell(now=ONE, earlier=TWO), ("●", "nu")),
        (Cell(earlier=ONE), ("●", "förut")),
        (Cell(earlier=ONE, left=TWO), ("◐", "förut, mer kvar")),
    ],
)
def test_every_state_has_a_sign_and_a_word(cell: Cell, words: tuple[str, str]) -> None:
    use_language("sv")
    assert cell_words(cell) == words


@given(GRIDS, st.integers(30, 120))
def test_the_grid_fits_and_names_every_strategy_and_cell(grid: Grid, width: int) -> None:
    text = grid_content(grid, width).plain
    lines = text.splitlines()
    assert max(map(len, lines)) <= width
    assert all(_(name) in text for name in STRATEGY_NAMES.values())
    there = [cell for cell in grid.cells.values() if cell != Cell()]
    assert sum(line.count("●") + line.count("◐") + line.count("○") for line in lines) == len(there)


def test_a_wide_grid_reads_line_by_line_under_the_times() -> None:
    grid = Grid({("during", "direct"): Cell(now=ONE), ("after", "wait"): Cell(left=ONE)})
    head, *rows = grid_content(grid, 76).plain.splitlines()
    assert head.split() == [_(WHEN_NAMES[when]) for when in WHENS]
    assert rows[0].index("●") == head.index(_("during"))
    assert rows[-1].index("○") == head.index(_("after"))
