"""Many processes that start at the same moment, each with one run to record.

Run as a program of its own, since it forks: ``python -m tests.record.crowd WHAT ROUNDS FOLDER``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from ajs_trainer.record import listed
from tests.record.helpers import ROUND, opened, recorded
from tests.record.killed import with_another_version

SIZE = 10


def start(path: Path, number: int) -> None:
    """What one of them does."""
    with opened(path) as record:
        recorded(record, *ROUND, code=f"kod {number}")


def together(size: int, work: Callable[[int], None]) -> int:
    """Let children work at the same moment; returns how many got through."""
    waiting, go = os.pipe()
    children = []
    for number in range(size):
        child = os.fork()
        if child == 0:
            os.close(go)
            os.read(waiting, 1)
            try:
                work(number)
            except BaseException as error:
                sys.stderr.write(f"{error!r}\n")
                os._exit(1)
            os._exit(0)
        children.append(child)
    os.close(waiting)
    os.close(go)
    return sum(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0 for child in children)


def main(what: str, rounds: int, folder: Path) -> None:
    """Do it again and again; prints how many starts succeeded."""
    old = [folder / str(number) / "ajs.db" for number in range(rounds)]
    if what == "migration":
        for path in old:
            start(path, SIZE)
        with_another_version()
    succeeded = 0
    for path in old:
        succeeded += together(SIZE, partial(start, path))
        with opened(path) as record:
            for number in range(SIZE):
                runs = record.runs.of(record.runs.known(f"kod {number}") or "")
                assert [run.choices for run in runs] == [len(ROUND)]
        if what == "migration":
            assert len(listed(path, path.parent / "backups")) == 1
    sys.stdout.write(f"{succeeded}\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
