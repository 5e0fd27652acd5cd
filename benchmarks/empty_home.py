"""An empty Textual app that shows what the home screen shows: the reference for the first frame."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

MARKER = "FIRST-FRAME-MARKER"
ROWS = (
    Option("  1  Practise on your own  See where your choices lead."),
    Option("", disabled=True),
    Option("  3  Lead a session        Practise together at a meeting."),
    Option("  4  Write scenarios       Situations from your own workplace."),
    Option("", disabled=True),
    Option("  5  My history            What you have practised."),
    Option("  6  Settings              Language, looks and own code."),
    Option(f"  7  Help                  {MARKER} and what is kept."),
    Option("  0  Quit"),
)


class EmptyHome(App[None]):
    """The widgets of the home screen, with nothing behind them."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    #body { align: center middle; }
    #home { height: auto; max-width: 72; }
    OptionList { height: auto; border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter", "bell", "Choose"),
        ("f1", "show_help_panel", "Help"),
        ("escape", "quit", "Quit"),
    ]

    @override
    def compose(self) -> ComposeResult:
        """The widgets, from the top to the bottom."""
        with Vertical(id="body"), Vertical(id="home"):
            yield Static("ajs_trainer", markup=False)
            yield Static("Practise in peace what is hard to say when it happens.", markup=False)
            yield Static("Press a digit, or go with the arrows and press Enter.", markup=False)
            yield OptionList(*ROWS, markup=False)
            yield Static("", markup=False)
        yield Footer(show_command_palette=False)


def main() -> None:
    """Run the app."""
    EmptyHome().run()
