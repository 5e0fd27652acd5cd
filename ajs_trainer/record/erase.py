"""Erasing what is kept, also from the backups, and what can be promised about it.

Rows are overwritten in the file and the file is written anew. What the disk itself keeps
cannot be promised: file systems and flash memory leave old copies where no program reaches.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ajs_trainer.errors import StorageError
from ajs_trainer.locale import _
from ajs_trainer.record.faults import shown

if TYPE_CHECKING:
    from sqlite_utils import Database

    from ajs_trainer.record.backup import Backups
    from ajs_trainer.record.unit import Store


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased.

    Attributes:
        runs: How many runs.
        copies: How many older backups were removed, since they held them too.
        sessions: How many meetings of groups.
    """

    runs: int
    copies: int
    sessions: int = 0

    def promise(self) -> str:
        """What can be promised, in the words of a person."""
        gone = _(
            "Gone from the file. Traces may remain on the disk until they are written over; an "
            "encrypted disk protects against that. Copies that somebody has put elsewhere are "
            "still there."
        )
        if not self.copies:
            return gone
        backups = _("Older backups, which still held it, have been removed.")
        return f"{gone}\n{backups}"


def erase_run(store: Store, backups: Backups, run: str) -> Erased:
    """Erase one run.

    Raises:
        StorageError: Nothing was erased, or it was but traces are left; the text says which.
    """
    with store.unit() as db:
        runs = db.execute("DELETE FROM runs WHERE key = ?", [run]).rowcount
        _forget_texts(db)
    return _cleaned(store, backups, runs)


def erase_participant(store: Store, backups: Backups, participant: str) -> Erased:
    """Erase every run of a participant, and the participant.

    Raises:
        StorageError: As for ``erase_run``.
    """
    with store.unit() as db:
        runs = db.execute("DELETE FROM runs WHERE participant = ?", [participant]).rowcount
        db.execute("DELETE FROM participants WHERE key = ?", [participant])
        _forget_texts(db)
    return _cleaned(store, backups, runs)


def erase_session(store: Store, backups: Backups, session: str) -> Erased:
    """Erase a meeting with all that is kept about it.

    Raises:
        StorageError: As for ``erase_run``.
    """
    with store.unit() as db:
        sessions = db.execute("DELETE FROM sessions WHERE key = ?", [session]).rowcount
        _forget_texts(db)
    return _cleaned(store, backups, 0, sessions)


def erase_everything(store: Store, backups: Backups) -> Erased:
    """Erase all runs of everybody, and all meetings.

    Raises:
        StorageError: As for ``erase_run``.
    """
    with store.unit() as db:
        runs = db.execute("DELETE FROM runs").rowcount
        db.execute("DELETE FROM participants")
        sessions = db.execute("DELETE FROM sessions").rowcount
        _forget_texts(db)
    return _cleaned(store, backups, runs, sessions)


def _forget_texts(db: Database) -> None:
    db.execute(
        "DELETE FROM content WHERE hash NOT IN (SELECT first FROM runs UNION SELECT content FROM "
        "runs UNION SELECT content FROM events WHERE content IS NOT NULL UNION SELECT plan_content "
        "FROM sessions UNION SELECT content FROM session_texts UNION SELECT content FROM "
        "session_material)"
    )


def _cleaned(store: Store, backups: Backups, runs: int, sessions: int = 0) -> Erased:
    try:
        store.vacuum()
        return Erased(runs, backups.forget(), sessions)
    except StorageError as error:
        raise StorageError(
            _(
                "Erased, but traces may be left in {path} and in the backups in {folder}: {reason}"
            ).format(path=shown(store.path), folder=shown(backups.folder), reason=error.message),
            _("Try again, or remove the backups yourself."),
        ) from error
