"""Verified copies of the record, and the way back from them.

A copy gets its name only when it has been written, synced and opened once, so that a listed
backup is one that works. They are numbered: the clock of a computer may be wrong, and must
not decide which one is the newest.

What single people answered in meetings is in no copy: it is kept for a time, and a copy would
keep it longer. The debriefs are in them.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ajs_trainer.errors import StorageError
from ajs_trainer.locale import _
from ajs_trainer.record import files
from ajs_trainer.record.checks import check_file
from ajs_trainer.record.connection import uri
from ajs_trainer.record.faults import DamagedRecord, reason, shown, translated
from ajs_trainer.record.forgetting import forget_in_copy, holds_answers

if TYPE_CHECKING:
    from sqlite_utils import Database

    from ajs_trainer.record.unit import Store

KEPT = 3
"""How many backups are kept."""
PUT_ASIDE_DAYS = 30
"""How many days a record that was put aside may hold answers from meetings."""
_ANYTHING = "SELECT 1 FROM runs UNION ALL SELECT 1 FROM sessions"


@dataclass(frozen=True, slots=True)
class Backup:
    """A file in the folder of backups.

    Attributes:
        path: Where it is.
        number: 1, 2, 3 ...; the highest is the newest.
        date: The date on which it was made, as ``2026-03-01``.
        replaced: Whether it is a record that was put aside by a restoration, unchecked.
    """

    path: Path
    number: int
    date: str
    replaced: bool


class Backups:
    """The backups of a record.

    Args:
        store: The record.
        folder: Where the backups are; made when the first one is.
    """

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self.folder = folder

    def listed(self) -> list[Backup]:
        """The backups, the newest first."""
        return listed(self._store.path, self.folder)

    def make(self) -> Backup:
        """Make a backup and let go of all but the three newest.

        Raises:
            StorageError: There is no new backup; the old ones are all there.
        """
        with self._store.reading() as db:
            made = write_backup(db, self._store.path, self.folder, self._store.today())
        for old in self.listed()[KEPT:]:
            _remove(old.path)
        return made

    def make_if_due(self) -> Backup | None:
        """Make a backup unless there is one from today, or nothing to keep a copy of."""
        newest = next(iter(self.listed()), None)
        if newest is not None and newest.date == self._store.today().isoformat():
            return None
        with self._store.reading() as db:
            if db.execute(_ANYTHING).fetchone() is None:
                return None
        return self.make()

    def copy_to(self, path: Path) -> None:
        """Write a verified copy under a name of one's own; an existing file is left alone.

        Raises:
            StorageError: There is no copy.
        """
        with self._store.reading() as db, _told(path.parent):
            _write(db, path)

    def forget(self) -> int:
        """Make a fresh backup and remove every older copy, since they hold what was erased.

        An empty record needs no backup. Returns how many copies were removed.

        Raises:
            StorageError: A copy could not be removed, or the fresh one not be made.
        """
        old = [found.path for found in found_in(self._store.path, self.folder)]
        with self._store.reading() as db:
            if db.execute(_ANYTHING).fetchone() is not None:
                write_backup(db, self._store.path, self.folder, self._store.today())
        for path in (*old, *_leftovers(self._store.path, self.folder)):
            _remove(path)
        return len(old)

    def forget_answers(self, *, all_copies: bool) -> None:
        """Let go of what single people answered in meetings, where a copy still holds it.

        That is a record that was put aside: it is kept as it was, with all that was in it. One
        that is too damaged to take something out of it is removed.

        Args:
            all_copies: Also those that were put aside lately; then what crashes have left too.

        Raises:
            StorageError: Something is left.
        """
        day = (self._store.today() - timedelta(days=PUT_ASIDE_DAYS)).isoformat()
        aside = [
            copy.path
            for copy in found_in(self._store.path, self.folder)
            if copy.replaced and (all_copies or copy.date < day)
        ]
        for path in aside:
            _forget_answers(path)
        if all_copies:
            for path in _drafts(self._store.path, self.folder):
                _remove(path)


def listed(record: Path, folder: Path) -> list[Backup]:
    """The backups of a record, the newest first."""
    found = [backup for backup in found_in(record, folder) if not backup.replaced]
    return sorted(found, key=lambda backup: backup.number, reverse=True)


def found_in(record: Path, folder: Path) -> Iterator[Backup]:
    """Every copy of a record in the folder, in no order; those put aside too."""
    pattern = rf"{re.escape(record.stem)}-(\d{{4,}})-(\d{{4}}-\d\d-\d\d)(-replaced)?\.db"
    with translated(folder, saving=False):
        paths = list(folder.iterdir()) if folder.is_dir() else []
    for path in paths:
        match = re.fullmatch(pattern, path.name)
        if match:
            yield Backup(path, int(match[1]), match[2], bool(match[3]))


def write_backup(db: Database, record: Path, folder: Path, today: date) -> Backup:
    """Write a verified backup of what ``db`` is reading.

    Raises:
        StorageError: There is no new backup.
    """
    with _told(folder):
        files.make_folder(folder)
        while True:
            number = _next_number(record, folder)
            path = folder / f"{record.stem}-{number:04}-{today}.db"
            try:
                _write(db, path)
            except FileExistsError:  # another window made one with this number
                continue
            return Backup(path, number, today.isoformat(), replaced=False)


def restore(record: Path, backup: Path, folder: Path, today: date) -> Path | None:
    """Put a backup in the place of a record that nobody has open.

    Returns where the replaced file is kept, or None if there was none.

    Raises:
        StorageError: The backup cannot be used, or the place not be written; the record is as
            it was.
    """
    check_file(backup)
    with translated(record, saving=True):
        files.make_folder(record.parent)
        with files.draft(record) as path:
            shutil.copyfile(backup, path)
            check_file(path)
            aside = _put_aside(record, folder, today) if record.exists() else None
            files.replace(path, record)
    return aside


def advice(record: Path, folder: Path) -> str:
    """What can be done when a record is damaged."""
    newest = next(iter(listed(record, folder)), None)
    if newest is None:
        return _(
            "The file is left as it is, and there is no backup. Move it away and the program "
            "begins a new one."
        )
    return _(
        "The file is left as it is. Take back the backup from {date} with: ajs data restore"
    ).format(date=newest.date)


def _write(db: Database, path: Path) -> None:
    """Write a checked copy; raises ``FileExistsError`` when the name is taken."""
    with files.draft(path) as draft:
        target = sqlite3.connect(f"{uri(draft)}?mode=rw", uri=True)
        try:
            db.conn.backup(target)
            copied = _counts(target)
        finally:
            target.close()
        if copied != _counts(db.conn):
            raise OSError(_("the copy is not whole"))
        forget_in_copy(draft)
        try:
            check_file(draft)
        except DamagedRecord as error:
            raise OSError(_("the copy is not whole")) from error
        files.publish(draft, path)


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for (name,) in tables
    }


def _put_aside(record: Path, folder: Path, today: date) -> Path:
    """Keep a file that is about to be replaced as it is, with the journal that belongs to it.

    The journal goes before the file is replaced: played back into another file it would damage
    that one.
    """
    files.make_folder(folder)
    number = _next_number(record, folder)
    aside = folder / f"{record.stem}-{number:04}-{today}-replaced.db"
    with files.draft(aside) as draft:
        shutil.copyfile(record, draft)
        files.publish(draft, aside)
    journal = files.journal_of(record)
    if journal.is_file() and journal.stat().st_size:
        shutil.move(journal, files.journal_of(aside))
    return aside


def _next_number(record: Path, folder: Path) -> int:
    return max((backup.number for backup in found_in(record, folder)), default=0) + 1


def _leftovers(record: Path, folder: Path) -> list[Path]:
    """What a crash has left, which holds what the record held."""
    return [*_drafts(record, folder), *folder.glob(f"{record.stem}-*-replaced.db-journal")]


def _drafts(record: Path, folder: Path) -> list[Path]:
    return [
        *record.parent.glob(f".{record.name}.*.new*"),
        *folder.glob(f".{record.stem}-*.new*"),
    ]


def _forget_answers(path: Path) -> None:
    """Take the answers out of a record that was put aside, or remove it."""
    with _told(path.parent):
        if not holds_answers(path):
            return
        try:
            forget_in_copy(path)
            held = holds_answers(path)
        except (sqlite3.Error, ValueError, TypeError, KeyError):  # damaged
            held = True
    if held:
        _remove(path)
        _remove(files.journal_of(path))


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(
            _("The copy {path} could not be removed: {reason}.").format(
                path=shown(path), reason=reason(error)
            ),
            _("Remove it yourself, or try again."),
        ) from error


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise StorageError(
            _("No backup could be made in {folder}: {reason}.").format(
                folder=shown(folder), reason=reason(error)
            ),
            _("Your choices are saved all the same."),
        ) from error
