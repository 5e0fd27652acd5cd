"""Units of work: everything that is written together is written whole or not at all."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ajs_trainer.record.connection import number
from ajs_trainer.record.faults import code_of, translated

if TYPE_CHECKING:
    from sqlite_utils import Database

_CONNECTION_LOST = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}


class Store:
    """The one connection to a record; used by one thread at a time.

    Args:
        path: The record.
        connect: Opens it; raises ``StorageError`` when that is impossible.
        today: Tells the date; no finer time is ever asked for.
    """

    def __init__(
        self, path: Path, connect: Callable[[], Database], today: Callable[[], date]
    ) -> None:
        self.path = path
        self.today = today
        self._connect = connect
        self._db: Database | None = connect()

    @contextmanager
    def unit(self) -> Iterator[Database]:
        """A unit of work, committed and on the disk when the block is left without a fault.

        It takes the right to write before it reads: otherwise what it has read may be outdated
        when it writes, and SQLite gives up at once instead of waiting.

        Raises:
            StorageError: Nothing was written.
        """
        with self._translated(saving=True):
            db = self._database()
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.commit()
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    db.rollback()
                raise

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """One picture of the record, whatever others write meanwhile.

        Raises:
            StorageError: The record cannot be read.
        """
        with self._translated(saving=False):
            db = self._database()
            db.execute("BEGIN")
            try:
                yield db
            finally:
                with contextlib.suppress(sqlite3.Error):
                    db.rollback()

    def try_writing(self) -> None:
        """Write as much as shows whether writing is possible, and take it back.

        Raises:
            StorageError: It is not.
        """
        with self._translated(saving=True):
            db = self._database()
            db.execute("BEGIN IMMEDIATE")
            try:
                db.execute(f"PRAGMA user_version = {number(db, 'user_version')}")
            finally:
                db.rollback()

    def vacuum(self) -> None:
        """Write the file anew, so that nothing tells what was there or in which order.

        Raises:
            StorageError: The file is as it was.
        """
        with self._translated(saving=True):
            self._database().vacuum()

    def close(self) -> None:
        """Let go of the file."""
        db, self._db = self._db, None
        if db is not None:
            db.close()

    def _database(self) -> Database:
        if self._db is None:
            self.path.stat()  # tells that the file is gone, in the words that fit the moment
            self._db = self._connect()
        return self._db

    @contextmanager
    def _translated(self, *, saving: bool) -> Iterator[None]:
        """Sentences for faults; after one that a connection may not survive, a new one is made."""
        with translated(self.path, saving=saving):
            try:
                yield
            except sqlite3.Error as error:
                if code_of(error) in _CONNECTION_LOST:
                    self.close()
                raise
