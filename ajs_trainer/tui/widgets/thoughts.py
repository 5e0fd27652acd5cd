"""Tankar som snurrar: inner voices that one can recognise."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content

from ajs_trainer.locale import N_, _
from ajs_trainer.model import Thought
from ajs_trainer.tui.commands import Command
from ajs_trainer.tui.literal import literal
from ajs_trainer.tui.widgets.choices_open import OpenRows
from ajs_trainer.tui.widgets.rows import Row

FAMILIAR = "✓"
"""Before a thought that was recognised; there is a word after it."""
UNMARKED = "–"

MARK = Command(
    "select",
    "space",
    N_("I recognise it"),
    N_("Say that you recognise the marked thought, or take it back."),
    show=False,
)


class Thoughts(OpenRows, inherit_bindings=False):
    """The thoughts of a scene; choosing one marks it as familiar, or takes the mark away.

    Digits are left to the choices below.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        MARK.binding(),
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
    ]

    def show_thoughts(self, thoughts: Iterable[Thought], familiar: frozenset[str]) -> None:
        """Show thoughts, those whose id is in ``familiar`` as recognised."""
        before = self.highlighted
        self.show_open(_row(thought, thought.id in familiar) for thought in thoughts)
        if self.has_focus and before is not None and before < self.option_count:
            self.highlighted = before

    def mark_next(self) -> None:
        """Move to the next thought, from the last to the first."""
        if self.option_count:
            here = -1 if self.highlighted is None else self.highlighted
            self.highlighted = (here + 1) % self.option_count

    @on(events.Focus)
    def _stand_on_first(self) -> None:
        if self.highlighted is None:
            self.mark_next()

    @on(events.Blur)
    def _stand_nowhere(self) -> None:
        self.highlighted = None


def _row(thought: Thought, familiar: bool) -> Row:
    text = literal(thought.text, "italic")
    if familiar:
        word = Content.styled(_("I recognised this one"), "$success")
        text = Content.assemble(text, "  ", word)
    return Row(thought.id, text, digit=FAMILIAR if familiar else UNMARKED)
