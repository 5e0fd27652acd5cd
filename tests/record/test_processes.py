"""Several processes at once, and processes that are killed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.record.crowd import SIZE
from tests.record.killed import WORKS

ROOT = Path(__file__).parents[2]
MEMORY = Path("/dev/shm")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """A folder in memory where there is one: a killed process needs no real disk."""
    base = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=base, prefix="ajs-test-") as folder:
        yield Path(folder)


def run_module(*arguments: str) -> int:
    """Run a module of ours and return the number it prints."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


@pytest.mark.parametrize("what", ["first", "migration"])
def test_ten_starts_at_the_same_moment_all_succeed(quick_folder: Path, what: str) -> None:
    rounds = 20 if what == "first" else 5

    assert run_module("tests.record.crowd", what, str(rounds), str(quick_folder)) == SIZE * rounds


@pytest.mark.parametrize("work", WORKS)
def test_killed_at_any_point_it_leaves_the_old_or_the_new(quick_folder: Path, work: str) -> None:
    points = run_module("tests.record.killed", work, str(quick_folder))

    assert points > 50
