"""What can be wrong with an agenda whose file is well formed."""

from __future__ import annotations

from ajs_trainer.content.problems import Problems
from ajs_trainer.content.tree import Map, mark_at
from ajs_trainer.model.plan import Plan

_OF_SCENARIOS = ("scenario", "scenes", "stages")


def check_plan(plan: Plan, root: Map, problems: Problems) -> None:
    """Note stages that do not fit their step, fields out of place, and a missing close."""
    for number, step in enumerate(plan.steps):
        if step.kind == "scenario":
            minutes = sum(step.stages.model_dump().values())
            if minutes > step.minutes:
                place = mark_at(root, ("steps", number, "stages")).key
                problems.add("P701", place, minutes=minutes, limit=step.minutes)
            continue
        for field in _OF_SCENARIOS:
            if field in step.model_fields_set:
                place = mark_at(root, ("steps", number, field)).key
                problems.add("P703", place, field=field)
    if plan.steps[-1].kind != "close":
        problems.add("P702", mark_at(root, ("steps", len(plan.steps) - 1)).key)
