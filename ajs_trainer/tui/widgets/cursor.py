"""The terminal cursor goes where the eye should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset

if TYPE_CHECKING:
    from textual.widget import Widget as _Base
else:
    _Base = object
    """Not a widget at run time: Textual inherits style classes through one base only."""


class CursorFollows(_Base):
    """A widget that keeps the terminal cursor on its marked row.

    Speech and braille programs read where the cursor is; Textual would leave it in a corner.
    A subclass says where the row is and calls :meth:`follow` when it has moved.
    """

    def cursor_place(self) -> Offset | None:
        """Where the marked row begins, counted from the widget's content, or None."""
        raise NotImplementedError

    def follow(self) -> None:
        """Move the terminal cursor once the widget has been drawn."""
        self.call_after_refresh(self._move)

    def _move(self) -> None:
        if not (self.is_attached and self.has_focus):
            return
        place = self.cursor_place()
        if place is None:
            return
        position = self.content_region.offset + place
        if position != self.app.cursor_position:
            self.app.cursor_position = position
            self.refresh()

    def on_focus(self) -> None:
        """The widget has the keyboard: so has the cursor."""
        self.follow()

    def on_resize(self) -> None:
        """Rows have wrapped anew."""
        self.follow()
