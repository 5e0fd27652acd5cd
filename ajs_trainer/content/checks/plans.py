"""What can be wrong with an agenda whose file is well formed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ajs_trainer.content.checks.references import check_exists
from ajs_trainer.content.problems import Problems
from ajs_trainer.content.tree import Map, mark_at
from ajs_trainer.model.plan import Plan, PlanStep

if TYPE_CHECKING:
    from ajs_trainer.content.shelf import Shelf

_BELONGS_TO = {
    "scenario": "scenario",
    "scenes": "scenario",
    "stages": "scenario",
    "roleplay": "roleplay",
    "rounds": "roleplay",
    "exercise": "exercise",
}
"""The only kind of step that a field may stand in."""


def check_plan(plan: Plan, root: Map, problems: Problems, known: Shelf) -> None:
    """Note what does not fit in its step, what cannot be found, and a missing close."""
    for number, step in enumerate(plan.steps):
        for field, kind in _BELONGS_TO.items():
            out_of_place = field in step.model_fields_set and kind != step.kind
            if out_of_place and "kind" not in problems.lost:
                place = mark_at(root, ("steps", number, field)).key
                problems.add("P703", place, field=field, kind=kind)
        _check_minutes(step, number, root, problems)
        if step.kind in {"roleplay", "exercise"}:
            _check_used(step, number, root, problems, known)
    if plan.steps[-1].kind != "close":
        problems.add("P702", mark_at(root, ("steps", len(plan.steps) - 1)).key)


def _check_minutes(step: PlanStep, number: int, root: Map, problems: Problems) -> None:
    minutes = sum(step.stages.model_dump().values())
    if step.kind == "scenario" and minutes > step.minutes:
        place = mark_at(root, ("steps", number, "stages")).key
        problems.add("P701", place, minutes=minutes, limit=step.minutes)


def _check_used(step: PlanStep, number: int, root: Map, problems: Problems, known: Shelf) -> None:
    """Whether the role-play or the exercise of a step is named, and can be found."""
    name = getattr(step, step.kind)
    path = ("steps", number, step.kind)
    if name is not None:
        check_exists(step.kind, name, root, problems, known, path)
    elif step.kind not in problems.lost:
        problems.add("M201", mark_at(root, path[:-1]).key, field=step.kind)
