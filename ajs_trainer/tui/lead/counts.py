"""Raised hands: the facilitator types the counts in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static
from typing_extensions import override

from ajs_trainer.locale import _
from ajs_trainer.tui.lead.digit_line import DigitLine
from ajs_trainer.tui.literal import literal, literal_line

MAX_COUNT = 500
"""No meeting is larger."""


def read_counts(line: str, options: int) -> tuple[int, ...] | None:
    """Read ``3 2 0 1``, also with commas; None unless there is one number for each option."""
    words = [word for word in re.split(r"[\s,;]+", line) if word]
    if len(words) != options or not all(re.fullmatch(r"[0-9]{1,3}", word) for word in words):
        return None
    counts = tuple(int(word) for word in words)
    return counts if max(counts) <= MAX_COUNT else None


class CountsEntry(Vertical):
    """One line for the counts, in the order of the options; an empty line counts nothing.

    Args:
        options: What is counted.
        counts: What was counted before.
        expected: How many people there are.
        asked: What is said above the line, instead of what is said of hands.
    """

    DEFAULT_CSS = """
    CountsEntry {
        height: auto;
    }
    CountsEntry LineInput {
        max-width: 44;
        border-left: wide $border;
    }
    """

    @dataclass
    class Typed(Message):
        """The line has been read; None when nothing was counted."""

        counts: tuple[int, ...] | None

    def __init__(
        self,
        options: Sequence[str],
        counts: tuple[int, ...] | None,
        expected: int,
        asked: str = "",
    ) -> None:
        super().__init__()
        self._asked = asked
        self._options = len(options)
        self._counts = counts
        self._expected = expected
        self._doubted = ""

    @override
    def compose(self) -> ComposeResult:
        asked = _("Count the hands for each, and write {count} numbers with a blank between.")
        yield Static(literal(self._asked or asked.format(count=self._options)), markup=False)
        line = DigitLine(id="counts", max_length=60, several=True)
        line.value = " ".join(str(count) for count in self._counts or ())
        line.placeholder = literal_line(" ".join(["0"] * self._options)).plain
        yield line
        yield Static(id="counts-fault", classes="fault", markup=False)

    @property
    def line(self) -> str:
        """What is written, as it stands."""
        return self.query_one("#counts", DigitLine).value

    def take_focus(self) -> None:
        """Go to the line."""
        self.query_one("#counts", DigitLine).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.submit()

    def submit(self) -> None:
        """Read the line; what cannot be read, or looks wrong the first time, is said."""
        line = self.query_one("#counts", DigitLine).value
        if not line.strip():
            self.post_message(self.Typed(None))
            return
        counts = read_counts(line, self._options)
        if counts is None:
            self._say_example()
        elif sum(counts) > self._expected and line != self._doubted:
            self._doubted = line
            self.say(
                _(
                    "That is {hands} hands, and you are {people}. Enter again if it is right."
                ).format(hands=sum(counts), people=self._expected)
            )
        else:
            self.post_message(self.Typed(counts))

    def _say_example(self) -> None:
        example = " ".join(str(number % 4) for number in range(1, self._options + 1))
        said = _("Write {count} whole numbers with a blank between, for example {example}.")
        self.say(said.format(count=self._options, example=example))

    def say(self, text: str) -> None:
        """Say something below the line."""
        self.query_one("#counts-fault", Static).update(literal(text))
