"""The kinds of files beside scenarios: what each is built as, and how it is checked.

Models and checks are imported when a file of the kind is met; most files are scenarios.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ajs_trainer.content.problems import Problems
from ajs_trainer.content.structure import build
from ajs_trainer.content.tree import Map
from ajs_trainer.model.fields import Model

if TYPE_CHECKING:
    from ajs_trainer.content.shelf import Shelf
    from ajs_trainer.model.exercise import Exercise
    from ajs_trainer.model.plan import Plan
    from ajs_trainer.model.roleplay import RolePlay
    from ajs_trainer.model.skill import Skill

SCENARIO = "scenario"
_TOLD_BY = {
    "scenes": SCENARIO,
    "steps": "plan",
    "behaviours": "skill",
    "cues": "roleplay",
    "statements": "exercise",
}
"""The field that only a kind has, for a file that does not say what it is."""

Document = TypeVar("Document", bound=Model)


@dataclass(frozen=True, slots=True)
class Kind(Generic[Document]):
    """A kind of file: its model, and what can be wrong when it is well formed."""

    model: type[Document]
    check: Callable[[Document, Map, Problems, Shelf], None]

    def read(self, root: Map, problems: Problems, shelf: Shelf) -> Document | None:
        """Build and check a file; None when too little is left of it."""
        document = build(root, problems, self.model)
        if document is not None:
            self.check(document, root, problems, shelf)
        return document


def kind_of(root: Map) -> Kind[Any] | None:
    """What a file holds, also when the word is misspelt or missing; None for a scenario."""
    word = root.get("kind")
    if word == SCENARIO:
        return None
    known = (*KINDS, SCENARIO)
    meant = difflib.get_close_matches(word, known, n=1) if isinstance(word, str) else []
    meant += [kind for field, kind in _TOLD_BY.items() if field in root]
    return KINDS[meant[0]]() if meant and meant[0] in KINDS else None


def _plan() -> Kind[Plan]:
    from ajs_trainer.content.checks.plans import check_plan
    from ajs_trainer.model.plan import Plan

    return Kind(Plan, check_plan)


def _skill() -> Kind[Skill]:
    from ajs_trainer.content.checks.skills import check_skill
    from ajs_trainer.model.skill import Skill

    return Kind(Skill, check_skill)


def _roleplay() -> Kind[RolePlay]:
    from ajs_trainer.content.checks.roleplays import check_roleplay
    from ajs_trainer.model.roleplay import RolePlay

    return Kind(RolePlay, check_roleplay)


def _exercise() -> Kind[Exercise]:
    from ajs_trainer.content.checks.exercises import check_exercise
    from ajs_trainer.model.exercise import Exercise

    return Kind(Exercise, check_exercise)


KINDS: Mapping[str, Callable[[], Kind[Any]]] = {
    "plan": _plan,
    "skill": _skill,
    "roleplay": _roleplay,
    "exercise": _exercise,
}
"""By the word that the file says."""
