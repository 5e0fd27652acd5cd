"""What an author meant where YAML gave up, and going on from there.

YAML's own errors speak of block mappings and simple keys, and stop at the first. Here the
raw line is looked at for the slips that people make, said in their words, mended in memory
only, and reading starts over, so that one run finds them all.
"""

from __future__ import annotations

import re

from ajs_trainer.content.dialogue import fill_in
from ajs_trainer.content.indents import misplaced
from ajs_trainer.content.kinds import kind_of
from ajs_trainer.content.lines import (
    above,
    field_above,
    in_braces,
    indent_of,
    missing_blank,
    missing_colon,
    prose_lines,
    slip_in,
)
from ajs_trainer.content.problems import MAX_PROBLEMS, Place, Problems
from ajs_trainer.content.slips import Slip
from ajs_trainer.content.source import Unreadable, read_tree
from ajs_trainer.content.structure import build
from ajs_trainer.content.tree import Map, Seq
from ajs_trainer.model import Scenario

MAX_REREAD_BYTES = 100_000
"""A larger file is not read again after its first mistake, to stay within a second."""
MAX_TRIED_BYTES = 50_000
"""In a larger file it is not tried out which line stands wrong."""
MAX_MISPLACED = 2
"""After so many lines that stand wrong, reading ends at the next."""

_ENDS = re.compile(r"---(?: |$)|\.\.\.(?: |$)")
_BEYOND = 10
"""A text read to its end counts as read further than any that is not."""
_CLOSED_TOO_EARLY = {"Y103", "Y105", "Y106"}


def read_forgiving(text: str, file: str, problems: Problems) -> Map | Seq | str | None:
    """Read a tree; each YAML error is noted, mended in memory and passed.

    Returns:
        The tree; None when there is none or when it cannot be told what belongs to what.
    """
    mended: set[int] = set()
    misplaced_lines = 0
    for _attempt in range(MAX_PROBLEMS):
        try:
            return read_tree(text, file, problems)
        except Unreadable as unreadable:
            lines = text.split("\n")
            said = {line - 1 for _file, line in problems.error_lines()}
            number, slip = _diagnose(lines, unreadable, said)
            if number not in said:
                problems.add(slip.code, Place(file, number + 1, slip.column), **slip.values)
            if len(text) > MAX_REREAD_BYTES or number in mended or lines[number] == slip.mended:
                return None
            mended.add(number)
            lines[number] = slip.mended
            misplaced_lines += slip.code == "Y109"
            if misplaced_lines > MAX_MISPLACED:
                return None
            text = "\n".join(lines)
    return None


def _diagnose(lines: list[str], unreadable: Unreadable, said: set[int]) -> tuple[int, Slip]:
    """The line (from 0) and the slip in it that best explain a YAML error."""
    error = unreadable.error
    marks = [mark for mark in (error.context_mark, error.problem_mark) if mark is not None]
    at = marks[-1] if marks else None
    last = min(at.line, len(lines) - 1) if at else 0
    began = min(marks[0].line, len(lines) - 1) if marks else 0
    problem, context = str(error.problem), str(error.context)
    if "document start" in problem and any(_ENDS.match(line) for line in lines[: last + 1]):
        return last, Slip("Y115", 1, {}, "")
    if "end of stream" in problem or "quoted scalar" in context:
        return began, _open_quotation(lines, began, marks[0].column)
    for number in _suspects(lines, began if "flow" in context or "simple" in context else -1, last):
        slip = slip_in(lines, number)
        if slip is not None:
            return number, slip
    found = misplaced(lines, last, said, _tried) if lines[last].strip() else None
    if found is not None:
        return found
    column = at.column + 1 if at else 1
    code = "Y109" if lines[last].strip() and above(lines, last) >= 0 else "Y122"
    return last, Slip(code, column, {}, lines[last])


def _open_quotation(lines: list[str], number: int, column: int) -> Slip:
    slip = in_braces(lines, number) or slip_in([lines[number]], 0)
    if slip is not None and slip.code in _CLOSED_TOO_EARLY:
        return slip
    line = lines[number]
    return Slip("Y105", column + 1, {}, line + line[column : column + 1])


def _suspects(lines: list[str], began: int, last: int) -> list[int]:
    """Lines to look at, most likely first.

    The field before the line or around it, when something is missing after its name; where the
    word or the braces began; the line itself; the line above.
    """
    prose = prose_lines(lines)
    here = indent_of(lines[last])
    fields = [field_above(lines, last, prose, indent) for indent in (here, here - 1)]
    unfinished = [
        number
        for number in fields
        if number >= 0 and (missing_blank(lines[number]) or missing_colon(lines, number))
    ]
    found = dict.fromkeys((*unfinished, began, last, above(lines, last)))
    return [number for number in found if 0 <= number <= last and number not in prose]


def _tried(text: str) -> tuple[int, int]:
    """How far a text can be read, in lines, and how many problems it has so far."""
    problems = Problems()
    if len(text) > MAX_TRIED_BYTES:
        return 0, 0
    try:
        root = read_tree(text, "", problems)
    except Unreadable as unreadable:
        mark = unreadable.error.problem_mark
        return mark.line if mark else 0, len(problems)
    if not isinstance(root, Map):
        return 0, 0
    kind = kind_of(root)
    if kind is None:
        fill_in(root)
    build(root, problems, kind.model if kind else Scenario)
    return text.count("\n") + _BEYOND, len(problems)
