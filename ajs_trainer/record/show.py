"""*Vad vet datorn?* Everything that is stored, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ajs_trainer.record.connection import fetch
from ajs_trainer.record.unit import Store


def stored_rows(store: Store) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row of every table, as (table, row); nothing in the file is left out.

    Raises:
        StorageError: The record cannot be read.
    """
    with store.reading() as db:
        tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        for table in [row["name"] for row in fetch(db, tables)]:
            for row in fetch(db, f'SELECT * FROM "{table}"'):  # noqa: S608
                yield table, row
