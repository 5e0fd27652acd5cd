"""A few lines to fill in, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static
from typing_extensions import override

from ajs_trainer.tui.lead.digit_line import DigitLine
from ajs_trainer.tui.literal import literal_line
from ajs_trainer.tui.widgets.line_input import LineInput


@dataclass(frozen=True, slots=True)
class Field:
    """A line to fill in.

    Attributes:
        name: What it is called in the program.
        label: What is asked.
        value: What stands there from the start.
        length: How much fits.
    """

    name: str
    label: str
    value: str
    length: int


class Form(Vertical):
    """Enter goes from line to line, and from the last one it is done."""

    DEFAULT_CSS = """
    Form {
        height: auto;
    }
    Form > Horizontal {
        height: auto;
    }
    Form .label {
        width: 32;
    }
    Form LineInput {
        width: 1fr;
        border-left: wide $border-blurred;
    }
    Form LineInput:focus {
        border-left: wide $border;
    }
    """

    @dataclass
    class Filled(Message):
        """All lines have been gone through."""

        values: tuple[str, ...]

    def __init__(self, *fields: Field, digits: bool = False) -> None:
        super().__init__()
        self._fields = fields
        self._digits = digits

    @override
    def compose(self) -> ComposeResult:
        for field in self._fields:
            with Horizontal():
                yield Static(literal_line(field.label), classes="label", markup=False)
                yield self._line(field)

    def _line(self, field: Field) -> Input:
        name = f"field-{field.name}"
        line = (
            DigitLine(id=name, max_length=field.length)
            if self._digits
            else LineInput(id=name, max_length=field.length)
        )
        line.value = field.value
        return line

    @property
    def lines(self) -> Sequence[Input]:
        """The lines, in order."""
        return list(self.query(Input))

    def take_focus(self) -> None:
        """Go to the first line."""
        self.lines[0].focus()

    def submit(self) -> None:
        """Say what stands in the lines."""
        self.post_message(self.Filled(tuple(line.value.strip() for line in self.lines)))

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input is self.lines[-1]:
            self.submit()
        else:
            self.lines[self.lines.index(event.input) + 1].focus()

    def on_key(self, event: events.Key) -> None:
        """The arrows go between the lines."""
        lines = self.lines
        here = next((n for n, line in enumerate(lines) if line.has_focus), 0)
        to = here + {"up": -1, "down": 1}.get(event.key, 0)
        if to != here and 0 <= to < len(lines):
            event.stop()
            lines[to].focus()
