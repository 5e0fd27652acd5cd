"""What one may do in a scene."""

from __future__ import annotations

from textual.content import Content

from ajs_trainer.locale import _
from ajs_trainer.play.step import situation
from ajs_trainer.play.story import Move, State, Story
from ajs_trainer.tui.literal import literal
from ajs_trainer.tui.widgets.choices_open import DIGITS, OpenRows
from ajs_trainer.tui.widgets.rows import Row

LOCKED = "–"
"""In the place of the digit of a choice that cannot be taken; there is a word below it."""


class Choices(OpenRows):
    """The choices of a scene in the order of the file, digits for those that can be taken."""

    def offer(self, story: Story, state: State) -> None:
        """Show what is offered in a state, and what is locked."""
        found = situation(story, state)
        shown = {move.id for move in (*found.offered, *found.locked)}
        open_ids = {move.id for move in found.offered}
        digits = iter(DIGITS)
        self.show_open(
            _row(move, next(digits, " ")) if move.id in open_ids else _locked_row(move)
            for move in story.moves[state.scene]
            if move.id in shown
        )


def _row(move: Move, digit: str) -> Row:
    return Row(move.id, literal(move.choice.text), digit=digit)


def _locked_row(move: Move) -> Row:
    reason = literal(move.choice.locked)
    detail = Content.assemble(literal(_("Locked:")), " ", reason)
    return Row(move.id, literal(move.choice.text), detail, digit=LOCKED, disabled=True)
