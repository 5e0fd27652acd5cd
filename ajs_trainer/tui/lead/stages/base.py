"""What every stage shares: a heading, a page to read, and perhaps something to do below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.visual import Visual
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from ajs_trainer.locale import _
from ajs_trainer.session.events import SessionEvent
from ajs_trainer.session.script import SCRIPTS
from ajs_trainer.session.stages import Stage
from ajs_trainer.tui.commands import key_name
from ajs_trainer.tui.lead.keeper import Keeper
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.widgets.prose import prose
from ajs_trainer.tui.widgets.rows import Rows
from ajs_trainer.tui.widgets.story_reading import Reading

BULLET = "  •  "

Keys = list[tuple[str, str]]


class StageView(Vertical):
    """One stage on the projector; made anew each time something has been kept.

    Args:
        meeting: The meeting, as far as it has been kept.
    """

    @dataclass
    class Did(Message):
        """Something was done that is to be kept, each event after the one before."""

        events: tuple[SessionEvent, ...]

    @dataclass
    class Turned(Message):
        """Enter does something else now."""

    def __init__(self, meeting: Keeper) -> None:
        super().__init__(id="stage")
        self.meeting = meeting

    async def prepare(self) -> None:
        """Read from the record what is to be shown."""

    def title(self) -> str:
        """The heading."""
        step = self.meeting.setup.step(self.meeting.place)
        return step.title or _(SCRIPTS[self.meeting.place.stage].title)

    def page(self) -> Iterable[Widget]:
        """What there is to read."""
        return ()

    def panel(self) -> Iterable[Widget]:
        """What there is to do, below the text."""
        return ()

    @override
    def compose(self) -> ComposeResult:
        yield Static(literal_line(self.title()), id="stage-title", markup=False)
        with Reading(id="stage-page"):
            yield from self.page()
        yield from self.panel()

    def on_mount(self) -> None:
        """Fill in what needs widgets that are there."""

    @property
    def reading(self) -> Reading:
        """The page."""
        return self.query_one("#stage-page", Reading)

    def keys(self) -> Keys:
        """The next key, and what it does."""
        if self.reading.more_below:
            return [(key_name("enter"), _("read on"))]
        return self.own_keys()

    def own_keys(self) -> Keys:
        """What Enter does when all has been read."""
        return [(key_name("enter"), next_title(self.meeting))]

    def enter(self) -> bool:
        """Do what Enter does here; False when it goes on to the next stage."""
        if self.reading.more_below:
            self.reading.scroll_page_down(animate=False)
            return True
        return False

    def take_focus(self) -> None:
        """Let the keyboard do what it does here."""
        rows = self.query(Rows)
        (rows.first() if rows else self.reading).focus()

    def did(self, *events: SessionEvent) -> None:
        """Ask for something to be kept."""
        self.post_message(self.Did(events))

    def tell(self, text: str) -> None:
        """Say something below what there is to read."""
        _mounting = self.reading.mount(paragraph(text, "quiet"))


def next_title(meeting: Keeper) -> str:
    """What comes after this, in a few words."""
    place = meeting.coming()
    step = meeting.setup.step(place)
    if place.stage is Stage.READ and not step.title:
        first = place.step != meeting.place.step
        return _("the first scene") if first else _("the next scene")
    return step.title or _(SCRIPTS[place.stage].title)


def paragraph(text: str, classes: str = "", style: str = "") -> Static:
    """A text on the page."""
    return Static(literal(text.strip(), style), classes=f"said {classes}", markup=False)


def bullets(texts: Iterable[str], classes: str = "") -> list[Static]:
    """A list on the page; ``close`` has air between its lines only where there is much room."""
    return [
        Static(visual(f"{BULLET}{text}"), classes=f"said {classes}", markup=False) for text in texts
    ]


def visual(text: str) -> Visual:
    """Running text whose lists keep their shape."""
    return prose(text)


def numbered(number: int, text: str, classes: str = "") -> Static:
    """An option with its number; ``close`` as for ``bullets``."""
    content = Content.assemble(literal_line(f"{number}  ", "$row-digit bold"), literal_line(text))
    return Static(content, classes=f"said {classes}", markup=False)
