"""The small change of a text: wrapped lines, headings and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from ajs_trainer.characters import visible_line
from ajs_trainer.debrief.render.bars import Signs


def filled(text: str, width: int, lead: str = "") -> list[str]:
    """A text wrapped to a width, later lines as far in as the first; safe to draw."""
    return wrap(
        visible_line(text), width, initial_indent=lead, subsequent_indent=" " * len(lead)
    ) or [lead.rstrip()]


def heading(text: str, width: int, signs: Signs) -> Iterator[str]:
    """A heading with a line below it."""
    lines = filled(text, width)
    yield from lines
    yield signs.line * max(len(line) for line in lines)


def items(texts: Iterable[str], width: int, signs: Signs) -> Iterator[str]:
    """A list."""
    for text in texts:
        yield from filled(text, width, f"{signs.item} ")
