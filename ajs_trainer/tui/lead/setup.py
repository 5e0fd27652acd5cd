"""Before a meeting: go on with one that was interrupted, or choose a plan and a scenario."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import N_, _, current_language
from ajs_trainer.session.script import SCRIPTS
from ajs_trainer.tui import navigate
from ajs_trainer.tui.base import AjsScreen
from ajs_trainer.tui.lead.agenda import (
    find,
    needs_scenario,
    single,
    single_practice,
    uses_scenario,
)
from ajs_trainer.tui.lead.keeper import unfinished_meetings
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.screens.library import LibraryScreen
from ajs_trainer.tui.services import Library
from ajs_trainer.tui.widgets.rows import Between, Row, Rows

if TYPE_CHECKING:
    from ajs_trainer.model.plan import Plan
    from ajs_trainer.record.sessions import SessionInfo
    from ajs_trainer.session.state import SessionState

_SINGLE = "single"
_PLAN = "plan-"
_GO_ON = "go-on-"
_DIGITS = "123456789"
_OFFERED = 3
"""How many unfinished meetings are offered, the latest first."""


class PlanScreen(AjsScreen[None]):
    """Which meeting it is going to be.

    Args:
        wanted: Id of a plan, a scenario, a role-play or an exercise to go on with at once; empty
            to choose here.
    """

    CSS_PATH = "setup.tcss"
    HEADING = N_("Lead a session")
    HELP_TEXT = N_(
        "Choose how long the meeting is. A meeting that was interrupted stands first and goes on "
        "where it was left.\n\n"
        "No names are asked for anywhere."
    )

    def __init__(self, wanted: str = "") -> None:
        super().__init__()
        self._wanted = wanted
        self._plans: Sequence[Plan] = ()
        self._unfinished: Sequence[tuple[SessionInfo, SessionState]] = ()

    @override
    def body(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Static(id="question", classes="heading", markup=False)
            yield Rows(id="plans")
            yield Static(id="fault", classes="fault", markup=False)

    @override
    def fill(self) -> None:
        self.query_one("#question", Static).update(literal_line(_("What kind of meeting is it?")))
        self._show()
        self.query_one(Rows).focus()
        self.run_worker(self._read(), exclusive=True)

    async def _read(self) -> None:
        language = current_language()
        services = self.ajs.services
        try:
            self._plans = await services.browse(lambda library: library.plans(language))
            if self.ajs.options.record.exists():
                self._unfinished = await unfinished_meetings(services)
        except AjsError as error:
            self.query_one("#fault", Static).update(literal(f"{error.message} {error.hint}"))
        self._show()
        if self._wanted:
            await self._go_to(self._wanted)
            self._wanted = ""

    def on_screen_resume(self) -> None:
        """A meeting may have been begun, or closed, since."""
        self.call_after_refresh(self._look_again)

    def _look_again(self) -> None:
        if self._plans and not self.left:
            self.run_worker(self._read(), exclusive=True)

    def _show(self) -> None:
        rows = self.query_one(Rows)
        rows.show_rows(self._rows())
        rows.action_first()

    def _rows(self) -> Iterator[Option]:
        digits = iter(_DIGITS)
        for info, state in self._unfinished[:_OFFERED]:
            where = _(SCRIPTS[state.place.stage].title)
            text = _("Go on: {title}").format(title=info.title)
            detail = _("{date}, at “{stage}”").format(date=info.date, stage=where)
            yield _row(f"{_GO_ON}{info.key}", next(digits), text, detail)
        if self._unfinished:
            yield Between()
        for plan in filter(uses_scenario, self._plans):
            yield _row(f"{_PLAN}{plan.id}", next(digits, " "), plan.title, plan.summary)
        if self.roomy:
            yield Between()
        detail = _("Without a plan: choose freely, and talk as long as you like.")
        yield _row(_SINGLE, next(digits, " "), _("A single scenario"), detail)
        if self.roomy:
            yield Between()
        for plan in self._plans:
            if not uses_scenario(plan):
                yield _row(f"{_PLAN}{plan.id}", next(digits, " "), plan.title, plan.summary)
        detail = _("You keep the time. The cards are on paper.")
        yield _row("roleplay", next(digits, " "), _("A role-play in several trios"), detail)
        detail = _("The room takes a stand with its feet.")
        yield _row("exercise", next(digits, " "), _("A value exercise"), detail)

    async def _go_to(self, wanted: str) -> None:
        """Go on with a plan, or else with a scenario, role-play or exercise of that id."""
        plan = next((plan for plan in self._plans if plan.id == wanted), None)
        if plan is not None:
            self._choose(plan)
            return
        language = current_language()
        entries = await self.ajs.services.browse(lambda library: library.entries(language))
        scenarios = (entry for entry in entries if not entry.skill)
        entry = next((entry for entry in scenarios if entry.id == wanted), None)
        if entry is not None:
            navigate.open_meeting_start(self.app, single(entry), entry.id)
            return
        practice = await self.ajs.services.browse(lambda library: find(library, wanted, language))
        if practice is not None:
            navigate.open_meeting_start(self.app, single_practice(practice), "")
        else:
            text = _("There is no plan, scenario, role-play or exercise called “{name}”.")
            self.query_one("#fault", Static).update(literal(text.format(name=wanted)))

    def _choose(self, plan: Plan) -> None:
        if needs_scenario(plan):
            navigate.choose_scenario_for(self.app, plan)
        else:
            navigate.open_meeting_start(self.app, plan, "")

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        name = event.option_id or ""
        if name == _SINGLE:
            navigate.choose_scenario_for(self.app, None)
        elif name == "roleplay":
            navigate.choose_practice_for_meeting(self.app, "roleplay")
        elif name == "exercise":
            navigate.choose_practice_for_meeting(self.app, "exercise")
        elif name.startswith(_GO_ON):
            navigate.open_meeting(self.app, name.removeprefix(_GO_ON))
        for plan in self._plans:
            if name == f"{_PLAN}{plan.id}":
                self._choose(plan)


class ScenarioForMeeting(LibraryScreen):
    """Which scenario the room practises with.

    Args:
        plan: The plan it is for, or None for a meeting with nothing else.
    """

    CSS_PATH = "../screens/library.tcss"
    DIALOGUES = False

    def __init__(self, plan: Plan | None) -> None:
        super().__init__()
        self._plan = plan

    @override
    def take(self, scenario: str) -> None:
        self.run_worker(self._take(scenario), exclusive=True, group="taking")

    async def _take(self, scenario: str) -> None:
        plan, language = self._plan, current_language()

        def made(library: Library) -> Plan:
            entries = library.entries(language)
            return single(next(entry for entry in entries if entry.id == scenario))

        if plan is None:
            plan = await self.ajs.services.browse(made)
        navigate.open_meeting_start(self.app, plan, scenario)


def _row(name: str, digit: str, text: str, detail: str) -> Row:
    return Row(
        name,
        literal_line(text),
        literal_line(detail, "$quiet"),
        digit=digit,
        beside=30,
        below=True,
    )
