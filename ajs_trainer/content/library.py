"""The scenarios that can be played on this computer.

Folders are searched in order, and a later one wins by id: bundled, the workplace's shared
folders, the user's own, then what was given on the command line or in ``AJS_LIBRARY``.
Listing reads the header of each file only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ajs_trainer.content.dialogue import fill_in
from ajs_trainer.content.load import Loaded, compose
from ajs_trainer.content.problems import Place, Problem, Problems
from ajs_trainer.content.reading import read_header
from ajs_trainer.content.shelf import Shelf, scenario_files, shelf
from ajs_trainer.content.tree import Map, Seq
from ajs_trainer.errors import AjsError
from ajs_trainer.locale import _

if TYPE_CHECKING:
    from ajs_trainer.model.exercise import Exercise
    from ajs_trainer.model.plan import Plan
    from ajs_trainer.model.roleplay import RolePlay
    from ajs_trainer.model.skill import Skill


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of a scenario before it is read whole, in the language of the reader."""

    id: str
    language: str
    title: str
    summary: str
    setting: str
    relation: str
    grounds: tuple[str, ...]
    severity: str
    role: str
    minutes: int
    content_note: str
    adapted: bool
    """Whether the workplace has its own version."""
    skill: str = ""
    """The skill that a dialogue practises; empty for a scenario."""


@dataclass(slots=True)
class _Files:
    """Where a scenario, its workplace version and its translations are."""

    base: Path
    header: Map
    adaptation: tuple[Path, Map] | None = None


class Library:
    """Scenarios by id, found in a list of folders."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._shelf = shelf(self._folders)
        self._found: dict[str, _Files] = {}
        self._translations: dict[tuple[str, str], tuple[Path, Map]] = {}
        self._problems: list[Problem] = []
        self._read = False

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why some files could not be listed: the first problem of each."""
        self._search()
        return tuple(self._problems)

    def entries(self, language: str) -> list[Entry]:
        """Every scenario, by title; words in ``language`` where there is a translation."""
        self._search()
        entries = [self._entry(name, files, language) for name, files in self._found.items()]
        return sorted(entries, key=lambda entry: entry.title.casefold())

    def load(self, name: str, language: str) -> Loaded:
        """Read one scenario whole.

        Raises:
            AjsError: There is no scenario with that id.
        """
        self._search()
        files = self._found.get(name)
        if files is None:
            raise _unknown(name, self._found)
        adaptation = files.adaptation[0] if files.adaptation else None
        translation = None
        if language != files.header.get("language"):
            translation = self._translations.get((name, language), (None, None))[0]
        return compose(files.base, adaptation, translation)

    def plans(self, language: str) -> list[Plan]:
        """The plans that a meeting can follow, the shortest first."""
        from ajs_trainer.content.plans import plans

        return plans(self._folders, language)

    def skills(self, language: str) -> list[Skill]:
        """The skills that can be practised, strategy by strategy."""
        from ajs_trainer.content.practice import skills

        return skills(self._folders, language)

    def roleplays(self, language: str) -> list[RolePlay]:
        """The role-plays, by title."""
        from ajs_trainer.content.practice import roleplays

        return roleplays(self._folders, language)

    def exercises(self, language: str) -> list[Exercise]:
        """The value exercises, form by form."""
        from ajs_trainer.content.practice import exercises

        return exercises(self._folders, language)

    def known(self) -> Shelf:
        """What a file that is checked may refer to by kind and id."""
        return self._shelf

    def base_path(self, name: str) -> Path | None:
        """The file of a scenario by id, or None; for checking files that build on it."""
        self._search()
        files = self._found.get(name)
        return files.base if files else None

    def _search(self) -> None:
        if self._read:
            return
        self._read = True
        adaptations: list[tuple[str, Path, Map]] = []
        for path in scenario_files(self._folders):
            header = self._header(path)
            if header is None:
                continue
            if "adapts" in header:
                adaptations.append((str(header["adapts"]), path, header))
            elif "translates" in header:
                key = (str(header["translates"]), str(header.get("language", "")))
                self._translations[key] = (path, header)
            else:
                self._found[path.stem] = _Files(path, header)
        for base, path, header in adaptations:
            if base in self._found:
                self._found[base].adaptation = (path, header)
            else:
                problem = Problem("A501", header.marks["adapts"].value, {"base": base})
                self._problems.append(problem)

    def _header(self, path: Path) -> Map | None:
        problems = Problems()
        header = read_header(path, problems)
        if header is not None and header.get("kind") not in ("scenario", None):
            return None
        if header is None or problems.has_errors():
            found = next(iter(problems), Problem("F007", Place(str(path), 1, 1), {"what": "?"}))
            self._problems.append(found)
            return None
        fill_in(header)
        return header

    def _entry(self, name: str, files: _Files, language: str) -> Entry:
        header: dict[str, str | Map | Seq] = dict(files.header)
        if files.adaptation:
            header |= {key: value for key, value in files.adaptation[1].items() if key != "id"}
        translation = self._translations.get((name, language))
        if translation and language != files.header.get("language"):
            words = translation[1]
            for key in ("title", "summary", "content_note", "language"):
                unchanged = header.get(key) == files.header.get(key)
                if words.get(key) and unchanged:
                    header[key] = words[key]

        def text(key: str) -> str:
            value = header.get(key, "")
            return value.strip() if isinstance(value, str) else ""

        grounds = header.get("grounds", ())
        return Entry(
            id=name,
            language=text("language"),
            title=text("title") or name,
            summary=text("summary"),
            setting=text("setting"),
            relation=text("relation"),
            grounds=tuple(str(ground) for ground in grounds) if isinstance(grounds, Seq) else (),
            severity=text("severity"),
            role=text("role") or "bystander",
            minutes=int(text("minutes")) if text("minutes").isdecimal() else 0,
            content_note=text("content_note"),
            adapted=files.adaptation is not None,
            skill=text("skill"),
        )


def _unknown(name: str, known: Iterable[str]) -> AjsError:
    suggestion = Problems().closest(name, known)
    message = _("there is no scenario “{id}”").format(id=name)
    if suggestion:
        message += _(", did you mean “{suggestion}”?").format(suggestion=suggestion)
    return AjsError(message, _("“ajs list” shows what there is"))
