"""Programs run to their end as processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]

AJS = "import sys; from ajs_trainer.cli.main import main; sys.exit(main())"
"""What the console script ``ajs`` does."""


@dataclass(frozen=True, slots=True)
class Used:
    """What a process took, in seconds."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Footprint:
    """What a process had in memory at its end: the peak in MiB, and the modules."""

    peak: float
    modules: frozenset[str]


@contextmanager
def home() -> Iterator[dict[str, str]]:
    """An environment in which a program finds nothing of the user's."""
    with tempfile.TemporaryDirectory() as folder:
        names = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "PYTHONPATH")
        kept = {name: os.environ[name] for name in names if name in os.environ}
        yield kept | {"HOME": folder}


def run(code: str, arguments: Sequence[str], environment: dict[str, str]) -> Used:
    """Run Python code with arguments; what it prints is thrown away.

    Raises:
        RuntimeError: It ended with another exit code than 0.
    """
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{list(arguments)} ended with {process.returncode}")
    return Used(wall, usage.ru_utime + usage.ru_stime)


def footprint(code: str, arguments: Sequence[str], environment: dict[str, str]) -> Footprint:
    """Run Python code once more, and ask it at its end what it has in memory."""
    asked = f"from benchmarks import telling; telling.at_exit(); {code}"
    done = subprocess.run(
        [sys.executable, "-c", asked, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    told = json.loads(done.stdout.splitlines()[-1])
    return Footprint(told["peak"], frozenset(told["modules"]))
