"""What does not exist yet, said plainly, and what one can do today instead."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import OptionList, Static
from typing_extensions import override

from ajs_trainer.locale import N_, _
from ajs_trainer.paths import places
from ajs_trainer.tui import navigate
from ajs_trainer.tui.base import AjsScreen
from ajs_trainer.tui.commands import PAGE_DOWN, PAGE_UP
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.widgets.prose import prose
from ajs_trainer.tui.widgets.rows import Row, Rows

_HEADINGS = {"write": N_("Write scenarios")}
_COMING = {
    "write": N_(
        "There is no editor here yet. It will show a scenario as you write it, and a map of where "
        "the choices lead."
    ),
}
_TODAY = {
    "write": N_(
        "Today you can write like this:\n\n"
        "  •  A scenario is an ordinary text file. Copy one, give it a new name and change it.\n"
        "  •  Put it in your own folder: {folder}\n"
        "  •  Write “ajs check FILE” in the terminal. Every mistake is shown with its line and "
        "what to do.\n"
        "  •  Write “ajs play FILE” to try it out."
    ),
}


class ComingScreen(AjsScreen[None]):
    """Says what is coming.

    Args:
        what: ``write``.
    """

    CSS_PATH = "coming.tcss"
    BINDINGS = [PAGE_UP.binding(), PAGE_DOWN.binding()]
    HELP_TEXT = N_("Read, and go on with a scenario or back to the start.")

    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what

    @override
    def heading(self) -> str:
        return _(_HEADINGS[self._what])

    @override
    def body(self) -> ComposeResult:
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="coming", classes="column", markup=False)
            yield Static(id="today", classes="column", markup=False)
        yield Rows(id="ways")

    @override
    def fill(self) -> None:
        today = _(_TODAY[self._what]).format(folder=places().library)
        self.query_one("#coming", Static).update(literal(_(_COMING[self._what])))
        self.query_one("#today", Static).update(prose(today))
        self.query_one(Rows).show_rows(
            [
                Row("library", literal_line(_("Go to the scenarios")), digit="1"),
                Row("back", literal_line(_("Back to the start")), digit="0"),
            ]
        )

    def action_page(self, by: int) -> None:
        """Scroll the text, which has no focus of its own."""
        self.query_one("#page", VerticalScroll).scroll_relative(y=by * 5, animate=False)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == "library":
            navigate.open_library(self.app)
        else:
            self.leave()
