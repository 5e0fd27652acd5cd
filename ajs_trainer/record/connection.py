"""Connections to a record: never created by opening, always with the same settings."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

if TYPE_CHECKING:
    from sqlite_utils import Database

TIMEOUT = 30.0
"""How long one waits for another writer, in seconds."""

OLDEST_SQLITE = (3, 37, 0)
"""The first version with STRICT tables."""

Mode = Literal["rw", "ro"]

SETTINGS = {
    "foreign_keys": "ON",
    "secure_delete": "ON",
    "trusted_schema": "OFF",
    "cell_size_check": "ON",
    "mmap_size": "0",
    "temp_store": "MEMORY",
    "fullfsync": "ON",
    "synchronous": "EXTRA",
}
"""What survives a power cut is decided here: SQLite's own settings lose the last choice."""


def connect(path: Path, mode: Mode = "rw") -> Database:
    """Open a file that exists; statements outside a transaction commit by themselves.

    Raises:
        sqlite3.Error: The file cannot be opened or is no database.
    """
    from sqlite_utils import Database

    connection = sqlite3.connect(
        f"{uri(path)}?mode={mode}",
        uri=True,
        timeout=TIMEOUT,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for name, value in SETTINGS.items():
            connection.execute(f"PRAGMA {name} = {value}")
        if mode == "ro":
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = TRUNCATE")
        return Database(connection, recursive_triggers=False, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


def application_id(path: Path) -> int:
    """Which program the file is marked as belonging to; the file is not changed.

    It is read under a lock, since a file that another process is writing looks damaged.

    Raises:
        sqlite3.Error: The file is no database.
    """
    try:
        return _read_application_id(path, "ro")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
    return _read_application_id(path, "rw")  # a crash left a journal, which is played back


def _read_application_id(path: Path, mode: Mode) -> int:
    connection = sqlite3.connect(f"{uri(path)}?mode={mode}", uri=True, timeout=TIMEOUT)
    try:
        return int(connection.execute("PRAGMA application_id").fetchone()[0])
    finally:
        connection.close()


def uri(path: Path) -> str:
    """A path as SQLite's URI; network paths of Windows too, which ``as_uri`` would get wrong."""
    text = path.absolute().as_posix()
    return "file://" + ("" if text.startswith("/") else "/") + quote(os.fsencode(text))


def number(db: Database, pragma: str) -> int:
    """The value of a numeric pragma."""
    return int(db.execute(f"PRAGMA {pragma}").fetchone()[0])


def fetch(db: Database, sql: str, values: Sequence[Any] = ()) -> Iterator[dict[str, Any]]:
    """The rows of a query by name of column."""
    cursor = db.execute(sql, values)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def first(db: Database, sql: str, values: Sequence[Any] = ()) -> dict[str, Any] | None:
    """The first row of a query, or None."""
    return next(fetch(db, sql, values), None)
