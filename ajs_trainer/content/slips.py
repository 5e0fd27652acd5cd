"""The slips that people make when they write a value in YAML."""

from __future__ import annotations

import re
from typing import NamedTuple

_STARTERS = re.compile(r"[*&!%@`\[\]{},]|[-?](?: |$)|[|>](?=[^\d+\- ]| +[^# ])")
_WHOLE = re.compile(r"(?:\[[^\[\]{}]*\]|\{[^\[\]{}]*: [^\[\]{}]*\}) *(?:#.*)?$")
"""A list or fields in brackets, as they should be."""
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


Found = tuple[str, int, dict[str, str]]
"""A mistake in a value: code, offset from its first character, values for the sentence."""


def slip_in_value(value: str) -> Found | None:
    """What YAML stumbles on in a value, or None."""
    if value.startswith('"'):
        escape = _BAD_ESCAPE.search(value)
        if escape:
            return "Y106", escape.start(), {}
        return _text_after(_DOUBLE.match(value), value, "Y103")
    if value.startswith("'"):
        return _text_after(_SINGLE.match(value), value, "Y104")
    starter = _STARTERS.match(value)
    if starter and not _WHOLE.match(value):
        return "Y101", 0, {"character": value[0]}
    colon = None if starter else _COLON.search(value)
    if colon:
        return "Y102", colon.start(), {}
    return None


def in_quotes(value: str) -> str:
    """The value as it was meant, so that YAML takes it as it stands."""
    bare = value.strip("\"'") if value[:1] in ("'", '"') else value
    return "'" + bare.replace("'", "''") + "'"


def _text_after(quoted: re.Match[str] | None, value: str, code: str) -> Found | None:
    if quoted is None:
        return None
    rest = value[quoted.end() :]
    if not rest.strip() or rest.lstrip().startswith("#"):
        return None
    return code, quoted.end() + len(rest) - len(rest.lstrip()), {}
