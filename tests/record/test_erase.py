"""What is erased is gone from every file that the program knows of."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from ajs_trainer.errors import StorageError
from ajs_trainer.record import Record, restore
from tests.builders import choice, ending, scenario
from tests.record.helpers import TODAY, coffee, dump, opened, recorded

MARK = "hemligt-val-som-ska-bort"


def marked() -> object:
    return scenario(
        {"start": {"text": "X", "choices": [choice(MARK, "slut")]}, "slut": ending()}, id="markt"
    )


def files_with(folder: Path, text: str) -> list[str]:
    return sorted(
        file.name
        for file in folder.rglob("*")
        if file.is_file() and text.encode() in file.read_bytes()
    )


def with_traces(path: Path) -> tuple[str, str]:
    """A run to erase and one to keep, the first one also in backups and what was put aside."""
    with opened(path) as record:
        gone = recorded(record, MARK, text=marked(), code="blå älg")  # type: ignore[arg-type]
        record.backups.make()
        made = record.backups.make()
    restore(path, made.path, path.parent / "backups", TODAY)
    (path.parent / f".{path.name}.0000.new").write_text(MARK)
    (path.parent / "backups" / ".ajs-0009-2026-03-01.db.0000.new").write_text(MARK)
    with opened(path) as record:
        kept = recorded(record, "fraga", code="röd räv")
    return gone.key, kept.key


@pytest.mark.parametrize("what", ["run", "participant", "everything"])
def test_nothing_of_it_is_left_in_the_bytes_of_any_file(path: Path, what: str) -> None:
    gone, kept = with_traces(path)
    assert len(files_with(path.parent, MARK)) == 6

    with opened(path) as record:
        if what == "run":
            erased = record.runs.erase(gone)
        elif what == "participant":
            erased = record.runs.erase_all(record.runs.participant("blå älg"))
        else:
            erased = record.erase_everything()

        assert files_with(path.parent, MARK) == []
        assert files_with(path.parent, gone) == []
        left = [run.key for run in record.runs.of(record.runs.participant("röd räv"))]
        assert left == ([] if what == "everything" else [kept])
        backups = record.backups.listed()
    assert erased.runs == (2 if what == "everything" else 1)
    assert erased.copies == 3
    assert len(backups) == (0 if what == "everything" else 1)
    if backups:
        with opened(backups[0].path, read_only=True) as copy:
            assert copy.runs.get(kept).choices == 1
    opened(path).close()


def test_the_code_goes_with_the_person_and_stays_with_the_run(record: Record) -> None:
    info = recorded(record, "fraga", code="blå älg")

    record.runs.erase(info.key)
    assert record.runs.known("blå älg") is not None

    record.runs.erase_all(record.runs.participant("blå älg"))
    assert record.runs.known("blå älg") is None


def test_an_emptied_record_holds_nothing_but_its_own_making(record: Record) -> None:
    recorded(record, "fraga", "ga")

    record.erase_everything()

    assert {table for table, _ in dump(record)} == {"_sqlite_migrations"}


def test_a_text_that_others_have_played_stays(record: Record) -> None:
    mine, theirs = recorded(record, "fraga"), recorded(record, "vantar", code="röd räv")

    record.runs.erase(mine.key)
    assert record.runs.content(theirs.content) == coffee()

    record.runs.erase(theirs.key)
    assert not any(table == "content" for table, _ in dump(record))


def test_erasing_again_changes_nothing(record: Record) -> None:
    info = recorded(record, "fraga")
    record.runs.erase(info.key)

    again = record.runs.erase(info.key)

    assert (again.runs, again.copies) == (0, 0)


def test_the_promise_is_no_bigger_than_it_can_be(record: Record) -> None:
    info = recorded(record, "fraga")

    plain = record.runs.erase(info.key).promise()
    assert plain.startswith("Borta ur filen. På disken kan spår finnas kvar")
    assert "diskkryptering" in plain
    assert "säkerhetskopior" not in plain

    recorded(record, "fraga")
    record.backups.make()
    assert "Äldre säkerhetskopior" in record.erase_everything().promise()


def test_an_erasure_that_leaves_traces_says_where(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = recorded(record, "fraga")
    record.backups.make()

    def stuck(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", stuck)
        with pytest.raises(StorageError, match=r"^Raderat, men spår kan finnas kvar") as caught:
            record.runs.erase(info.key)
    assert str(record.backups.folder) in caught.value.message

    assert record.runs.of(record.runs.participant()) == []
    assert record.runs.erase(info.key).copies == 1
    assert record.backups.listed() == []


def test_the_file_is_written_anew(path: Path) -> None:
    """After an erasure a page holds its rows in the order of their random keys; before it, the
    place of a row in the page tells who came first.
    """
    with opened(path) as record:
        arrived = [record.runs.participant(f"kod {number}") for number in range(25)]
        before = in_page(path, "participants", arrived)
        record.runs.erase_all(record.runs.participant())
        after = in_page(path, "participants", arrived)
        with record._store.reading() as db:
            assert db.execute("PRAGMA freelist_count").fetchone()[0] == 0

    assert before == arrived[::-1]
    assert after == sorted(arrived, reverse=True)


def in_page(path: Path, table: str, keys: list[str]) -> list[str]:
    """The keys in the order in which they lie in the one page of a table."""
    connection = sqlite3.connect(path)
    (root,) = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = ?", [table]
    ).fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    page = path.read_bytes()[(root - 1) * size : root * size]
    return sorted(keys, key=lambda key: page.index(key.encode()))
