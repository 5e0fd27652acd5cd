"""What is wrong in one line, looked at with the lines around it."""

from __future__ import annotations

import re

from ajs_trainer.content.braces import fields_in_braces, slip_in_braces, slip_without_braces
from ajs_trainer.content.fields import FIELD_NAMES
from ajs_trainer.content.slips import Slip, in_quotes, slip_in_value

_LINE = re.compile(
    r"(?P<lead> *(?:- +)*)(?:(?P<key>[^\W\d][\w-]*):(?P<gap>(?: +|$)))?(?P<value>.*)"
)
_NO_BLANK_AFTER_COLON = re.compile(r" *(?:- +)*(?P<key>[^\W\d][\w-]*)(?P<colon>:)[^\s:/]")
_NO_COLON = re.compile(r" *(?:- +)*(?P<key>[a-z_-]+)(?:(?= *[{\[])|(?= |$)(?!.*:(?: |$)))")
_ONE_WORD = re.compile(r" *(?P<key>[^\W_][\w-]*) *$")
_NOT_A_HYPHEN = re.compile(r" *(?P<dash>-(?=[^\s-])|[–—•*·](?= ))")
_COLON_IN_TEXT = re.compile(r"(?P<name>[^:]*):(?: +)\S")
_OPEN_LIST = re.compile(r"(?P<bracket>[\[{])[^\[\]{}]*$")
_BLOCK = re.compile(r".*?(?:: *|- +)[|>][+-]?\d?[+-]? *(?: #.*)?$")
_CLOSING = {"[": "]", "{": "}"}


def slip_in(lines: list[str], number: int) -> Slip | None:
    """The slip in a line (counted from 0) that YAML stumbled on, or None."""
    line = lines[number]
    match = _LINE.match(line)
    if match is None or not line.strip() or line.lstrip().startswith("#"):
        return None
    slip = in_braces(lines, number)
    if slip is not None:
        return slip
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


def in_braces(lines: list[str], number: int) -> Slip | None:
    """The first slip among fields in braces, or None."""
    line = lines[number]
    below = next((other for other in lines[number + 1 :] if other.strip()), "")
    return slip_in_braces(line, goes_on=indent_of(below) > indent_of(line))


def missing_blank(line: str) -> Slip | None:
    """``text:hej``, which YAML reads as one word."""
    match = _NO_BLANK_AFTER_COLON.match(line)
    if match is None:
        return None
    end = match.end("colon")
    return Slip("Y107", end, {"field": match["key"]}, f"{line[:end]} {line[end:]}")


def missing_colon(lines: list[str], number: int) -> Slip | None:
    """``text Hej``, where the first word is a field, or a lone word above deeper lines."""
    line = lines[number]
    below = next((other for other in lines[number + 1 :] if other.strip()), "")
    match = _ONE_WORD.match(line)
    if match is None or indent_of(below) <= indent_of(line):
        match = _NO_COLON.match(line)
        if match is None or match["key"] not in FIELD_NAMES:
            return None
    end = match.end("key")
    return Slip("Y127", end + 1, {"field": match["key"]}, f"{line[:end]}: {line[end:].lstrip()}")


def above(lines: list[str], number: int) -> int:
    """The line above that is not empty; -1 when there is none."""
    number -= 1
    while number >= 0 and not lines[number].strip():
        number -= 1
    return number


def field_above(lines: list[str], number: int, prose: set[int], indent: int) -> int:
    """The nearest line above that stands no further in than ``indent``; -1 when there is none."""
    number = above(lines, number)
    while number >= 0 and (number in prose or indent_of(lines[number]) > indent):
        number = above(lines, number)
    return number


def indent_of(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip())


def prose_lines(lines: list[str]) -> set[int]:
    """The lines of text below a field that ends in ``|`` or ``>``; nothing is wrong in them."""
    prose: set[int] = set()
    field = -1
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        indent = indent_of(line)
        if 0 <= field < indent:
            prose.add(number)
        else:
            field = indent if _BLOCK.match(line) else -1
    return prose


def _slip_after_key(line: str, match: re.Match[str]) -> Slip | None:
    value, start = match["value"], match.start("value")
    if match["key"]:
        loose = slip_without_braces(line, match.start("key"))
        if loose is not None:
            return loose
    unclosed = _OPEN_LIST.match(value)
    if unclosed and (value.startswith("[") or ": " in value):
        closing = _CLOSING[unclosed["bracket"]]
        return Slip("Y123", start + 1, {"bracket": closing}, line.rstrip() + closing)
    found = None if fields_in_braces(line) else slip_in_value(value)
    if found is None:
        return None if match["key"] else missing_blank(line) or missing_colon([line], 0)
    code, offset, values = found
    return Slip(code, start + offset + 1, values, line[:start] + in_quotes(value))


def _slip_in_words(lines: list[str], number: int) -> Slip | None:
    """A line that begins with neither a field nor a hyphen."""
    line = lines[number]
    first = line.lstrip()[0]
    if first in "%@`":
        return Slip("Y101", indent_of(line) + 1, {"character": first}, "")
    slip = missing_blank(line) or missing_colon(lines, number)
    return slip or _lost_hyphen(lines, number) or _colon_in_text(lines, number)


def _lost_hyphen(lines: list[str], number: int) -> Slip | None:
    """A line beside items, or fields in braces two steps further in than items."""
    line = lines[number]
    indent = indent_of(line)
    over = above(lines, number)
    beside = (*lines[max(0, over) : over + 1], *lines[number + 1 : number + 2])
    for wanted in (indent, indent - 2) if fields_in_braces(line) else (indent,):
        item = " " * wanted + "- "
        if wanted >= 0 and any(other.startswith(item) for other in beside):
            return Slip("Y108", indent + 1, {"character": line[indent]}, item + line[indent:])
    return None


def _colon_in_text(lines: list[str], number: int) -> Slip | None:
    """The second line of a text, with a colon in it."""
    line = lines[number]
    over = above(lines, number)
    colon = _COLON_IN_TEXT.match(line)
    if colon is None or over < 0 or indent_of(line) <= indent_of(lines[over]):
        return None
    if colon["name"].strip() in FIELD_NAMES:
        return None
    end = colon.end("name")
    return Slip("Y102", end + 1, {}, f"{line[:end]} {line[end + 1 :]}")
