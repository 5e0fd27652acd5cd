"""The first screen: what one can do, one digit each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import N_, _, ngettext
from ajs_trainer.tui import navigate
from ajs_trainer.tui.base import AjsScreen
from ajs_trainer.tui.commands import Command
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.services import Record, RunInfo
from ajs_trainer.tui.widgets.rows import Between, Row, Rows

_NAME_WIDTH = 22
_QUIT = Command("back", "escape", N_("Quit"), N_("Mark “Quit”, so that Enter ends the program."))


class HomeScreen(AjsScreen[None]):
    """Where the program begins; drawn before the library or the record is opened."""

    BINDINGS = [_QUIT.binding()]
    HEADING = "ajs_trainer"
    HELP_TEXT = N_(
        "Press the digit of what you want to do. You can also move with the arrow keys and press "
        "Enter, or click.\n\n"
        "Everything you choose while you practise is kept at once, so you can quit whenever you "
        "like and go on another day."
    )

    def __init__(self) -> None:
        super().__init__()
        self._unfinished: RunInfo | None = None
        self._proposed = ("", "")
        """The dialogue that is proposed, by id, and why."""

    @override
    def body(self) -> ComposeResult:
        with Vertical(id="home", classes="column"):
            yield Static(id="name", classes="heading", markup=False)
            yield Static(id="welcome", markup=False)
            yield Static(id="how", classes="quiet", markup=False)
            yield Rows(id="entries")
            yield Static(id="note", classes="quiet", markup=False)

    @override
    def fill(self) -> None:
        self.query_one("#name", Static).update(literal_line(self.HEADING))
        self.query_one("#welcome", Static).update(
            literal(_("Practise in peace what is hard to say. Nobody grades you."))
        )
        self.query_one("#how", Static).update(
            literal(_("Press a digit, or go with the arrows ↑ ↓ and press Enter."))
        )
        self.query_one(Rows).show_rows(self._rows())
        self._show_code()

    def on_screen_resume(self) -> None:
        """Look for an unfinished run once the screen is drawn, and again at every return."""
        self.call_after_refresh(self._look)

    def on_screen_suspend(self) -> None:
        """A run that was opened may end; it is looked for anew, and never shown as it was."""
        self._show_found()

    def on_resize(self) -> None:
        """Empty lines only where there is room for them."""
        self.call_after_refresh(self.fill)

    def _look(self) -> None:
        self._show_code()
        if self.ajs.options.record.exists():
            self.run_worker(self._find_unfinished(), group="unfinished", exclusive=True)

    async def _find_unfinished(self) -> None:
        code = self.ajs.code
        try:
            runs, undone = await self.ajs.services.ask(
                lambda record: (_unfinished(record, code), record.undone)
            )
        except AjsError as error:
            self._show_fault(error)
            return
        for fault in undone:
            self._show_fault(fault)
        self._unfinished = runs[0] if runs else None
        self._show_found()
        self.call_after_refresh(self._look_for_dialogue, code)

    def _look_for_dialogue(self, code: str) -> None:
        self.run_worker(self._find_dialogue(code), group="dialogue", exclusive=True)

    async def _find_dialogue(self, code: str) -> None:
        """Propose a dialogue; nothing is said when there is none, or it cannot be read."""
        from ajs_trainer.tui.practising import propose_dialogue, reason

        with suppress(AjsError):
            found = await propose_dialogue(self.ajs.services, code)
            self._proposed = (found.dialogue.id, reason(found)) if found else ("", "")
            self._show_found()

    def _show_found(self) -> None:
        """Show what one can go on with; in a low window it takes the place of the greeting."""
        self.set_class(bool(self._unfinished or self._proposed[0]), "-returning")
        self.query_one(Rows).show_rows(self._rows())

    def _rows(self) -> Iterator[Option]:
        yield _row("practise", "1", _("Practise on your own"), _("See where your choices lead."))
        if self._unfinished:
            yield _row("continue", "2", _("Continue"), _where(self._unfinished), below=True)
        dialogue, why = self._proposed
        if dialogue:
            yield _row("dialogue", "9", _("Rehearse a KKA dialogue"), why, below=True)
        if self.roomy:
            yield Between()
        yield _row("lead", "3", _("Lead a session"), _("Practise together at a meeting."))
        text = _("Practise a conversation, with a card each.")
        yield _row("roleplay", "4", _("Role-play in threes"), text)
        if self.roomy:
            yield Between()
        yield _row("history", "5", _("My history"), _("What you have practised."))
        yield _row("settings", "6", _("Settings"), _("Language, looks and own code."))
        yield _row("help", "7", _("Help"), _("The program, the keys, and what is kept."))
        yield _row("write", "8", _("Write scenarios"), _("Situations from your own workplace."))
        yield _row("quit", "0", _("Quit"), "")

    def _show_code(self) -> None:
        code = self.ajs.code
        text = _("You practise under the code {code}.").format(code=code) if code else ""
        note = self.query_one("#note", Static)
        note.remove_class("fault")
        note.update(literal_line(text))

    def _show_fault(self, error: AjsError) -> None:
        note = self.query_one("#note", Static)
        note.add_class("fault")
        note.update(literal(f"{error.message} {error.hint}"))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        match event.option_id:
            case "practise":
                navigate.open_library(self.app)
            case "continue" if self._unfinished:
                navigate.open_run(self.app, self._unfinished)
                self._unfinished = None
            case "dialogue":
                navigate.open_start(self.app, self._proposed[0])
            case "lead":
                navigate.open_lead(self.app)
            case "roleplay":
                navigate.open_role_plays(self.app)
            case "write" as what:
                navigate.open_coming(self.app, what)
            case "history":
                navigate.open_history(self.app)
            case "settings":
                navigate.open_settings(self.app)
            case "help":
                navigate.open_help(self.app)
            case "quit":
                self.app.exit()

    @override
    def action_back(self) -> None:
        self.query_one(Rows).mark("quit")


def _row(name: str, digit: str, text: str, detail: str, *, below: bool = False) -> Row:
    return Row(
        name,
        literal_line(text),
        literal_line(detail, "$quiet"),
        digit=digit,
        beside=_NAME_WIDTH,
        below=below,
    )


def _unfinished(record: Record, code: str) -> Sequence[RunInfo]:
    """The runs that can be continued; somebody who has kept nothing is not written down."""
    person = record.runs.known(code)
    return record.runs.unfinished(person) if person else ()


def _where(run: RunInfo) -> str:
    """Which scenario, and how far one had come."""
    if not run.choices:
        return _("{title}, from the beginning").format(title=run.title)
    return ngettext(
        "{title}, after {number} choice", "{title}, after {number} choices", run.choices
    ).format(title=run.title, number=run.choices)
