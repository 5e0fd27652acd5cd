"""Kill a piece of work at each of its points, and see what is left.

Run as a program of its own, since it forks: ``python -m tests.record.killed WORK FOLDER``. A
child does the work and is killed with -9 before its first call to the system or to SQLite,
another before its second, and so on until one gets through. Prints the number of points.
"""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from ajs_trainer.record import backup, check_file, listed, restore, schema
from tests.record import killed_meetings as meetings
from tests.record.helpers import ROUND, TODAY, chosen, coffee, dump, opened, recorded

POINTS = {
    *("execute", "executescript", "connect", "backup", "commit", "close"),
    *("open", "mkdir", "link", "unlink", "rename", "replace", "fsync", "chmod", "write"),
}
EVENTS = chosen(coffee(), *ROUND)


@dataclass(frozen=True)
class Work:
    """What is done, and what must hold whenever it was cut short."""

    prepare: Callable[[Path], None]
    do: Callable[[Path], None]
    check: Callable[[Path], None]


def some_runs(path: Path) -> None:
    with opened(path) as record:
        recorded(record, "fraga", code="röd räv")
        recorded(record, "vantar", code="blå älg")


def create(path: Path) -> None:
    opened(path).close()


def check_opens(path: Path) -> None:
    with opened(path) as record:
        recorded(record, "fraga")


def append(path: Path) -> None:
    with opened(path) as record:
        run = record.runs.of(record.runs.participant())[0]
        for step, event in enumerate(EVENTS[run.steps :], start=run.steps):
            record.runs.append(run.key, step, event)


def prepare_run(path: Path) -> None:
    with opened(path) as record:
        recorded(record)


def check_appended(path: Path) -> None:
    with opened(path) as record:
        run = record.runs.of(record.runs.participant())[0]
        assert record.runs.events(run.key) == tuple(EVENTS[: run.steps])
    append(path)
    with opened(path) as record:
        assert record.runs.events(run.key) == tuple(EVENTS)


def back_up(path: Path) -> None:
    with opened(path) as record:
        record.backups.make()


def check_backups(path: Path) -> None:
    found = listed(path, path.parent / "backups")
    assert len(found) >= backup.KEPT
    for made in found:
        check_file(made.path)
    check_opens(path)


def with_backups(path: Path) -> None:
    some_runs(path)
    with opened(path) as record:
        for _ in range(backup.KEPT):
            record.backups.make()


def prepare_restore(path: Path) -> None:
    with opened(path) as record:
        recorded(record, "fraga", code="röd räv")
        record.backups.make()
        recorded(record, "vantar", code="blå älg")


def take_back(path: Path) -> None:
    oldest = min(listed(path, path.parent / "backups"), key=lambda made: made.number)
    restore(path, oldest.path, path.parent / "backups", TODAY)


def check_restored(path: Path) -> None:
    with opened(path) as record:
        assert record.runs.known("röd räv")
        old = record.runs.known("blå älg") is not None
    aside = [made for made in backup.found_in(path, path.parent / "backups") if made.replaced]
    assert old or aside
    for made in aside:
        check_file(made.path)


def prepare_erase(path: Path) -> None:
    some_runs(path)
    opened(path).close()


def erase(path: Path) -> None:
    with opened(path) as record:
        record.runs.erase_all(record.runs.participant("blå älg"))


def check_erased(path: Path) -> None:
    with opened(path) as record:
        key = record.runs.known("blå älg")
        other = record.runs.known("röd räv")
    erase(path)
    with opened(path) as record:
        assert record.runs.known("blå älg") is None
        assert record.runs.known("röd räv") == other
    gone = (key or "blå älg").encode()
    assert not any(gone in file.read_bytes() for file in path.parent.rglob("*") if file.is_file())


def with_another_version() -> None:
    """From here on the program has one migration more."""

    @schema.migrations()(name="9999_test")
    def more(db: Any) -> None:
        db.executescript("CREATE TABLE more (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;")
        db.execute("INSERT INTO more SELECT key FROM runs")

    schema.VERSION += 1
    schema.expected_parts.cache_clear()


def check_migrated(path: Path) -> None:
    connection = sqlite3.connect(path)
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    migrated = version == schema.VERSION
    assert ("more" in tables) == migrated
    backups = listed(path, path.parent / "backups")
    assert backups or not migrated
    with opened(path) as record:
        rows = dump(record)
    keys = [row["key"] for table, row in rows if table == "runs"]
    assert len(keys) == 2
    assert [row["key"] for table, row in rows if table == "more"] == keys


WORKS = {
    "create": Work(lambda path: path.parent.mkdir(), create, check_opens),
    "append": Work(prepare_run, append, check_appended),
    "backup": Work(with_backups, back_up, check_backups),
    "restore": Work(prepare_restore, take_back, check_restored),
    "erase": Work(prepare_erase, erase, check_erased),
    "migrate": Work(some_runs, create, check_migrated),
    "upgrade": Work(meetings.make_version_one, create, meetings.check_upgraded),
    "vote": Work(meetings.going_to_choose_again, meetings.vote, meetings.check_voted),
    "close": Work(meetings.going_until_closing, meetings.close, meetings.check_closed),
    "retire": Work(meetings.over, meetings.retire, meetings.check_retired),
}


def die_at(point: int) -> None:
    """Kill this process before its call number ``point`` that matters."""
    left = point

    def count(frame: FrameType, event: str, called: Any) -> None:
        nonlocal left
        if event == "c_call" and called.__name__ in POINTS:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)


def survives(work: Work, path: Path, point: int) -> bool:
    """Whether a child gets through the work, when it is killed at a point of it."""
    child = os.fork()
    if child == 0:
        die_at(point)
        try:
            work.do(path)
        except BaseException as error:
            sys.stderr.write(f"{error!r}\n")
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return False
    assert os.WEXITSTATUS(status) == 0, "the work failed by itself"
    return True


def main(name: str, folder: Path) -> None:
    """Do the work until it gets through."""
    work = WORKS[name]
    prepared = folder / "prepared" / "ajs.db"
    work.prepare(prepared)
    if name == "migrate":
        with_another_version()
    point = 0
    done = False
    while not done:
        point += 1
        path = folder / str(point) / "ajs.db"
        shutil.copytree(prepared.parent, path.parent)
        done = survives(work, path, point)
        work.check(path)
        shutil.rmtree(path.parent)
    sys.stdout.write(f"{point - 1}\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
