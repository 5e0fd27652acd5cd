"""The names of the format's fields, where each belongs, and what a Swede may call them."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from ajs_trainer.model.fields import Model, Part
from ajs_trainer.model.scenario import (
    CastMember,
    Choice,
    Consequences,
    Ending,
    Promise,
    Scenario,
    Scene,
    Thought,
)

MOST = 9_999
"""Of a number without a bound of its own."""

Loc = tuple[str | int, ...]
"""Names of fields and numbers of items, from the top of the file."""

IN_SWEDISH = {
    "beteenden": "behaviours",
    "fråga": "question",
    "färdighet": "skill",
    "följdfrågor": "follow_up",
    "konsekvenser": "consequences",
    "mot": "toward",
    "när": "when",
    "osäkert": "unsafe",
    "påståenden": "statements",
    "rubrik": "title",
    "sammanfattning": "summary",
    "slut": "ending",
    "språk": "language",
    "svar": "answers",
    "tankar": "thoughts",
    "tanke": "thoughts",
    "termer": "terms",
    "utkast": "draft",
    "val": "choices",
    "vinkar": "cues",
}
"""Words that an author may write for a field whose own name looks nothing like them."""

_OF_PLANS = (
    "stages steps exercise roleplay notes people read realism reveal say-aloud second first talk"
    " grid scenario"
)
_OF_PRACTICE = (
    "after answers behaviours client cues feedback feeling first_line follow_up form gives_way_if"
    " hardens_if harms look_for observer play reason retry rounds setup situation staff statements"
    " swap task to why wish working_material"
)
"""Written out, so that most files are read without those models; a test compares them."""


_OF_SCENARIOS: tuple[type[Model], ...] = (
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


def _names(model: type[Model]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in model.model_fields.items())


FIELD_NAMES = frozenset(
    {"adapts", "translates"}.union(
        _OF_PLANS.split(),
        _OF_PRACTICE.split(),
        *(_names(model) for model in _OF_SCENARIOS),
    )
)
"""Every field name of the format."""


def fields_at(loc: Loc, document: type[Model]) -> tuple[str, ...]:
    """The names of the fields that the format knows at a place in a document."""
    return _names(_model_at(loc, document))


def field_at(loc: Loc, document: type[Model]) -> FieldInfo | None:
    """The field at a place in a document, or None when the format has none there."""
    return _field(_model_at(loc[:-1], document), loc[-1])


def model_within(field: FieldInfo | None) -> type[Model] | None:
    """What stands in a field that holds fields of its own, one by one or in a list."""
    return _model_in(field.annotation) if field else None


def first_value(field: FieldInfo | None) -> str | None:
    """The first of the words that a field may hold, when they are known."""
    if field is None or get_origin(field.annotation) is not Literal:
        return None
    return str(get_args(field.annotation)[0])


def bounds(field: FieldInfo | None) -> tuple[int, int]:
    """The least and the most that a field for a whole number may hold."""
    known = field.metadata if field else ()
    least = next((bound.ge for bound in known if hasattr(bound, "ge")), 0)
    most = next((bound.le for bound in known if hasattr(bound, "le")), MOST)
    return least, most


def _model_at(loc: Loc, document: type[Model]) -> type[Model]:
    model = document
    for position, step in enumerate(loc):
        if position == 1 and loc[0] == "scenes":
            continue
        model = model_within(_field(model, step)) or model
    return model


def _field(model: type[Model], name: str | int) -> FieldInfo | None:
    known = ((field.alias or key, field) for key, field in model.model_fields.items())
    return next((field for key, field in known if key == name), None)


def _model_in(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)
