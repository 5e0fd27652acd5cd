"""Opening a record: only where it is safe, and only one that can be trusted."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ajs_trainer.errors import StorageError
from ajs_trainer.locale import _
from ajs_trainer.record import erase, files, schema
from ajs_trainer.record.backup import Backups, advice
from ajs_trainer.record.ballots import Ballots
from ajs_trainer.record.checks import check_outside, check_pages, check_rows, check_version
from ajs_trainer.record.connection import OLDEST_SQLITE, connect, number
from ajs_trainer.record.courses import Courses
from ajs_trainer.record.creation import bring_up_to_date, create
from ajs_trainer.record.faults import DamagedRecord, RemotePlace, shown, translated
from ajs_trainer.record.location import Unsafe, unsafe
from ajs_trainer.record.lock import HostLock
from ajs_trainer.record.observations import Observations
from ajs_trainer.record.runs import Runs
from ajs_trainer.record.sessions import Sessions
from ajs_trainer.record.show import stored_rows
from ajs_trainer.record.texts import Texts
from ajs_trainer.record.unit import Store

if TYPE_CHECKING:
    from sqlite_utils import Database


class Record:
    """An open record. Used by one thread at a time; closed when the program ends.

    Attributes:
        path: The file.
        runs: The runs of each person.
        sessions: The meetings of groups.
        ballots: What people choose in secret in meetings.
        observations: What observers of role-plays heard.
        backups: Its verified copies.
        read_only: Whether nothing can be saved.
        undone: Why the backup of today could not be made, or what has been kept long enough not
            be let go of; the record can be used all the same.
    """

    def __init__(self, store: Store, backups: Backups, lock: HostLock | None, *, read_only: bool):
        self.path = store.path
        self.runs = Runs(store, backups)
        courses = Courses(Texts(store.path))
        self.sessions = Sessions(store, backups, courses)
        self.ballots = Ballots(store, courses)
        self.observations = Observations(store, courses)
        self.backups = backups
        self.read_only = read_only
        due = () if read_only else (self.sessions.retire, backups.make_if_due)
        self.undone = tuple(filter(None, map(_fault_in, due)))
        self._store = store
        self._lock = lock

    def stored(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every stored row as (table, row): the answer to *Vad vet datorn?*"""
        return stored_rows(self._store)

    def erase_everything(self) -> erase.Erased:
        """Erase what is kept about everybody, also from the backups."""
        return erase.erase_everything(self._store, self.backups)

    def close(self) -> None:
        """Let go of the file; closing again does nothing."""
        self._store.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Record:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()


def open_record(
    path: Path,
    *,
    insist: bool = False,
    read_only: bool = False,
    backups: Path | None = None,
    today: Callable[[], date] = date.today,
    detect: Callable[[Path], Unsafe | None] = unsafe,
) -> Record:
    """Open the record at ``path``; make it if there is nothing at all.

    Whatever could keep a choice from being saved is found out now, before the first question.

    Args:
        path: The file.
        insist: Use an unsafe place all the same; then by one process at a time.
        read_only: Only look at what is there, also if a newer version wrote it.
        backups: The folder of backups; ``backups`` beside the file unless told.
        today: Tells the date.
        detect: Tells why a folder is no place for a record.

    Raises:
        RemotePlace: The folder is no place for a record.
        DamagedRecord, ForeignFile, NewerRecord: The file is not a record that can be used.
        ReadOnlyPlace: Nothing can be written there.
        StorageError: There is something else the matter.
    """
    path = path.absolute()
    folder = backups or path.parent / "backups"
    _require_sqlite()
    lock = _lock_for(path, detect, insist=insist, read_only=read_only)
    try:
        store = _open(path, folder, today, read_only=read_only, exclusive=lock is not None)
    except BaseException as error:
        if lock is not None:
            lock.release()
        if isinstance(error, DamagedRecord):
            error.hint = advice(path, folder)
        raise
    return Record(store, Backups(store, folder), lock, read_only=read_only)


def _require_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StorageError(
            _("This Python comes with SQLite {version}, which is too old.").format(
                version=sqlite3.sqlite_version
            ),
            _("Use a Python with SQLite 3.37 or later."),
        )


def _lock_for(
    path: Path, detect: Callable[[Path], Unsafe | None], *, insist: bool, read_only: bool
) -> HostLock | None:
    """Refuse an unsafe place; with insistence, take the lock that such a place needs."""
    place = detect(Path(os.path.realpath(path)).parent)
    if place is None or read_only:
        return None
    if insist:
        lock = HostLock(path)
        lock.take()
        return lock
    if place.kind == "network":
        message = _("{path} is on a network drive ({name}), where choices can be lost.")
    else:
        message = _("{path} is in a synchronised folder ({name}), where choices can be lost.")
    raise RemotePlace(
        message.format(path=shown(path), name=shown(Path(place.name))),
        _("Choose a file on this computer with --data, or use it all the same with --insist."),
    )


def _open(
    path: Path, backups: Path, today: Callable[[], date], *, read_only: bool, exclusive: bool
) -> Store:
    if not read_only:
        if not os.path.lexists(path):
            create(path)
        check_outside(path)
        bring_up_to_date(path, backups, today())
        files.keep_to_owner(path)
    store = Store(path, lambda: _connect(path, read_only=read_only, exclusive=exclusive), today)
    try:
        if not read_only:
            store.try_writing()
        with store.reading() as db:
            check_pages(db, path)
            if number(db, "user_version") == schema.VERSION:
                check_rows(db, path)
    except BaseException:
        store.close()
        raise
    return store


def _fault_in(work: Callable[[], object]) -> StorageError | None:
    """Why something could not be done without which the record can be used all the same."""
    try:
        work()
    except StorageError as error:
        return error
    return None


def _connect(path: Path, *, read_only: bool, exclusive: bool) -> Database:
    check_outside(path)
    with translated(path, saving=False):
        db = connect(path, "ro" if read_only else "rw")
        try:
            if not read_only:
                check_version(db, path)
            elif number(db, "user_version") < schema.VERSION:
                raise StorageError(
                    _("The record {path} was written by an older version of the program.").format(
                        path=shown(path)
                    ),
                    _("Open it once where it can be written."),
                )
            if exclusive:
                db.execute("PRAGMA locking_mode = EXCLUSIVE")
        except BaseException:
            db.close()
            raise
        return db
