"""The JSON Schema of format 1, for editors: each field explained in Swedish and English."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ajs_trainer import locale
from ajs_trainer.locale import N_
from ajs_trainer.model import names
from ajs_trainer.model.fields import ID_PATTERN, MAX_ID
from ajs_trainer.model.scenario import Scenario

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_DEFINITIONS = "#/$defs/"
_CHANGES = "Changes"
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
)
_NAMES_OF = {frozenset(known): known for known in _NAMED_VALUES}


def scenario_schema() -> dict[str, Any]:
    """The schema of a scenario file, of an adaptation and of a translation.

    Values that a field may have are explained in ``enumDescriptions``, which editors show beside
    each value and validators ignore.
    """
    swedish = gettext.translation(
        "ajs_trainer", str(Path(locale.__file__).parent), languages=["sv"], fallback=True
    )
    whole = _definitions()
    changes = {f"{name}{_CHANGES}": _as_changes(node) for name, node in whole.items()}
    document = changes[f"Scenario{_CHANGES}"]
    document["properties"].update(_BUILDS_ON)
    document["required"] = ["format", "kind"]
    return {
        "$schema": DIALECT,
        "$defs": {
            name: _explained(node, swedish.gettext) for name, node in (whole | changes).items()
        },
        "if": {"anyOf": [{"required": [field]} for field in _BUILDS_ON]},
        "then": {"$ref": f"{_DEFINITIONS}Scenario{_CHANGES}"},
        "else": {"$ref": f"{_DEFINITIONS}Scenario"},
    }


def _definitions() -> dict[str, Any]:
    """Every model by name, the scenario among them."""
    scenario = Scenario.model_json_schema(by_alias=True)
    parts: dict[str, Any] = scenario.pop("$defs")
    return {**parts, "Scenario": scenario}


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
