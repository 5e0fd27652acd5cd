"""A few lines to fill in, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static
from typing_extensions import override

from ajs_trainer.locale import N_
from ajs_trainer.tui.commands import DOWN, UP, Command
from ajs_trainer.tui.lead.digit_line import DigitLine
from ajs_trainer.tui.literal import literal_line
from ajs_trainer.tui.widgets.line_input import LineInput

_NEXT = Command(
    "next_line",
    "enter",
    N_("Next line"),
    N_("Go to the next line. After the last one all of it is kept."),
    show=False,
    priority=True,
)
_BETWEEN = (
    replace(UP, action="go(-1)", priority=True),
    replace(DOWN, action="go(1)", priority=True),
)


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
    """Enter goes from line to line, and from the last one it is done.

    The keys between the lines have priority, so that the keyboard moves when such a key comes
    and not when the line has come to it: what is typed ahead goes to the line it is meant for.
    """

    BINDINGS: ClassVar[list[BindingType]] = [command.binding() for command in (_NEXT, *_BETWEEN)]
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
        self.screen.set_focus(self.lines[0])

    def submit(self) -> None:
        """Say what stands in the lines, once each has dealt with what was typed in it."""
        self._collect(self.lines, ())

    def _collect(self, left: Sequence[Input], values: tuple[str, ...]) -> None:
        if not left:
            self.post_message(self.Filled(values))
            return
        line, *others = left
        line.call_later(lambda: self._collect(others, (*values, line.value.strip())))

    def action_next_line(self) -> None:
        """Go to the next line, or be done."""
        if self._here < len(self.lines) - 1:
            self.action_go(1)
        else:
            self.submit()

    def action_go(self, by: int) -> None:
        """Go between the lines; nowhere beyond the first and the last."""
        lines = self.lines
        self.screen.set_focus(lines[max(0, min(self._here + by, len(lines) - 1))])

    @property
    def _here(self) -> int:
        return next((n for n, line in enumerate(self.lines) if line is self.screen.focused), 0)
