"""A listed backup is one that works, and the way back leaves nothing lost."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

from ajs_trainer.errors import StorageError
from ajs_trainer.record import (
    DamagedRecord,
    NewerRecord,
    Record,
    backup,
    check_file,
    listed,
    restore,
    schema,
)
from ajs_trainer.record.faults import ForeignFile
from tests.record.helpers import TODAY, dump, opened, recorded


def folder_of(path: Path) -> Path:
    return path.parent / "backups"


def test_a_backup_holds_all_that_the_record_holds(record: Record) -> None:
    recorded(record, "fraga", code="röd räv")

    made = record.backups.make()

    assert (made.number, made.date, made.replaced) == (1, "2026-03-01", False)
    assert made.path.name == "ajs-0001-2026-03-01.db"
    assert record.backups.listed() == [made]
    check_file(made.path)
    with opened(made.path, read_only=True) as copy:
        assert dump(copy) == dump(record)


def test_the_three_newest_are_kept_whatever_the_clock_says(path: Path) -> None:
    days = [TODAY + timedelta(days=offset) for offset in (0, 1, -400, -399, 2)]
    for day in days:
        with opened(path, today=lambda day=day: day) as record:
            recorded(record, "fraga")
            record.backups.make()

    assert [(made.number, made.date) for made in listed(path, folder_of(path))][:2] == [
        (9, days[4].isoformat()),
        (8, days[4].isoformat()),
    ]
    assert len(listed(path, folder_of(path))) == backup.KEPT


def test_one_backup_a_day_is_made_when_the_record_is_opened(path: Path) -> None:
    with opened(path) as record:
        assert record.backups.listed() == []
        recorded(record, "fraga")
    for _ in range(2):
        opened(path).close()
    assert len(listed(path, folder_of(path))) == 1

    opened(path, today=lambda: TODAY + timedelta(days=1)).close()
    assert len(listed(path, folder_of(path))) == 2


def test_a_backup_that_cannot_be_made_does_not_lock_anybody_out(path: Path) -> None:
    with opened(path) as record:
        recorded(record, "fraga")
    folder_of(path).write_text("en fil i vägen")

    with opened(path) as record:
        (fault,) = record.undone
        assert "gick inte att säkerhetskopiera" in fault.message
        recorded(record, "fraga")


def test_a_copy_goes_where_one_wants_and_never_over_a_file(record: Record, tmp_path: Path) -> None:
    recorded(record, "fraga")
    target = tmp_path / "usb" / "kopia.db"
    target.parent.mkdir()

    record.backups.copy_to(target)
    with opened(target, read_only=True) as copy:
        assert dump(copy) == dump(record)
    before = target.read_bytes()

    with pytest.raises(StorageError):
        record.backups.copy_to(target)
    assert target.read_bytes() == before
    assert [file.name for file in target.parent.iterdir()] == ["kopia.db"]


def test_a_copy_that_is_not_whole_never_gets_a_name(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded(record, "fraga")
    whole = check_file

    def broken_before(path: Path) -> None:
        path.write_bytes(path.read_bytes()[:-4096])
        whole(path)

    monkeypatch.setattr(backup, "check_file", broken_before)
    with pytest.raises(StorageError, match="kopian är inte hel"):
        record.backups.make()

    assert list(record.backups.folder.iterdir()) == []


def test_a_copy_with_fewer_rows_never_gets_a_name(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded(record, "fraga")
    counts = iter([{"runs": 0}, {"runs": 1}])
    monkeypatch.setattr(backup, "_counts", lambda _connection: next(counts))

    with pytest.raises(StorageError, match="kopian är inte hel"):
        record.backups.make()

    assert list(record.backups.folder.iterdir()) == []


def test_a_restored_record_is_the_one_that_was_backed_up(path: Path) -> None:
    with opened(path) as record:
        recorded(record, "fraga")
        made = record.backups.make()
        expected = dump(record)
        recorded(record, "vantar")
        lost = dump(record)

    aside = restore(path, made.path, folder_of(path), TODAY)

    with opened(path) as record:
        assert dump(record) == expected
    assert aside is not None
    with opened(aside, read_only=True) as replaced:
        assert dump(replaced) == lost


def test_a_damaged_record_is_kept_as_it_is_when_replaced(path: Path) -> None:
    with opened(path) as record:
        recorded(record, "fraga")
        made = record.backups.make()
    path.write_bytes(b"skadad")
    journal = path.with_name("ajs.db-journal")
    journal.write_bytes(b"en journal")

    aside = restore(path, made.path, folder_of(path), TODAY)

    assert aside is not None
    assert aside.read_bytes() == b"skadad"
    assert aside.with_name(f"{aside.name}-journal").read_bytes() == b"en journal"
    with opened(path) as record:
        assert len(record.runs.of(record.runs.participant())) == 1
    assert aside.exists()


def test_a_record_that_is_gone_comes_back(path: Path) -> None:
    with opened(path) as record:
        recorded(record, "fraga")
        made = record.backups.make()
    path.unlink()

    assert restore(path, made.path, folder_of(path), TODAY) is None
    with opened(path) as record:
        assert len(record.runs.of(record.runs.participant())) == 1


@pytest.mark.parametrize(
    ("make", "error"),
    [
        pytest.param(lambda path: path.write_bytes(b"x"), DamagedRecord, id="damaged"),
        pytest.param(lambda path: path.write_bytes(b""), DamagedRecord, id="empty"),
        pytest.param(lambda path: path.unlink(), StorageError, id="missing"),
        pytest.param(
            lambda path: with_pragma(path, f"user_version = {schema.VERSION + 1}"),
            NewerRecord,
            id="newer",
        ),
        pytest.param(
            lambda path: with_pragma(path, "application_id = 7"), ForeignFile, id="foreign"
        ),
    ],
)
def test_only_a_good_backup_replaces_anything(
    path: Path, make: object, error: type[StorageError]
) -> None:
    assert callable(make)
    with opened(path) as record:
        recorded(record, "fraga")
        made = record.backups.make()
    before = path.read_bytes()
    make(made.path)

    with pytest.raises(error):
        restore(path, made.path, folder_of(path), TODAY)

    assert path.read_bytes() == before
    assert not [found for found in backup.found_in(path, folder_of(path)) if found.replaced]


def with_pragma(path: Path, setting: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA {setting}")
    connection.close()


def test_the_backups_of_another_record_beside_it_are_not_touched(path: Path) -> None:
    with opened(path) as record:
        recorded(record, "fraga")
        record.backups.make()
    other = path.with_name("ajs-2.db")
    shutil.copy(path, other)
    with opened(other) as record:
        record.backups.make()
        record.erase_everything()

    assert [made.path.name for made in listed(path, folder_of(path))] == ["ajs-0001-2026-03-01.db"]


def test_two_windows_may_make_a_backup_at_once(record: Record) -> None:
    recorded(record, "fraga")
    first = record.backups.make()
    number = backup._next_number
    answers = iter([first.number])

    def late(record_path: Path, folder: Path) -> int:
        return next(answers, None) or number(record_path, folder)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backup, "_next_number", late)
        second = record.backups.make()

    assert second.number == first.number + 1
    assert date.fromisoformat(second.date) == TODAY
