"""When the world breaks: nothing half stored, a clear sentence, stored once on retry."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from ajs_trainer.errors import StorageError
from ajs_trainer.play.run import Event
from ajs_trainer.record import ReadOnlyPlace, Record
from ajs_trainer.record.faults import file_fault, sqlite_fault
from tests.record.helpers import ROUND, chosen, coffee, dump, opened, recorded

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs POSIX")
ROOT = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
WRITES = 30
NOBODY = 65534


@contextmanager
def no_room_for_files(path: Path) -> Iterator[None]:
    """Every write fails, as over a quota."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def folder_away(path: Path) -> Iterator[None]:
    away = path.parent.with_name("away")
    path.parent.rename(away)
    try:
        yield
    finally:
        away.rename(path.parent)


@contextmanager
def file_away(path: Path) -> Iterator[None]:
    away = path.with_name("away.db")
    path.rename(away)
    try:
        yield
    finally:
        away.rename(path)


@contextmanager
def another_file_in_its_place(path: Path) -> Iterator[None]:
    with file_away(path):
        path.write_text("något annat")
        try:
            yield
        finally:
            path.unlink()


@contextmanager
def locked_by_another(path: Path) -> Iterator[None]:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()


Breakage = Callable[[Path], AbstractContextManager[None]]

BREAKAGES = [
    pytest.param(no_room_for_files, "^Inte sparat: disken är full", id="quota", marks=POSIX),
    pytest.param(folder_away, "^Inte sparat: .* har flyttats eller tagits bort", id="folder"),
    pytest.param(file_away, "^Inte sparat: .* har flyttats eller tagits bort", id="file"),
    pytest.param(
        another_file_in_its_place, "har flyttats eller tagits bort|är skadad", id="replaced"
    ),
    pytest.param(locked_by_another, "^Inte sparat: ett annat program skriver", id="locked"),
]


@pytest.mark.parametrize(("broken", "sentence"), BREAKAGES)
def test_each_of_the_first_writes_may_fail_and_be_tried_again(
    path: Path, broken: Breakage, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ajs_trainer.record.connection.TIMEOUT", 0.0)
    events = chosen(coffee(), *ROUND * (WRITES // 2))
    with opened(path) as record:
        info = recorded(record)
        for step, event in enumerate(events):
            before = dump(record)
            with broken(path), pytest.raises(StorageError, match=sentence) as caught:
                record.runs.append(info.key, step, event)
            assert caught.value.hint
            assert dump(record) == before

            record.runs.append(info.key, step, event)
            record.runs.append(info.key, step, event)

        assert record.runs.events(info.key) == tuple(events)
    opened(path).close()


def test_a_full_disk_is_told_and_the_choice_is_stored_once_when_there_is_room(
    path: Path,
) -> None:
    with opened(path) as record:
        info = recorded(record)
        db = record._store._database()
        events = chosen(coffee(), *ROUND * 200)
        full: list[StorageError] = []
        for step, event in enumerate(events):
            if not full:
                pages = db.execute("PRAGMA page_count").fetchone()[0]
                db.execute(f"PRAGMA max_page_count = {pages}")
            try:
                record.runs.append(info.key, step, event)
            except StorageError as error:
                full.append(error)
                assert record.runs.get(info.key).steps == step
                db.execute("PRAGMA max_page_count = 100000")
                record.runs.append(info.key, step, event)

        assert [error.message for error in full] == ["Inte sparat: disken är full."]
        assert "Ditt val finns kvar här" in full[0].hint
        assert record.runs.events(info.key) == tuple(events)
    opened(path).close()


def append_all(record: Record, run: str, events: list[Event]) -> None:
    for step, event in enumerate(events):
        record.runs.append(run, step, event)


@ROOT
def test_a_small_disk_that_fills_up(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("cannot mount here")
    try:
        with opened(disk / "ajs.db") as record:
            info = recorded(record)
            filler = disk / "other-file"
            events = chosen(coffee(), *ROUND * 100)
            with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
                while file.write(bytes(1024)):
                    pass
            with pytest.raises(StorageError, match=r"^Inte sparat: disken är full"):
                append_all(record, info.key, events)
            step = record.runs.get(info.key).steps
            assert record.runs.events(info.key) == tuple(events[:step])
            filler.unlink()
            append_all(record, info.key, events)
            assert record.runs.events(info.key) == tuple(events)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.fixture
def unprivileged_folder() -> Iterator[Path]:
    """A folder whose modes count, for root too."""
    folder = Path(tempfile.mkdtemp(prefix="ajs-test-"))
    is_root = os.geteuid() == 0
    if is_root:
        os.chown(folder, NOBODY, NOBODY)
        os.setegid(NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
            os.setegid(0)
        for place in (folder, *folder.iterdir()):
            place.chmod(0o700)
        shutil.rmtree(folder)


@POSIX
def test_a_write_protected_file_is_found_before_the_first_question(
    unprivileged_folder: Path,
) -> None:
    path = unprivileged_folder / "ajs.db"
    with opened(path) as record:
        recorded(record, "fraga")
    path.chmod(0o400)
    before = path.read_bytes()

    with pytest.raises(ReadOnlyPlace, match=r"ajs\.db är skrivskyddad, så inget kan") as caught:
        opened(path)

    assert "--data" in caught.value.hint
    assert path.read_bytes() == before


@POSIX
def test_a_write_protected_folder_is_found_and_its_record_can_be_read(
    unprivileged_folder: Path,
) -> None:
    folder = unprivileged_folder / "ajs"
    path = folder / "ajs.db"
    with opened(path) as record:
        info = recorded(record, "fraga")
    (folder / "ajs.db-journal").unlink()
    folder.chmod(0o500)

    with pytest.raises(ReadOnlyPlace, match=f"{folder} är skrivskyddad"):
        opened(path)
    with pytest.raises(ReadOnlyPlace, match=f"{folder} är skrivskyddad"):
        opened(folder / "new.db")
    with opened(path, read_only=True) as record:
        assert record.runs.events(info.key) == tuple(chosen(coffee(), "fraga"))


@POSIX
def test_a_folder_that_cannot_be_made_is_named(unprivileged_folder: Path) -> None:
    unprivileged_folder.chmod(0o500)

    with pytest.raises(ReadOnlyPlace, match="är skrivskyddad"):
        opened(unprivileged_folder / "below" / "ajs.db")


@POSIX
def test_a_folder_under_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(StorageError, match=r"^Inte sparat i"):
        opened(tmp_path / "file" / "ajs.db")


def test_a_record_that_is_gone_is_never_begun_anew_behind_ones_back(record: Record) -> None:
    info = recorded(record, "fraga")
    shutil.rmtree(record.path.parent)

    for _ in range(3):
        with pytest.raises(StorageError, match="har flyttats eller tagits bort"):
            record.runs.append(info.key, 1, chosen(coffee(), "fraga", "igen")[1])

    assert not record.path.parent.exists()


def test_a_unit_of_work_that_breaks_off_leaves_nothing(record: Record) -> None:
    info = recorded(record, "fraga")
    before = dump(record)

    def interrupted() -> None:
        with record._store.unit() as db:
            db.execute("UPDATE runs SET choices = 99")
            db.execute("DELETE FROM events")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert dump(record) == before
    record.runs.append(info.key, 1, chosen(coffee(), "fraga", "igen")[1])


@pytest.mark.parametrize("saving", [True, False])
def test_words_of_the_system_are_shown_filtered(tmp_path: Path, saving: bool) -> None:
    path = tmp_path / "ajs.db"
    path.touch()
    for fault in (
        sqlite_fault(sqlite3.OperationalError("\x1b[2J [@click=app.quit]"), path, saving=saving),
        file_fault(OSError(5, "\x1b]0;x\x07"), path, saving=saving),
    ):
        assert fault.message.isprintable()
        assert fault.hint
