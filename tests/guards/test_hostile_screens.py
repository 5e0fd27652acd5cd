"""Whatever a text holds, no screen passes a byte of it on that a terminal would obey."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.guards.a_terminal import written_by
from tests.guards.journeys import JOURNEYS, screens
from tests.guards.payloads import STEERING, drawn, got_through
from tests.guards.run_journey import SEEN

NOT_ABOUT_TEXTS = {
    "TooSmall": "tells the size of the window and nothing else",
}
"""Screens that no journey comes to, each with the reason."""

UNGUARDED = """
from textual.app import App
from textual.widgets import Static
from textual.content import Content
from tests.guards.payloads import STEERING

class Unguarded(App):
    def compose(self):
        yield Static(Content(STEERING[{name!r}]))
    def on_mount(self):
        self.call_after_refresh(self.exit)

Unguarded().run()
"""


@pytest.mark.parametrize("journey", JOURNEYS)
def test_nothing_that_steers_a_terminal_gets_through(journey: str, tmp_path: Path) -> None:
    code, seen = written_by(["-m", "tests.guards.run_journey", journey, str(tmp_path)], tmp_path)

    assert code == 0, seen[-3000:].decode(errors="replace")
    assert got_through(seen) == []
    assert drawn(seen), "nothing hostile was ever on the screen"
    come_to = json.loads((tmp_path / SEEN).read_text(encoding="utf-8"))
    assert JOURNEYS[journey].screens <= set(come_to)


def test_the_journeys_come_to_every_screen() -> None:
    come_to = {screen for journey in JOURNEYS.values() for screen in journey.screens}

    assert set(screens()) - come_to == set(NOT_ABOUT_TEXTS)
    assert come_to <= set(screens())


@pytest.mark.parametrize("name", STEERING)
def test_the_guard_can_fail(name: str, tmp_path: Path) -> None:
    _code, seen = written_by(["-c", UNGUARDED.format(name=name)], tmp_path)

    assert got_through(seen) != []


def test_a_text_without_payload_is_not_taken_for_one(tmp_path: Path) -> None:
    _code, seen = written_by(["-c", "print('Öva själv', 'e\\u0301', '漢字')"], tmp_path)

    assert got_through(seen) == []
    assert not drawn(seen)
