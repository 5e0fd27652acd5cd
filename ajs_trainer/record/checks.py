"""Whether a file is a record that can be trusted. Nothing is ever repaired."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from ajs_trainer.errors import StorageError
from ajs_trainer.locale import _
from ajs_trainer.record import schema
from ajs_trainer.record.connection import application_id, connect, number
from ajs_trainer.record.faults import (
    DamagedRecord,
    ForeignFile,
    NewerRecord,
    code_of,
    damaged,
    shown,
    translated,
)
from ajs_trainer.record.seals import broken

if TYPE_CHECKING:
    from sqlite_utils import Database

SMALLEST_PAGE = 512
"""SQLite takes a file that holds no page, in bytes, for an empty database."""


def check_outside(path: Path) -> None:
    """Look at a file that exists without opening it as a record.

    Raises:
        StorageError: It is no ordinary file, empty, damaged or another program's.
    """
    with translated(path, saving=False):
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise StorageError(
                _("{path} is a folder, not a file.").format(path=shown(path)),
                _("Name a file in it with --data."),
            )
        if not stat.S_ISREG(status.st_mode):
            raise StorageError(
                _("{path} is no ordinary file.").format(path=shown(path)),
                _("Choose another file with --data."),
            )
        if status.st_size == 0:
            raise DamagedRecord(_("The record {path} is empty (0 bytes).").format(path=shown(path)))
        if status.st_size < SMALLEST_PAGE:
            raise damaged(path)
        if application_id(path) != schema.APPLICATION_ID:
            raise ForeignFile(
                _("{path} belongs to another program.").format(path=shown(path)),
                _("Choose another file with --data."),
            )


def check_version(db: Database, path: Path) -> None:
    """Refuse a record that a newer version of the program wrote.

    Raises:
        NewerRecord: It was.
    """
    if number(db, "user_version") > schema.VERSION:
        raise NewerRecord(
            _("The record {path} was written by a newer version of the program.").format(
                path=shown(path)
            ),
            _("Install that version. Until then the record can be read, but nothing is saved."),
        )


def check_pages(db: Database, path: Path) -> None:
    """Let SQLite look through the file.

    Thoroughly, since its quick check does not compare an index with its table, and a record is
    small.

    Raises:
        DamagedRecord: Something is wrong with it.
    """
    answers = [row[0] for row in db.execute("PRAGMA integrity_check")]
    if answers != ["ok"]:
        raise damaged(path)


def check_rows(db: Database, path: Path) -> None:
    """Compare what is kept with its checksums, in a record of this version.

    Raises:
        DamagedRecord: A table, a reference or a row is not what was written.
    """
    try:
        whole = (
            schema.expected_parts() <= schema.parts(db)
            and db.execute("PRAGMA foreign_key_check").fetchone() is None
            and not broken(db)
        )
    except sqlite3.Error as error:
        if code_of(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_IOERR):
            raise
        raise damaged(path) from error
    except (ValueError, TypeError, KeyError) as error:
        raise damaged(path) from error
    if not whole:
        raise damaged(path)


def check_file(path: Path) -> None:
    """Look through a whole file that nobody is writing to.

    Raises:
        StorageError: It is not a record that can be used.
    """
    check_outside(path)
    with translated(path, saving=False):
        db = connect(path, "ro")
        try:
            check_version(db, path)
            check_pages(db, path)
            if number(db, "user_version") == schema.VERSION:
                check_rows(db, path)
        finally:
            db.close()
