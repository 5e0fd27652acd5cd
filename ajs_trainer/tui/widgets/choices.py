"""What one may do in a scene."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from ajs_trainer.locale import N_, _
from ajs_trainer.play.step import situation
from ajs_trainer.play.story import Move, State, Story
from ajs_trainer.tui.commands import CHOOSE
from ajs_trainer.tui.literal import literal
from ajs_trainer.tui.widgets.rows import Row, Rows, RowVisual

LOCKED = "–"
"""In the place of the digit of a choice that cannot be taken; there is a word below it."""

_DIGITS = "123456789"


class Choices(Rows, inherit_bindings=False):
    """The choices of a scene in the order of the file, digits for those that can be taken.

    Page Up and Page Down are left to the story above.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        CHOOSE.binding(),
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
        *(
            Binding(
                digit,
                f"choose('{digit}')",
                N_("Choose"),
                tooltip=N_("Choose the row with this digit."),
                show=False,
            )
            for digit in _DIGITS
        ),
    ]

    def offer(self, story: Story, state: State) -> None:
        """Show what is offered in a state, and what is locked."""
        found = situation(story, state)
        shown = {move.id for move in (*found.offered, *found.locked)}
        open_ids = {move.id for move in found.offered}
        digits = iter(_DIGITS)
        rows = [
            _row(move, next(digits, " ")) if move.id in open_ids else _locked_row(move)
            for move in story.moves[state.scene]
            if move.id in shown
        ]
        self.clear_options()
        self.show_rows(rows)

    @property
    def offered(self) -> int:
        """How many choices can be taken."""
        return sum(not option.disabled for option in self.options)

    def lines(self, width: int) -> int:
        """How many lines the choices take at a width."""
        visuals = (option.prompt for option in self.options)
        return sum(v.get_height({}, width) for v in visuals if isinstance(v, RowVisual))


def _row(move: Move, digit: str) -> Row:
    return Row(move.id, literal(move.choice.text), digit=digit)


def _locked_row(move: Move) -> Row:
    reason = literal(move.choice.locked)
    detail = Content.assemble(literal(_("Locked:")), " ", reason)
    return Row(move.id, literal(move.choice.text), detail, digit=LOCKED, disabled=True)
