"""The facilitator's notes, in a second terminal."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Literal

from textual.app import ComposeResult
from textual.visual import Visual
from textual.widgets import Static
from typing_extensions import override

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import N_
from ajs_trainer.tui.base import AjsScreen
from ajs_trainer.tui.commands import Command
from ajs_trainer.tui.lead.clock import SoftClock
from ajs_trainer.tui.literal import literal_line
from ajs_trainer.tui.notes.blocks import Block
from ajs_trainer.tui.notes.follow import Seen, Watch
from ajs_trainer.tui.notes.guide import affected, guide
from ajs_trainer.tui.notes.stage_notes import guided_by, minutes_of, place_of, stage_notes
from ajs_trainer.tui.notes.waiting import ended, waiting
from ajs_trainer.tui.widgets.prose import Stacked, labelled
from ajs_trainer.tui.widgets.story_reading import Reading
from ajs_trainer.tui.widgets.topbar import TopBar
from ajs_trainer.workplace import Workplace

Page = Literal["notes", "guide", "affected"]

PACE = 1.0
"""How often the record is looked at, in seconds."""

CLOCK = Command("clock", "space", N_("Clock"), N_("Stop the clock, or let it go on."))
GUIDE = Command("page('guide')", "g", N_("Guide"), N_("Read the guide of this scenario."))
AFFECTED = Command(
    "page('affected')",
    "a",
    N_("Affected"),
    N_("See what to do if somebody is affected."),
)
NOTES = Command("back", "escape", N_("Notes"), N_("Go back to the notes."), show=False)


class NotesScreen(AjsScreen[None]):
    """Follows the meeting that is going on, and never writes.

    It is drawn anew only when something has changed, so that a screen reader is left in peace.

    Args:
        followed: Finds the meeting.
        workplace: What the workplace decided.
        pace: How often the record is looked at, in seconds.
        now: Tells the time in seconds, for the clock.
    """

    BINDINGS = [each.binding() for each in (CLOCK, GUIDE, AFFECTED, NOTES)]
    HEADING = N_("The facilitator's notes")
    HELP_TEXT = N_(
        "Keep this window on your own screen, and the meeting on the projector. The notes follow "
        "the meeting by themselves and change nothing in it. You can close and open them whenever "
        "you like.\n\n"
        "The clock counts from when this window saw the stage begin. It never breaks in."
    )
    DEFAULT_CSS = """
    NotesScreen #notes-page {
        height: 1fr;
    }
    NotesScreen #fault {
        height: auto;
    }
    """

    def __init__(
        self,
        followed: Watch,
        workplace: Workplace,
        pace: float = PACE,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._followed = followed
        self._workplace = workplace
        self._pace = pace
        self._now = now
        self._seen: Seen | None = None
        self._page: Page = "notes"
        self._shown: list[Block] = []
        self._guides: dict[str, list[Block]] = {}
        self._looking = False
        self._looked = False
        self._stopped_by_pause = False

    @override
    def body(self) -> ComposeResult:
        yield SoftClock(self._now)
        yield Static(id="fault", classes="fault", markup=False)
        with Reading(id="notes-page"):
            yield Static(id="notes-text", classes="column", markup=False)

    @override
    def fill(self) -> None:
        self._shown = []
        self._show()

    @override
    def on_mount(self) -> None:
        """Begin to follow."""
        super().on_mount()
        self.query_one(Reading).focus()
        self.set_interval(self._pace, self._look)
        self._look()

    def _look(self) -> None:
        if not self._looking:
            self._looking = True
            self.run_worker(self._follow(), group="follow")

    async def _follow(self) -> None:
        fault = ""
        seen = self._seen
        try:
            seen = await asyncio.to_thread(self._followed.look)
            await self._read_guide(seen)
        except AjsError as error:
            fault = f"{error.message} {error.hint}"
        finally:
            self._looking = False
        for line in self.query("#fault").results(Static):  # gone when the window is closing
            line.update(literal_line(fault))
            self._come_to(seen)

    async def _read_guide(self, seen: Seen | None) -> None:
        name = guided_by(seen.setup, seen.state) if seen else ""
        if name not in self._guides:
            self._guides[name] = await asyncio.to_thread(guide, name)

    def _come_to(self, seen: Seen | None) -> None:
        """Show another state of the meeting, if it is another one."""
        before, self._seen = self._seen, seen
        if seen is before and self._looked:
            return
        self._looked = True
        self._keep_time(before, seen)
        place = place_of(seen.setup, seen.state) if seen else ""
        self.query_one(TopBar).show_place(literal_line(place))
        self._show()
        if before is None or seen is None or before.state.place != seen.state.place:
            self.query_one(Reading).scroll_home(animate=False)

    def _keep_time(self, before: Seen | None, seen: Seen | None) -> None:
        clock = self.query_one(SoftClock)
        if seen is None:
            clock.start(0)
        elif before is None or _spot(before) != _spot(seen):
            self._stopped_by_pause = False
            clock.start(minutes_of(seen.setup, seen.state))
        if seen is not None and seen.state.paused != self._stopped_by_pause:
            if clock.running == seen.state.paused:
                clock.toggle()
            self._stopped_by_pause = seen.state.paused

    def _show(self) -> None:
        blocks = self._blocks()
        if blocks != self._shown:
            self._shown = blocks
            self.query_one("#notes-text", Static).update(drawn(blocks))

    def _blocks(self) -> list[Block]:
        seen = self._seen
        if self._page == "affected":
            return affected(self._workplace)
        if self._page == "guide":
            return self._guides.get(guided_by(seen.setup, seen.state) if seen else "", [])
        if not self._looked:
            return []
        if seen is None:
            return ended() if self._followed.ended else waiting()
        return stage_notes(seen.setup, seen.state, seen.outcomes)

    def action_page(self, page: Page) -> None:
        """Show another page, or the notes again."""
        self._page = "notes" if self._page == page else page
        self._show()
        self.query_one(Reading).scroll_home(animate=False)

    @override
    def action_back(self) -> None:
        """Show the notes; from there one leaves with another key, never by mistake."""
        if self._page != "notes":
            self.action_page(self._page)

    def action_clock(self) -> None:
        """Stop the clock, or let it go on."""
        self.query_one(SoftClock).toggle()


def _spot(seen: Seen) -> tuple[str, object]:
    return seen.info.key, seen.state.place


def drawn(blocks: Sequence[Block]) -> Stacked:
    """The blocks, to be drawn exactly as they are."""
    visuals: list[Visual] = []
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            if number:
                visuals.append(literal_line(""))
            visuals.append(literal_line(block.text, "$heading bold"))
        elif block.kind == "item":
            visuals.append(labelled(literal_line("  •  "), literal_line(block.text)))
        else:
            visuals.append(literal_line(block.text))
    return Stacked(visuals)
