"""In a real terminal: the cursor, small windows, few colours."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PATIENCE = 60.0
PROGRAM = """
import sys
from pathlib import Path
from ajs_trainer.locale import use_language
from ajs_trainer.tui.services import Options
from ajs_trainer.tui.start import run_app
use_language("sv")
sys.exit(run_app(Options(None, Path(sys.argv[1]) / "ajs.db")))
"""

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux")


class Terminal:
    """The program in a tmux of its own."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self._base = ["tmux", "-S", str(folder / "s"), "-f", "/dev/null"]
        self._folder = folder
        fixed_size = {"COLUMNS", "LINES"}
        inherited = {name: value for name, value in os.environ.items() if name not in fixed_size}
        self._environment = {**inherited, "AJS_HOME": str(folder), **environment}

    def call(self, *arguments: str) -> str:
        """Ask tmux something."""
        done = subprocess.run(
            [*self._base, *arguments],
            capture_output=True,
            text=True,
            check=True,
            env=self._environment,
        )
        return done.stdout

    def start(self, width: int, height: int) -> None:
        """Start the program in a window of this size."""
        command = ["new-session", "-d", "-x", str(width), "-y", str(height)]
        program = shlex.join([sys.executable, "-c", PROGRAM, str(self._folder)])
        self.call(*command, f"{program}; echo ENDED $?; read _")

    def until(self, text: str) -> str:
        """Wait until a text can be read; return everything that can."""
        deadline = time.monotonic() + PATIENCE
        while text not in (screen := self.call("capture-pane", "-p")):
            assert time.monotonic() < deadline, f"never shown: {text!r}\n{screen}"
        return screen

    def until_cursor_on(self, text: str) -> None:
        """Wait until the cursor stands on a line with this text."""
        deadline = time.monotonic() + PATIENCE
        line = ""
        while text not in line:
            assert time.monotonic() < deadline, f"the cursor is on {line!r}, not on {text!r}"
            row = int(self.call("display-message", "-p", "#{cursor_y}"))
            line = self.call("capture-pane", "-p").split("\n")[row]

    def press(self, *keys: str) -> None:
        """Press keys."""
        self.call("send-keys", *keys)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """A terminal that is gone afterwards."""
    one = Terminal(tmp_path)
    yield one
    subprocess.run([*one._base, "kill-server"], check=False, capture_output=True)


def test_the_cursor_follows_the_marked_row(terminal: Terminal) -> None:
    terminal.start(80, 24)
    terminal.until("Öva själv")
    terminal.until_cursor_on("Öva själv")
    terminal.press("Down")
    terminal.until_cursor_on("Led en träff")
    terminal.press("6")
    terminal.until("Utseende")
    terminal.until_cursor_on("Svenska")
    terminal.press("Down", "Down", "Down")
    terminal.until_cursor_on("Ljust")
    terminal.press("Escape")
    terminal.until("Öva själv")
    terminal.until_cursor_on("Inställningar")


def test_a_small_window_is_told_and_forgotten(terminal: Terminal) -> None:
    terminal.start(80, 24)
    terminal.until("Öva själv")
    terminal.call("resize-window", "-x", "40", "-y", "12")
    terminal.until("40 × 12")
    terminal.call("resize-window", "-x", "50", "-y", "16")
    terminal.until("0  Avsluta")


def test_quitting_gives_the_terminal_back(terminal: Terminal) -> None:
    terminal.start(80, 24)
    terminal.until("Öva själv")
    terminal.press("0")
    assert "Öva själv" not in terminal.until("ENDED 0")
