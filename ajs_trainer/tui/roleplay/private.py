"""Something that one of the three sees alone: nothing of it is drawn before they say so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from ajs_trainer.locale import N_, _
from ajs_trainer.model.roleplay import Cue
from ajs_trainer.model.vocabulary import PlayRole
from ajs_trainer.session.cards import Card, role_name
from ajs_trainer.tui.base import AjsScreen
from ajs_trainer.tui.commands import key_name
from ajs_trainer.tui.lead.stages.base import bullets, paragraph
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.screens.play_base import NEXT
from ajs_trainer.tui.widgets.story_next import NextLine
from ajs_trainer.tui.widgets.story_reading import Reading


class PrivateScreen(AjsScreen[bool]):
    """A cover that says whose turn it is, and below it what only that one may see.

    Ends with whether it was read.

    Args:
        role: Who may see it.
    """

    CSS_PATH = "roleplay.tcss"
    HELP_TEXT = N_(
        "Turn the computer so that nobody else sees. Enter shows what is yours, and Enter or Esc "
        "takes it away again."
    )
    BINDINGS: ClassVar[list[BindingType]] = [NEXT.binding()]

    def __init__(self, role: PlayRole) -> None:
        super().__init__()
        self.role = role
        self.shown = False

    @override
    def heading(self) -> str:
        return _("Only for: {role}").format(role=role_name(self.role).lower())

    @override
    def body(self) -> ComposeResult:
        yield Reading(id="private")
        yield NextLine(id="next")

    def told(self) -> Iterable[Widget]:
        """What only the one with the role may see."""
        return ()

    @override
    def fill(self) -> None:
        self.call_later(self._draw)

    async def _draw(self) -> None:
        page = self.query_one("#private", Reading)
        await page.remove_children()
        await page.mount_all(self.told() if self.shown else [self._neutral()])
        self.take_focus()
        self._show_keys()

    def _neutral(self) -> Widget:
        text = _(
            "Hand the computer to the one who is {role}. Turn it so that nobody else sees.\n\n"
            "You others: look away."
        )
        return Static(
            literal(text.format(role=role_name(self.role).lower())), id="cover", markup=False
        )

    def take_focus(self) -> None:
        """Let the keyboard do what it does here."""
        self.query_one("#private", Reading).focus()

    def keys(self) -> list[tuple[str, str]]:
        """The keys while what is private is shown."""
        page = self.query_one("#private", Reading)
        what = _("read on") if page.more_below else _("hide it and hand the computer back")
        return [(key_name("enter"), what)]

    def _show_keys(self) -> None:
        covered = [
            (key_name("enter"), _("I sit alone with it, show it")),
            (key_name("escape"), _("back")),
        ]
        self.query_one(NextLine).show_keys(*(self.keys() if self.shown else covered))

    @on(Reading.Moved)
    def _moved(self) -> None:
        self._show_keys()

    @on(NextLine.Pressed)
    def action_next(self) -> None:
        """Show it, read on, or hide it."""
        page = self.query_one("#private", Reading)
        if not self.shown:
            self.shown = True
            self.fill()
        elif page.more_below:
            page.scroll_page_down(animate=False)
        else:
            self.leave(True)

    @override
    def action_back(self) -> None:
        self.leave(self.shown)


class CardScreen(PrivateScreen):
    """The card of one of the three.

    Args:
        card: What is on it.
    """

    def __init__(self, card: Card) -> None:
        super().__init__(card.role)
        self._card = card

    @override
    def told(self) -> Iterable[Widget]:
        yield Static(literal_line(self._card.title, "$heading bold"), classes="said", markup=False)
        for heading, text in self._card.said:
            if heading:
                said = Content.assemble(
                    literal_line(f"{heading}: ", "$heading"), literal(text.strip())
                )
                yield Static(said, classes="said", markup=False)
            else:
                yield paragraph(text)
        yield from bullets((text for _id, text in self._card.behaviours), "close")
        if self._card.note:
            yield paragraph(self._card.note, "apart quiet")


class SlipScreen(PrivateScreen):
    """A cue, for the one it is meant for.

    Args:
        cue: What is to be done.
    """

    def __init__(self, cue: Cue) -> None:
        super().__init__(cue.to)
        self._cue = cue

    @override
    def told(self) -> Iterable[Widget]:
        yield Static(literal(self._cue.text, "bold"), id="slip", markup=False)
