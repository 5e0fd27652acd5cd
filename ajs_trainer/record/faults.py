"""Faults of storage, as sentences that say what is wrong and what to do.

SQLite's own words ("disk I/O error") help nobody at a landing; its codes are translated here
and nowhere else.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ajs_trainer import errors
from ajs_trainer.characters import visible_line
from ajs_trainer.errors import StorageError
from ajs_trainer.locale import _

_OUT_OF_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_OUT_OF_SPACE_CODES = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE}
"""A quota, or a limit on the size of files, comes as a failed write."""


class NewerRecord(StorageError):
    """The record was written by a newer version of the program; it can still be read."""


class ForeignFile(StorageError):
    """The file belongs to another program."""


class DamagedRecord(StorageError):
    """The record is damaged, empty or no record at all; it has been left as it is."""


class ReadOnlyPlace(StorageError):
    """The file or its folder is write-protected; what is there may still be read."""


class RemotePlace(StorageError):
    """The record would lie on a network drive or in a synchronised folder."""


class InUse(StorageError):
    """Somebody else has a record open that only one may have open."""


class StepTaken(StorageError):
    """Something else has been recorded at this step of the run, in another window."""


class Gone(StorageError):
    """The run, the person, the meeting or the card is not in the record (any more)."""


class Frozen(StorageError):
    """The meeting is closed, or the round; nothing about it changes any more."""


def shown(path: Path) -> str:
    """A path as it may be drawn."""
    return visible_line(str(path))


def reason(error: Exception) -> str:
    """What an exception says, as it may be drawn."""
    return visible_line(errors.reason(error))


def code_of(error: sqlite3.Error) -> int:
    """SQLite's primary result code, or 0 when the fault is not SQLite's."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextmanager
def translated(path: Path, *, saving: bool) -> Iterator[None]:
    """Turn whatever SQLite or the file system raises into a ``StorageError`` about ``path``."""
    try:
        yield
    except sqlite3.Error as error:
        raise sqlite_fault(error, path, saving=saving) from error
    except UnicodeDecodeError as error:  # even SQLite's words about the damage are damaged
        raise damaged(path) from error
    except OSError as error:
        raise file_fault(error, path, saving=saving) from error


def sqlite_fault(error: sqlite3.Error, path: Path, *, saving: bool) -> StorageError:
    """The sentence for a fault that SQLite reports."""
    code = code_of(error)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path)
    if not saving:
        return _unreadable(path, reason(error))
    if not path.exists():
        return _gone(path)
    if getattr(error, "sqlite_errorcode", 0) in _OUT_OF_SPACE_CODES:
        return _disk_full()
    if getattr(error, "sqlite_errorname", "") == "SQLITE_READONLY_DBMOVED":
        return _gone(path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return write_protected(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StorageError(
            _("Not saved: another program is writing to {path}.").format(path=shown(path)),
            _("Wait a moment and try again."),
        )
    return _unsaved(path, reason(error))


def file_fault(error: OSError, path: Path, *, saving: bool) -> StorageError:
    """The sentence for a fault that the file system reports."""
    if not saving:
        return _unreadable(path, reason(error))
    if error.errno in _OUT_OF_SPACE:
        return _disk_full()
    if isinstance(error, FileNotFoundError):
        return _gone(path)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return write_protected(path)
    return _unsaved(path, reason(error))


def damaged(path: Path) -> DamagedRecord:
    """The file cannot be trusted; ``backup.advice`` adds what can be done about it."""
    return DamagedRecord(
        _("The record {path} is damaged, or it is another kind of file.").format(path=shown(path))
    )


def frozen() -> Frozen:
    """Something comes too late for a meeting."""
    return Frozen(
        _("Not saved: the meeting is closed, and its debrief stays as it is."),
        _("Begin a new meeting."),
    )


def round_over() -> Frozen:
    """A vote comes too late for its round."""
    return Frozen(
        _("Not saved: this round is closed, and what was chosen stays as it is."),
        _("Go on to the next one."),
    )


def write_protected(path: Path) -> ReadOnlyPlace:
    """Nothing can be written in the file or beside it."""
    as_now = os.access in os.supports_effective_ids
    if not os.access(path.parent, os.W_OK, effective_ids=as_now):
        path = path.parent
    return ReadOnlyPlace(
        _("{path} is write-protected, so nothing can be saved.").format(path=shown(path)),
        _("Remove the write protection, or choose another file with --data."),
    )


def _disk_full() -> StorageError:
    return StorageError(
        _("Not saved: the disk is full."),
        _("Free some space and try again. Your choice is still here."),
    )


def _gone(path: Path) -> StorageError:
    return StorageError(
        _("Not saved: {path} has been moved or deleted.").format(path=shown(path)),
        _("Put it back and try again, or start the program anew."),
    )


def _unsaved(path: Path, why: str) -> StorageError:
    return StorageError(
        _("Not saved in {path}: {reason}.").format(path=shown(path), reason=why),
        _("Try again. If it does not help, choose another file with --data."),
    )


def _unreadable(path: Path, why: str) -> StorageError:
    return StorageError(
        _("{path} cannot be read: {reason}.").format(path=shown(path), reason=why),
        _("Try again. If it does not help, run: ajs data check"),
    )
