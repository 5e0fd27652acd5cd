"""What an author meant where YAML gave up, and going on from there.

YAML's own errors speak of block mappings and simple keys, and stop at the first. Here the
raw line is looked at for the slips that people make, said in their words, mended in memory
only, and reading starts over, so that one run finds them all.
"""

from __future__ import annotations

import re

from ajs_trainer.content.braces import fields_in_braces, slip_in_braces, slip_without_braces
from ajs_trainer.content.fields import FIELD_NAMES
from ajs_trainer.content.problems import MAX_PROBLEMS, Place, Problems
from ajs_trainer.content.slips import Slip, in_quotes, slip_in_value
from ajs_trainer.content.source import Unreadable, read_tree
from ajs_trainer.content.tree import Map, Seq

MAX_REREAD_BYTES = 100_000
"""A larger file is not read again after its first mistake, to stay within a second."""

_LINE = re.compile(
    r"(?P<lead> *(?:- +)*)(?:(?P<key>[^\W\d][\w-]*):(?P<gap>(?: +|$)))?(?P<value>.*)"
)
_NO_BLANK_AFTER_COLON = re.compile(r" *(?:- +)*(?P<key>[^\W\d][\w-]*)(?P<colon>:)[^\s:/]")
_NO_COLON = re.compile(r" *(?:- +)*(?P<key>[a-z_-]+)(?= |$)(?!.*:(?: |$))")
_NOT_A_HYPHEN = re.compile(r" *(?P<dash>-(?=[^\s-])|[–—•*·](?= ))")
_COLON_IN_TEXT = re.compile(r"(?P<name>[^:]*):(?: +)\S")


def read_forgiving(text: str, file: str, problems: Problems) -> Map | Seq | str | None:
    """Read a tree; each YAML error is noted, mended in memory and passed."""
    mended: set[int] = set()
    for _attempt in range(MAX_PROBLEMS):
        try:
            return read_tree(text, file, problems)
        except Unreadable as unreadable:
            lines = text.split("\n")
            number, slip = _diagnose(lines, unreadable)
            if number in mended:
                slip = slip._replace(mended="")
            else:
                problems.add(slip.code, Place(file, number + 1, slip.column), **slip.values)
            if len(text) > MAX_REREAD_BYTES or lines[number] == slip.mended:
                return None
            mended.add(number)
            lines[number] = slip.mended
            text = "\n".join(lines)
    return None


def missing_blank(line: str) -> Slip | None:
    """``text:hej``, which YAML reads as one word."""
    match = _NO_BLANK_AFTER_COLON.match(line)
    if match is None:
        return None
    end = match.end("colon")
    return Slip("Y107", end, {"field": match["key"]}, f"{line[:end]} {line[end:]}")


def _diagnose(lines: list[str], unreadable: Unreadable) -> tuple[int, Slip]:
    """The line (from 0) and the slip in it that best explain a YAML error."""
    error = unreadable.error
    marks = [mark for mark in (error.context_mark, error.problem_mark) if mark is not None]
    at = marks[-1] if marks else None
    last = min(at.line, len(lines) - 1) if at else 0
    problem = str(error.problem)
    if "document start" in problem:
        return last, Slip("Y115", 1, {}, "")
    began = min(marks[0].line, len(lines) - 1) if marks else 0
    if "flow" in str(error.context) or "flow" in problem:
        slip = _in_braces(lines, began)
        if slip is not None:
            return began, slip
    if "end of stream" in problem or "quoted scalar" in str(error.context):
        return began, _open_quotation(lines[began], marks[0].column)
    for number in _suspects(error, last):
        slip = _in_braces(lines, number) or _slip_in(lines, number)
        if slip is not None:
            return number, slip
    column = at.column + 1 if at else 1
    above = _above(lines, last)
    if above and lines[last].strip():
        return last, Slip("Y109", column, {}, " " * _indent(above) + lines[last].lstrip())
    return last, Slip("Y122", column, {}, "")


def _open_quotation(line: str, column: int) -> Slip:
    slip = _slip_in([line], 0)
    if slip is not None and slip.code in {"Y103", "Y106"}:
        return slip
    return Slip("Y105", column + 1, {}, line + line[column : column + 1])


def _suspects(error: object, last: int) -> list[int]:
    """Lines to look at, most likely first: where the word began, the error, the line above."""
    context = getattr(error, "context_mark", None)
    began = [context.line] if context and "simple key" in str(getattr(error, "context", "")) else []
    return [number for number in (*began, last, last - 1) if 0 <= number <= last]


def _in_braces(lines: list[str], number: int) -> Slip | None:
    line = lines[number]
    below = next((other for other in lines[number + 1 :] if other.strip()), "")
    return slip_in_braces(line, goes_on=_indent(below) > _indent(line))


def _slip_in(lines: list[str], number: int) -> Slip | None:
    line = lines[number]
    match = _LINE.match(line)
    if match is None or not line.strip() or line.lstrip().startswith("#"):
        return None
    dash = _NOT_A_HYPHEN.match(line)
    if dash is not None:
        start, end = dash.span("dash")
        rest = line[end:].lstrip()
        return Slip("Y108", start + 1, {"character": dash["dash"]}, f"{line[:start]}- {rest}")
    plain = match["key"] is None or (match["key"] not in FIELD_NAMES and bool(match["value"]))
    if plain and not match["lead"].strip():
        slip = _slip_in_words(lines, number)
        if slip is not None or match["key"] is None:
            return slip
    return _slip_after_key(line, match)


def _slip_after_key(line: str, match: re.Match[str]) -> Slip | None:
    value, start = match["value"], match.start("value")
    if match["key"]:
        loose = slip_without_braces(line, match.start("key"))
        if loose is not None:
            return loose
    found = None if fields_in_braces(line) else slip_in_value(value)
    if found is None:
        return None if match["key"] else missing_blank(line) or _missing_colon(line)
    code, offset, values = found
    return Slip(code, start + offset + 1, values, line[:start] + in_quotes(value))


def _slip_in_words(lines: list[str], number: int) -> Slip | None:
    """A line that begins with neither a field nor a hyphen."""
    line = lines[number]
    indent = _indent(line)
    first = line[indent]
    if first in "%@`":
        return Slip("Y101", indent + 1, {"character": first}, "")
    neighbours = (_above(lines, number), *lines[number + 1 : number + 2])
    if first == "{" and any(other.startswith(" " * indent + "- ") for other in neighbours):
        mended = f"{line[:indent]}- {line[indent:]}"
        return Slip("Y108", indent + 1, {"character": first}, mended)
    slip = missing_blank(line) or _missing_colon(line)
    if slip is None and indent > _indent(_above(lines, number)):
        colon = _COLON_IN_TEXT.match(line)
        if colon is not None and colon["name"].strip() not in FIELD_NAMES:
            end = colon.end("name")
            slip = Slip("Y102", end + 1, {}, f"{line[:end]} {line[end + 1 :]}")
    return slip


def _missing_colon(line: str) -> Slip | None:
    """``text Hej``, where the first word is a field."""
    match = _NO_COLON.match(line)
    if match is None or match["key"] not in FIELD_NAMES:
        return None
    end = match.end("key")
    return Slip("Y127", end + 1, {"field": match["key"]}, f"{line[:end]}: {line[end:].lstrip()}")


def _above(lines: list[str], number: int) -> str:
    return next((line for line in reversed(lines[:number]) if line.strip()), "")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
