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
from tests.content.practice import FILES

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


SHIPPED = sorted(bundled_scenarios().rglob("*.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_shipped_files_of_every_kind_are_valid(validator: Draft202012Validator, path: Path) -> None:
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


@pytest.mark.parametrize("name", FILES)
def test_a_small_file_of_every_kind_is_valid(validator: Draft202012Validator, name: str) -> None:
    assert problems(validator, yaml.safe_load(FILES[name])) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("lyssna-klart", "strategy: relationship", "strategy: direct"),
        ("lyssna-klart", "  - {id: vander-sig, text: Vänder sig mot klienten.}\n", ""),
        ("luren", "look_for", "look-for"),
        ("luren", "to: staff", "to: observer"),
        ("luren", "skill: lyssna-klart", "skil: lyssna-klart"),
        ("pa-fikat", "form: line", "form: circle"),
        ("blockdag", "kind: roleplay", "kind: rollspel"),
        ("blockdag", "kind: plan", "kind: agenda"),
        ("kon", "skill: lyssna-klart\n", ""),
        ("kon", "shows:", "visar:"),
    ],
)
def test_mistakes_in_every_kind_are_marked(
    validator: Draft202012Validator, name: str, old: str, new: str
) -> None:
    changed = FILES[name].replace(old, new)
    assert changed != FILES[name]
    assert problems(validator, yaml.safe_load(changed))


def test_each_value_of_a_kind_is_explained_in_both_languages(ajs: Call) -> None:
    schema = json.loads(ajs("schema").out)
    strategy = schema["$defs"]["Skill"]["properties"]["strategy"]
    assert strategy["enumDescriptions"][0] == (
        "Effektiv användning av auktoritet / Effective use of authority"
    )
    assert "\n\n" in strategy["description"]
    assert schema["properties"]["kind"]["enum"] == [
        "scenario", "plan", "skill", "roleplay", "exercise"
    ]  # fmt: skip
