"""Line-by-line talk with a person: plain paragraphs out, one answer at a time in.

Made for screen readers, pipes and simple terminals, so there are no colours, no boxes and no
moving cursor, only text in reading order.
"""

from __future__ import annotations

import shutil
import textwrap
from dataclasses import dataclass
from typing import TextIO

from ajs_trainer.characters import visible

UNKNOWN_WIDTH = 76


def known_width(stream: TextIO) -> int:
    """The width to wrap at, in characters: that of the terminal, or 76 when there is none."""
    if not stream.isatty():
        return UNKNOWN_WIDTH
    return shutil.get_terminal_size((UNKNOWN_WIDTH, 24)).columns


@dataclass(frozen=True, slots=True)
class Voice:
    """Says things and asks for answers.

    Attributes:
        source: Where answers are read, a line each.
        sink: Where everything is written.
        width: Characters a line.
        interactive: Whether a person types the answers. Otherwise they are written out too, so
            that what comes out can be read as a conversation.
    """

    source: TextIO
    sink: TextIO
    width: int = UNKNOWN_WIDTH
    interactive: bool = False

    def say(self, text: str = "", indent: str = "") -> None:
        """Write paragraphs, wrapped; a line break inside the text is kept."""
        for line in visible(text).split("\n"):
            self.sink.write(self._wrapped(line, indent) + "\n")

    def _wrapped(self, line: str, indent: str) -> str:
        return textwrap.fill(
            line,
            width=max(self.width, len(indent) + 10),
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def ask(self, prompt: str) -> str | None:
        """Ask for an answer; returns it without blanks around, or None at the end of input."""
        self.sink.write(visible(prompt) + " ")
        self.sink.flush()
        line = self.source.readline()
        if not line:
            self.sink.write("\n")
            return None
        answer = line.strip()
        if not self.interactive:
            self.sink.write(visible(answer) + "\n")
        return answer

    def flush(self) -> None:
        """Make sure that everything said has been heard."""
        self.sink.flush()
