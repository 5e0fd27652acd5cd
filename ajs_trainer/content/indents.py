"""Which line stands too far in or out, or has lost its hyphen, when the lines do not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ajs_trainer.content.lines import above, field_above, indent_of, prose_lines
from ajs_trainer.content.slips import Slip

Read = Callable[[str], tuple[int, int]]
"""The line (from 0) where YAML gives up, or the last one, and how many problems there are."""

_FURTHER = 2
"""How many lines further reading has to come before a guess is believed."""
MAX_TRIALS = 24
"""How often a file is read again, at most, to find out what was meant."""


def misplaced(lines: list[str], last: int, said: set[int], read: Read) -> tuple[int, Slip] | None:
    """The line that stands wrong, and how the rest fits best; None when nothing helps.

    Args:
        last: The line (from 0) where YAML gave up.
        said: The lines that something has been said about; they come first.
    """
    best: tuple[tuple[int, int], int, Slip] | None = None
    for trial, (number, slip) in enumerate(_guesses(lines, last, said)):
        if trial >= MAX_TRIALS:
            break
        end, count = read("\n".join([*lines[:number], slip.mended, *lines[number + 1 :]]))
        if end > last + _FURTHER and (best is None or (end, -count) > best[0]):
            best = (end, -count), number, slip
            if end >= len(lines) and count == 0:
                break
    return best[1:] if best else None


def _guesses(lines: list[str], last: int, said: set[int]) -> Iterator[tuple[int, Slip]]:
    prose = prose_lines(lines)
    here = indent_of(lines[last])
    suspects = dict.fromkeys(_suspects(lines, last, prose))
    for number in sorted(suspects, key=lambda number: number not in said):
        line = lines[number]
        indent, rest = indent_of(line), line.lstrip()
        for wanted in dict.fromkeys((here, indent - 1, indent + 1, indent - 2, indent + 2)):
            if 0 <= wanted != indent:
                yield number, Slip("Y109", indent + 1, {}, " " * wanted + rest)
        if not rest.startswith("- "):
            hyphen = Slip("Y108", indent + 1, {"character": rest.partition(" ")[0]}, "")
            for wanted in (indent - 2, indent):
                if wanted >= 0:
                    yield number, hyphen._replace(mended=f"{' ' * wanted}- {rest}")


def _suspects(lines: list[str], last: int, prose: set[int]) -> Iterator[int]:
    """The line itself, the one above, the first of those further in, the one further out."""
    yield last
    over = above(lines, last)
    while over in prose:
        over = above(lines, over)
    if over >= 0:
        yield over
    here = indent_of(lines[last])
    top = last
    while over >= 0 and indent_of(lines[over]) > here:
        top = over
        over = above(lines, over)
    yield top
    parent = field_above(lines, last, prose, here - 1)
    if parent >= 0:
        yield parent
