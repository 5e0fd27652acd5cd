"""Sizes: what one person can read at a sitting."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.sizes import (
    APP_LINES,
    FILE_LINES,
    FUNCTION_LINES,
    PACKAGE,
    PUBLIC_METHODS,
    lines,
    sources,
    too_much,
)


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_file_keeps_within_its_budgets(path: Path) -> None:
    assert list(too_much(path)) == []


def test_the_app_stays_small() -> None:
    assert lines(PACKAGE / "tui" / "app.py") <= APP_LINES


def test_each_budget_can_be_broken(tmp_path: Path) -> None:
    path = tmp_path / "long.py"
    methods = "".join(f"    def method_{n}(self): ...\n" for n in range(PUBLIC_METHODS + 1))
    body = "    x = 1\n" * FUNCTION_LINES
    path.write_text(f"class Broad:\n{methods}\ndef long():\n{body}" + "\n" * FILE_LINES)

    assert [finding.rpartition(": ")[2].split()[1] for finding in too_much(path)] == [
        "lines",
        "public",
        "lines",
    ]


def test_what_is_just_within_the_budgets_is_fine(tmp_path: Path) -> None:
    path = tmp_path / "fine.py"
    methods = "".join(f"    def method_{n}(self): ...\n" for n in range(PUBLIC_METHODS))
    body = "    x = 1\n" * (FUNCTION_LINES - 1)
    path.write_text(f"class Fine:\n{methods}\ndef fine():\n{body}")

    assert list(too_much(path)) == []
