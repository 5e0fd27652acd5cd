"""A line to write in."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.geometry import Offset
from textual.widgets import Input
from typing_extensions import override

from ajs_trainer.characters import is_forbidden
from ajs_trainer.tui.widgets.cursor import CursorFollows

_EDITING = {
    key: binding.action
    for binding in Input.BINDINGS
    if isinstance(binding, Binding) and binding.action != "submit"
    for key in binding.key.split(",")
}
"""The keys that change or go through a line, each with what it does."""


class LineInput(CursorFollows, Input):
    """One line of text; what could steer the terminal is left out when it is pasted.

    Textual draws what is in an input as it is, so the filter must sit before the value. It also
    deals with keys such as Backspace only when they come back from the line, and then in the
    line that has the keyboard by now; here they do what they do where they were pressed.
    """

    def __init__(self, *, id: str, classes: str = "", max_length: int = 100) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes, max_length=max_length, compact=True)

    def validate_value(self, value: str) -> str:
        """Leave out what must not be drawn."""
        blank = value.replace("\t", " ").replace("\n", " ")
        return "".join(character for character in blank if not is_forbidden(character))

    @override
    def cursor_place(self) -> Offset:
        return self.cursor_screen_offset - self.content_region.offset

    @override
    async def _on_key(self, event: events.Key) -> None:
        action = _EDITING.get(event.key)
        if action is not None and await self.app.run_action(action, self):
            event.stop()
        else:
            await super()._on_key(event)
        event.prevent_default()
