"""Small meetings for tests."""

from __future__ import annotations

from typing import Any

from ajs_trainer.model.plan import Plan
from ajs_trainer.play.story import compile_story
from ajs_trainer.session.state import Setup
from tests.builders import choice, ending, scenario

SCENES: dict[str, dict[str, Any]] = {
    "kaffet": {
        "text": "Micke skämtar.",
        "thoughts": [{"id": "t", "text": "Det var ett skämt.", "pull": "wait"}],
        "choices": [choice("fraga", "bilen"), choice("vanta", "bilen", strategy="wait")],
    },
    "bilen": {
        "text": "Ni kör.",
        "choices": [choice("tala", "hemma", sets=["sagt"]), choice("tiga", "borta")],
    },
    "hemma": ending("Hemma"),
    "borta": ending("Borta"),
}


def plan(*kinds: str, scenes: int = 1) -> Plan:
    """A plan with a step of each kind."""
    steps = [{"kind": kind, "minutes": 5} for kind in kinds]
    for step in steps:
        if step["kind"] == "scenario":
            step["scenes"] = scenes
    header = {"format": 1, "kind": "plan", "id": "plan", "language": "sv"}
    return Plan.model_validate({**header, "title": "Plan", "summary": "En träff.", "steps": steps})


def setup(*kinds: str, scenes: int = 1, collecting: str = "pass-round", story: Any = None) -> Setup:
    """A meeting with one scenario."""
    told = compile_story(scenario(story or SCENES))
    agenda = plan(*(kinds or ("welcome", "scenario", "commitment", "close")), scenes=scenes)
    return Setup(agenda, {told.scenario.id: told}, told.scenario.id, collecting)
