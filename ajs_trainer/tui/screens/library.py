"""The scenarios: search, filter, read what they are about, start one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import N_, _, current_language
from ajs_trainer.model.skill import Skill
from ajs_trainer.tui import navigate
from ajs_trainer.tui.base import AjsScreen
from ajs_trainer.tui.commands import Command
from ajs_trainer.tui.finding import KINDS, Wanted
from ajs_trainer.tui.literal import literal_line
from ajs_trainer.tui.screens.details import entry_details, problem_details
from ajs_trainer.tui.screens.filter import FilterScreen, value_name
from ajs_trainer.tui.services import Entry, Library, Problem
from ajs_trainer.tui.widgets.line_input import LineInput
from ajs_trainer.tui.widgets.rows import Between, Row, Rows

_SEARCH = Command("search", "slash", N_("Search"), N_("Search; any letter does the same."))
_FILTER = Command(
    "filter",
    "f2",
    N_("Filter"),
    N_("Show only some: by workplace, relation, ground, time or type."),
)
_CLEAR = Command("back", "escape", N_("Back"), N_("Show all again; then go back."))
_BROKEN = "broken-"
_DIGITS = "123456789"


class LibraryScreen(AjsScreen[None]):
    """A list to choose from, what the marked scenario is about, and a line to search in."""

    CSS_PATH = "library.tcss"
    BINDINGS = [_SEARCH.binding(), _FILTER.binding(), _CLEAR.binding()]
    HEADING = N_("Choose a scenario")
    HELP_TEXT = N_(
        "Move with the arrow keys and read what each scenario is about. Enter, or the digit "
        "before it, starts it. First you see what it is about and can turn back.\n\n"
        "Write a few letters to search in titles and summaries."
    )

    DIALOGUES: ClassVar[bool] = True
    """Whether dialogues can be chosen, and not only scenarios."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()
        self._problems: Sequence[Problem] = ()
        self._skills: Mapping[str, Skill] = {}
        self._wanted = Wanted()
        self._status = N_("Looking for scenarios ...")
        self._language = ""

    @override
    def body(self) -> ComposeResult:
        yield LineInput(id="search")
        yield Static(id="shown", classes="quiet", markup=False)
        with Horizontal(id="both"):
            yield Rows(id="scenarios")
            with VerticalScroll(id="details"):
                yield Static(id="details-text", markup=False)

    @override
    def fill(self) -> None:
        search = self.query_one("#search", Input)
        search.placeholder = literal_line(_("Write to search")).plain
        if not self._language:
            self.query_one(Rows).focus()
        if self._language != current_language():
            self._language = current_language()
            self.run_worker(self._read(), group="library", exclusive=True)
        self._show()

    async def _read(self) -> None:
        language = self._language
        try:
            found = await self.ajs.services.browse(lambda library: _look(library, language))
        except AjsError as error:
            self._status = f"{error.message} {error.hint}"
            self._show()
            return
        self._entries = [entry for entry in found.entries if self.DIALOGUES or not entry.skill]
        self._problems = found.problems
        self._skills = {skill.id: skill for skill in found.skills}
        self._status = ""
        self._show()

    def _show(self) -> None:
        """Show the scenarios that fit, and after them the dialogues."""
        fitting = [entry for entry in self._entries if self._wanted.fits(entry)]
        fitting.sort(key=lambda entry: bool(entry.skill))
        self.query_one(Rows).show_rows(self._rows(fitting))
        self.query_one("#shown", Static).update(literal_line(self._summary(len(fitting))))
        self._show_details()

    def _rows(self, entries: Sequence[Entry]) -> Iterator[Option]:
        for number, entry in enumerate(entries):
            if entry.skill and not (number and entries[number - 1].skill):
                if number:
                    yield Between()
                yield Between(literal_line(_("KKA dialogues, to practise alone"), "$heading"))
            digit = _DIGITS[number] if number < len(_DIGITS) else " "
            facts = _("{setting}, {minutes} min").format(
                setting=value_name("setting", entry.setting), minutes=entry.minutes
            )
            yield Row(
                entry.id,
                literal_line(entry.title),
                literal_line(facts, "$quiet"),
                digit=digit,
                below=not self._narrow,
            )
        if self._problems and self._wanted == Wanted():
            yield Between()
            yield Between(literal_line(_("Could not be read"), "$warning"))
            for number, problem in enumerate(self._problems):
                yield Row(
                    f"{_BROKEN}{number}",
                    literal_line(_file_name(problem)),
                    literal_line(problem.message, "$quiet"),
                    digit=" ",
                )

    @property
    def _narrow(self) -> bool:
        return self.has_class("-narrow")

    def _summary(self, number: int) -> str:
        if self._status:
            return _(self._status)
        if not self._entries:
            return _("No scenarios were found.")
        chosen = [
            value_name(kind, value) for kind in KINDS if (value := getattr(self._wanted, kind))
        ]
        if not number:
            return _("Nothing fits. Esc shows all again.")
        counted = _("{number} of {all}").format(number=number, all=len(self._entries))
        return ", ".join([counted, *chosen])

    def _show_details(self) -> None:
        marked = self._marked()
        details = self.query_one("#details-text", Static)
        if isinstance(marked, int):
            details.update(problem_details(self._problems[marked]))
        elif marked:
            details.update(
                entry_details(marked, self._skills.get(marked.skill), brief=self._narrow)
            )
        else:
            details.update(literal_line(""))
        self.query_one("#details").scroll_home(animate=False)

    def _marked(self) -> Entry | int | None:
        """The marked scenario, or the number of the marked problem."""
        option = self.query_one(Rows).highlighted_option
        if option is None or option.id is None:
            return None
        if option.id.startswith(_BROKEN):
            return int(option.id.removeprefix(_BROKEN))
        return next((entry for entry in self._entries if entry.id == option.id), None)

    @on(OptionList.OptionHighlighted)
    def _moved(self) -> None:
        self._show_details()

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _chosen(self) -> None:
        marked = self._marked()
        if isinstance(marked, int):
            self.ajs.say(_("The file must be mended first. “ajs check” shows every mistake."))
        elif marked:
            self.take(marked.id)

    def take(self, scenario: str) -> None:
        """Go on with the scenario that was chosen."""
        navigate.open_start(self.app, scenario)

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        self._wanted = replace(self._wanted, text=event.value)
        self._show()

    def on_resize(self) -> None:
        """What a row tells depends on the room."""
        self.call_after_refresh(self._show)

    def on_key(self, event: events.Key) -> None:
        """A letter over the list begins a search; arrows over the search move in the list."""
        search, rows = self.query_one("#search", Input), self.query_one(Rows)
        if search.has_focus and event.key in ("down", "up"):
            event.stop()
            if event.key == "down":
                rows.action_cursor_down()
            else:
                rows.action_cursor_up()
        elif rows.has_focus and event.is_printable and (event.character or "").isalpha():
            event.stop()
            search.focus(scroll_visible=False)
            search.insert_text_at_cursor(event.character or "")

    def action_search(self) -> None:
        """Go to the line to search in."""
        self.query_one("#search", Input).focus()

    def action_filter(self) -> None:
        """Choose which scenarios to show."""

        def chosen(wanted: Wanted | None) -> None:
            if wanted is not None:
                self._wanted = wanted
                self._show()

        _mounting = self.app.push_screen(FilterScreen(self._wanted, self._entries), chosen)

    @override
    def action_back(self) -> None:
        self.query_one(Rows).focus()
        if self._wanted == Wanted():
            self.leave()
        self._wanted = Wanted()
        self.query_one("#search", Input).value = ""
        self._show()


class _Found(NamedTuple):
    """What is in the library."""

    entries: Sequence[Entry]
    problems: Sequence[Problem]
    skills: Sequence[Skill]


def _look(library: Library, language: str) -> _Found:
    entries = library.entries(language)
    skills = library.skills(language) if any(entry.skill for entry in entries) else ()
    return _Found(entries, library.problems, skills)


def _file_name(problem: Problem) -> str:
    return problem.file.replace("\\", "/").rpartition("/")[2]
