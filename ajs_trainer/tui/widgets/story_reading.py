"""Something to read that may be longer than the view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.geometry import Offset
from textual.message import Message
from typing_extensions import override

from ajs_trainer.tui.widgets.cursor import CursorFollows


class Reading(CursorFollows, VerticalScroll, inherit_bindings=False):
    """A text that scrolls and tells when there is more, or no more, to read.

    The arrows to the left and right are left to the screen.
    """

    DEFAULT_CSS = """
    Reading {
        scrollbar-size-vertical: 1;
        scrollbar-color: $panel;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", show=False),
        Binding("down", "scroll_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]

    @dataclass
    class Moved(Message):
        """What can be seen of the text has changed."""

        reading: Reading

    @property
    def more_below(self) -> bool:
        """Whether there is something further down to read."""
        return self.scroll_offset.y < self.max_scroll_y

    @override
    def cursor_place(self) -> Offset:
        return Offset(0, 0)

    @override
    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._tell()

    def watch_virtual_size(self) -> None:
        """The text has grown or shrunk."""
        self.call_after_refresh(self._tell)

    @on(events.Resize)
    def _fits_otherwise(self) -> None:
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        self.post_message(self.Moved(self))
