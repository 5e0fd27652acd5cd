"""The guides for those who lead: where they are, and the questions in them for the talk.

A guide is a Markdown file named after its scenario, written to be read and printed. Under a heading
that says so it has questions that the program asks too, each below what must have come out for it
to fit. ``docs/skriva-scenarier.md`` describes the form.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ajs_trainer.content.bundled import bundled_guides
from ajs_trainer.content.encoding import decode, read_bytes
from ajs_trainer.content.folders import search_path
from ajs_trainer.content.problems import Place, Problem, Problems
from ajs_trainer.debrief.results import Fit, GuideQuestion
from ajs_trainer.errors import AjsError

if TYPE_CHECKING:
    from ajs_trainer.play.story import Story

LANGUAGE = "sv"
"""The language of the guides; a meeting in another one gets the general questions only."""
SECTION = "Frågor efter valet"
HEADINGS: dict[str, Fit] = {
    "Många valde samma": "gathered",
    "Delat": "split",
    "Utspritt": "spread",
    "För få svar": "too-few",
    "Flera vill vänta": "waited",
    "Flera drogs till något osäkert": "unsafe",
    "Något flyttade sig": "moved",
    "Bilden är densamma": "stayed",
}

_FITS = {words.casefold(): fit for words, fit in HEADINGS.items()}
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_SECTION = re.compile(
    rf"{SECTION}(?:\s*:\s*(?:.*\()?(?P<scene>[^\s()]+)\)?)?\s*", re.IGNORECASE | re.DOTALL
)
_ITEM = re.compile(r"\s*[-*+]\s+(?P<words>.*)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\*\*|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`")


class Guide(NamedTuple):
    """What was found in a guide."""

    questions: tuple[GuideQuestion, ...]
    problems: tuple[Problem, ...]


def find_guide(name: str) -> Path | None:
    """The guide with this name: one of the workplace's own before the one that comes along.

    Raises:
        AjsError: What the workplace decided cannot be read.
    """
    for folder in reversed(search_path()):
        for path in sorted(folder.rglob(f"{name}.md")):
            return path
    path = bundled_guides() / f"{name}.md"
    return path if path.is_file() else None


def questions_for(stories: Mapping[str, Story]) -> dict[str, tuple[GuideQuestion, ...]]:
    """The questions from the guide of each scenario, by its id.

    A guide that cannot be read gives none: a meeting never stops for it.
    """
    return {
        name: _questions(name)
        for name, story in stories.items()
        if story.scenario.language == LANGUAGE
    }


def _questions(name: str) -> tuple[GuideQuestion, ...]:
    try:
        path = find_guide(name)
    except AjsError:
        return ()
    return load_guide(path).questions if path else ()


def load_guide(path: Path, scenes: Collection[str] | None = None) -> Guide:
    """Read and check a guide.

    Args:
        scenes: The ids that a question may belong to; None when they are not known.
    """
    file, problems = str(path), Problems()
    raw = read_bytes(path, file, problems)
    text = None if raw is None else decode(raw, file, problems)
    if text is None:
        return Guide((), tuple(problems))
    questions = parse_guide(text, file, problems, scenes)
    return Guide(questions, tuple(problems))


def parse_guide(
    text: str, file: str, problems: Problems, scenes: Collection[str] | None = None
) -> tuple[GuideQuestion, ...]:
    """The questions of a guide, in the order in which they stand.

    Args:
        file: What the file is called, for the problems.
        scenes: The ids that a question may belong to; None when they are not known.
    """
    reading = _Reading(file, problems, scenes)
    for number, line in enumerate(text.splitlines(), start=1):
        reading.line(number, line)
    return tuple(reading.questions())


def plain_words(text: str) -> str:
    """Markdown without its signs for bold, italics, code and links; never without its words."""
    return _MARKS.sub("", _LINK.sub(r"\1", text))


class _Item(NamedTuple):
    scene: str
    fit: Fit | None
    words: list[str]


class _Reading:
    """The lines of a guide, one after the other."""

    def __init__(self, file: str, problems: Problems, scenes: Collection[str] | None) -> None:
        self._file = file
        self._problems = problems
        self._scenes = scenes
        self._scene: str | None = None
        self._fit: Fit | None = None
        self._unknown = False
        self._open = False
        self._items: list[_Item] = []

    def questions(self) -> Iterator[GuideQuestion]:
        for item in self._items:
            yield GuideQuestion(plain_words(" ".join(item.words)), item.scene, item.fit)

    def line(self, number: int, line: str) -> None:
        words = line.strip()
        heading = _HEADING.fullmatch(words)
        item = _ITEM.fullmatch(line)
        if heading:
            self._open = False
            self._heading(number, len(heading[1]), heading[2])
        elif self._scene is None or self._unknown:
            return
        elif item:
            self._items.append(_Item(self._scene, self._fit, [item["words"].strip()]))
            self._open = True
        elif not words:
            self._open = False
        elif self._open:
            self._items[-1].words.append(words)
        else:
            self._problems.add("H803", Place(self._file, number, 1), text=words)

    def _heading(self, number: int, level: int, words: str) -> None:
        place = Place(self._file, number, level + 2)
        if level <= 2:
            self._begin(place, words)
        elif self._scene is not None:
            self._fit = _FITS.get(plain_words(words).casefold())
            self._unknown = self._fit is None
            if self._unknown:
                self._note_unknown(place, words, HEADINGS)

    def _begin(self, place: Place, words: str) -> None:
        """A part of the guide begins: one with questions, or another."""
        self._scene, self._fit, self._unknown = None, None, False
        section = _SECTION.fullmatch(plain_words(words))
        if section is None:
            if difflib.get_close_matches(words.partition(":")[0], [SECTION], cutoff=0.8):
                self._note_unknown(place, words, [SECTION])
            return
        self._scene = section["scene"] or ""
        if self._scene and self._scenes is not None and self._scene not in self._scenes:
            self._unknown = True
            closest = self._problems.closest(self._scene, self._scenes)
            self._problems.add("H802", place, scene=self._scene, suggestion=closest)

    def _note_unknown(self, place: Place, words: str, known: Iterable[str]) -> None:
        closest = self._problems.closest(words, known)
        self._problems.add("H801", place, words=words, suggestion=closest)
