"""New records, and old ones brought up to the tables of today."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

from ajs_trainer.record import files, schema
from ajs_trainer.record.backup import write_backup
from ajs_trainer.record.checks import check_pages, check_version
from ajs_trainer.record.connection import connect, number
from ajs_trainer.record.faults import translated


def create(path: Path) -> None:
    """Make a record where there is none; one that appears meanwhile is left alone.

    It is built under another name and then named, so that several first starts at once all find
    a whole record, and a crash leaves no empty one.

    Raises:
        StorageError: It cannot be made here.
    """
    with translated(path, saving=True):
        files.make_folder(path.parent)
        with files.draft(path) as draft:
            db = connect(draft)
            try:
                db.execute("BEGIN IMMEDIATE")
                schema.migrate(db)
                db.commit()
            finally:
                db.close()
            with contextlib.suppress(FileExistsError):
                files.publish(draft, path)


def bring_up_to_date(path: Path, backups: Path, today: date) -> None:
    """Migrate a record if need be, with a verified backup first.

    The right to write is taken before anything is decided, so that of several starts one
    migrates and the others find it done.

    Raises:
        NewerRecord: It was written by a newer version of the program.
        StorageError: It could not be backed up or migrated, and is as it was.
    """
    with translated(path, saving=True):
        db = connect(path)
        try:
            check_version(db, path)
            if number(db, "user_version") == schema.VERSION:
                return
            db.execute("BEGIN IMMEDIATE")
            if number(db, "user_version") < schema.VERSION:
                check_pages(db, path)
                _back_up(path, backups, today)
                schema.migrate(db)
                db.commit()
        finally:
            db.close()


def _back_up(path: Path, backups: Path, today: date) -> None:
    """Make a backup through a second connection: SQLite copies nothing while one may write."""
    db = connect(path, "ro")
    try:
        db.execute("BEGIN")
        write_backup(db, path, backups, today)
    finally:
        db.close()
