"""What is done to meetings when ``tests.record.killed`` kills it, and what must hold then."""

from __future__ import annotations

import re
import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

from ajs_trainer.record import Record, SessionInfo, check_file, listed
from ajs_trainer.record.forgetting import holds_answers
from ajs_trainer.session.events import Closed, Revealed, RoundClosed
from tests.record.helpers import TODAY, dump, opened
from tests.record.meetings import (
    COURSE,
    PUBLICATION,
    QUESTION,
    TO_SECOND,
    answers,
    closed,
    going_on,
    happened,
    voted,
)

DATA = Path(__file__).parent / "data"
PEOPLE = ["fraga", "vanta", "fraga"]
BEFORE = (*COURSE, *TO_SECOND)
AFTERWARDS = (RoundClosed("second"), Revealed())


def make_version_one(path: Path) -> None:
    """A record as version 1 of the program left it."""
    make_version(1, path)


def make_version(number: int, path: Path) -> None:
    """A record as an earlier version of the program left it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    connection.executescript((DATA / f"version{number}.sql").read_text(encoding="utf-8"))
    connection.close()


def the_meeting(record: Record) -> SessionInfo:
    (info,) = record.sessions.all()
    return info


def going(path: Path, **facts: Any) -> None:
    with opened(path) as record:
        voted(record, going_on(record, **facts).key, PEOPLE)


def going_to_choose_again(path: Path) -> None:
    going(path)
    with opened(path) as record:
        happened(record, the_meeting(record).key, TO_SECOND)


def going_until_closing(path: Path) -> None:
    going(path, keep="closing")


def over(path: Path) -> None:
    going(path)
    close(path)


def vote(path: Path) -> None:
    """Everybody chooses once more, in the order of their keys; then the round is closed."""
    with opened(path) as record:
        key = the_meeting(record).key
        for card in cards(record):
            if not record.sessions.get(key).steps > len(BEFORE):
                record.ballots.vote(key, QUESTION, "second", card, "vanta")
        for step, event in enumerate(AFTERWARDS, start=len(BEFORE)):
            record.sessions.append(key, step, event)


def cards(record: Record) -> list[str]:
    return sorted(row["key"] for table, row in answers(record) if table == "cards")


def check_voted(path: Path) -> None:
    with opened(path) as record:
        key = the_meeting(record).key
        second = {
            row["card"]
            for table, row in answers(record)
            if table == "ballots" and row["round"] == "second"
        }
        assert second == set(cards(record)[: len(second)])
        assert record.ballots.done(key, QUESTION, "first") == len(PEOPLE)
        assert record.ballots.tally(key, QUESTION, "first").recognised == {"t": len(PEOPLE)}
        events = record.sessions.events(key)
        assert events == (*BEFORE, *AFTERWARDS)[: len(events)]
        assert len(events) == len(BEFORE) or len(second) == len(PEOPLE)
    vote(path)
    with opened(path) as record:
        assert record.ballots.tally(key, QUESTION, "second").counts == {"vanta": len(PEOPLE)}
        assert record.sessions.events(key) == (*BEFORE, *AFTERWARDS)


def close(path: Path) -> None:
    with opened(path) as record:
        closed(record, the_meeting(record).key)


def check_closed(path: Path) -> None:
    """It is going on with everything, or it is over with everything; never in between."""
    with opened(path) as record:
        info = the_meeting(record)
        _check_whole(record, info)
        if not info.closed:
            closed(record, info.key)
        _check_whole(record, record.sessions.get(info.key))
        assert record.sessions.get(info.key).closed
    data = b"".join(file.read_bytes() for file in path.parent.rglob("*") if file.is_file())
    assert not re.search(info.key.encode() + rb"[0-9a-f]{32}[A-Z\xc3]", data)
    assert not (info.keep == "closing" and holds_answers(path))


def _check_whole(record: Record, info: SessionInfo) -> None:
    rows = answers(record)
    words = [row["word"] for table, row in rows if table == "cards" and row["word"]]
    kept = 0 if info.closed and info.keep == "closing" else len(PEOPLE)
    assert len(rows) == 3 * kept
    assert len(words) == (0 if info.closed else len(PEOPLE))
    assert record.sessions.publication(info.key) == (PUBLICATION if info.closed else None)
    events = record.sessions.events(info.key)
    assert events == ((*COURSE, Closed()) if info.closed else COURSE)
    assert all(not row["traces"] for table, row in record.stored() if table == "sessions")


def retire(path: Path) -> None:
    opened(path, today=lambda: TODAY + timedelta(days=31)).close()


def check_retired(path: Path) -> None:
    retire(path)
    with opened(path) as record:
        assert answers(record) == []
        assert the_meeting(record).forgotten
        assert record.sessions.publication(the_meeting(record).key) == PUBLICATION
    assert not any(holds_answers(file) for file in path.parent.rglob("*.db"))


def check_upgraded(path: Path) -> None:
    backups = listed(path, path.parent / "backups")
    connection = sqlite3.connect(path)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    assert version == 1 or backups
    for made in backups:
        check_file(made.path)
    with opened(path) as record:
        stored = dump(record)
        going_on(record)
    assert sum(table == "runs" for table, _ in stored) == 2
    assert sum(table == "events" for table, _ in stored) == 5
