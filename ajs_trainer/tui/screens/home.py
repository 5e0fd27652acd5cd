"""The first screen: what one can do, one digit each."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from typing_extensions import override

from ajs_trainer.locale import N_, _
from ajs_trainer.tui import navigate
from ajs_trainer.tui.base import AjsScreen
from ajs_trainer.tui.literal import literal
from ajs_trainer.tui.widgets.rows import Row, Rows


class HomeScreen(AjsScreen[None]):
    """Where the program begins; drawn before the library or the record is opened."""

    CSS_PATH = "home.tcss"
    HEADING = "ajs_trainer"
    HELP_TEXT = N_("Press a digit, or move with the arrow keys and press Enter.")

    @override
    def body(self) -> ComposeResult:
        with Vertical(id="home", classes="column"):
            yield Static(id="welcome", markup=False)
            yield Rows(id="entries")

    @override
    def fill(self) -> None:
        self.query_one("#welcome", Static).update(literal(_("Practise what is hard to say.")))
        self.query_one(Rows).show_rows(
            [
                Row("practise", literal(_("Practise on your own")), digit="1"),
                Row("quit", literal(_("Quit")), digit="0"),
            ]
        )

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == "quit":
            self.app.exit()
        else:
            navigate.open_library(self.app)
