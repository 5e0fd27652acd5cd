"""What can be said about a file: a code, a place, and a sentence with what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ajs_trainer.characters import visible_line
from ajs_trainer.content.catalogue import CATALOGUE, Severity
from ajs_trainer.locale import _

MAX_PROBLEMS = 20
MAX_QUOTE = 80

__all__ = ["MAX_PROBLEMS", "Place", "Problem", "Problems", "Severity"]


class Place(NamedTuple):
    """A position in a file; lines and columns count from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, remark on or know.

    Attributes:
        code: Stable name; ``docs/problems/<code>.md`` explains it.
        place: Where to look.
        values: What fills the placeholders of the sentence.
    """

    code: str
    place: Place
    values: dict[str, object] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """Whether it stops the scenario from being played."""
        return CATALOGUE[self.code].severity

    @property
    def file(self) -> str:
        """The file, as it was named to the checker."""
        return self.place.file

    @property
    def line(self) -> int:
        """Line, from 1."""
        return self.place.line

    @property
    def column(self) -> int:
        """Column, from 1."""
        return self.place.column

    @property
    def message(self) -> str:
        """What is wrong, in the language of the user."""
        text = _(CATALOGUE[self.code].message).format(**self._shown())
        suggestion = self.values.get("suggestion")
        if suggestion:
            text += _(", did you mean “{suggestion}”?").format(suggestion=_quote(suggestion))
        return text

    @property
    def hint(self) -> str:
        """What to do about it, in the language of the user."""
        return _(CATALOGUE[self.code].hint).format(**self._shown())

    def text(self) -> str:
        """The line that is printed: ``file:line:column: CODE sentence (what to do)``."""
        where = f"{visible_line(self.file)}:{self.line}:{self.column}"
        return f"{where}: {self.code} {self.message} ({self.hint})"

    def _shown(self) -> dict[str, object]:
        return {
            name: value if isinstance(value, int) else _quote(value)
            for name, value in self.values.items()
        }


def _quote(value: object) -> str:
    """Foreign text inside a sentence: safe to draw, on one line, not too long."""
    text = visible_line(str(value))
    return text if len(text) <= MAX_QUOTE else text[: MAX_QUOTE - 1] + "…"


class Problems:
    """The problems of one reading, in file order, each said once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, Place, str], Problem] = {}
        self._suggestions = 0
        self.lost: set[str] = set()
        """Names of fields whose value could not be read, somewhere in the file."""

    def add(self, code: str, place: Place, **values: object) -> None:
        """Note a problem; the same one at the same place counts once."""
        problem = Problem(code, place, values)
        self._found.setdefault((code, place, str(values)), problem)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found.values(), key=lambda p: (p.place[1:], p.code)))

    def __len__(self) -> int:
        return len(self._found)

    def closest(self, word: str, known: Iterable[str]) -> str:
        """The known word that was probably meant, or an empty string.

        Looked for a limited number of times, since nobody reads the hundredth suggestion.
        """
        if self._suggestions >= 2 * MAX_PROBLEMS:
            return ""
        self._suggestions += 1
        found = difflib.get_close_matches(word, list(known), n=1)
        return found[0] if found else ""

    def error_lines(self) -> set[tuple[str, int]]:
        """File and line of every error; what else is wrong there probably follows from it."""
        return {
            (problem.file, problem.line)
            for problem in self._found.values()
            if problem.severity == "error"
        }

    def has_errors(self) -> bool:
        """Whether anything stops the scenario from being played."""
        return any(problem.severity == "error" for problem in self._found.values())
