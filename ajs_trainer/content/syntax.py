"""What an author meant where YAML gave up, and going on from there.

YAML's own errors speak of block mappings and simple keys, and stop at the first. Here the
raw line is looked at for the slips that people make, said in their words, mended in memory
only, and reading starts over, so that one run finds them all.
"""

from __future__ import annotations

from ajs_trainer.content.indents import misplaced
from ajs_trainer.content.lines import (
    above,
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
from ajs_trainer.model.plan import Plan

MAX_REREAD_BYTES = 100_000
"""A larger file is not read again after its first mistake, to stay within a second."""
MAX_TRIED_BYTES = 50_000
"""In a larger file it is not tried out which line stands wrong."""

_CLOSED_TOO_EARLY = {"Y103", "Y105", "Y106"}


def read_forgiving(text: str, file: str, problems: Problems) -> Map | Seq | str | None:
    """Read a tree; each YAML error is noted, mended in memory and passed.

    Returns:
        The tree; None when there is none or when it cannot be told what belongs to what.
    """
    mended: set[int] = set()
    for _attempt in range(MAX_PROBLEMS):
        try:
            return read_tree(text, file, problems)
        except Unreadable as unreadable:
            lines = text.split("\n")
            number, slip = _diagnose(lines, unreadable)
            if (file, number + 1) not in problems.error_lines():
                problems.add(slip.code, Place(file, number + 1, slip.column), **slip.values)
            if len(text) > MAX_REREAD_BYTES or number in mended or lines[number] == slip.mended:
                return None
            mended.add(number)
            lines[number] = slip.mended
            text = "\n".join(lines)
    return None


def _diagnose(lines: list[str], unreadable: Unreadable) -> tuple[int, Slip]:
    """The line (from 0) and the slip in it that best explain a YAML error."""
    error = unreadable.error
    marks = [mark for mark in (error.context_mark, error.problem_mark) if mark is not None]
    at = marks[-1] if marks else None
    last = min(at.line, len(lines) - 1) if at else 0
    began = min(marks[0].line, len(lines) - 1) if marks else 0
    problem, context = str(error.problem), str(error.context)
    if "document start" in problem:
        return last, Slip("Y115", 1, {}, "")
    if "end of stream" in problem or "quoted scalar" in context:
        return began, _open_quotation(lines, began, marks[0].column)
    for number in _suspects(lines, began if "flow" in context or "simple" in context else -1, last):
        slip = slip_in(lines, number)
        if slip is not None:
            return number, slip
    found = misplaced(lines, last, _count) if lines[last].strip() else None
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

    Where the word or the braces began, the field that the line stands in (when something is
    missing after its name), the line itself, the line above.
    """
    prose = prose_lines(lines)
    over = above(lines, last)
    parent = last
    while parent >= 0 and (parent in prose or indent_of(lines[parent]) >= indent_of(lines[last])):
        parent = above(lines, parent)
    if parent >= 0 and not (missing_blank(lines[parent]) or missing_colon(lines, parent)):
        parent = -1
    found = dict.fromkeys((began, parent, last, over))
    return [number for number in found if 0 <= number <= last and number not in prose]


def _count(text: str) -> int | None:
    problems = Problems()
    try:
        root = read_tree(text, "", problems) if len(text) <= MAX_TRIED_BYTES else None
    except Unreadable:
        return None
    if not isinstance(root, Map):
        return None
    if root.get("kind") == "plan":
        build(root, problems, Plan)
    else:
        build(root, problems, Scenario)
    return len(problems)
