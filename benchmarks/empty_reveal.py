"""An empty Textual app that paints a reveal on Enter: the reference for the real one."""

from __future__ import annotations

import os
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Footer, Static
from typing_extensions import override

READY = "REVEAL-READY"
TEXT = "BENCHMARK_REVEAL"
"""The variable with the text to paint."""


class EmptyReveal(App[None]):
    """The widgets of a stage of a meeting, with nothing behind them."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    #top, #next, #stage-title, #said { height: auto; }
    #picture, #stage, #stage-page { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "reveal", "Reveal"),
        ("f9", "bell", "Blank"),
        ("f1", "bell", "Help"),
    ]

    @override
    def compose(self) -> ComposeResult:
        """The widgets, from the top to the bottom."""
        with Horizontal(id="top"):
            yield Static("A meeting", markup=False)
            yield Static("part 3 of 5", markup=False)
        yield Vertical(self._stage("All choices are in."), id="picture")
        yield Static("About 4 minutes left", markup=False)
        with Horizontal(id="next"):
            yield Static(f" Enter  {READY}", markup=False)
            yield Static("", markup=False)
        yield Footer(show_command_palette=False)

    def _stage(self, text: str) -> Vertical:
        page = VerticalScroll(Static(text, id="said", markup=False), id="stage-page")
        return Vertical(Static("How you chose", id="stage-title", markup=False), page, id="stage")

    async def action_reveal(self) -> None:
        """Take the stage down and paint the one with the text."""
        picture = self.query_one("#picture")
        await picture.remove_children()
        await picture.mount(self._stage(os.environ[TEXT]))
        self.query_one("#stage-page").focus()


def main() -> None:
    """Run the app."""
    EmptyReveal().run()
