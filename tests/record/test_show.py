"""What the person is shown is what is in the file: compared with a dump made without us."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from ajs_trainer.play.run import Rated, Recognised
from tests.record.helpers import dump, opened, recorded


def test_every_row_of_every_table_is_shown(path: Path) -> None:
    with opened(path) as record:
        info = recorded(record, "fraga", "ga", code="blå älg")
        record.runs.append(info.key, 2, Rated("after", 4))
        record.runs.append(info.key, 3, Recognised("kaffet", "bara"))
        shown = dump(record)

    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    raw = [
        (name, dict(row))
        for (name,) in tables
        for row in connection.execute(f"SELECT * FROM {name}")
    ]
    connection.close()

    assert sorted(shown, key=str) == sorted(raw, key=str)
    assert {table for table, _ in shown} >= {"content", "events", "participants", "runs"}
