"""A program behind a pseudo-terminal of 80 x 24."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring import peak_in
from benchmarks.processes import ROOT

PATIENCE = 30.0
SETTLED = 0.5
"""Seconds after which a picture is whole and nothing is done any more."""
CTRL_Q = b"\x11"


@dataclass(frozen=True, slots=True)
class FirstFrame:
    """What it took to show something, in seconds and MiB; 0 where the system does not tell."""

    wall: float
    cpu: float
    peak: float


def first_frame(code: str, marker: str, environment: dict[str, str]) -> FirstFrame:
    """Run Python code until the bytes of ``marker`` are drawn, then let it quit.

    Raises:
        TimeoutError: They are never drawn.
    """
    started = time.perf_counter()
    process, terminal = _started(code, environment)
    try:
        _read_until(terminal, marker.encode())
        return FirstFrame(time.perf_counter() - started, _cpu(process), _peak(process))
    finally:
        _end(process, terminal)


def answered(
    code: str, keys: Sequence[tuple[str, bytes]], marker: str, environment: dict[str, str]
) -> float:
    """Run Python code, press each key when its text is drawn; the seconds from the last to marker.

    Raises:
        TimeoutError: One of them is never drawn.
    """
    process, terminal = _started(code, environment)
    try:
        pressed = 0.0
        for text, key in keys:
            _read_until(terminal, text.encode())
            time.sleep(SETTLED)
            pressed = time.perf_counter()
            os.write(terminal, key)
        _read_until(terminal, marker.encode())
        return time.perf_counter() - pressed
    finally:
        _end(process, terminal)


def _started(code: str, environment: dict[str, str]) -> tuple[int, int]:
    size = struct.pack("HHHH", 24, 80, 0, 0)
    variables = environment | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    process, terminal = pty.fork()
    if process == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, size)
        os.chdir(ROOT)
        os.execve(sys.executable, [sys.executable, "-c", code], variables)
    return process, terminal


def _read_until(terminal: int, marker: bytes) -> None:
    drawn = b""
    while marker not in drawn:
        ready, _, _ = select.select([terminal], [], [], PATIENCE)
        if not ready:
            raise TimeoutError(drawn[-2000:].decode(errors="replace"))
        drawn += os.read(terminal, 65536)


def _end(process: int, terminal: int) -> None:
    """Quit as a person would; a program that does not is stopped."""
    os.write(terminal, CTRL_Q)
    while select.select([terminal], [], [], PATIENCE)[0]:
        try:
            if not os.read(terminal, 65536):
                break
        except OSError:
            break
    else:
        os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    os.close(terminal)


def _cpu(process: int) -> float:
    """Processor time of all threads so far, to the nanosecond."""
    threads = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9


def _peak(process: int) -> float:
    status = Path(f"/proc/{process}/status")
    return peak_in(status.read_text()) if status.exists() else 0.0
