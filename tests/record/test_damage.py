"""Damage is found or harmless, the file is left as it is, and the way back is pointed out.

SQLite's own check calls many of these files whole: a flipped bit in a text is a valid text.
"""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from ajs_trainer.errors import StorageError
from ajs_trainer.play.run import Rated, Recognised
from ajs_trainer.record import DamagedRecord
from tests.record.helpers import ROUND, coffee, dump, opened, recorded

FLIPS = 500
PARTS = 5


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record as it may look after some weeks, with a backup."""
    path = tmp_path_factory.mktemp("sample") / "ajs.db"
    with opened(path) as record:
        for number in range(6):
            info = recorded(record, *ROUND * 8, "vantar", "ga", code=f"kod {number % 3}")
            record.runs.append(info.key, 18, Recognised("kaffet", "bara"))
            record.runs.append(info.key, 19, Rated("after", 4))
            record.runs.finish(info.key)
        recorded(record, "fraga", text=coffee(title="Ett annat prov"))
        record.backups.make()
    return path


def damaged_copy(sample: Path, folder: Path, data: bytes) -> Path:
    path = folder / "ajs.db"
    path.write_bytes(data)
    return path


def assert_found_or_harmless(path: Path, sample: Path, data: bytes) -> None:
    """The person is told and the file is as it was, or everything in it can be read."""
    with opened(sample, read_only=True) as record:
        whole = dump(record)
    try:
        record = opened(path, backups=sample.parent / "backups")
    except StorageError as found:
        told = found
    else:
        with record:
            assert dump(record) == whole
        return
    assert path.read_bytes() == data
    assert not isinstance(told, DamagedRecord) or "ajs data restore" in told.hint


def test_every_truncation_is_found_or_harmless(sample: Path, tmp_path: Path) -> None:
    """Harmless is the end of a last page that holds nothing."""
    whole = sample.read_bytes()
    for length in range(0, len(whole), 512):
        path = damaged_copy(sample, tmp_path, whole[:length])

        assert_found_or_harmless(path, sample, whole[:length])


def test_a_page_that_is_missing_is_always_found(sample: Path, tmp_path: Path) -> None:
    whole = sample.read_bytes()
    for length in range(0, len(whole), 4096):
        path = damaged_copy(sample, tmp_path, whole[:length])

        with pytest.raises(DamagedRecord) as caught:
            opened(path, backups=sample.parent / "backups")

        assert "2026-03-01" in caught.value.hint


@pytest.mark.parametrize("part", range(PARTS))
def test_flipped_bits_are_found_or_harmless(sample: Path, tmp_path: Path, part: int) -> None:
    chance = random.Random(part)
    whole = sample.read_bytes()
    for _ in range(FLIPS // PARTS):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path = damaged_copy(sample, tmp_path, bytes(data))

        assert_found_or_harmless(path, sample, bytes(data))


def test_random_bytes_in_a_page_are_found_or_harmless(sample: Path, tmp_path: Path) -> None:
    chance = random.Random(0)
    whole = sample.read_bytes()
    for _ in range(50):
        data = bytearray(whole)
        place = chance.randrange(len(data) - 200)
        data[place : place + 200] = chance.randbytes(200)
        path = damaged_copy(sample, tmp_path, bytes(data))

        assert_found_or_harmless(path, sample, bytes(data))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(b"vantar", id="a choice"),
        pytest.param(b"kod 1", id="a code"),
        pytest.param(b"Micke", id="a word of the scenario"),
        pytest.param(b"2026-03-01", id="a date"),
        pytest.param(b"recognised", id="a kind of event"),
    ],
)
def test_a_changed_letter_is_found_wherever_it_is(
    sample: Path, tmp_path: Path, text: bytes
) -> None:
    """Also where the tables themselves would take the other letter."""
    whole = sample.read_bytes()
    place = whole.find(text)
    found = 0
    while place >= 0:
        data = bytearray(whole)
        data[place] ^= 1
        path = damaged_copy(sample, tmp_path, bytes(data))
        try:
            opened(path).close()
        except StorageError:
            found += 1
        else:
            assert_found_or_harmless(path, sample, bytes(data))
        place = whole.find(text, place + 1)

    assert found


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE events SET choice = 'fraga' WHERE choice = 'vantar'",
        "UPDATE events SET step = step + 100 WHERE step > 10",
        "DELETE FROM events WHERE step = 19",
        "UPDATE runs SET finished = 0",
        "UPDATE runs SET number = number + 50",
        "UPDATE participants SET code = 'x' || code",
        "UPDATE content SET text = replace(text, 'Micke', 'Macke')",
        "DELETE FROM content",
        "DELETE FROM runs WHERE number = 1",
        "DELETE FROM _sqlite_migrations",
        "DROP VIEW choices_flat",
        "ALTER TABLE events ADD COLUMN more TEXT",
    ],
)
def test_a_change_that_the_program_did_not_make_is_found(
    sample: Path, tmp_path: Path, change: str
) -> None:
    path = damaged_copy(sample, tmp_path, sample.read_bytes())
    connection = sqlite3.connect(path)
    connection.execute(change)
    connection.commit()
    connection.close()

    with pytest.raises(DamagedRecord):
        opened(path)


def test_a_table_that_somebody_added_does_no_harm(sample: Path, tmp_path: Path) -> None:
    path = damaged_copy(sample, tmp_path, sample.read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("CREATE VIEW ours AS SELECT choice FROM choices_flat")
    connection.close()

    opened(path).close()


def test_the_door_for_other_tools_keeps_its_columns(sample: Path) -> None:
    with opened(sample, read_only=True) as record, record._store.reading() as db:
        assert [column.name for column in db.view("choices_flat").columns] == [
            "run",
            "participant",
            "scenario",
            "content",
            "step",
            "scene",
            "choice",
            "when_",
            "strategy",
            "toward",
            "date",
            "withdrawn",
        ]
