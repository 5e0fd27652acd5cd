"""Looking back: how it turned out, the way there, what was tried, what to think about."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from typing_extensions import override

from ajs_trainer.locale import N_, _
from ajs_trainer.play.behaviours import look_back
from ajs_trainer.play.run import Rated, Returned
from ajs_trainer.play.story import shown_text
from ajs_trainer.play.summary import Option, grid, way_taken
from ajs_trainer.tui import navigate
from ajs_trainer.tui.commands import Command, key_name
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.practising import find_skill
from ajs_trainer.tui.recorder import Recorder, open_run, taken_in_other_runs
from ajs_trainer.tui.screens.ending_pages import AloudPage, PractisedPage, TriedPage
from ajs_trainer.tui.screens.ending_texts import answers, questions, sure_now
from ajs_trainer.tui.screens.play_base import KeepingScreen
from ajs_trainer.tui.screens.play_keys import READ_BACK, READ_ON
from ajs_trainer.tui.widgets.choices_rating import Rating
from ajs_trainer.tui.widgets.story_next import NextLine
from ajs_trainer.tui.widgets.story_pages import Page, PageNames
from ajs_trainer.tui.widgets.topbar import TopBar
from ajs_trainer.tui.widgets.way import Way

if TYPE_CHECKING:
    from ajs_trainer.model.skill import Skill
    from ajs_trainer.tui.services import RunInfo

PAGES = {
    "ending": N_("How it turned out"),
    "sure": N_("A question"),
    "way": N_("Your way"),
    "grid": N_("What you tried"),
    "done": N_("What you practised"),
    "aloud": N_("Say aloud"),
    "talk": N_("To think about"),
}
NEXT_PAGE = Command("page(1)", "right", N_("Next page"), N_("See the next page."))
PREVIOUS_PAGE = Command(
    "page(-1)", "left", N_("Page before"), N_("See the page before."), show=False
)


class EndingScreen(KeepingScreen):
    """One run, looked back at; an unfinished one has no ending to tell.

    Args:
        info: The run, as the record tells of it.
    """

    CSS_PATH = "ending.tcss"
    HELP_TEXT = N_(
        "One page after the other: how it turned out, how sure you are now, the way you took, "
        "what you tried and what is left, and questions to think about. Enter and the arrow keys "
        "turn the pages. After a dialogue you see which behaviours you used, which were there to "
        "take, and two replies to say aloud.\n\n"
        "On the page with your way: mark a place with its digit or with the arrow keys, and Enter "
        "takes you back there to try something else. Nothing here is a grade."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        NEXT_PAGE.binding(),
        PREVIOUS_PAGE.binding(),
        READ_BACK.binding(),
        READ_ON.binding(),
    ]

    def __init__(self, info: RunInfo) -> None:
        super().__init__()
        self._info = info
        self._recorder: Recorder | None = None
        self._earlier: frozenset[Option] = frozenset()
        self._skill: Skill | None = None
        self._pages: list[str] = []
        self._page = "way"

    @override
    def heading(self) -> str:
        return self._info.title

    @override
    def content(self) -> ComposeResult:
        yield PageNames(tuple(PAGES), id="names")
        with Page(id="page-ending", classes="page"):
            yield Static(id="ending-title", classes="heading", markup=False)
            yield Static(id="ending-text", markup=False)
        with Page(id="page-sure", classes="page"):
            yield Static(id="sure", markup=False)
            yield Rating(id="rating")
        yield Way(id="page-way", classes="page")
        yield TriedPage(id="page-grid", classes="page")
        yield PractisedPage(id="page-done", classes="page")
        yield AloudPage(id="page-aloud", classes="page")
        with Page(id="page-talk", classes="page"):
            yield Static(id="questions", markup=False)

    @property
    def recorder(self) -> Recorder:
        """The open run; there is one as soon as something is shown."""
        assert self._recorder is not None  # noqa: S101
        return self._recorder

    @property
    def page(self) -> str:
        """Which page is shown."""
        return self._page

    @property
    @override
    def saving(self) -> bool:
        return self._recorder is not None

    @override
    def fill(self) -> None:
        if self._recorder is None:
            for page in self.query(".page, #names"):
                page.display = False
            self.attempt(self._open)
        else:
            self._fill_pages()
        super().fill()

    async def _open(self) -> None:
        services = self.ajs.services
        recorder = await open_run(services, self._info.key)
        self._earlier = await taken_in_other_runs(services, recorder, self.ajs.code)
        self._skill = await find_skill(services, recorder.story.scenario)
        if recorder.ending and not recorder.info.finished:
            await recorder.finish()
        self._recorder = recorder
        self._fill_pages()

    def _fill_pages(self) -> None:
        recorder = self.recorder
        self._pages = ["ending", "sure"] if recorder.ending else []
        if recorder.run.way:
            self._pages += ["way", *self._fill_tried()]
        if questions(recorder.story, recorder.run):
            self._pages.append("talk")
        self._fill_ending()
        self.query_one(Way).show_way(recorder.story, way_taken(recorder.story, recorder.run))
        asked = questions(recorder.story, recorder.run)
        self.query_one("#questions", Static).update(Content("\n\n").join(map(literal, asked)))
        self.query_one("#names").display = True
        self._show(self._pages[0] if self._pages else self._page)

    def _fill_tried(self) -> list[str]:
        """Fill the pages that tell what was tried, or what a dialogue gave to practise."""
        story, run = self.recorder.story, self.recorder.run
        if story.scenario.skill is None:
            self.query_one(TriedPage).show(grid(story.scenario, run.tried, self._earlier))
            return ["grid"]
        practised = look_back(story, run)
        self.query_one(PractisedPage).show(practised, self._skill)
        self.query_one(AloudPage).show(practised.aloud, self._skill)
        return ["done", "aloud"] if practised.aloud else ["done"]

    def _fill_ending(self) -> None:
        recorder, ending = self.recorder, self.recorder.ending
        if ending is None:
            return
        self.query_one("#ending-title", Static).update(literal(ending.title))
        text = shown_text(ending.text, recorder.story.flag_names(recorder.run.state))
        self.query_one("#ending-text", Static).update(literal(text))
        self._fill_rating()

    def _fill_rating(self) -> None:
        run, rating = self.recorder.run, self.query_one(Rating)
        rating.display = run.after is None
        if run.after is None:
            rating.show_scale()
            question = literal(sure_now(self.recorder.story.scenario), "bold")
        else:
            question = answers(run)
        self.query_one("#sure", Static).update(question)

    def _show(self, page: str) -> None:
        """Show a page and give it the keyboard."""
        self._page = page
        self.query_one(NextLine).show_saved("")
        for widget in self.query(".page"):
            widget.display = widget.id == f"page-{page}"
        names = {page: _(PAGES[page]) for page in self._pages}
        self.query_one(PageNames).show_names(names, page)
        if self._pages:
            number, last = self._pages.index(page) + 1, len(self._pages)
            place = _("Page {number} of {all}").format(number=number, all=last)
            self.query_one(TopBar).show_place(literal_line(place))
        self._keyboard_of(page).focus(scroll_visible=False)
        self.show_next()

    def _keyboard_of(self, page: str) -> Widget:
        if page == "sure" and self.query_one(Rating).display:
            return self.query_one(Rating)
        return self.query_one(f"#page-{page}")

    @override
    def next_keys(self) -> list[tuple[str, str]]:
        if self._recorder is None:
            return []
        enter = key_name("enter")
        marked = self._marked_place()
        if marked is not None:
            return [(enter, _("go back here and try something else"))]
        if self._more_below:
            return [(enter, _("read on"))]
        keys = [(enter, self._next_words())]
        if self._page == "sure" and self.recorder.run.after is None:
            if self.query_one(Rating).marked:
                return [(enter, _("answer"))]
            keys.insert(0, ("1–5", _("answer")))
        if self._page == "way":
            keys.append((_("digit"), _("choose a place to go back to")))
        return keys

    def _next_words(self) -> str:
        if not self.recorder.ending:
            return _("go on with the run")
        after = self._pages[self._pages.index(self._page) + 1 :]
        return _(PAGES[after[0]]) if after else _("done")

    @property
    def _more_below(self) -> bool:
        page = self.query_one(f"#page-{self._page}")
        return isinstance(page, Page) and page.more_below

    def _marked_place(self) -> int | None:
        return self.query_one(Way).marked_place if self._page == "way" else None

    @override
    def go_on(self) -> None:
        place = self._marked_place()
        rated = self.query_one(Rating).marked if self._page == "sure" else None
        if place is not None:
            self.attempt(lambda: self._go_back_to(place))
        elif self._more_below:
            self.action_scroll("down")
        elif rated and self.recorder.run.after is None:
            self._rate(int(rated))
        elif not self.recorder.ending:
            navigate.go_on_to_run(self.app, self.recorder.info, resumed=True)
        elif self._page in self._pages[:-1]:
            self.action_page(1)
        else:
            self.go_home()

    async def _go_back_to(self, place: int) -> None:
        await self.recorder.reopen()
        if place < len(self.recorder.run.way):
            await self.recorder.keep(Returned(place))
        navigate.go_on_to_run(self.app, self.recorder.info)

    @on(OptionList.OptionSelected, "#rating")
    def _rated(self, event: OptionList.OptionSelected) -> None:
        if event.option_id:
            self._rate(int(event.option_id))

    def _rate(self, value: int) -> None:
        self.attempt(lambda: self._keep_rating(value))

    async def _keep_rating(self, value: int) -> None:
        await self.recorder.keep(Rated("after", value))
        self._fill_rating()
        self._show("sure")

    @on(Page.Moved)
    @on(OptionList.OptionHighlighted)
    def _marked(self) -> None:
        self.show_next()

    @on(PageNames.Asked)
    def _asked(self, event: PageNames.Asked) -> None:
        if not self.failed:
            self._show(event.page)

    def action_page(self, further: int) -> None:
        """Turn to another page; the first and the last stay put."""
        if self._page in self._pages and not self.failed:
            number = self._pages.index(self._page) + further
            self._show(self._pages[max(0, min(number, len(self._pages) - 1))])

    def action_scroll(self, way: str) -> None:
        """Read further up or down on the page."""
        page = self.query_one(f"#page-{self._page}")
        if way == "up":
            page.scroll_page_up(animate=False)
        else:
            page.scroll_page_down(animate=False)
