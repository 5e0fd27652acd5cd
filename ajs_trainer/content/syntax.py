"""What an author meant where YAML gave up, and going on from there.

YAML's own errors speak of block mappings and simple keys, and stop at the first. Here the
raw line is looked at for the slips that people make, said in their words, mended in memory
only, and reading starts over, so that one run finds them all.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ajs_trainer.content.problems import MAX_PROBLEMS, Place, Problems
from ajs_trainer.content.source import Unreadable, read_tree
from ajs_trainer.content.tree import Map, Seq

MAX_REREAD_BYTES = 100_000
"""A larger file is not read again after its first mistake, to stay within a second."""

_LINE = re.compile(
    r"(?P<lead> *(?:- +)*)(?:(?P<key>[^\W\d][\w-]*):(?P<gap>(?: +|$)))?(?P<value>.*)"
)
_NO_BLANK_AFTER_COLON = re.compile(r" *(?:- +)*(?P<key>[^\W\d][\w-]*)(?P<colon>:)[^\s:/]")
_NOT_A_HYPHEN = re.compile(r" *(?P<dash>-(?=[^\s-])|[–—•*·](?= ))")
_STARTERS = re.compile(r"[*&!%@`\[\]{},]|[-?](?: |$)|[|>](?=[^\d+\- ]| +[^# ])")
_COLON = re.compile(r":(?: |$)")
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
_SINGLE = re.compile(r"'(?:[^']|'')*'")
_BAD_ESCAPE = re.compile(r'\\(?![0abtnvfre "/\\N_LP]|x[0-9a-fA-F]{2}|u(?!d[89a-f])[0-9a-fA-F]{4})')


class Slip(NamedTuple):
    """A mistake in a line: code, column from 1, values for the sentence, the line mended."""

    code: str
    column: int
    values: dict[str, str]
    mended: str


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
    if "end of stream" in problem or "quoted scalar" in str(error.context):
        opened = min(marks[0].line, len(lines) - 1)
        slip = _slip_in(lines[opened])
        column = marks[0].column + 1
        if slip is None or slip.code not in {"Y103", "Y106"}:
            quote = lines[opened][column - 1 : column]
            slip = Slip("Y105", column, {}, lines[opened] + quote)
        return opened, slip
    for number in _suspects(error, last):
        slip = _slip_in(lines[number])
        if slip is not None:
            return number, slip
    column = at.column + 1 if at else 1
    above = next((line for line in reversed(lines[:last]) if line.strip()), "")
    if above and lines[last].strip():
        indent = len(above) - len(above.lstrip())
        return last, Slip("Y109", column, {}, " " * indent + lines[last].lstrip())
    return last, Slip("Y122", column, {}, "")


def _suspects(error: object, last: int) -> list[int]:
    """Lines to look at, most likely first: where the word began, the error, the line above."""
    context = getattr(error, "context_mark", None)
    began = [context.line] if context and "simple key" in str(getattr(error, "context", "")) else []
    return [number for number in (*began, last, last - 1) if 0 <= number <= last]


def _slip_in(line: str) -> Slip | None:
    match = _LINE.match(line)
    if match is None or not line.strip() or line.lstrip().startswith("#"):
        return None
    dash = _NOT_A_HYPHEN.match(line)
    if dash is not None:
        start, end = dash.span("dash")
        rest = line[end:].lstrip()
        return Slip("Y108", start + 1, {"character": dash["dash"]}, f"{line[:start]}- {rest}")
    if match["key"] is None and not match["lead"].strip():
        starter = re.match(r" *([%@`])", line)
        if starter is None:
            return missing_blank(line)
    value, start = match["value"], match.start("value")
    found = _slip_in_value(value)
    if found is None:
        return None if match["key"] else missing_blank(line)
    code, offset, values = found
    bare = value.strip("\"'") if value[:1] in "\"'" else value
    quoted = "'" + bare.replace("'", "''") + "'"
    return Slip(code, start + offset + 1, values, line[:start] + quoted)


def _slip_in_value(value: str) -> tuple[str, int, dict[str, str]] | None:
    if value.startswith('"'):
        escape = _BAD_ESCAPE.search(value)
        if escape:
            return "Y106", escape.start(), {}
        return _text_after(_DOUBLE.match(value), value, "Y103")
    if value.startswith("'"):
        return _text_after(_SINGLE.match(value), value, "Y104")
    starter = _STARTERS.match(value)
    if starter:
        return "Y101", 0, {"character": value[0]}
    colon = _COLON.search(value)
    if colon:
        return "Y102", colon.start(), {}
    return None


def _text_after(
    quoted: re.Match[str] | None, value: str, code: str
) -> tuple[str, int, dict[str, str]] | None:
    if quoted is None:
        return None
    rest = value[quoted.end() :]
    if not rest.strip() or rest.lstrip().startswith("#"):
        return None
    return code, quoted.end() + len(rest) - len(rest.lstrip()), {}
