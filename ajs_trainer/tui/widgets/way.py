"""The way one took, scene by scene, with what each choice did."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from ajs_trainer.locale import _
from ajs_trainer.model.names import STRATEGY_NAMES, WHEN_NAMES
from ajs_trainer.play.summary import Stop
from ajs_trainer.tui.literal import literal
from ajs_trainer.tui.widgets.choices_open import DIGITS, OpenRows
from ajs_trainer.tui.widgets.consequences import CAUTION, parties, unsafe_label
from ajs_trainer.tui.widgets.rows import Between, Row


class Way(OpenRows):
    """Every choice on the way; marking one is how one says where to go back to.

    The id of a row is how many choices led to the place.
    """

    def show_way(self, stops: Iterable[Stop]) -> None:
        """Show a way; nothing is marked."""
        rows: list[Row | Between] = []
        for stop in stops:
            if rows:
                rows.append(Between())
            rows.append(_row(stop))
        self.show_open(rows)

    @property
    def marked_place(self) -> int | None:
        """How many choices led to the marked place."""
        return None if self.marked is None else int(self.marked)


def _row(stop: Stop) -> Row:
    digit = DIGITS[stop.kept] if stop.kept < len(DIGITS) else "·"
    return Row(str(stop.kept), literal(stop.choice.text, "bold"), what_it_did(stop), digit=digit)


def what_it_did(stop: Stop) -> Content:
    """When and how one acted, what followed, and why it is not safe when it is not."""
    choice = stop.choice
    kind = f"{_(STRATEGY_NAMES[choice.strategy])} · {_(WHEN_NAMES[choice.when])}"
    lines = [literal(kind, "$heading")]
    lines += [literal(f"{label}: {text}") for label, text in parties(choice)]
    if choice.unsafe:
        reason = literal(f": {choice.unsafe}")
        lines.append(Content.assemble(f"{CAUTION} ", unsafe_label(), reason))
    return Content("\n").join(lines)
