"""The JSON Schema agrees with the files that are shipped and with the checker."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from ajs_trainer.content.bundled import bundled_scenarios
from tests.builders import choice, ending, scenario
from tests.cli.conftest import Call

SCENARIO = json.loads(
    scenario(
        {
            "a": {"text": "Här.", "choices": [choice("c", "z")]},
            "z": ending(),
        }
    ).model_dump_json(by_alias=True, exclude_unset=True)
)


@pytest.fixture
def validator(ajs: Call) -> Draft202012Validator:
    """A validator of what the command prints."""
    schema = json.loads(ajs("schema").out)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def problems(validator: Draft202012Validator, data: Any) -> list[str]:
    """What an editor would mark."""
    return [error.message for error in validator.iter_errors(data)]


SHIPPED = [
    path
    for folder in ("bystander", "en")
    for path in sorted((bundled_scenarios() / folder).glob("*.yaml"))
]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_shipped_scenarios_are_valid(validator: Draft202012Validator, path: Path) -> None:
    assert problems(validator, yaml.safe_load(path.read_text(encoding="utf-8"))) == []


def test_a_small_scenario_is_valid(validator: Draft202012Validator) -> None:
    assert problems(validator, SCENARIO) == []


@pytest.mark.parametrize(
    "change",
    [
        {"setting": "moon"},
        {"titel": "Felstavat"},
        {"format": 2},
        {"scenes": {}},
        {"minutes": 0},
        {"scenes": {"Å": ending()}},
    ],
)
def test_mistakes_are_marked(validator: Draft202012Validator, change: dict[str, Any]) -> None:
    assert problems(validator, SCENARIO | change)


def test_a_missing_field_is_marked(validator: Draft202012Validator) -> None:
    assert problems(validator, {key: SCENARIO[key] for key in SCENARIO if key != "start"})


def test_an_adaptation_and_a_translation_need_only_what_differs(
    validator: Draft202012Validator,
) -> None:
    head = {"format": 1, "kind": "scenario"}
    scenes = {"a": {"choices": [{"id": "c", "text": "Goes."}]}}

    assert problems(validator, {**head, "adapts": "provet", "scenes": scenes}) == []
    assert problems(validator, {**head, "translates": "provet", "language": "en"}) == []
    assert problems(validator, {**head, "adapts": "provet", "scenez": scenes})
    assert problems(validator, {**head, "adapts": "provet", "scenes": {"a": {"choices": [{}]}}})
