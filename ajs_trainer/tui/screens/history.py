"""One's own runs, and what one tends to choose; never a score, never a comparison."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList, Static
from typing_extensions import override

from ajs_trainer.locale import N_, _, ngettext
from ajs_trainer.play.summary import Habits, habits
from ajs_trainer.tui import navigate
from ajs_trainer.tui.commands import Command, key_name
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.screens.history_erase import EraseScreen
from ajs_trainer.tui.screens.history_texts import habits_content, run_facts
from ajs_trainer.tui.screens.play_base import KeepingScreen
from ajs_trainer.tui.widgets.choices_open import DIGITS
from ajs_trainer.tui.widgets.rows import Row, Rows
from ajs_trainer.tui.widgets.story_pages import Page, PageNames

if TYPE_CHECKING:
    from ajs_trainer.tui.services import Erased, Record, RunInfo

    Erase = Callable[[Record], Erased]

PAGES = {"runs": N_("Your runs"), "habits": N_("What you tend to choose")}
OTHER_PAGE = Command("turn", "right,left", N_("Other page"), N_("See the other page."))
ERASE = Command("erase", "r,delete", N_("Erase"), N_("Erase the marked run."))
ERASE_ALL = Command("erase_all", "a", N_("Erase all"), N_("Erase all your runs."))


class HistoryScreen(KeepingScreen):
    """What one person has played on this computer."""

    CSS_PATH = "history.tcss"
    HEADING = N_("Your history")
    HELP_TEXT = N_(
        "Your own runs, the latest first. Enter opens one: see the way you took, go on, or go back "
        "and try something else.\n\n"
        "The other page counts what you tend to choose. It is no grade, and it is compared with "
        "nobody. You can erase one run or all of them."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        OTHER_PAGE.binding(),
        ERASE.binding(),
        ERASE_ALL.binding(),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._participant = ""
        self._runs: Sequence[RunInfo] | None = None
        self._habits: Habits | None = None
        self._page = "runs"
        self._told = ""

    @override
    def content(self) -> ComposeResult:
        yield PageNames(tuple(PAGES), id="names")
        yield Static(id="told", classes="quiet", markup=False)
        yield Rows(id="page-runs", classes="page")
        with Page(id="page-habits", classes="page"):
            yield Static(id="habits", markup=False)

    @override
    def fill(self) -> None:
        self._show()
        super().fill()

    def on_screen_resume(self) -> None:
        """Read again: a run that was opened from here may have gone on."""
        self.attempt(self._load)

    async def _load(self) -> None:
        code = self.ajs.code

        def work(record: Record) -> tuple[str, Sequence[RunInfo], Habits]:
            participant = record.runs.known(code)
            if participant is None:
                return "", [], habits([])
            runs = record.runs.of(participant)
            played = (
                (record.runs.content(run.content), record.runs.events(run.key)) for run in runs
            )
            return participant, runs, habits(played)

        self._participant, self._runs, self._habits = await self.ajs.services.ask(work)
        self._show()

    def _show(self) -> None:
        """Show what has been read."""
        runs = self._runs or ()
        self.query_one(Rows).show_rows(
            Row(
                run.key,
                literal_line(run.title),
                literal_line(run_facts(run), "$quiet"),
                digit=DIGITS[place] if place < len(DIGITS) else " ",
            )
            for place, run in enumerate(runs)
        )
        told = self._told
        if self._runs is not None and not runs:
            told = "\n".join([told, _("There are no runs here yet.")]).strip()
        self.query_one("#told", Static).update(literal(told))
        self.query_one("#told", Static).display = bool(told)
        if self._habits is not None:
            self.query_one("#habits", Static).update(habits_content(self._habits))
        self._open_page(self._page)

    def _open_page(self, page: str) -> None:
        self._page = page
        for widget in self.query(".page"):
            widget.display = widget.id == f"page-{page}"
        names = {name: _(title) for name, title in PAGES.items()}
        self.query_one(PageNames).show_names(names, page)
        self.query_one(f"#page-{page}").focus(scroll_visible=False)
        self.show_next()

    @override
    def next_keys(self) -> list[tuple[str, str]]:
        if not self._runs:
            return [(key_name("escape"), _("go back"))]
        if self._page == "runs":
            return [
                (key_name("enter"), _("open the marked run")),
                (key_name("right"), _(PAGES["habits"])),
            ]
        return [(key_name("left"), _(PAGES["runs"]))]

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("erase", "erase_all"):
            return bool(self._runs) and self._page == "runs"
        return super().check_action(action, parameters)

    @override
    def go_on(self) -> None:
        if self._page == "habits":
            self._open_page("runs")

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        run = self._run(event.option_id)
        if self.failed:
            self.action_next()
        elif run is not None and not self.busy:
            navigate.open_way(self.app, run)

    @on(PageNames.Asked)
    def _asked(self, event: PageNames.Asked) -> None:
        self._open_page(event.page)

    def action_turn(self) -> None:
        """See the other page."""
        self._open_page("habits" if self._page == "runs" else "runs")

    def _run(self, key: str | None) -> RunInfo | None:
        return next((run for run in self._runs or () if run.key == key), None)

    def action_erase(self) -> None:
        """Ask once, then erase the marked run."""
        option = self.query_one(Rows).highlighted_option
        run = self._run(option.id) if option else None
        if run is not None and not self.busy:
            title = _("“{title}”, {facts}").format(title=run.title, facts=run_facts(run))
            self._ask(title, lambda record: record.runs.erase(run.key))

    def action_erase_all(self) -> None:
        """Ask once, then erase everything."""
        number = len(self._runs or ())
        if number and not self.busy:
            what = ngettext("Your only run", "All your {number} runs", number)
            participant = self._participant
            self._ask(what.format(number=number), lambda record: record.runs.erase_all(participant))

    def _ask(self, what: str, erase: Erase) -> None:
        async def erase_and_tell() -> None:
            self._told = (await self.ajs.services.ask(erase)).promise()
            await self._load()

        def decided(yes: bool | None) -> None:
            if yes:
                self.attempt(erase_and_tell)

        _mounting = self.app.push_screen(EraseScreen(what), decided)
