"""The one question before something is erased."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from typing_extensions import override

from ajs_trainer.locale import N_, _
from ajs_trainer.tui.base import AjsModal
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.widgets.rows import Row, Rows


class EraseScreen(AjsModal[bool]):
    """Asks once; to keep is the first answer, and Esc keeps too.

    Args:
        what: What would be erased, in words.
    """

    HEADING = N_("Erase")
    HELP_TEXT = N_("Choose whether to keep what is named here or to erase it. Esc keeps it.")

    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what

    @override
    def body(self) -> ComposeResult:
        yield Static(id="what", markup=False)
        yield Rows(id="answers")

    @override
    def fill(self) -> None:
        text = _(
            "{what}\n\n"
            "Erase this? The choices and ratings are removed from the file on this computer and "
            "from its backups. It cannot be undone.\n"
        ).format(what=self._what)
        self.query_one("#what", Static).update(literal(text))
        rows = self.query_one(Rows)
        rows.show_rows(
            [
                Row("keep", literal_line(_("Keep")), digit="1"),
                Row("erase", literal_line(_("Erase for good")), digit="2"),
            ]
        )
        rows.focus()

    @on(OptionList.OptionSelected)
    def _answered(self, event: OptionList.OptionSelected) -> None:
        self.leave(event.option_id == "erase")
