"""An own code, for those who share an account on the computer."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, OptionList, Static
from typing_extensions import override

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import N_, _, ngettext
from ajs_trainer.tui.base import AjsScreen
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.widgets.line_input import LineInput
from ajs_trainer.tui.widgets.rows import Row, Rows
from ajs_trainer.tui.words import suggest

_MAX_LENGTH = 60


class CodeScreen(AjsScreen[None]):
    """Take a suggested code, write one, or go without."""

    CSS_PATH = "code.tcss"
    HEADING = N_("Own code")
    HELP_TEXT = N_(
        "Take the suggested words, ask for others, or press Tab and write a code of your own. "
        "Write the same code next time to find your history again.\n\n"
        "You can also start the program with “ajs --as CODE”."
    )

    def __init__(self) -> None:
        super().__init__()
        self._suggestion = suggest()
        self._said = ""

    @override
    def body(self) -> ComposeResult:
        with VerticalScroll(id="code", can_focus=False):
            yield Static(id="about", classes="column", markup=False)
            yield Rows(id="codes", classes="column")
            yield Static(id="write", classes="column", markup=False)
            yield LineInput(id="own", classes="column", max_length=_MAX_LENGTH)
            yield Static(id="said", classes="column", markup=False)

    @override
    def fill(self) -> None:
        self.query_one("#about", Static).update(
            literal(
                _(
                    "Do several people share this computer? A code of your own keeps what you "
                    "practise apart from what the others practise.\n"
                    "It is no password: it protects nothing, and whoever knows the code sees the "
                    "same history."
                )
            )
        )
        self.query_one("#write", Static).update(literal_line(_("Or write a code and press Enter:")))
        self.query_one("#own", Input).placeholder = literal_line(
            _("two words are easy to remember")
        ).plain
        self._show_rows()

    def _show_rows(self) -> None:
        take = _("Take the code {code}").format(code=self._suggestion)
        self.query_one(Rows).show_rows(
            [
                Row("take", literal_line(take), digit="1"),
                Row("other", literal_line(_("Suggest other words")), digit="2"),
                Row("none", literal_line(_("Go without a code")), digit="3"),
            ]
        )
        self._say(self._said or self._now())

    def _now(self) -> str:
        code = self.ajs.code
        return (
            _("Now you practise under the code {code}.").format(code=code)
            if code
            else _("Now you practise without a code.")
        )

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        match event.option_id:
            case "take":
                self._take(self._suggestion)
            case "other":
                self._suggestion = suggest()
                self._show_rows()
            case "none":
                self._take("")

    @on(Input.Submitted)
    def _written(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self._take(" ".join(event.value.split()))

    def _take(self, code: str) -> None:
        self.run_worker(self._change(code), group="code", exclusive=True)

    async def _change(self, code: str) -> None:
        services = self.ajs.services
        try:
            runs = await services.ask(
                lambda record: (
                    len(record.runs.of(person)) if (person := record.runs.known(code)) else 0
                )
            )
        except AjsError as error:
            self._say(f"{error.message} {error.hint}", fault=True)
            return
        self.ajs.code = code
        self._said = f"{self._now()} {_history(runs)}"
        self._say(self._said)

    def _say(self, text: str, *, fault: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.set_class(fault, "fault")
        said.update(literal(text))


def _history(runs: int) -> str:
    if not runs:
        return _("No history is kept under it yet.")
    return ngettext(
        "{number} earlier run is kept under it.", "{number} earlier runs are kept under it.", runs
    ).format(number=runs)
