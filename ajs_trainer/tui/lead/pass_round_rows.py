"""The rows and the neutral words of the round in which each person chooses alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ajs_trainer.locale import _, ngettext
from ajs_trainer.tui.lead.question import ShownOption
from ajs_trainer.tui.literal import literal_line
from ajs_trainer.tui.widgets.rows import Row

READY = " ready"
"""Id of the row below the thoughts; no thought can have it."""


def how_many(done: int) -> str:
    """All that is ever told before the reveal."""
    return ngettext("{number} is done.", "{number} are done.", done).format(number=done)


def hand_over(done: int, *, thanks: bool) -> str:
    """The neutral screen between two people."""
    said = _("Thank you. Your choice is kept, and the screen is empty.") if thanks else ""
    pass_on = _(
        "Hand the computer on. You who have it now: turn the screen so that only you can see it."
    )
    return "\n\n".join(part for part in (said, pass_on, how_many(done)) if part)


def of_hand_over() -> list[Row]:
    """Somebody chooses, or the round is over."""
    return [
        Row("take", literal_line(_("It is my turn")), digit="1"),
        Row("finish", literal_line(_("Everybody has chosen")), digit="0"),
    ]


def of_choices(options: Iterable[ShownOption]) -> list[Row]:
    """What can be chosen, and passing."""
    return [*_numbered(options), Row("", literal_line(_("I pass this time")), digit="0")]


def of_thoughts(thoughts: Iterable[ShownOption], marked: Collection[str]) -> list[Row]:
    """The thoughts, each marked with words when it is recognised."""
    ready = Row(READY, literal_line(_("Ready")), digit="0")
    return [*_numbered(thoughts, marked), ready]


def one(text: str) -> list[Row]:
    """A single way on."""
    return [Row("first", literal_line(text), digit="1")]


def two(first: str, second: str) -> list[Row]:
    """Two ways on."""
    return [
        Row("first", literal_line(first), digit="1"),
        Row("second", literal_line(second), digit="2"),
    ]


def _numbered(options: Iterable[ShownOption], marked: Collection[str] = ()) -> list[Row]:
    return [
        Row(
            option.id,
            literal_line(option.text),
            literal_line(_("I recognise this one") if option.id in marked else ""),
            digit=str(number),
        )
        for number, option in enumerate(options, 1)
    ]
