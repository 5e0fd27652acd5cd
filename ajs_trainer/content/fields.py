"""The names of the format's fields, where each belongs, and what a Swede may call them."""

from __future__ import annotations

from ajs_trainer.model.fields import Model
from ajs_trainer.model.plan import Plan, PlanStep, StageMinutes
from ajs_trainer.model.scenario import (
    CastMember,
    Choice,
    Consequences,
    Ending,
    Part,
    Promise,
    Scenario,
    Scene,
    Thought,
)

Loc = tuple[str | int, ...]
"""Names of fields and numbers of items, from the top of the file."""

MODELS: dict[str, type[Model]] = {
    "cast": CastMember,
    "choices": Choice,
    "consequences": Consequences,
    "ending": Ending,
    "expect": Promise,
    "stages": StageMinutes,
    "steps": PlanStep,
    "text": Part,
    "thoughts": Thought,
}
"""What stands in a field that holds fields of its own."""

IN_SWEDISH = {
    "fråga": "question",
    "konsekvenser": "consequences",
    "mot": "toward",
    "när": "when",
    "osäkert": "unsafe",
    "rubrik": "title",
    "sammanfattning": "summary",
    "slut": "ending",
    "språk": "language",
    "tankar": "thoughts",
    "tanke": "thoughts",
    "termer": "terms",
    "utkast": "draft",
    "val": "choices",
}
"""Words that an author may write for a field whose own name looks nothing like them."""


def _names(model: type[Model]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in model.model_fields.items())


FIELD_NAMES = frozenset(
    {"adapts", "translates"}.union(
        _names(Scenario), _names(Scene), _names(Plan), *(_names(model) for model in MODELS.values())
    )
)
"""Every field name of the format."""


def fields_at(loc: Loc, document: type[Model]) -> tuple[str, ...]:
    """The names of the fields that the format knows at a place in a document."""
    model = document
    for position, step in enumerate(loc):
        if position == 1 and loc[0] == "scenes":
            model = Scene
        elif isinstance(step, str):
            model = MODELS.get(step, model)
    return _names(model)
