"""The line at the top: what this is, and where one is."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from ajs_trainer.tui.literal import literal_line


class TopBar(Horizontal):
    """A heading to the left and a place (scene 3, 2 of 5 ...) to the right."""

    def __init__(self, heading: Content) -> None:
        super().__init__()
        self._heading = heading

    @override
    def compose(self) -> ComposeResult:
        yield Static(self._heading, id="topbar-heading", markup=False)
        yield Static(literal_line(""), id="topbar-place", markup=False)

    def show_heading(self, heading: Content) -> None:
        """Show another heading."""
        self.query_one("#topbar-heading", Static).update(heading)

    def show_place(self, place: Content) -> None:
        """Show where one is."""
        self.query_one("#topbar-place", Static).update(place)
