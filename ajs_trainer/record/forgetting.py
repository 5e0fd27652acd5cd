"""Letting go of what single people answered in a meeting, so that no byte of it is left.

Rows that are deleted are overwritten at once, but what is left in a page keeps its place, until
the file is written anew. A meeting is marked (``traces``) from the
moment when rows were removed or nobody can answer any more, until the file has been written
anew and looked through; after a crash in between it is done at the next start.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ajs_trainer.errors import StorageError
from ajs_trainer.locale import _
from ajs_trainer.record import files
from ajs_trainer.record.connection import connect, fetch, first
from ajs_trainer.record.faults import shown
from ajs_trainer.record.tables import Row, insert, update_card, update_session

if TYPE_CHECKING:
    from sqlite_utils import Database

    from ajs_trainer.record.unit import Store

MEETING_DAYS = 1
"""How many days after it began a meeting may still be going on."""
ANSWERS = ("cards", "ballots", "recognised", "observations")
"""The tables with what single people answered; what is in the others goes with the first."""
_ANY_ANSWER = re.compile(rb"[0-9a-f]{64}(?:[A-Z\xc3]|[0-9]+/)")
"""The keys of a meeting and a card, and then a word or a question."""


def put_in_order(db: Database, session: str, question: str | None = None) -> None:
    """Write answers of a meeting anew in the order of their random keys.

    A laptop goes round in the order in which people sit, and a row that is written has its place
    in a page from the moment of writing. So the answers are written again with each new one: a
    meeting that nobody closes must not leave the order of the seats in the file.

    Args:
        db: The record.
        session: Key of the meeting.
        question: The question that was answered; None when a card was given.
    """
    tables: tuple[str, ...] = ANSWERS
    condition, values = "session = ?", [session]
    if question is not None:
        tables, condition = ("ballots", "recognised"), "session = ? AND question = ?"
        values.append(question)
    written = {}
    for table in tables:
        sql = f"SELECT * FROM {table} WHERE {condition} ORDER BY 2, 3, 4"  # noqa: S608
        written[table] = list(fetch(db, sql, values))
    for table, rows in written.items():
        db.execute(f"DELETE FROM {table} WHERE {condition}", values)  # noqa: S608
        for row in rows:
            insert(db, table, row)


def keep_long_enough(db: Database, session: Row, today: date) -> None:
    """Answers given when a meeting goes on after its day are kept as long as the first ones."""
    until = date.fromisoformat(session["keep_until"])
    if today > until:
        days = until - date.fromisoformat(session["date"])
        update_session(db, session, keep_until=(today + days).isoformat())


def forget_words(db: Database, session: Row) -> Row:
    """Remove what leads from people to their cards.

    The checksums of the cards are made anew: with the word in them, one could find the word
    again by trying all of them.
    """
    cards = fetch(
        db, "SELECT * FROM cards WHERE session = ? AND word IS NOT NULL", [session["key"]]
    )
    for card in list(cards):
        update_card(db, card, word=None)
    return update_session(db, session, traces=1)


def forget_answers(db: Database, session: Row) -> Row:
    """Remove the cards of a meeting and everything under them."""
    if db.execute("DELETE FROM cards WHERE session = ?", [session["key"]]).rowcount:
        return update_session(db, session, forgotten=1, traces=1)
    return session


def outdated(db: Database, today: date) -> list[tuple[Row, Callable[[Database, Row], object]]]:
    """The meetings of which something has been kept long enough, each with what lets go of it.

    A clock that is behind does not bring back the past: today is not before the latest meeting.
    """
    latest = db.execute("SELECT max(date) FROM sessions").fetchone()[0]
    now = max(today.isoformat(), latest or "")
    found: list[tuple[Row, Callable[[Database, Row], object]]] = []
    for session in list(fetch(db, "SELECT * FROM sessions")):
        cards, words = _counted(db, session["key"])
        lasting = date.fromisoformat(session["date"]) + timedelta(days=MEETING_DAYS)
        if words and lasting.isoformat() < now:
            found.append((session, forget_words))
        elif cards and session["keep_until"] < now:
            found.append((session, forget_answers))
    return found


def sweep(store: Store) -> bool:
    """Write the file anew and look through its bytes, if a meeting has left traces.

    Returns whether one had.

    Raises:
        StorageError: There may still be traces; the next start tries again.
    """
    with store.reading() as db:
        if first(db, "SELECT 1 FROM sessions WHERE traces") is None:
            return False
    try:
        store.vacuum()
        _look_through(store)
    except StorageError as error:
        raise StorageError(
            _("Traces of removed answers may be left in {path}: {reason}").format(
                path=shown(store.path), reason=error.message
            ),
            _("The program tries again at its next start."),
        ) from error
    return True


def forget_in_copy(path: Path) -> None:
    """Remove the answers of all meetings from a copy of a record that nobody has open.

    Raises:
        sqlite3.Error: It is no record.
    """
    db = connect(path)
    try:
        if not _has_answers(db):
            return
        db.execute("BEGIN IMMEDIATE")
        for session in list(fetch(db, "SELECT * FROM sessions")):
            forget_answers(db, session)
        for session in list(fetch(db, "SELECT * FROM sessions WHERE traces")):
            update_session(db, session, traces=0)
        db.commit()
        db.vacuum()
    finally:
        db.close()


def holds_answers(path: Path) -> bool:
    """Whether the bytes of a file that may be damaged look like answers."""
    return any(
        _ANY_ANSWER.search(file.read_bytes())
        for file in (path, files.journal_of(path))
        if file.is_file()
    )


def _has_answers(db: Database) -> bool:
    tables = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'cards'").fetchone()
    return bool(tables and db.execute("SELECT 1 FROM cards").fetchone())


def _look_through(store: Store) -> None:
    """Take the marks away from the meetings that have left no traces.

    Raises:
        StorageError: One has.
    """
    with store.unit() as db:
        data = db.conn.serialize()
        for session in list(fetch(db, "SELECT * FROM sessions WHERE traces")):
            if _is_in(data, session["key"], *_counted(db, session["key"])):
                raise StorageError(_("what was removed is still in the file"))
            update_session(db, session, traces=0)


def _counted(db: Database, session: str) -> tuple[int, int]:
    """How many cards a meeting has, and how many of them have a word."""
    row = db.execute("SELECT count(*), count(word) FROM cards WHERE session = ?", [session])
    cards, words = row.fetchone()
    return cards, words


def _is_in(data: bytes, session: str, cards: int, words: int) -> bool:
    """Whether the bytes of a file hold answers, or words, that should be gone."""
    keys = rf"{session}[0-9a-f]{{32}}".encode()
    if not cards:
        return re.search(keys, data) is not None
    return not words and re.search(keys + rb"[A-Z\xc3]", data) is not None
