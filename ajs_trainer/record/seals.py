"""Checksums of what is kept.

SQLite's own checks see a broken page but not a changed letter. Each row therefore carries a
checksum of itself, and each run or meeting one of all its events in order, so that a flipped
bit is found when the record is opened. They guard against chance, not against people.
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

SEALED = (
    *("participants", "runs", "sessions"),
    *("session_texts", "session_material", "cards", "ballots", "recognised", "observations"),
)
"""The tables whose rows carry a checksum of themselves."""


def seal(row: Mapping[str, Any]) -> str:
    """The checksum of a row: of every column with a value, but ``seal``.

    Columns without a value do not count, so that a later version can add columns.
    """
    return _digest(_values(row))


def linked(chain: str, event: Mapping[str, Any]) -> str:
    """The checksum of the events so far and one more."""
    return _digest([chain, _values(event)])


def start_of_chain(key: str) -> str:
    """The checksum of a run or a meeting without events."""
    return _digest(key)


def broken(db: Database) -> bool:
    """Whether any row of the record differs from what was written."""
    hashed = "SELECT hash, text FROM content UNION ALL SELECT hash, text FROM publications"
    return (
        any(content_hash(text) != hash_ for hash_, text in db.execute(hashed))
        or any(_changed(db, table) for table in SEALED)
        or _log_broken(db, "SELECT * FROM runs", "SELECT * FROM events ORDER BY run, step", "run")
        or _log_broken(
            db,
            "SELECT * FROM sessions",
            "SELECT * FROM session_events ORDER BY session, step",
            "session",
        )
    )


def _changed(db: Database, table: str) -> bool:
    """Whether a row is not what its checksum was made from."""
    rows = fetch(db, f"SELECT * FROM {table}")  # noqa: S608
    return any(row["seal"] != seal(row) for row in rows)


def _log_broken(db: Database, owners: str, log: str, owner: str) -> bool:
    """Whether the events of runs or meetings are others than those that were written.

    Args:
        db: The record.
        owners: Selects the rows that the events belong to, each with ``steps`` and ``chain``.
        log: Selects the events in order.
        owner: Which column of an event tells whose it is.
    """
    rows = {row["key"]: row for row in fetch(db, owners)}
    steps = dict.fromkeys(rows, 0)
    chains = {key: start_of_chain(key) for key in rows}
    for event in fetch(db, log):
        key = event[owner]
        if key not in rows or event["step"] != steps[key]:
            return True
        steps[key] += 1
        chains[key] = linked(chains[key], event)
    return any(
        row["steps"] != steps[key] or row["chain"] != chains[key] for key, row in rows.items()
    )


def _values(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None and name != "seal"}


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
