"""The line that always says which key goes on, and whether all is saved."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from typing_extensions import override

from ajs_trainer.tui.literal import literal_line


class NextLine(Horizontal):
    """What to press now, to the left; what has been saved, to the right. A click goes on too."""

    DEFAULT_CSS = """
    NextLine {
        width: 100%;
        max-width: 78;
        height: auto;
        max-height: 3;
        margin-top: 1;
    }
    NextLine > #next-keys {
        width: 1fr;
    }
    NextLine > #next-saved {
        width: auto;
    }
    """

    @dataclass
    class Pressed(Message):
        """The line was clicked."""

    @override
    def compose(self) -> ComposeResult:
        yield Static(id="next-keys", markup=False)
        yield Static(id="next-saved", markup=False)

    def show_keys(self, *keys: tuple[str, str]) -> None:
        """Show keys, each with what it does."""
        pairs = [
            Content.assemble(
                literal_line(f" {key} ", "$row-foreground on $row-background"),
                " ",
                literal_line(text),
            )
            for key, text in keys
        ]
        self.query_one("#next-keys", Static).update(Content("   ").join(pairs))

    def show_saved(self, text: str) -> None:
        """Show quietly what has been saved."""
        self.query_one("#next-saved", Static).update(literal_line(text, "$success"))

    def on_click(self, event: events.Click) -> None:
        """A click does what the key does."""
        event.stop()
        self.post_message(self.Pressed())
