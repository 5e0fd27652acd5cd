"""Small scenarios for tests."""

from __future__ import annotations

from typing import Any

from ajs_trainer.model import Scenario

HEADER: dict[str, Any] = {
    "format": 1,
    "kind": "scenario",
    "id": "provet",
    "language": "sv",
    "title": "Provet",
    "summary": "Någon säger något.",
    "setting": "prison",
    "relation": "colleague-colleague",
    "grounds": ["sex"],
    "severity": "banter",
    "minutes": 10,
}


def choice(id: str, goto: str, **fields: Any) -> dict[str, Any]:  # noqa: A002
    """A choice as an author would write it; speaking up during the incident unless told."""
    return {"id": id, "goto": goto, "text": id, "when": "during", "strategy": "direct", **fields}


def ending(title: str = "Slut", text: str = "Det är över.") -> dict[str, Any]:
    """A scene where the scenario ends."""
    return {"ending": {"title": title, "text": text}}


def scenario(scenes: dict[str, dict[str, Any]], **header: Any) -> Scenario:
    """A checked scenario that starts in its first scene unless told otherwise."""
    data = {**HEADER, "start": next(iter(scenes)), **header, "scenes": scenes}
    return Scenario.model_validate(data)
