"""The whole program behind a pseudo-terminal, with every byte that it writes kept."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
from pathlib import Path

QUIET = 0.6
"""So many seconds without a byte and the screen has been drawn."""
PATIENCE = 40.0
"""So many seconds for the program to start."""
ANSWER = 2.0
"""So many seconds for the first byte after a key; some keys change nothing."""


def written(script: str, folder: Path, keys: list[str]) -> bytes:
    """Run a script in a terminal of 80x24, press keys, and return all that it wrote.

    A key is pressed when the screen has been drawn after the one before.
    """
    child, terminal = pty.fork()
    if child == 0:
        environment = {**os.environ, "AJS_HOME": str(folder), "TERM": "xterm-256color"}
        for fixed in ("COLUMNS", "LINES", "NO_COLOR"):
            environment.pop(fixed, None)
        os.chdir(Path(__file__).parents[2])
        os.execve(sys.executable, [sys.executable, "-c", script], environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    try:
        seen = _drawn(terminal, PATIENCE)
        for key in keys:
            os.write(terminal, key.encode())
            seen += _drawn(terminal, ANSWER)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
    return seen


def _drawn(terminal: int, wait: float) -> bytes:
    seen = b""
    while select.select([terminal], [], [], wait)[0]:
        try:
            part = os.read(terminal, 65_536)
        except OSError:
            break
        if not part:
            break
        seen += part
        wait = QUIET
    return seen
