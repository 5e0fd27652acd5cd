"""Fields on one line, ``{id: fraga, text: Frågar., goto: slut}``: what went wrong in them.

YAML says of every such slip that a comma or a brace is missing, often lines further down.
Since the names of the fields are known, the line can be taken apart at them instead.
"""

from __future__ import annotations

import re

from ajs_trainer.content.fields import FIELD_NAMES
from ajs_trainer.content.slips import Slip, in_quotes, slip_in_value

_OPENING = re.compile(r" *(?:- +)*(?:[^\W\d][\w-]*: +)?(?=[{\[])")
_FIELD = re.compile(rf"(?<![^\s,{{\[])(?P<name>{'|'.join(sorted(FIELD_NAMES))}):(?=\s|$)")
_WHOLE = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[[^\[\]{}"']*\])(?=[\s,{}\[\]]*$)""")
_COMMENT = re.compile(r"(?<=[}\]])\s+#.*$")
_COMMENT_INSIDE = re.compile(r"\s#")
_NESTED = re.compile(r"\s*[{\[](?![^{}\[\]]*[}\]]\s*[^\s,{}\[\]])")
_BRACKET = re.compile(r"[\[\]{}]")
_PAIRS = {"{": "}", "[": "]"}
_OPENED_BY = {closing: opening for opening, closing in _PAIRS.items()}


def slip_in_braces(line: str, *, goes_on: bool) -> Slip | None:
    """The first slip in a line of fields in braces, with all of them mended, or None.

    Args:
        goes_on: Whether the braces may be closed on a later line.
    """
    line = _COMMENT.sub("", line)
    fields = fields_in_braces(line)
    if not fields:
        return None
    reader = _Reader(line, fields[0].start())
    for field, following in zip(fields, [*fields[1:], None], strict=True):
        reader.field(field, following)
    if not goes_on:
        reader.close()
    return reader.slip()


def fields_in_braces(line: str) -> list[re.Match[str]]:
    """The names of the fields in a line that begins with fields in braces; else nothing."""
    opening = _OPENING.match(line)
    fields = list(_FIELD.finditer(line, opening.end())) if opening else []
    if opening and fields and not line[opening.end() : fields[0].start()].strip("{[ "):
        return fields
    return []


def slip_without_braces(line: str, start: int) -> Slip | None:
    """``id: fraga, text: Frågar.``: fields on one line that nothing holds together, or None.

    Args:
        start: Where the first of them begins.
    """
    if not re.search(rf", +{_FIELD.pattern}", line[start:]):
        return None
    mended = f"{line[:start]}{{{line[start:].rstrip().removesuffix('}')}}}"
    missing = "{" if line.rstrip().endswith("}") else "{ }"
    slip = slip_in_braces(mended, goes_on=False)
    return Slip("Y123", start + 1, {"bracket": missing}, slip.mended if slip else mended)


def field_without_value(name: str) -> tuple[str, str, str]:
    """What stands between commas in braces without a value: code, field meant, its text.

    Without a field (Y124) it is the rest of a text that had a comma in it.
    """
    for code, mark in (("Y107", ":"), ("Y127", " ")):
        field, found, rest = name.partition(mark)
        if found and field in FIELD_NAMES:
            return code, field, rest
    return "Y124", "", ""


class _Reader:
    """Goes from field to field, keeps the open brackets and writes the mended line."""

    def __init__(self, line: str, first: int) -> None:
        self.line = line
        self.mended = line[:first]
        self.first: tuple[str, int, dict[str, str]] | None = None
        self.open = [(line[at], at) for at in range(first) if line[at] in _PAIRS]

    def slip(self) -> Slip | None:
        """The first slip that was seen."""
        if self.first is None:
            return None
        code, at, values = self.first
        return Slip(code, at + 1, values, self.mended)

    def note(self, code: str, at: int, **values: str) -> None:
        """Only the first slip of a line is said; the others are mended."""
        if self.first is None:
            self.first = code, at, values

    def field(self, field: re.Match[str], following: re.Match[str] | None) -> None:
        """One field: its value, and the brackets and commas up to the following field."""
        end = following.start() if following else len(self.line)
        raw = self.line[field.end() : end]
        value = _value_of(raw)
        self.mended += field[0] + self.valued(value, field.end())
        gap = self.brackets(raw[len(value) :], field.end() + len(value))
        if following is not None and not set(gap) & {",", "{", "["}:
            self.note("Y125", following.start(), field=following["name"])
            gap = ", "
        self.mended += gap

    def valued(self, value: str, at: int) -> str:
        """The value, in quotes if YAML would not take it as it stands."""
        bare = value.strip()
        if not bare or _WHOLE.match(value):
            return value
        at += len(value) - len(value.lstrip())
        found = slip_in_value(bare)
        quoted = bare[0] in "\"'"
        bracket = None if quoted else _BRACKET.search(bare)
        comment = None if quoted else _COMMENT_INSIDE.search(bare)
        if found:
            self.note(found[0], at + found[1], **found[2])
        elif quoted:
            self.note("Y105", at)
        elif bracket:
            self.note("Y126", at + bracket.start(), character=bracket[0])
        elif comment:
            self.note("Y110", at + comment.end() - 1)
        else:
            return value
        return " " + in_quotes(bare)

    def brackets(self, gap: str, at: int) -> str:
        """Open and close what stands between two fields, every bracket with its pair."""
        kept = ""
        for offset, character in enumerate(gap):
            if character in _PAIRS:
                self.open.append((character, at + offset))
            elif character in _OPENED_BY:
                kept += self.closed(character, at + offset)
                continue
            kept += character
        return kept

    def closed(self, character: str, at: int) -> str:
        """What should stand where a closing bracket stands."""
        kept = ""
        opened = _OPENED_BY[character] in [opening for opening, _ in self.open]
        while self.open:
            closing = _PAIRS[self.open.pop()[0]]
            kept += closing
            if closing == character:
                return kept
            self.note("Y123", at, bracket=closing)
            if not opened:
                return kept
        self.note("Y123", at, bracket=_OPENED_BY[character])
        return kept

    def close(self) -> None:
        """Close what is still open where the line ends."""
        while self.open:
            character, at = self.open.pop()
            self.note("Y123", at, bracket=_PAIRS[character])
            self.mended = self.mended.rstrip(" ,") + _PAIRS[character]


def _value_of(raw: str) -> str:
    """What belongs to the value, of the text up to the next field."""
    whole = _WHOLE.match(raw)
    if whole:
        return whole[0]
    if _NESTED.match(raw):
        return ""
    value = raw.rstrip(" ,{}[]")
    for opening, closing in _PAIRS.items():
        while value.count(opening) > value.count(closing) and raw[len(value) :].startswith(closing):
            value += closing
    return value
