"""The notice for a window that is too small to read in."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static
from typing_extensions import override

from ajs_trainer.locale import _
from ajs_trainer.tui.base import MIN_HEIGHT, MIN_WIDTH
from ajs_trainer.tui.literal import literal


class TooSmall(ModalScreen[None]):
    """Covers everything, so that no key acts on what cannot be seen; goes away by itself."""

    @override
    def compose(self) -> ComposeResult:
        yield Static(id="too-small", markup=False)

    def on_mount(self) -> None:
        """Say what is needed."""
        self._show(self.app.size.width, self.app.size.height)

    def on_resize(self, event: events.Resize) -> None:
        """Say what is still missing."""
        self._show(event.size.width, event.size.height)

    def _show(self, width: int, height: int) -> None:
        text = _(
            "The window is a little too small: {width} × {height}.\n"
            "Make it at least {min_width} × {min_height}, and you are back where you were."
        ).format(width=width, height=height, min_width=MIN_WIDTH, min_height=MIN_HEIGHT)
        self.query_one("#too-small", Static).update(literal(text))
