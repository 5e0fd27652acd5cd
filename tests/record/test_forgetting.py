"""What single people answered goes when it should, from every byte that the program knows of."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from ajs_trainer.errors import StorageError
from ajs_trainer.record import Record, backup, forgetting, listed, restore
from ajs_trainer.record.forgetting import holds_answers
from ajs_trainer.record.seals import seal
from ajs_trainer.record.unit import Store
from tests.record.helpers import TODAY, opened, recorded
from tests.record.meetings import PUBLICATION, QUESTION, answers, begun, closed, going_on, voted

CHOICES = ["fraga", "vanta", "vanta", "fraga", "vanta", "fraga", "fraga", "vanta"]
KEEPS = pytest.mark.parametrize("keep", ["days", "closing"])


def later(days: int) -> Callable[[], date]:
    """The clock, some days on."""
    return lambda: TODAY + timedelta(days=days)


def everything(folder: Path) -> bytes:
    """The bytes of every file in a folder, with their names."""
    return b"\0".join(
        str(file.relative_to(folder)).encode() + b"\0" + file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    )


def words_of(record: Record) -> list[str]:
    return [row["word"] for table, row in answers(record) if table == "cards" and row["word"]]


@KEEPS
def test_after_closing_no_byte_of_any_file_has_a_word(path: Path, keep: str) -> None:
    with opened(path) as record:
        key = going_on(record, keep=keep).key
        voted(record, key, CHOICES)
        record.backups.make()
        words = words_of(record)
        assert len(words) == len(CHOICES)
        assert any(word.encode() in everything(path.parent) for word in words)
        closed(record, key)
        left = everything(path.parent)

    assert [word for word in words if word.encode() in left] == []


def test_with_gone_at_closing_no_byte_of_any_file_has_a_card(path: Path) -> None:
    with opened(path) as record:
        key = going_on(record, keep="closing").key
        cards = voted(record, key, CHOICES)
        record.backups.make()
        closed(record, key)
        left = everything(path.parent)
        assert answers(record) == []

    assert [card for card in cards if card.encode() in left] == []
    assert not re.search(key.encode() + b"[0-9a-f]{32}", left)


def test_a_checksum_does_not_give_a_word_away(record: Record) -> None:
    """With the word in it, one would only have to try them all."""
    key = going_on(record).key
    voted(record, key, CHOICES)
    before = {row["key"]: row for table, row in answers(record) if table == "cards"}
    closed(record, key)

    for table, row in answers(record):
        if table == "cards":
            assert row["seal"] == seal({"session": key, "key": row["key"]})
            assert row["seal"] != before[row["key"]]["seal"]


def test_a_removal_that_did_not_reach_the_bytes_is_noticed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search is shown to find something: deleted rows stay when nothing overwrites them."""
    with opened(path) as record:
        key = going_on(record, keep="closing").key
        voted(record, key, CHOICES)
        record._store._database().execute("PRAGMA secure_delete = OFF")
        with monkeypatch.context() as patch:
            patch.setattr(Store, "vacuum", lambda _store: None)
            with pytest.raises(StorageError, match="ligger kvar i filen") as caught:
                closed(record, key)
        assert "nästa gång" in caught.value.hint
        assert record.sessions.get(key).closed
        assert record.sessions.publication(key) == PUBLICATION
        assert holds_answers(path)

        closed(record, key)

        assert not holds_answers(path)


def test_a_word_that_is_still_in_the_bytes_is_noticed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(path) as record:
        key = going_on(record, keep="days").key
        cards = voted(record, key, CHOICES)
        db = record._store._database()
        db.execute("PRAGMA secure_delete = OFF")
        db.execute("DELETE FROM cards WHERE key <> ?", [cards[0]])
        monkeypatch.setattr(Store, "vacuum", lambda _store: None)

        with pytest.raises(StorageError, match="ligger kvar i filen"):
            closed(record, key)


@KEEPS
def test_what_a_crash_left_after_closing_is_removed_at_the_next_start(
    path: Path, monkeypatch: pytest.MonkeyPatch, keep: str
) -> None:
    with opened(path) as record:
        key = going_on(record, keep=keep).key
        voted(record, key, CHOICES)
        words = words_of(record)
        monkeypatch.setattr(Store, "vacuum", _crash)
        with pytest.raises(KeyboardInterrupt):
            closed(record, key)
        monkeypatch.undo()
        assert record.sessions.get(key).closed
        assert _marked(record) == [key]
    with opened(path) as record:
        assert _marked(record) == []
        assert record.undone == ()

    assert [word for word in words if word.encode() in everything(path.parent)] == []


def _crash(_store: Store) -> None:
    raise KeyboardInterrupt


def _marked(record: Record) -> list[str]:
    return [row["key"] for table, row in record.stored() if table == "sessions" and row["traces"]]


def test_a_removal_that_cannot_be_finished_locks_nobody_out(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(path) as record:
        key = going_on(record).key
        voted(record, key, CHOICES)
        closed(record, key)

    def full(_store: Store) -> None:
        raise StorageError("Inte sparat: disken är full.", "")

    monkeypatch.setattr(Store, "vacuum", full)
    with opened(path, today=later(31)) as record:
        messages = [fault.message for fault in record.undone]
        assert any(text.startswith("Spår av borttagna svar kan finnas kvar") for text in messages)
        assert record.sessions.publication(key) == PUBLICATION
    monkeypatch.undo()
    with opened(path, today=later(31)) as record:
        assert record.undone == ()
        assert _marked(record) == []


@pytest.mark.parametrize(("days", "left"), [(29, 24), (30, 24), (31, 0)])
def test_answers_are_kept_to_the_last_date(path: Path, days: int, left: int) -> None:
    with opened(path) as record:
        key = going_on(record, days=30).key
        voted(record, key, CHOICES)
        closed(record, key)
    with opened(path, today=later(days)) as record:
        assert len(answers(record)) == left
        info = record.sessions.get(key)
        assert info.forgotten == (left == 0)
        assert record.sessions.publication(key) == PUBLICATION
    assert holds_answers(path) == (left > 0)


def test_a_meeting_that_nobody_closes_loses_words_and_answers_unpublished(path: Path) -> None:
    with opened(path) as record:
        key = going_on(record, days=5).key
        voted(record, key, CHOICES)
        (untouched,) = record.sessions.open()
    expected = {0: (8, 24), 1: (8, 24), 2: (0, 24), 5: (0, 24), 6: (0, 0)}
    for days, (words, rows) in expected.items():
        with opened(path, today=later(days)) as record:
            assert (len(words_of(record)), len(answers(record))) == (words, rows), days
    with opened(path, today=later(7)) as record:
        (info,) = record.sessions.open()
        assert (info.forgotten, untouched.forgotten) == (True, False)
        assert record.sessions.publication(key) is None
        assert record.ballots.tallies(key) == {}
        assert closed(record, key).closed
    assert not holds_answers(path)


def test_it_loses_one_thing_at_a_start(path: Path) -> None:
    """A clock that jumps in the middle of a meeting must not cost the answers."""
    with opened(path) as record:
        key = going_on(record, keep="closing").key
        voted(record, key, CHOICES)
    with opened(path, today=lambda: date(2099, 1, 1)) as record:
        assert words_of(record) == []
        assert record.ballots.done(key, QUESTION, "first") == len(CHOICES)
    with opened(path, today=lambda: date(2099, 1, 1)) as record:
        assert answers(record) == []


def test_a_clock_that_is_behind_keeps_nothing_longer(path: Path) -> None:
    with opened(path) as record:
        key = going_on(record).key
        voted(record, key, CHOICES)
        closed(record, key)
    with opened(path, today=later(40)) as record:
        begun(record)
    with opened(path, today=lambda: date(1970, 1, 1)) as record:
        assert answers(record) == []


def test_a_meeting_that_goes_on_later_keeps_its_new_answers_as_long(path: Path) -> None:
    with opened(path) as record:
        key = going_on(record, days=5).key
        voted(record, key, CHOICES)
    for _ in range(2):
        opened(path, today=later(20)).close()
    with opened(path, today=later(20)) as record:
        assert answers(record) == []
        voted(record, key, ["fraga"])
        assert record.sessions.get(key).keep_until == (TODAY + timedelta(days=25)).isoformat()
        assert record.ballots.done(key, QUESTION, "first") == 1
        closed(record, key)
    with opened(path, today=later(25)) as record:
        assert len(answers(record)) == 3


def test_looking_only_removes_nothing(path: Path) -> None:
    with opened(path) as record:
        key = going_on(record).key
        voted(record, key, CHOICES)
        closed(record, key)
    with opened(path, today=later(99), read_only=True) as record:
        assert len(answers(record)) == 24
        assert record.undone == ()


def test_no_backup_has_answers_but_everything_else(path: Path, tmp_path: Path) -> None:
    with opened(path) as record:
        recorded(record, "fraga")
        key = going_on(record).key
        voted(record, key, CHOICES)
        record.backups.make()
        record.backups.copy_to(tmp_path / "usb.db")
        copies = [record.backups.listed()[0].path, tmp_path / "usb.db"]
        expected = [(table, row) for table, row in record.stored() if table not in forgotten()]
    for copy in copies:
        assert not holds_answers(copy)
        with opened(copy, read_only=True) as record:
            assert answers(record) == []
            assert record.sessions.get(key).forgotten
            assert [
                (table, row) for table, row in record.stored() if table not in forgotten()
            ] == expected


def forgotten() -> set[str]:
    """The tables of which a backup differs from the record."""
    return {"cards", "ballots", "recognised", "sessions"}


def with_a_record_put_aside(path: Path) -> str:
    """A meeting that goes on after a restoration; the record with its answers is put aside."""
    with opened(path) as record:
        key = going_on(record).key
        made = record.backups.make()
        voted(record, key, CHOICES)
    restore(path, made.path, path.parent / "backups", TODAY)
    (aside,) = put_aside(path)
    assert holds_answers(aside)
    return key


def put_aside(path: Path) -> list[Path]:
    return [made.path for made in backup.found_in(path, path.parent / "backups") if made.replaced]


def test_closing_takes_the_answers_out_of_what_was_put_aside(path: Path) -> None:
    key = with_a_record_put_aside(path)
    with opened(path) as record:
        closed(record, key)

    (aside,) = put_aside(path)
    assert not holds_answers(aside)
    with opened(aside, read_only=True) as record:
        assert record.sessions.events(key)
        assert answers(record) == []


def test_what_was_put_aside_and_is_damaged_goes_with_the_answers(path: Path) -> None:
    key = with_a_record_put_aside(path)
    (aside,) = put_aside(path)
    aside.write_bytes(bytes(200) + aside.read_bytes()[200:])
    with opened(path) as record:
        closed(record, key)

    assert put_aside(path) == []


def test_what_was_put_aside_without_answers_is_left_alone(path: Path) -> None:
    with opened(path) as record:
        recorded(record, "fraga")
        made = record.backups.make()
    restore(path, made.path, path.parent / "backups", TODAY)
    (aside,) = put_aside(path)
    before = aside.read_bytes()
    with opened(path, today=later(60)) as record:
        closed(record, going_on(record).key)

    assert aside.read_bytes() == before


def test_what_was_put_aside_holds_answers_for_thirty_days_at_most(path: Path) -> None:
    """Also when the record that took its place has never heard of the meeting."""
    with opened(path) as record:
        recorded(record, "fraga")
        made = record.backups.make()
        voted(record, going_on(record).key, CHOICES)
    restore(path, made.path, path.parent / "backups", TODAY)

    for days, held in ((30, True), (31, False)):
        opened(path, today=later(days)).close()
        (aside,) = put_aside(path)
        assert holds_answers(aside) == held


def test_a_crash_in_the_middle_of_closing_spares_no_copy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_record_put_aside(path)
    with opened(path) as record:
        monkeypatch.setattr(Store, "vacuum", _crash)
        with pytest.raises(KeyboardInterrupt):
            closed(record, record.sessions.open()[0].key)
    monkeypatch.undo()
    assert holds_answers(put_aside(path)[0])

    opened(path).close()

    assert not holds_answers(put_aside(path)[0])


def test_closing_removes_what_crashes_have_left(path: Path) -> None:
    with opened(path) as record:
        key = going_on(record).key
        voted(record, key, CHOICES)
        record.backups.make()
        left = [path.parent / f".{path.name}.0000.new"]
        left.append(record.backups.folder / f".{path.stem}-0009-2026-03-01.db.0000.new")
        for draft in left:
            shutil.copy(path, draft)
        closed(record, key)

    assert not any(draft.exists() for draft in left)


def test_an_erased_meeting_is_gone_from_every_file(path: Path) -> None:
    key = with_a_record_put_aside(path)
    with opened(path) as record:
        keep = going_on(record).key
        voted(record, keep, ["fraga"])
        closed(record, key)
        erased = record.sessions.erase(key)
        left = everything(path.parent)
        assert [info.key for info in record.sessions.all()] == [keep]
        again = record.sessions.erase(key)

    assert (erased.sessions, erased.runs, again.sessions) == (1, 0, 0)
    assert erased.copies >= 2
    assert key.encode() not in left
    (made,) = listed(path, path.parent / "backups")
    with opened(made.path, read_only=True) as record:
        assert [info.key for info in record.sessions.all()] == [keep]


def test_erasing_one_leaves_the_texts_that_others_use(record: Record) -> None:
    first, second = going_on(record).key, going_on(record).key
    run = recorded(record, "fraga")

    record.sessions.erase(first)
    assert record.sessions.setup(second).stories["provet"]

    record.sessions.erase(second)
    texts = [row["hash"] for table, row in record.stored() if table == "content"]
    assert texts == [run.content]


def test_erasing_runs_leaves_the_texts_of_meetings(record: Record) -> None:
    key = going_on(record).key
    record.runs.erase(recorded(record, "fraga").key)

    assert record.sessions.setup(key).stories["provet"]


def test_erasing_everything_erases_meetings(record: Record) -> None:
    voted(record, going_on(record).key, CHOICES)
    closed(record, going_on(record).key)

    erased = record.erase_everything()

    assert erased.sessions == 2
    assert {table for table, _ in record.stored()} == {"_sqlite_migrations"}
    assert record.backups.listed() == []


def test_a_day_is_long_enough_for_a_meeting() -> None:
    """A meeting over midnight keeps its words; what is kept until closing is not kept longer."""
    assert forgetting.MEETING_DAYS == 1
