"""Reading one scenario file, alone or with the one it builds on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from ajs_trainer.content.adaptation import adapted
from ajs_trainer.content.checks import check
from ajs_trainer.content.checks.plans import check_plan
from ajs_trainer.content.checks.texts import note_personal_data
from ajs_trainer.content.encoding import decode, read_bytes
from ajs_trainer.content.limits import MAX_BYTES_WITHOUT_LIBYAML
from ajs_trainer.content.lines import missing_blank
from ajs_trainer.content.problems import MAX_PROBLEMS, Place, Problem, Problems
from ajs_trainer.content.source import WITH_LIBYAML, Unreadable, read_tree
from ajs_trainer.content.structure import build
from ajs_trainer.content.syntax import read_forgiving
from ajs_trainer.content.terms import expand_terms
from ajs_trainer.content.translation import translated
from ajs_trainer.content.tree import Map, Seq
from ajs_trainer.locale import _
from ajs_trainer.model import Scenario
from ajs_trainer.model.fields import ID_PATTERN
from ajs_trainer.model.plan import Plan

FindBase = Callable[[str], Path | None]
"""Finds the file of a scenario by id, for files that build on another."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file gave.

    Attributes:
        scenario: Ready to play, or None when an error stands in the way or it is a plan.
        problems: The first 20, in file order.
        more: How many problems there were beyond those.
        plan: Ready to use, if the file is a plan and no error stands in the way.
    """

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    more: int = 0
    plan: Plan | None = None

    def has_errors(self) -> bool:
        """Whether anything stops the scenario from being played."""
        return any(problem.severity == "error" for problem in self.problems)


def load_file(path: Path, find_base: FindBase | None = None, *, release: bool = False) -> Loaded:
    """Read and check a file.

    Args:
        find_base: Where to look for what the file adapts or translates; by default only
            beside the file and in the folder above.
        release: Whether drafts are refused.
    """
    problems = Problems()
    file = str(path)
    root = read_root(path, file, problems)
    if root is None:
        return _result(None, problems)
    _check_name(root, path, problems)
    if root.get("kind") == "plan":
        plan = build(root, problems, Plan)
        if plan is not None:
            check_plan(plan, root, problems)
        found = _result(None, problems, file)
        return replace(found, plan=None if problems.has_errors() else plan)
    whole = _whole(root, path, find_base or _neighbours(path), problems)
    return _finished(whole, problems, file, release=release)


def compose(
    base: Path, adaptation: Path | None, translation: Path | None, *, release: bool = False
) -> Loaded:
    """Read a scenario with the workplace's changes, in another language when there is one."""
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


def read_root(path: Path, file: str, problems: Problems) -> Map | None:
    """Read a file into its top map; None when there is none."""
    raw = read_bytes(path, file, problems)
    if raw is None:
        return None
    return parse_root(raw, file, problems)


def parse_root(raw: bytes, file: str, problems: Problems) -> Map | None:
    """Read the bytes of a file into its top map; None when there is none."""
    if not WITH_LIBYAML and len(raw) > MAX_BYTES_WITHOUT_LIBYAML:
        place = Place(file, 1, 1)
        problems.add("F002", place, size=len(raw), limit=MAX_BYTES_WITHOUT_LIBYAML)
        return None
    text = decode(raw, file, problems)
    if text is None:
        return None
    note_personal_data(text, file, problems)
    root = read_forgiving(text, file, problems)
    if isinstance(root, Map) and root:
        return root
    if root is None or root == "":
        if not problems.has_errors():
            problems.add("F003", Place(file, 1, 1))
    elif isinstance(root, Seq):
        problems.add("F007", Place(file, 1, 1), what=_("a list"))
    elif isinstance(root, str):
        _note_plain_text(text, file, problems)
    return None


def _note_plain_text(text: str, file: str, problems: Problems) -> None:
    first = next(line for line in text.split("\n") if line.strip())
    slip = missing_blank(first)
    if slip is not None:
        place = Place(file, text.split("\n").index(first) + 1, slip.column)
        problems.add(slip.code, place, **slip.values)
    elif not problems.has_errors():
        what = _("a web page") if first.lstrip().startswith("<") else _("plain text")
        problems.add("F007", Place(file, 1, 1), what=what)


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


def _finished(whole: Map | None, problems: Problems, file: str = "", *, release: bool) -> Loaded:
    if whole is None:
        return _result(None, problems, file)
    expand_terms(whole, problems)
    scenario = build(whole, problems, Scenario)
    if scenario is not None:
        check(scenario, whole, problems, release=release)
    return _result(scenario, problems, file)


def _result(scenario: Scenario | None, problems: Problems, file: str = "") -> Loaded:
    """What was found; of other files than ``file`` only what stands in the way."""
    found = tuple(
        problem
        for problem in problems
        if not file or problem.file == file or problem.severity == "error"
    )
    playable = None if problems.has_errors() else scenario
    return Loaded(playable, found[:MAX_PROBLEMS], max(0, len(found) - MAX_PROBLEMS))


def _neighbours(path: Path) -> FindBase:
    """Look for a base beside the file, in the folder above, and in the folders there."""

    def find(name: str) -> Path | None:
        own = path.resolve()
        for folder in (own.parent, own.parent.parent, *sorted(own.parent.parent.glob("*/"))):
            candidate = folder / f"{name}.yaml"
            if candidate.is_file() and candidate != own and not _translates(candidate):
                return candidate
        return None

    return find


def _translates(path: Path) -> bool:
    header = read_header(path, Problems())
    return header is not None and "translates" in header


def read_header(path: Path, problems: Problems) -> Map | None:
    """Read the fields above ``scenes`` only; None when the file cannot be read that far."""
    file = str(path)
    raw = read_bytes(path, file, problems)
    text = decode(raw, file, problems) if raw is not None else None
    if text is None:
        return None
    try:
        header = read_tree(text, file, problems, until="scenes")
    except Unreadable as unreadable:
        mark = unreadable.error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problems.add("Y122", Place(file, line, column))
        return None
    return header if isinstance(header, Map) else None
