"""Reading one file: a scenario, alone or with the one it builds on, or another kind."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ajs_trainer.content.adaptation import adapted
from ajs_trainer.content.bundled import bundled_scenarios
from ajs_trainer.content.checks import check
from ajs_trainer.content.dialogue import fill_in
from ajs_trainer.content.kinds import kind_of
from ajs_trainer.content.problems import MAX_PROBLEMS, Problem, Problems
from ajs_trainer.content.reading import read_header, read_root
from ajs_trainer.content.shelf import Shelf, neighbours, shelf
from ajs_trainer.content.structure import build
from ajs_trainer.content.terms import expand_terms
from ajs_trainer.content.translation import translated
from ajs_trainer.content.tree import Map
from ajs_trainer.model import Scenario
from ajs_trainer.model.fields import ID_PATTERN, Model

if TYPE_CHECKING:
    from ajs_trainer.model.plan import Plan

FindBase = Callable[[str], Path | None]
"""Finds the file of a scenario by id, for files that build on another."""

Document = TypeVar("Document", bound=Model)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file gave.

    Attributes:
        document: Ready to use, or None when an error stands in the way.
        problems: The first 20, in file order.
        more: How many problems there were beyond those.
    """

    document: Model | None
    problems: tuple[Problem, ...]
    more: int = 0

    def of(self, model: type[Document]) -> Document | None:
        """The document if it is of this kind, else None."""
        return self.document if isinstance(self.document, model) else None

    @property
    def scenario(self) -> Scenario | None:
        """The scenario, ready to play, if the file is one."""
        return self.of(Scenario)

    @property
    def plan(self) -> Plan | None:
        """The plan of a meeting, if the file is one."""
        from ajs_trainer.model.plan import Plan

        return self.of(Plan)

    def has_errors(self) -> bool:
        """Whether anything stops the file from being used."""
        return any(problem.severity == "error" for problem in self.problems)


def load_file(
    path: Path,
    find_base: FindBase | None = None,
    *,
    release: bool = False,
    known: Shelf | None = None,
) -> Loaded:
    """Read and check a file.

    Args:
        find_base: Where to look for what the file adapts or translates; by default only
            beside the file and in the folder above.
        release: Whether drafts are refused.
        known: What the file may refer to, besides what lies beside it; by default what comes
            with the program.
    """
    problems = Problems()
    file = str(path)
    root = read_root(path, file, problems)
    if root is None:
        return _result(None, problems)
    _check_name(root, path, problems)
    known = (known or shelf([bundled_scenarios()])).beside(path)
    kind = kind_of(root)
    if kind is not None:
        return _result(kind.read(root, problems, known), problems, file)
    whole = _whole(root, path, find_base or _neighbours(path), problems)
    return _finished(whole, problems, file, release=release, known=known)


def compose(
    base: Path, adaptation: Path | None, translation: Path | None, *, release: bool = False
) -> Loaded:
    """Read a scenario with the workplace's changes, in another language when there is one.

    Whether a dialogue names behaviours that its skill has is not asked: a workplace with a skill
    of its own still gets the dialogues that come with the program.
    """
    problems = Problems()
    original = read_root(base, str(base), problems)
    if original is None:
        return _result(None, problems)
    whole = original
    change = read_root(adaptation, str(adaptation), problems) if adaptation else None
    if change is not None:
        whole = adapted(original, change, problems)
    words = read_root(translation, str(translation), problems) if translation else None
    if words is not None:
        whole = translated(original, whole, words, problems)
    return _finished(whole, problems, release=release)


def _check_name(root: Map, path: Path, problems: Problems) -> None:
    name = root.get("id", root.get("translates"))
    if isinstance(name, str) and name != path.stem and re.match(ID_PATTERN, name):
        place = root.marks["id" if "id" in root else "translates"].value
        if place[:2] not in problems.error_lines():
            problems.add("M216", place, id=name, name=path.name)


def _whole(root: Map, path: Path, find_base: FindBase, problems: Problems) -> Map | None:
    """The tree to check: the file itself, or what it builds on with the file's changes."""
    builds_on = [field for field in ("adapts", "translates") if field in root]
    if not builds_on:
        return root
    field = builds_on[0]
    place = root.marks[field].value
    if len(builds_on) > 1:
        problems.add("A504", place)
        return None
    name = str(root[field])
    base_path = find_base(name)
    if base_path is None or base_path == path:
        problems.add("A501", place, base=name)
        return None
    theirs = Problems()
    base = read_root(base_path, str(base_path), theirs)
    if base is not None and ("adapts" in base or "translates" in base):
        problems.add("A505", place, base=name)
        return None
    faults = [problem for problem in theirs if problem.severity == "error"]
    if base is None or faults:
        problems.add("A502", place, base=name, problem=faults[0].text() if faults else name)
        return None
    if field == "adapts":
        return adapted(base, root, problems)
    if root.get("language") == base.get("language"):
        problems.add("O605", root.marks["language"].value)
    return translated(base, base, root, problems)


def _finished(
    whole: Map | None,
    problems: Problems,
    file: str = "",
    *,
    release: bool,
    known: Shelf | None = None,
) -> Loaded:
    if whole is None:
        return _result(None, problems, file)
    fill_in(whole)
    expand_terms(whole, problems)
    scenario = build(whole, problems, Scenario)
    if scenario is not None:
        check(scenario, whole, problems, release=release, known=known)
    return _result(scenario, problems, file)


def _result(document: Model | None, problems: Problems, file: str = "") -> Loaded:
    """What was found; of other files than ``file`` only what stands in the way."""
    found = tuple(
        problem
        for problem in problems
        if not file or problem.file == file or problem.severity == "error"
    )
    usable = None if problems.has_errors() else document
    return Loaded(usable, found[:MAX_PROBLEMS], max(0, len(found) - MAX_PROBLEMS))


def _neighbours(path: Path) -> FindBase:
    """Look for a base beside the file, in the folder above, and in the folders there."""

    def find(name: str) -> Path | None:
        found = neighbours(path, name)
        return next((near for near in found if not _translates(near)), None)

    return find


def _translates(path: Path) -> bool:
    header = read_header(path, Problems())
    return header is not None and "translates" in header
