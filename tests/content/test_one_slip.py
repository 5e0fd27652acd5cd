"""One slip of an author is said once, where it is, and nothing that follows from it.

Two whole scenarios are damaged line by line: one with a field on each line, one with fields
in braces.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ajs_trainer.content.problems import Problem
from tests.content.reading import load_text

DATA = Path(__file__).parent / "data"
BLOCK = (DATA / "luckan.yaml").read_text(encoding="utf-8").splitlines()
BRACES = (DATA / "luckan-in-braces.yaml").read_text(encoding="utf-8").splitlines()
_FIELD = re.compile(r"(?P<lead> *(?:- )?)(?P<name>[\w-]+): (?P<value>[^|\[{].*)$")
_IN_BRACES = re.compile(r"(?<=[{,] )\w[\w-]*: (?=\w)|(?<={)\w[\w-]*: (?=\w)")
_TEXTS = ("text", "title", "summary", "name", "about", "question", "exposed", "actor", "locked")

Slip = Callable[[str], str | None]
"""A line damaged, or None where the slip cannot be made."""


def in_value(before: str, after: str = "") -> Slip:
    """Something too much in a text."""

    def slip(line: str) -> str | None:
        match = _FIELD.match(line)
        if match is None or match["name"] not in _TEXTS:
            return None
        return f"{match['lead']}{match['name']}: {before}{match['value']}{after}"

    return slip


def in_line(old: str, new: str) -> Slip:
    """The first place where ``old`` stands, or None."""

    def slip(line: str) -> str | None:
        changed = re.sub(old, new, line, count=1)
        return None if changed == line else changed

    return slip


def in_braces(before: str) -> list[Slip]:
    """Something too much in the value of the first, second ... field in braces."""

    def at(position: int) -> Slip:
        def slip(line: str) -> str | None:
            found = [match for match in _IN_BRACES.finditer(line) if match[0].startswith(_TEXTS)]
            if position >= len(found):
                return None
            end = found[position].end()
            return line[:end] + before + line[end:]

        return slip

    return [at(position) for position in range(3)]


BLOCK_SLIPS = {
    "text begins with a sign": in_value("@"),
    "text begins with an asterisk": in_value("*"),
    "text begins with an exclamation mark": in_value("!"),
    "text begins with a bracket": in_value("[paus] "),
    "colon in the text": in_value("Hej: "),
    "quotation first in the text": in_value('"Hej" '),
    "quotation that never ends": in_value('"'),
    "apostrophe": in_value("'ta't ", "'"),
    "number sign": in_value("", " #3"),
    "colon in the second line": in_value("", "\n            Sara: nej"),
    "no-break space after the colon": in_line(
        r"^( *(?:- )?(?:text|title|when):) (?!\|)", "\\1\u00a0"
    ),
    "no blank after the colon": in_line(r"(?<=[a-z]): (?=[A-ZÅÄÖ])", ":"),
    "no colon": in_line(r"^( *(?:- )?(?!avdelning)[a-z-]+): ?", r"\1 "),
    "field without its last letter": in_line(
        r"^( *(?!terms|avd|lu|ras)[a-z-]{4,})[a-z]: ", r"\1: "
    ),
    "item without its hyphen": in_line(r"^( *)- ", r"\1"),
    "item with a blank for its hyphen": in_line(r"^( *)- (?=\w+:)", r"\1  "),
    "hyphen without its blank": in_line(r"^( *)- ", r"\1-"),
    "dash for a hyphen": in_line(r"^( *)- ", r"\1– "),
    "one blank too many": in_line(r"^( +)(?! |avdelning|ending|Du|–|- V)", r"\1 "),
    "one blank too few": in_line(r"^ ( *)(?! |avdelning|ending|Du|–|- V)", r"\1"),
    "a tab": in_line(r"^ {2}(?! *(?:Du|–))", "\t"),
    "a list where a text belongs": in_value("[", "]"),
    "a text where a list belongs": in_line(r"\[(.*)\]", r"\1"),
    "a list that is not closed": in_line(r"\]$", ""),
    "line written twice": in_line(r"^( *[a-z]+: [^|].*)$", r"\1\n\1"),
}
BRACES_SLIPS = {
    f"{name} in field {number} in braces": slip
    for name, slips in {
        "comma": in_braces("Nej, men "),
        "colon": in_braces("Nej: "),
        "quotation": in_braces('"Nej" '),
        "open quotation": in_braces('"'),
        "number sign": in_braces("Rum #3 "),
        "term": in_braces("Vid {avdelning} "),
        "sign": in_braces("@"),
    }.items()
    for number, slip in enumerate(slips)
} | {
    "no opening brace": in_line(r"^( *- )\{", r"\1"),
    "no closing brace": in_line(r"\}$", ""),
    "a brace too many": in_line(r"\}$", "}}"),
    "a bracket for a brace": in_line(r"\}$", "]"),
    "no list bracket": in_line(r"\](?=,|\}$)", ""),
    "no comma": in_line(r", (?=[a-z-]+: )", " "),
    "no blank after a colon in braces": in_line(r"(?<=text): (?=\w)", ":"),
    "no colon in braces": in_line(r"(?<=text): (?=\w)", " "),
    "no hyphen before braces": in_line(r"^( *)- \{", r"\1{"),
}


def damaged(lines: list[str], slip: Slip) -> list[tuple[int, str]]:
    """The number of each line that can be damaged so, from 1, and the whole text."""
    found = []
    for number, line in enumerate(lines):
        changed = slip(line)
        if changed is not None:
            text = "\n".join([*lines[:number], changed, *lines[number + 1 :]]) + "\n"
            found.append((number + 1, text))
    return found


def said(problems: tuple[Problem, ...]) -> str:
    return "\n".join(problem.text() for problem in problems)


@pytest.mark.parametrize("lines", [BLOCK, BRACES], ids=["block", "braces"])
def test_the_undamaged_scenarios_are_fine(tmp_path: Path, lines: list[str]) -> None:
    assert load_text(tmp_path, "\n".join(lines) + "\n", "luckan.yaml").problems == ()


@pytest.mark.parametrize("name", BLOCK_SLIPS)
def test_one_slip_is_one_problem(tmp_path: Path, name: str) -> None:
    cases = damaged(BLOCK, BLOCK_SLIPS[name])
    assert cases
    for number, text in cases:
        problems = load_text(tmp_path, text, "luckan.yaml").problems
        assert len(problems) == 1, f"line {number}:\n{said(problems)}"
        assert abs(problems[0].line - number) <= 2


@pytest.mark.parametrize("name", BRACES_SLIPS)
def test_one_slip_in_braces_is_one_problem(tmp_path: Path, name: str) -> None:
    cases = damaged(BRACES, BRACES_SLIPS[name])
    for number, text in cases:
        problems = load_text(tmp_path, text, "luckan.yaml").problems
        assert len(problems) == 1, f"line {number}:\n{said(problems)}"
        assert problems[0].line == number
