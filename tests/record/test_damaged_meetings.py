"""A changed letter in what is kept about a meeting is found when the record is opened."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from ajs_trainer.record import DamagedRecord
from tests.record.helpers import opened
from tests.record.meetings import closed, going_on, voted

CHANGES = [
    "UPDATE sessions SET title = 'APT i maj'",
    "UPDATE sessions SET keep_until = '2099-01-01'",
    "UPDATE sessions SET steps = steps - 1",
    "UPDATE session_texts SET scenario = 'annat'",
    "UPDATE session_events SET data = '{}' WHERE kind = 'attended'",
    "UPDATE session_events SET kind = 'skipped' WHERE step = 1",
    "DELETE FROM session_events WHERE step = 0",
    "DELETE FROM session_events WHERE step = 6",
    "UPDATE cards SET word = 'BLÅSIPPA'",
    "UPDATE ballots SET choice = 'vanta' WHERE choice = 'fraga'",
    "UPDATE ballots SET round = 'second'",
    "UPDATE recognised SET thought = 'x'",
    "UPDATE publications SET text = text || ' '",
    "DELETE FROM sessions",
]


@pytest.fixture
def meeting(path: Path) -> Path:
    """A record with a closed meeting whose answers are kept."""
    with opened(path) as record:
        key = going_on(record).key
        voted(record, key, ["fraga"])
        closed(record, key)
    return path


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_from_outside_is_found(meeting: Path, change: str) -> None:
    connection = sqlite3.connect(meeting)
    connection.execute(change)
    connection.commit()
    connection.close()

    with pytest.raises(DamagedRecord):
        opened(meeting)


def test_what_nobody_changed_is_sound(meeting: Path) -> None:
    opened(meeting).close()
