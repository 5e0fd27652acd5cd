"""Killed with -9 while somebody plays: what was called saved is there, once."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from ajs_trainer.play.run import Event
from benchmarks.kill9 import Broken, expected, judge

ROOT = Path(__file__).parents[2]
ROUNDS = 20


@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")
def test_nothing_that_was_called_saved_is_lost_or_doubled() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.kill9", "--rounds", str(ROUNDS), "--seed", "7"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    tally = json.loads(done.stdout)
    assert tally["rounds"] == ROUNDS
    assert tally["acknowledged"] >= ROUNDS
    assert tally["stored"] == tally["acknowledged"] + tally["unacknowledged"]


def of(*numbers: int) -> list[Event]:
    return [expected(number) for number in numbers]


@pytest.mark.parametrize(
    ("before", "acknowledged", "events", "extra"),
    [(0, 0, of(), 0), (0, 2, of(0, 1), 0), (1, 1, of(0, 1, 2), 1)],
)
def test_a_sound_record_is_judged_sound(
    before: int, acknowledged: int, events: Sequence[Event], extra: int
) -> None:
    assert judge(before, acknowledged, events) == extra


@pytest.mark.parametrize(
    ("before", "acknowledged", "events"),
    [
        pytest.param(1, 2, of(0, 1), id="lost"),
        pytest.param(0, 3, of(0, 1, 1), id="doubled"),
        pytest.param(0, 3, of(0, 2, 3), id="missing"),
        pytest.param(0, 1, of(0, 1, 2), id="stored in secret"),
    ],
)
def test_a_broken_record_is_found_out(
    before: int, acknowledged: int, events: Sequence[Event]
) -> None:
    with pytest.raises(Broken):
        judge(before, acknowledged, events)
