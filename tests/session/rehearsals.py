"""A small role-play and small exercises for tests."""

from __future__ import annotations

from typing import Any

from ajs_trainer.model.exercise import Exercise
from ajs_trainer.model.roleplay import RolePlay
from ajs_trainer.model.skill import Skill
from ajs_trainer.session.state import Material, Setup
from tests.session.meetings import plan

HEADER = {"format": 1, "language": "sv", "title": "Titeln", "summary": "En mening."}
BEHAVIOURS = ("lugn", "regel", "val", "tid", "bekraftar")
CUES = [
    {"id": "hoj", "to": "client", "after": "60", "text": "Höj rösten."},
    {"id": "ropar", "to": "staff", "after": "120", "text": "Någon ropar på dig."},
    {"id": "tystna", "to": "client", "text": "Tystna."},
]


def skill() -> Skill:
    """A skill with five behaviours."""
    behaviours = [{"id": name, "text": f"Gör {name}."} for name in BEHAVIOURS]
    return Skill.model_validate(
        {
            **{name: HEADER[name] for name in ("format", "language", "title")},
            "kind": "skill",
            "id": "lugnet",
            "strategy": "authority",
            "why": "För att det hjälper.",
            "behaviours": behaviours,
            "harms": ["Hotar."],
        }
    )


def roleplay(**changes: Any) -> RolePlay:
    """A role-play of two rounds with three cues."""
    client = ("situation", "reason", "feeling", "wish", "gives_way_if", "hardens_if")
    told: dict[str, Any] = {
        **HEADER,
        "kind": "roleplay",
        "id": "samtalet",
        "setting": "prison",
        "skill": "lugnet",
        "rounds": "2",
        "staff": {"situation": "Du sitter i vakten.", "task": "Säg nej lugnt."},
        "client": {"name": "Danne", **{name: f"Klientens {name}." for name in client}},
        "observer": {"look_for": "När tonen byter."},
        "cues": CUES,
    }
    return RolePlay.model_validate(told | changes)


def exercise(form: str, *answers: str) -> Exercise:
    """An exercise with two statements."""
    statements = [
        {"id": name, "text": f"{name}?", "answers": list(answers), "follow_up": ["Varför?"]}
        for name in ("ett", "tva")
    ]
    return Exercise.model_validate(
        {
            **HEADER,
            "kind": "exercise",
            "id": "ovningen",
            "form": form,
            "minutes": "10",
            "statements": statements,
        }
    )


def setup(*kinds: str, form: str = "four-corners", **changes: Any) -> Setup:
    """A meeting with a role-play and an exercise, or of these kinds of steps."""
    agenda = plan(*(kinds or ("roleplay", "exercise", "close")))
    names = {"roleplay": {"roleplay": "samtalet"}, "exercise": {"exercise": "ovningen"}}
    steps = tuple(step.model_copy(update=names.get(step.kind, {})) for step in agenda.steps)
    answers = {"four-corners": ("a", "b", "c"), "line": ("a", "b"), "hot-chair": ()}[form]
    material = Material(
        {"samtalet": roleplay(**changes)},
        {"lugnet": skill()},
        {"ovningen": exercise(form, *answers)},
    )
    return Setup(agenda.model_copy(update={"steps": steps}), {}, "", "raised-hands", material)
