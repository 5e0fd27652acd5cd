"""An earlier record is brought up to date with everything in it, after a verified backup."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from ajs_trainer.errors import StorageError
from ajs_trainer.play.run import Rated, Recognised
from ajs_trainer.play.story import Chosen
from ajs_trainer.record import check_file, listed, schema
from tests.record.helpers import coffee, dump, opened
from tests.record.killed_meetings import make_version, make_version_one
from tests.record.meetings import PUBLICATION, closed, going_on, voted


@pytest.fixture
def old(path: Path) -> Path:
    """A record that version 1 wrote, with two people, two runs and five events in it."""
    make_version_one(path)
    return path


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, without a word of ours."""
    connection = sqlite3.connect(path)
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    found = {
        name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall()
        for (name,) in tables
    }
    connection.close()
    return found


def version(path: Path) -> int:
    connection = sqlite3.connect(path)
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return int(number)


def test_every_row_of_the_old_record_is_there(old: Path) -> None:
    before = rows(old)
    assert version(old) == 1
    assert [len(before[name]) for name in ("participants", "runs", "events")] == [2, 2, 5]

    with opened(old):
        pass

    after = rows(old)
    assert version(old) == schema.VERSION
    for table in before:
        if table != "_sqlite_migrations":
            assert after[table] == before[table], table


def test_the_runs_can_be_read_and_go_on(old: Path) -> None:
    with opened(old) as record:
        (run,) = record.runs.of(record.runs.known("blå älg") or "")
        assert record.runs.events(run.key) == (
            Chosen("kaffet", "fraga", ("fraga", "vantar")),
            Chosen("tystnad", "ga", ("igen", "ga", "stotta")),
            Rated("after", 4),
            Recognised("kaffet", "bara"),
        )
        assert run.finished
        assert record.runs.content(run.content) == coffee()
        record.runs.append(run.key, run.steps, Rated("before", 2))
    with opened(old) as record:
        assert record.runs.get(run.key).steps == 5


def test_there_is_a_verified_backup_of_the_old_record(old: Path) -> None:
    before = rows(old)
    opened(old).close()

    oldest = listed(old, old.parent / "backups")[-1].path
    check_file(oldest)
    assert version(oldest) == 1
    assert rows(oldest) == before


def test_meetings_can_be_held_in_it(old: Path) -> None:
    with opened(old) as record:
        key = going_on(record, keep="closing").key
        voted(record, key, ["fraga", "vanta"])
        closed(record, key)
    with opened(old) as record:
        assert record.sessions.publication(key) == PUBLICATION
        assert sum(table == "events" for table, _ in dump(record)) == 5


def test_without_a_backup_the_old_record_stays_as_it_is(old: Path) -> None:
    before = old.read_bytes()
    (old.parent / "backups").write_text("i vägen")

    with pytest.raises(StorageError):
        opened(old)

    assert old.read_bytes() == before


def test_an_old_and_damaged_record_is_not_touched(old: Path) -> None:
    data = old.read_bytes()
    damaged = data[:8192] + bytes(4096) + data[12288:]
    old.write_bytes(damaged)

    with pytest.raises(StorageError):
        opened(old)

    assert old.read_bytes() == damaged


def test_the_first_version_is_what_it_was(old: Path) -> None:
    """A migration that was released is never edited."""
    from sqlite_utils import Database

    db = Database(memory=True)
    schema.migrations().apply(db, stop_before="0002_sessions")
    made = set(db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    db.close()
    connection = sqlite3.connect(old)
    kept = set(connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
    connection.close()

    assert {name for name, _ in made} == {name for name, _ in kept}
    assert {part for part in made if not part[0].startswith(("_", "idx"))} == {
        part for part in kept if not part[0].startswith(("_", "idx"))
    }


def test_meetings_of_version_two_can_be_read_and_go_on(path: Path) -> None:
    make_version(2, path)
    before = rows(path)
    with opened(path) as record:
        over, going = sorted(record.sessions.all(), key=lambda info: info.number)
        assert record.sessions.publication(over.key) == PUBLICATION
        assert record.ballots.done(going.key, "1/kaffet", "first") == 3
        closed(record, going.key)
        assert record.observations.of(over.key) == ()
    after = rows(path)
    assert after["runs"] == before["runs"]
    assert after["events"] == before["events"]
    assert version(path) == schema.VERSION
