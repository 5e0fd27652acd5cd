"""The real program in a tmux of its own: keys in, what can be read out, and kill -9.

A key is pressed when what it needs can be read, never after some time.
"""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from typing_extensions import override

from tests.tui.test_terminal import Terminal

PATIENCE = 90.0
"""Seconds until something that never came is told; an idle machine needs two at most."""
BETWEEN = 0.03
"""Seconds between two looks at the screen."""
LOOKS = 8
"""How many looks in a row must be alike before a screen counts as drawn."""
CLOCK = re.compile(r"Ungefär \d+ minut")
PROGRAM = (sys.executable, "-m", "ajs_trainer", "--lang", "sv")
INHERITED = {"AJS_LANG": "", "AJS_LIBRARY": "", "LC_ALL": "C.UTF-8"}


class Journey(Terminal):
    """Somebody who sits at a terminal of 80 columns and 24 lines.

    Args:
        folder: For the socket; what is kept goes to ``home`` below it.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, **INHERITED)
        self.home = folder / "home"
        self._environment["AJS_HOME"] = str(self.home)

    def open(self, *arguments: str) -> None:
        """Start the program; the window stays when it ends."""
        stays = ["set-option", "-g", "remain-on-exit", "on", ";"]
        window = ["new-session", "-d", "-x", "80", "-y", "24", _in_place(*PROGRAM, *arguments)]
        self.call("start-server", ";", *stays, *window)

    def open_again(self) -> None:
        """Start the program anew in the same window."""
        self.call("respawn-pane", "-k", _in_place(*PROGRAM))

    def kill(self) -> None:
        """Kill the program where it stands."""
        process = int(self.call("display-message", "-p", "#{pane_pid}"))
        os.kill(process, signal.SIGKILL)
        self._wait(lambda: self.call("display-message", "-p", "#{pane_dead}").strip() == "1", "end")

    def read(self) -> str:
        """What can be read now."""
        return self.call("capture-pane", "-p")

    def wait(self, good: Callable[[str], bool], wanted: str) -> str:
        """Look until what can be read is good; gives it back."""
        seen = ""

        def look() -> bool:
            nonlocal seen
            seen = self.read()
            return good(seen)

        self._wait(look, wanted)
        return seen

    def _wait(self, done: Callable[[], bool], wanted: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < deadline, f"never: {wanted}\n{self.read()}"
            time.sleep(BETWEEN)

    @override
    def until(self, *texts: str) -> str:
        """Wait until all of the texts can be read."""
        return self.wait(lambda seen: all(text in seen for text in texts), " + ".join(texts))

    @override
    def until_cursor_on(self, text: str) -> None:
        """Wait until the cursor stands on a line with this text."""

        def there() -> bool:
            row = int(self.call("display-message", "-p", "#{cursor_y}"))
            return text in self.read().split("\n")[row]

        self._wait(there, f"the cursor on {text!r}")

    def until_match(self, pattern: str) -> str:
        """Wait until a pattern is found."""
        return self.wait(lambda seen: re.search(pattern, seen) is not None, pattern)

    def go(self, key: str, *texts: str) -> str:
        """Press a key and wait for where it leads."""
        self.press(key)
        return self.until(*texts)

    def write(self, text: str) -> None:
        """Type a text, and wait until it can be read."""
        self.call("send-keys", "-l", text)
        self.until(text)

    def enter_while(self, hint: str) -> str:
        """Press Enter for as long as that is what the screen says it does."""
        seen = self.read()
        while re.search(hint, seen):
            self.press("Enter")
            before = seen
            self.wait(lambda now, old=before: now != old, f"something after {hint}")  # type: ignore[misc]
            seen = self.settled()
        return seen

    def settled(self) -> str:
        """Look until the screen stays as it is: a picture may come in several pieces."""
        last, same = "", 0

        def stays(now: str) -> bool:
            nonlocal last, same
            same = same + 1 if now == last else 0
            last = now
            return same >= LOOKS

        return self.wait(stays, "a screen that stays as it is")

    def row(self, text: str) -> str:
        """The digit of a row; it is waited for."""
        pattern = rf"(\d)  {re.escape(text)}"
        found = re.search(pattern, self.until_match(pattern))
        assert found is not None
        return found[1]

    def command(self, *arguments: str, answers: str = "", home: Path | None = None) -> str:
        """Call the program beside the window, line by line."""
        environment = {**self._environment, "AJS_HOME": str(home or self.home)}
        done = subprocess.run(
            [*PROGRAM, *arguments],
            input=answers,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            timeout=PATIENCE,
            env=environment,
        )
        return done.stdout


def without_clock(seen: str) -> str:
    """What can be read, but for the minutes that are left."""
    return "\n".join(line.rstrip() for line in seen.split("\n") if not CLOCK.search(line))


def _in_place(*command: str) -> str:
    """A command that takes the place of its shell, so that the window's process is its own."""
    return f"exec {shlex.join(command)}"
