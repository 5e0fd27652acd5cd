"""Rows of the tables, written and found."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from ajs_trainer.locale import _
from ajs_trainer.record.connection import first
from ajs_trainer.record.faults import Gone, frozen
from ajs_trainer.record.seals import seal

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = dict[str, Any]


def new_key() -> str:
    """A random key of 128 bits; nothing can be read from it."""
    return secrets.token_hex(16)


def insert(db: Database, table: str, row: Row) -> None:
    """Write a new row."""
    names = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({values})", row)  # noqa: S608


def insert_sealed(db: Database, table: str, row: Row) -> None:
    """Write a new row with its checksum."""
    insert(db, table, row | {"seal": seal(row)})


def update_run(db: Database, row: Row, **changes: Any) -> Row:
    """Write what has changed in a run, with its checksum; return the row as it is then."""
    return _update(db, "runs", ("key",), row, changes)


def update_session(db: Database, row: Row, **changes: Any) -> Row:
    """Write what has changed in a meeting, with its checksum; return the row as it is then."""
    return _update(db, "sessions", ("key",), row, changes)


def update_card(db: Database, row: Row, **changes: Any) -> Row:
    """Write what has changed in a card, with its checksum; return the row as it is then."""
    return _update(db, "cards", ("session", "key"), row, changes)


def _update(db: Database, table: str, keys: tuple[str, ...], row: Row, changes: Row) -> Row:
    """Write what has changed.

    Only that: naming other columns would make SQLite look up what they refer to and write their
    index again.
    """
    row = row | changes
    row["seal"] = seal(row)
    settings = ", ".join(f"{name} = :{name}" for name in (*changes, "seal"))
    which = " AND ".join(f"{name} = :{name}" for name in keys)
    db.execute(f"UPDATE {table} SET {settings} WHERE {which}", row)  # noqa: S608
    return row


def run_row(db: Database, run: str) -> Row:
    """The row of a run.

    Raises:
        Gone: There is none.
    """
    row = first(db, "SELECT * FROM runs WHERE key = ?", [run])
    if row is None:
        raise Gone(
            _("This run is no longer there: it has been erased."),
            _("Go back and begin a new one."),
        )
    return row


def session_row(db: Database, session: str) -> Row:
    """The row of a meeting.

    Raises:
        Gone: There is none.
    """
    row = first(db, "SELECT * FROM sessions WHERE key = ?", [session])
    if row is None:
        raise Gone(_("This meeting is no longer there: it has been erased."), _("Begin a new one."))
    return row


def open_session_row(db: Database, session: str) -> Row:
    """The row of a meeting that is not closed.

    Raises:
        Gone: There is none.
        Frozen: The meeting is closed.
    """
    row = session_row(db, session)
    if row["closed"]:
        raise frozen()
    return row
