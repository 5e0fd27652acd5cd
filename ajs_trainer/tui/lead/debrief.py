"""The frozen debrief of a meeting, on screen and as a sheet to take along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static
from typing_extensions import override

from ajs_trainer.debrief.render.html import to_html
from ajs_trainer.debrief.render.text import to_text
from ajs_trainer.debrief.summary import from_json
from ajs_trainer.errors import AjsError, reason
from ajs_trainer.locale import N_, _
from ajs_trainer.tui.base import AjsScreen
from ajs_trainer.tui.commands import Command
from ajs_trainer.tui.literal import literal, literal_line

if TYPE_CHECKING:
    from ajs_trainer.debrief.summary import Debrief

WIDTH = 76

SAVE = Command(
    "save",
    "w",
    N_("Save as a sheet"),
    N_("Write a file with two pages that can be printed, in the folder you started from."),
)


class DebriefScreen(AjsScreen[None]):
    """What the room came to. It was frozen when the meeting closed, and never changes."""

    HEADING = N_("What the meeting came to")
    HELP_TEXT = N_(
        "Read it together. What was chosen in secret is told as words and levels only, and a group "
        "that is too small is told nothing about.\n\n"
        "“ajs debrief” shows it again, also as HTML, Markdown, CSV and JSON."
    )
    BINDINGS = [SAVE.binding()]

    def __init__(self, session: str) -> None:
        super().__init__()
        self._session = session
        self._debrief: Debrief | None = None

    @override
    def body(self) -> ComposeResult:
        with VerticalScroll(id="debrief"):
            yield Static(id="text", classes="column", markup=False)
        yield Static(id="said", classes="column", markup=False)

    @override
    def fill(self) -> None:
        self.run_worker(self._read(), group="debrief", exclusive=True)

    async def _read(self) -> None:
        key = self._session
        try:
            text = await self.ajs.services.ask(lambda record: record.sessions.publication(key))
        except AjsError as error:
            self._say(f"{error.message} {error.hint}")
            return
        if text is None:
            self._say(_("This meeting has no debrief."))
            return
        self._debrief = from_json(text)
        shown = to_text(self._debrief, width=WIDTH)
        self.query_one("#text", Static).update(literal(shown))

    def action_save(self) -> None:
        """Write the sheet beside where the program was started."""
        if self._debrief is None:
            return
        path = _free_name(Path.cwd(), self._debrief.date)
        try:
            path.write_text(to_html(self._debrief), encoding="utf-8")
        except OSError as error:
            self._say(_("The sheet was not written: {reason}").format(reason=reason(error)))
            return
        self._say(_("Written: {path}").format(path=path))

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(literal_line(text))


def _free_name(folder: Path, date: str) -> Path:
    """A name that no file has yet."""
    for number in range(1, 1_000):
        path = folder / (f"ajs-{date}.html" if number == 1 else f"ajs-{date}-{number}.html")
        if not path.exists():
            return path
    return folder / f"ajs-{date}.html"
