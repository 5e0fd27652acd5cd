"""A record is opened only where it is safe, and only one that can be trusted."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from ajs_trainer.errors import ExitCode, StorageError
from ajs_trainer.record import DamagedRecord, NewerRecord, Record, schema
from ajs_trainer.record.faults import ForeignFile
from tests.record.helpers import dump, opened, pragma, recorded

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs POSIX modes")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "truncate"),
        ("synchronous", 3),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("temp_store", 2),
        ("fullfsync", 1),
        ("busy_timeout", 30_000),
        ("recursive_triggers", 0),
        ("application_id", schema.APPLICATION_ID),
        ("user_version", schema.VERSION),
    ],
)
def test_settings_of_the_connection(record: Record, name: str, value: object) -> None:
    assert pragma(record, name) == value


def test_nothing_is_mapped_into_memory(record: Record) -> None:
    with record._store.reading() as db:
        row = db.execute("PRAGMA mmap_size").fetchone()
    assert row is None or row[0] == 0


def test_every_own_table_is_strict_with_its_key_first(record: Record) -> None:
    with record._store.reading() as db:
        tables = [table for table in db.tables if not table.name.startswith("_")]
        assert {table.name for table in tables} >= {"participants", "content", "runs", "events"}
        for table in tables:
            assert table.strict
            assert not table.use_rowid
            assert [column.name for column in table.columns][: len(table.pks)] == table.pks


@POSIX
def test_only_the_owner_may_read_it(path: Path) -> None:
    with opened(path) as record:
        recorded(record, "fraga")
    with opened(path):
        pass

    for file in (path, *path.parent.glob("*-journal"), *(path.parent / "backups").iterdir()):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE((path.parent / "backups").stat().st_mode) == 0o700


@POSIX
def test_a_file_that_others_could_read_is_closed_to_them(path: Path) -> None:
    opened(path).close()
    path.chmod(0o644)

    opened(path).close()

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_but_the_record_is_left_by_a_first_start(path: Path) -> None:
    opened(path).close()

    assert {file.name for file in path.parent.iterdir()} <= {"ajs.db", "ajs.db-journal"}


def make_text_file(path: Path) -> None:
    path.write_text("hej hej")


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


def make_folder(path: Path) -> None:
    path.mkdir()


def make_foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (text)")
    connection.close()


def make_newer(path: Path) -> None:
    with opened(path) as record:
        recorded(record, "fraga")
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()


def make_zeroed_header(path: Path) -> None:
    opened(path).close()
    path.write_bytes(bytes(16) + path.read_bytes()[16:])


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_cut(path: Path) -> None:
    opened(path).close()
    path.write_bytes(path.read_bytes()[:-5000])


def make_lost_column(path: Path) -> None:
    opened(path).close()
    connection = sqlite3.connect(path)
    connection.execute("DROP VIEW choices_flat")
    connection.commit()
    connection.close()


REFUSED = [
    pytest.param(make_text_file, DamagedRecord, "är skadad, eller så", id="text file"),
    pytest.param(make_empty, DamagedRecord, r"är tom \(0 byte\)", id="0 bytes"),
    pytest.param(make_folder, StorageError, "är en mapp, inte en fil", id="folder"),
    pytest.param(make_foreign, ForeignFile, "hör till ett annat program", id="foreign"),
    pytest.param(make_newer, NewerRecord, "från en nyare version", id="newer"),
    pytest.param(make_zeroed_header, DamagedRecord, "är skadad", id="zeroed header"),
    pytest.param(make_cut, DamagedRecord, "är skadad", id="end missing"),
    pytest.param(make_lost_column, DamagedRecord, "är skadad", id="view missing"),
    pytest.param(make_pipe, StorageError, "ingen vanlig fil", id="pipe", marks=POSIX),
]


@pytest.mark.parametrize(("make", "error", "sentence"), REFUSED)
def test_what_is_no_record_of_ours_is_refused_and_left_alone(
    path: Path, make: Callable[[Path], None], error: type[StorageError], sentence: str
) -> None:
    path.parent.mkdir()
    make(path)
    before = path.read_bytes() if path.is_file() else None

    with pytest.raises(error, match=sentence) as caught:
        opened(path)

    assert caught.value.exit_code == ExitCode.STORAGE
    assert caught.value.hint
    assert str(path) in caught.value.message
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_damaged_record_without_a_backup_says_what_can_be_done(path: Path) -> None:
    path.parent.mkdir()
    make_empty(path)

    with pytest.raises(DamagedRecord) as caught:
        opened(path)

    assert "ingen säkerhetskopia" in caught.value.hint


def test_a_damaged_record_points_to_its_newest_backup(path: Path) -> None:
    with opened(path) as record:
        recorded(record, "fraga")
    opened(path).close()
    path.write_bytes(b"")

    with pytest.raises(DamagedRecord) as caught:
        opened(path)

    assert "2026-03-01" in caught.value.hint
    assert "ajs data restore" in caught.value.hint


def test_a_newer_record_can_be_read_but_not_written(path: Path) -> None:
    path.parent.mkdir()
    make_newer(path)

    with opened(path, read_only=True) as record:
        runs = record.runs.of(record.runs.known("") or "")
        assert [run.choices for run in runs] == [1]
        assert record.read_only
        with pytest.raises(StorageError):
            record.runs.finish(runs[0].key)


def test_an_older_record_is_not_read_by_guesswork(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(path).close()
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)

    with pytest.raises(StorageError, match="äldre version"):
        opened(path, read_only=True)


def test_reading_only_makes_nothing(path: Path) -> None:
    with pytest.raises(StorageError, match="går inte att läsa"):
        opened(path, read_only=True)

    assert not path.parent.exists()


def test_two_windows_write_to_the_same_record(path: Path) -> None:
    with opened(path) as one, opened(path) as other:
        mine, theirs = recorded(one, "fraga"), recorded(other, "vantar")

        assert {run.key for run in one.runs.of(one.runs.participant())} == {mine.key, theirs.key}
        assert dump(one) == dump(other)


def test_a_copy_of_the_file_in_use_is_whole(path: Path, tmp_path: Path) -> None:
    with opened(path) as record:
        recorded(record, "fraga", "igen")
        copy = Path(shutil.copy(path, tmp_path / "usb.db"))
        expected = dump(record)

    with opened(copy, read_only=True) as copied:
        assert dump(copied) == expected


def test_a_sqlite_that_is_too_old_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))

    with pytest.raises(StorageError, match=r"för gammalt"):
        opened(path)

    assert not path.parent.exists()


def test_nothing_tells_who_or_what_time_it_was(path: Path) -> None:
    """No clock, host, user or address in any row: see the dump as text."""
    with opened(path) as record:
        recorded(record, "fraga", "ga")
        text = str(dump(record))

    import re
    import socket

    assert not re.search(r"\d\d:\d\d", text)
    assert socket.gethostname() not in text
    assert str(path.parent) not in text


def test_a_strange_name_of_a_file_is_shown_filtered(tmp_path: Path) -> None:
    path = tmp_path / "\x1b[2J[red]\n.db"
    path.write_bytes(b"")

    with pytest.raises(DamagedRecord) as caught:
        opened(path)

    assert caught.value.message.isprintable()


@pytest.mark.parametrize("name", ["å ä ö.db", "50%.db", "a?b#c.db", "a'b.db", "utan"])
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    for expected in (1, 2):
        with opened(path) as record:
            recorded(record, "fraga")
            assert len(record.runs.of(record.runs.participant())) == expected
    assert path.exists()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_journal_that_a_crash_left_is_played_back(
    path: Path, tmp_path: Path, read_only: bool
) -> None:
    """The files as they are in the middle of a large write, as if the plug had been pulled."""
    crashed = tmp_path / "crashed"
    with opened(path) as record:
        recorded(record, "fraga")
        expected = dump(record)
        with contextlib.suppress(KeyboardInterrupt), record._store.unit() as db:
            db.execute("PRAGMA cache_size = 1")
            db.execute("DELETE FROM events")
            db.execute("UPDATE content SET text = ?", ["x" * 100_000])
            shutil.copytree(path.parent, crashed)
            raise KeyboardInterrupt
    assert (crashed / "ajs.db-journal").stat().st_size

    with opened(crashed / "ajs.db", read_only=read_only) as record:
        assert dump(record) == expected
