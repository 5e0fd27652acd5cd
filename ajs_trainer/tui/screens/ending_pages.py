"""The pages of an ending that tell what was tried, and what was practised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.app import ComposeResult
from textual.visual import Visual
from textual.widgets import Static
from typing_extensions import override

from ajs_trainer.locale import _
from ajs_trainer.model.names import KKA_STRATEGY_NAMES
from ajs_trainer.model.skill import Skill
from ajs_trainer.play.behaviours import (
    Moment,
    Practised,
    Reply,
    behaviour_text,
    is_working_material,
)
from ajs_trainer.play.summary import Grid
from ajs_trainer.session.cards import WORKING_MATERIAL
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.screens.ending_texts import legend, remaining
from ajs_trainer.tui.widgets.grid import GridTable
from ajs_trainer.tui.widgets.prose import Stacked, labelled
from ajs_trainer.tui.widgets.story_pages import Page

_BULLET = "•  "


class TriedPage(Page):
    """What was tried in a scenario and what is left, by time and strategy."""

    DEFAULT_CSS = """
    TriedPage > #legend, TriedPage > #remaining {
        margin-top: 1;
    }
    """

    @override
    def compose(self) -> ComposeResult:
        yield GridTable(id="grid")
        yield Static(id="legend", classes="quiet", markup=False)
        yield Static(id="remaining", markup=False)

    def show(self, tried: Grid) -> None:
        """Show a grid."""
        self.query_one(GridTable).show_grid(tried)
        self.query_one("#legend", Static).update(legend())
        self.query_one("#remaining", Static).update(remaining(tried))


class PractisedPage(Page):
    """Which behaviours a dialogue let one show, and which others were there to take."""

    @override
    def compose(self) -> ComposeResult:
        yield Static(id="practised", markup=False)

    def show(self, practised: Practised, skill: Skill | None) -> None:
        """Show what was practised; without its skill the ids are told."""
        lines = [*_of_skill(skill), *_shown(practised, skill), *_there(practised, skill)]
        told = [*practised.shown, *(one for moment in practised.there for one in moment.behaviours)]
        if is_working_material(skill, told):
            lines += [literal_line(""), literal(_(WORKING_MATERIAL), "$quiet")]
        self.query_one("#practised", Static).update(Stacked(lines))


class AloudPage(Page):
    """Two replies to say aloud."""

    @override
    def compose(self) -> ComposeResult:
        yield Static(id="aloud", markup=False)

    def show(self, replies: Iterable[Reply], skill: Skill | None) -> None:
        """Show the replies, each with what it shows."""
        lines: list[Visual] = [literal(_("Say this aloud, slowly and in your own voice."))]
        for reply in replies:
            lines += [literal_line(""), literal(reply.choice.text, "bold")]
            lines += _listed(reply.choice.shows, skill)
        self.query_one("#aloud", Static).update(Stacked(lines))


def _of_skill(skill: Skill | None) -> Iterator[Visual]:
    if skill is not None:
        strategy = _(KKA_STRATEGY_NAMES[skill.strategy])
        yield literal_line(skill.title, "bold")
        told = _("KKA strategy: {strategy}").format(strategy=strategy)
        yield literal_line(told, "$quiet")
        yield literal_line("")


def _shown(practised: Practised, skill: Skill | None) -> Iterator[Visual]:
    yield literal_line(_("This is what you did"), "$heading")
    if practised.shown:
        yield from _listed(practised.shown, skill)
    else:
        yield literal(_("This time you went other ways."))


def _there(practised: Practised, skill: Skill | None) -> Iterator[Visual]:
    if practised.there:
        yield literal_line("")
        yield literal_line(_("This was there to take"), "$heading")
    for place, moment in enumerate(practised.there):
        if place:
            yield literal_line("")
        yield _where(moment)
        yield from _listed(moment.behaviours, skill)


def _where(moment: Moment) -> Visual:
    return literal(_("When you said: {reply}").format(reply=moment.said.text), "$quiet")


def _listed(behaviours: Iterable[str], skill: Skill | None) -> Iterator[Visual]:
    for behaviour in behaviours:
        yield labelled(literal_line(_BULLET), literal(behaviour_text(skill, behaviour)))
