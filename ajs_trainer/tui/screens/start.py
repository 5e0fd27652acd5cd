"""Before a scenario: what it is about, that one may leave, and how sure one is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from typing_extensions import override

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import N_, _, current_language, ngettext
from ajs_trainer.model.names import RELATION_NAMES, SETTING_NAMES
from ajs_trainer.play.behaviours import readable
from ajs_trainer.play.run import Rated
from ajs_trainer.tui import navigate
from ajs_trainer.tui.commands import key_name
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.practising import find_skill
from ajs_trainer.tui.recorder import Recorder, begin_run
from ajs_trainer.tui.screens.play_base import KeepingScreen
from ajs_trainer.tui.widgets.choices_rating import Rating
from ajs_trainer.tui.widgets.story_pages import Page

if TYPE_CHECKING:
    from ajs_trainer.model import Scenario
    from ajs_trainer.model.skill import Skill
    from ajs_trainer.tui.services import Library, Loaded, Services

_QUESTION_LINES = 7


class StartScreen(KeepingScreen):
    """The last place to turn back before a run begins.

    Args:
        wanted: The id of a scenario in the library, or the path of a file.
    """

    CSS_PATH = "start.tcss"
    HEADING = N_("Before you start")
    HELP_TEXT = N_(
        "Read what the scenario is about. A digit says how sure you are, from 1 to 5, and then "
        "it begins. Enter begins without an answer.\n\n"
        "You are asked again afterwards, so that you can compare. The answers stay on this "
        "computer."
    )

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self._wanted = wanted
        self._scenario: Scenario | None = None
        self._skill: Skill | None = None
        self._recorder: Recorder | None = None
        self._laid_out = False

    @override
    def content(self) -> ComposeResult:
        with Page(id="start"):
            yield Static(id="title", classes="heading", markup=False)
            yield Static(id="about", markup=False)
            yield Static(id="skill", markup=False)
            yield Static(id="cast", markup=False)
            yield Static(id="names", markup=False)
            yield Static(id="note", markup=False)
        with Vertical(id="panel"):
            yield Static(id="sure", markup=False)
            yield Rating(id="rating")

    @override
    def fill(self) -> None:
        if self._scenario is None:
            for part in self.query("#start, #panel"):
                part.display = False
            self.attempt(self._load)
        else:
            self._show(self._scenario)
        super().fill()

    async def _load(self) -> None:
        scenario = await find_scenario(self.ajs.services, self._wanted)
        self._skill = await find_skill(self.ajs.services, scenario)
        self._scenario = scenario
        self._show(scenario)

    def _show(self, scenario: Scenario) -> None:
        self.query_one("#start").display = True
        self.query_one("#panel").display = False
        self.query_one("#title", Static).update(literal_line(scenario.title))
        self.query_one("#about", Static).update(_about(scenario))
        self.query_one("#skill", Static).update(_practised(scenario, self._skill))
        self.query_one("#skill").display = scenario.skill is not None
        self.query_one("#cast", Static).update(_cast(scenario, "\n"))
        self.query_one("#names", Static).update(_cast(scenario, ", "))
        for part in self.query("#cast, #names"):
            part.set_class(not scenario.cast, "-nobody")
        self.query_one("#note", Static).update(_note(scenario))
        self.query_one("#sure", Static).update(literal(_how_sure(scenario), "bold"))
        self.query_one(Rating).show_scale()
        self.query_one("#start").focus()
        self.call_after_refresh(self._ask_if_there_is_room)

    def _ask_if_there_is_room(self) -> None:
        """Ask how sure one is at once, where that hides nothing of what is to be read first."""
        self._laid_out = True
        start = self.query_one(Page)
        read = self.query_one("#note").virtual_region.bottom
        if start.size.height - read >= _QUESTION_LINES:
            self._ask()
        self.show_next()

    def _ask(self) -> None:
        """Ask how sure one is."""
        self.query_one("#panel").display = True
        self.query_one(Rating).focus(scroll_visible=False)
        self.call_after_refresh(self.query_one(Page).scroll_end, animate=False)
        self.show_next()

    @override
    def next_keys(self) -> list[tuple[str, str]]:
        if not self._laid_out:
            return []
        if not self.asking:
            further = _("read on") if self.query_one(Page).more_below else _("a question")
            return [(key_name("enter"), further)]
        if self.query_one(Rating).marked:
            return [(key_name("enter"), _("answer and begin"))]
        return [("1–5", _("answer and begin")), (key_name("enter"), _("begin without an answer"))]

    @property
    @override
    def saving(self) -> bool:
        return self._scenario is not None

    @property
    def asking(self) -> bool:
        """Whether the question is shown."""
        return bool(self.query_one("#panel").display)

    @override
    def go_on(self) -> None:
        if self.asking:
            marked = self.query_one(Rating).marked
            self._begin(int(marked) if marked else None)
        elif self.query_one(Page).more_below:
            self.query_one(Page).scroll_page_down(animate=False)
        elif self._laid_out:
            self._ask()

    @on(OptionList.OptionSelected)
    def _rated(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self._begin(int(event.option_id))

    @on(Page.Moved)
    def _moved(self) -> None:
        if self._laid_out and not self.asking:
            self._ask_if_there_is_room()
        else:
            self.show_next()

    @on(OptionList.OptionHighlighted)
    def _marked(self) -> None:
        self.show_next()

    def _begin(self, value: int | None) -> None:
        self.attempt(lambda: self._begin_run(value))

    async def _begin_run(self, value: int | None) -> None:
        if self._scenario is None:
            return
        if self._recorder is None:
            self._recorder = await begin_run(self.ajs.services, self.ajs.code, self._scenario)
        if value is not None and self._recorder.run.before is None:
            await self._recorder.keep(Rated("before", value))
        navigate.go_on_to_run(self.app, self._recorder.info)


def _about(scenario: Scenario) -> Content:
    minutes = ngettext("{number} minute", "{number} minutes", scenario.minutes)
    facts = [minutes.format(number=scenario.minutes), _(SETTING_NAMES[scenario.setting])]
    if scenario.skill is None:
        facts.append(_(RELATION_NAMES[scenario.relation]))
    quiet = literal_line(" · ".join(facts), "$quiet")
    return Content.assemble(literal(scenario.summary), "\n\n", quiet)


def _practised(scenario: Scenario, skill: Skill | None) -> Content:
    """Which skill a dialogue practises, and why it is worth it."""
    title = skill.title if skill else readable(scenario.skill or "")
    practised = literal(_("You rehearse: {skill}").format(skill=title), "$heading")
    return Content("\n").join([practised, literal(skill.why)]) if skill else practised


def _how_sure(scenario: Scenario) -> str:
    if scenario.skill is not None:
        return _("How sure are you that you would find the words here?")
    return _("How sure are you that you would do something here?")


def _cast(scenario: Scenario, between: str) -> Content:
    """Who is there: a line each, or the names on one line."""
    cast = [member for member in scenario.cast if member.part != "you"]
    if not cast:
        return Content("")
    if between == ", ":
        names = literal(", ".join(member.name for member in cast))
        return Content.assemble(literal_line(_("Who is there"), "$heading"), "  ", names)
    lines = [
        literal(f"{member.name}, {member.about}" if member.about else member.name)
        for member in cast
    ]
    return Content("\n").join([literal_line(_("Who is there"), "$heading"), *lines])


def _note(scenario: Scenario) -> Content:
    leaving = literal(_("You can leave at any time, without saying why."))
    if not scenario.content_note:
        return leaving
    label = literal_line(_("Good to know:"), "$warning bold")
    return Content.assemble(label, " ", literal(scenario.content_note.strip()), "\n", leaving)


async def find_scenario(services: Services, wanted: str) -> Scenario:
    """Read a scenario by its id in the library or the path of its file.

    Raises:
        AjsError: There is none, or it cannot be played.
    """
    language = current_language()

    def read(library: Library) -> Loaded:
        if not wanted.endswith((".yaml", ".yml")):
            return library.load(wanted, language)
        from ajs_trainer.content.load import load_file

        return load_file(Path(wanted))

    loaded = await services.browse(read)
    if loaded.scenario is None:
        raise AjsError(
            _("This scenario cannot be played: {problem}").format(
                problem=next((problem.message for problem in loaded.problems), wanted)
            ),
            _("“ajs check” shows every mistake in the file."),
        )
    return loaded.scenario
