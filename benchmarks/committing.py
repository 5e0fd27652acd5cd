"""One durable choice against the same row committed through sqlite3 alone."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

from ajs_trainer.model import Scenario
from ajs_trainer.play.step import offered, start, step
from ajs_trainer.play.story import Chosen, compile_story
from ajs_trainer.record import RunInfo, open_record
from ajs_trainer.record.connection import SETTINGS
from benchmarks.findings import Finding, both
from benchmarks.measuring import Measure, in_turns, peak_memory
from benchmarks.story import scenario

CHOICES_A_TURN = 20


def measure(rounds: int) -> Finding:
    """Append choices to two records of the same shape, in turns, on a real disk."""
    text = scenario(12)
    with tempfile.TemporaryDirectory() as folder:
        path, bare_path = Path(folder, "ajs.db"), Path(folder, "bare.db")
        run, bare_run = _begun(path, text), _begun(bare_path, text)
        with open_record(path, insist=True) as record, closing(_connected(bare_path)) as bare:
            event, steps = _choice(text), count()
            record.runs.append(run.key, next(steps), event)
            ours = _turn(lambda: record.runs.append(run.key, next(steps), event))
            row = _row(path, run.key) | {"run": bare_run.key}
            pair = in_turns(ours, _turn(lambda: _insert(bare, row)), rounds)
            whole = in_turns(ours, _turn(lambda: _insert(bare, row, twice=True)), rounds)
        return Finding(
            "A durable choice against the same row through sqlite3 alone",
            pair.ratio,
            goal=1.2,
            details={
                "time on the clock for one": both(pair),
                "against sqlite3 that brings the row of the run up to date too": (
                    f"{whole.ratio.median:.2f}"
                ),
                "peak memory": f"{peak_memory():.0f} MiB",
            },
        )


def _begun(path: Path, text: Scenario) -> RunInfo:
    with open_record(path, insist=True) as record:
        return record.runs.begin(record.runs.participant(), text)


def _choice(text: Scenario) -> Chosen:
    story = compile_story(text)
    return step(story, start(story), offered(story, start(story))[0].id).event


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for name, value in SETTINGS.items():
        connection.execute(f"PRAGMA {name} = {value}")
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    return connection


def _row(path: Path, run: str) -> dict[str, Any]:
    """The columns with a value of the first event of a run."""
    with closing(sqlite3.connect(path)) as connection:
        cursor = connection.execute("SELECT * FROM events WHERE run = ?", [run])
        names = [column[0] for column in cursor.description]
        pairs = zip(names, cursor.fetchone(), strict=True)
        return {name: value for name, value in pairs if value is not None}


def _insert(connection: sqlite3.Connection, row: dict[str, Any], *, twice: bool = False) -> None:
    names = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"INSERT INTO events ({names}) VALUES ({values})", row)
    if twice:
        connection.execute("UPDATE runs SET steps = :step + 1 WHERE key = :run", row)
    connection.execute("COMMIT")
    row["step"] += 1


def _turn(append: Callable[[], None]) -> Measure:
    """A few choices a turn, and the middle one: a disk is sometimes slow for no reason of ours."""

    def seconds() -> float:
        taken = []
        for _ in range(CHOICES_A_TURN):
            started = time.perf_counter()
            append()
            taken.append(time.perf_counter() - started)
        return statistics.median(taken)

    return seconds
