"""Checksums of what is kept.

SQLite's own checks see a broken page but not a changed letter. Each row therefore carries a
checksum of itself, and each run one of all its events in order, so that a flipped bit is
found when the record is opened. They guard against chance, not against people.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ajs_trainer.model.identity import content_hash
from ajs_trainer.record.connection import fetch

if TYPE_CHECKING:
    from sqlite_utils import Database


def seal(row: Mapping[str, Any]) -> str:
    """The checksum of a row: of every column with a value, but ``seal``.

    Columns without a value do not count, so that a later version can add columns.
    """
    return _digest(_values(row))


def linked(chain: str, event: Mapping[str, Any]) -> str:
    """The checksum of the events so far and one more row of ``events``."""
    return _digest([chain, _values(event)])


def start_of_chain(run: str) -> str:
    """The checksum of a run without events."""
    return _digest(run)


def broken(db: Database) -> bool:
    """Whether any row of the record differs from what was written."""
    texts = db.execute("SELECT hash, text FROM content")
    if any(content_hash(text) != hash_ for hash_, text in texts):
        return True
    if any(row["seal"] != seal(row) for row in fetch(db, "SELECT * FROM participants")):
        return True
    runs = {row["key"]: row for row in fetch(db, "SELECT * FROM runs")}
    if any(row["seal"] != seal(row) for row in runs.values()):
        return True
    steps = dict.fromkeys(runs, 0)
    chains = {run: start_of_chain(run) for run in runs}
    for event in fetch(db, "SELECT * FROM events ORDER BY run, step"):
        run = event["run"]
        if run not in runs or event["step"] != steps[run]:
            return True
        steps[run] += 1
        chains[run] = linked(chains[run], event)
    return any(
        row["steps"] != steps[run] or row["chain"] != chains[run] for run, row in runs.items()
    )


def _values(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None and name != "seal"}


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
