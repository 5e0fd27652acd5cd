"""A program behind a pseudo-terminal of 80 x 24 until it ends, with every byte that it writes."""

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
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 240.0
"""So many seconds for a journey on a busy machine."""


def written_by(arguments: Sequence[str], home: Path) -> tuple[int, bytes]:
    """Run Python with arguments; returns the exit code and what came to the terminal.

    Raises:
        TimeoutError: It has not ended in time.
    """
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    colours = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    environment = {**kept, **colours, "AJS_HOME": str(home), "HOME": str(home)}
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        os.chdir(ROOT)
        os.execve(sys.executable, [sys.executable, *arguments], environment)
    status = None
    try:
        seen = _read_to_the_end(terminal)
        _, status = os.waitpid(child, 0)
    finally:
        if status is None:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        os.close(terminal)
    return os.waitstatus_to_exitcode(status), seen


def _read_to_the_end(terminal: int) -> bytes:
    seen = b""
    deadline = time.monotonic() + PATIENCE
    while select.select([terminal], [], [], max(0.0, deadline - time.monotonic()))[0]:
        try:
            part = os.read(terminal, 65_536)
        except OSError:  # how Linux says that nobody writes any longer
            return seen
        if not part:
            return seen
        seen += part
    raise TimeoutError(seen[-2000:].decode(errors="replace"))
