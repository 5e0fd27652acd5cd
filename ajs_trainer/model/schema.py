"""The JSON Schema of format 1, for editors: each field explained in Swedish and English.

One document describes every kind of file, told apart by ``kind``; a scenario by what it builds on
and by whether it practises a skill.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ajs_trainer import locale
from ajs_trainer.locale import N_
from ajs_trainer.model import names
from ajs_trainer.model.exercise import Exercise
from ajs_trainer.model.fields import ID_PATTERN, MAX_ID, Model
from ajs_trainer.model.plan import Plan
from ajs_trainer.model.roleplay import RolePlay
from ajs_trainer.model.scenario import Scenario
from ajs_trainer.model.skill import Skill

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_DEFINITIONS = "#/$defs/"
_CHANGES = "Changes"
_DIALOGUE = "OfDialogue"
_FILLED_IN = {"relation", "grounds", "severity", "when", "strategy"}
"""What a scenario with a skill need not say."""
_OTHERS: dict[str, type[Model]] = {
    "plan": Plan,
    "skill": Skill,
    "roleplay": RolePlay,
    "exercise": Exercise,
}
"""The kinds of files beside scenarios."""
_WHAT_IS_CHANGED = "id"
"""The field that is written in changes too, where there is one."""
_BUILDS_ON = {
    field: {"type": "string", "pattern": ID_PATTERN, "maxLength": MAX_ID, "description": text}
    for field, text in (
        ("adapts", N_("The scenario that a workplace changes here, by its id.")),
        ("translates", N_("The scenario that is translated here, by its id.")),
    )
}

_NAMED_VALUES: tuple[Mapping[str, str], ...] = (
    names.WHEN_NAMES,
    names.STRATEGY_NAMES,
    names.SETTING_NAMES,
    names.RELATION_NAMES,
    names.GROUND_NAMES,
    names.SEVERITY_NAMES,
    names.PARTY_NAMES,
    names.BARRIER_NAMES,
    names.ROLE_NAMES,
    names.CAST_PART_NAMES,
    names.PULL_NAMES,
    names.KKA_STRATEGY_NAMES,
    names.PLAY_ROLE_NAMES,
    names.CUE_TO_NAMES,
    names.LEVEL_NAMES,
    names.FORM_NAMES,
)
_NAMES_OF = {frozenset(known): known for known in _NAMED_VALUES}


def content_schema() -> dict[str, Any]:
    """The schema of every kind of file, and of adaptations and translations of scenarios.

    Values that a field may have are explained in ``enumDescriptions``, which editors show beside
    each value and validators ignore.
    """
    swedish = gettext.translation(
        "ajs_trainer", str(Path(locale.__file__).parent), languages=["sv"], fallback=True
    )
    whole = _definitions(Scenario)
    changes = {f"{name}{_CHANGES}": _as_changes(node) for name, node in whole.items()}
    dialogues = {f"{name}{_DIALOGUE}": _as_dialogue(node) for name, node in whole.items()}
    document = changes[f"Scenario{_CHANGES}"]
    document["properties"].update(_BUILDS_ON)
    document["required"] = ["format", "kind"]
    others = {
        name: node for model in _OTHERS.values() for name, node in _definitions(model).items()
    }
    every = whole | changes | dialogues | others
    return {
        "$schema": DIALECT,
        "$defs": {name: _explained(node, swedish.gettext) for name, node in every.items()},
        "properties": {"kind": {"enum": ["scenario", *_OTHERS]}},
        "allOf": [
            {"if": _kind_is(kind), "then": _ref(model.__name__)} for kind, model in _OTHERS.items()
        ],
        "if": {"not": _kind_is(*_OTHERS)},
        "then": {
            "if": {"anyOf": [{"required": [field]} for field in _BUILDS_ON]},
            "then": _ref(f"Scenario{_CHANGES}"),
            "else": {
                "if": {"required": ["skill"]},
                "then": _ref(f"Scenario{_DIALOGUE}"),
                "else": _ref("Scenario"),
            },
        },
    }


def _kind_is(*kinds: str) -> dict[str, Any]:
    return {"required": ["kind"], "properties": {"kind": {"enum": list(kinds)}}}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"{_DEFINITIONS}{name}"}


def _definitions(model: type[Model]) -> dict[str, Any]:
    """Every model of a kind of file by name, the file itself among them."""
    schema = model.model_json_schema(by_alias=True)
    parts: dict[str, Any] = schema.pop("$defs", {})
    return {**parts, model.__name__: schema}


def _as_dialogue(node: Any) -> Any:
    """The same fields, where what is filled in need not be written."""
    if isinstance(node, list):
        return [_as_dialogue(item) for item in node]
    if not isinstance(node, dict):
        return node
    result = {key: _as_dialogue(value) for key, value in node.items()}
    if "$ref" in result:
        result["$ref"] += _DIALOGUE
    if "properties" in result and "required" in result:
        result["required"] = [name for name in result["required"] if name not in _FILLED_IN]
    return result


def _as_changes(node: Any) -> Any:
    """The same fields, where only what differs from the original is written."""
    if isinstance(node, list):
        return [_as_changes(item) for item in node]
    if not isinstance(node, dict):
        return node
    result = {key: _as_changes(value) for key, value in node.items() if key != "default"}
    if "$ref" in result:
        result["$ref"] += _CHANGES
    if "properties" in result:
        result["required"] = [_WHAT_IS_CHANGED] if _WHAT_IS_CHANGED in node["properties"] else []
    return result


def _explained(node: Any, swedish: Callable[[str], str]) -> Any:
    """The same schema with texts in both languages, without the titles that pydantic makes up."""
    if isinstance(node, list):
        return [_explained(item, swedish) for item in node]
    if not isinstance(node, dict):
        return node
    result: dict[str, Any] = {}
    for key, value in node.items():
        if key == "description" and isinstance(value, str):
            result[key] = f"{swedish(value)}\n\n{value}"
        elif key == "title" and isinstance(value, str):
            continue
        elif key in ("properties", "patternProperties"):
            result[key] = {name: _explained(field, swedish) for name, field in value.items()}
        else:
            result[key] = _explained(value, swedish)
    if "patternProperties" in result:
        result["additionalProperties"] = False
    known = _NAMES_OF.get(frozenset(map(str, node.get("enum", ()))))
    if known is not None:
        result["enumDescriptions"] = [
            f"{swedish(known[value])} / {known[value]}" for value in node["enum"]
        ]
    return result
