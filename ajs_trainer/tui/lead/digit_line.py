"""A line for numbers, in which every other key does what it does outside it."""

from __future__ import annotations

from textual import events
from textual.actions import SkipAction
from typing_extensions import override

from ajs_trainer.tui.widgets.line_input import LineInput

_BETWEEN = " ,;"
"""What may stand between numbers."""


class DigitLine(LineInput):
    """Digits only, so that the picture can be blanked or skipped while the line has the keyboard.

    Args:
        several: Whether more than one number is written in it.
    """

    def __init__(self, *, id: str, max_length: int, several: bool = False) -> None:  # noqa: A002
        super().__init__(id=id, max_length=max_length)
        self._several = several
        self._touched = False

    def _takes(self, character: str | None) -> bool:
        typed = character or ""
        return typed.isdecimal() or (self._several and bool(typed) and typed in _BETWEEN)

    @override
    def check_consume_key(self, key: str, character: str | None) -> bool:
        return self._takes(character)

    @override
    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable and not self._takes(event.character):
            event.prevent_default()
        else:
            self._touched = self._touched or self._takes(event.character)
            await super()._on_key(event)
            event.prevent_default()

    @override
    def action_delete_left(self) -> None:
        """Rub out; in a line that nobody has touched and that is empty, it goes back instead."""
        if not self.value and not self._touched:
            raise SkipAction
        self._touched = True
        super().action_delete_left()
