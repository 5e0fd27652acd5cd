"""Reading a file's bytes in a test."""

from __future__ import annotations

from pathlib import Path

from ajs_trainer.content.load import Loaded, load_file
from ajs_trainer.content.problems import Problem, Problems
from ajs_trainer.content.reading import parse_root
from ajs_trainer.content.tree import Map

GOOD = """\
format: 1
kind: scenario
id: prov
language: sv
title: Provet
summary: Någon säger något.
setting: prison
relation: colleague-colleague
grounds: [sex]
severity: banter
minutes: 12
start: kaffet
scenes:
  kaffet:
    text: Du står vid kaffet.
    question: Vad gör du?
    choices:
      - id: fraga
        text: Frågar vad han menar.
        when: during
        strategy: direct
        goto: slut
      - id: vantar
        text: Väntar.
        when: after
        strategy: wait
        goto: efterat
  slut:
    ending: {title: Efteråt, text: Det blev tyst.}
  efterat:
    ending: {title: Sedan, text: Ni pratade.}
"""


def tree(raw: bytes) -> tuple[Map | None, list[Problem]]:
    """Read bytes as far as the tree."""
    problems = Problems()
    root = parse_root(raw, "fil.yaml", problems)
    return root, list(problems)


def spots(problems: list[Problem] | tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    """Code, line and column of each problem."""
    return [(problem.code, problem.line, problem.column) for problem in problems]


def load_text(folder: Path, text: str, name: str = "prov.yaml") -> Loaded:
    """Write a file and check it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return load_file(path)


def codes(loaded: Loaded) -> list[str]:
    """The codes that a file was given, in file order."""
    return [problem.code for problem in loaded.problems]
