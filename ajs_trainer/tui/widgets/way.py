"""The way one took, scene by scene, with what each choice did."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from ajs_trainer.locale import _
from ajs_trainer.model.names import STRATEGY_NAMES, WHEN_NAMES
from ajs_trainer.play.behaviours import client_name
from ajs_trainer.play.story import Story
from ajs_trainer.play.summary import Stop
from ajs_trainer.tui.literal import literal
from ajs_trainer.tui.widgets.choices_open import DIGITS, OpenRows
from ajs_trainer.tui.widgets.consequences import CAUTION, parties, unsafe_label
from ajs_trainer.tui.widgets.rows import Between, Row


class Way(OpenRows):
    """Every choice on the way; marking one is how one says where to go back to.

    The id of a row is how many choices led to the place.
    """

    def show_way(self, story: Story, stops: Iterable[Stop]) -> None:
        """Show a way through a story; nothing is marked."""
        rows: list[Row | Between] = []
        for stop in stops:
            if rows:
                rows.append(Between())
            rows.append(_row(story, stop))
        self.show_open(rows)

    @property
    def marked_place(self) -> int | None:
        """How many choices led to the marked place."""
        return None if self.marked is None else int(self.marked)


def _row(story: Story, stop: Stop) -> Row:
    digit = DIGITS[stop.kept] if stop.kept < len(DIGITS) else "·"
    text = literal(stop.choice.text, "bold")
    return Row(str(stop.kept), text, what_it_did(story, stop), digit=digit)


def what_it_did(story: Story, stop: Stop) -> Content:
    """When and how one acted, what followed, and why it is not safe when it is not.

    A reply of a dialogue has no time and no strategy of its own to tell.
    """
    choice = stop.choice
    lines = []
    if story.scenario.skill is None:
        kind = f"{_(STRATEGY_NAMES[choice.strategy])} · {_(WHEN_NAMES[choice.when])}"
        lines.append(literal(kind, "$heading"))
    told = parties(choice, client_name(story))
    lines += [literal(f"{label}: {text}") for label, text in told]
    if choice.unsafe:
        reason = literal(f": {choice.unsafe}")
        lines.append(Content.assemble(f"{CAUTION} ", unsafe_label(), reason))
    return Content("\n").join(lines)
