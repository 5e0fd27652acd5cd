"""Every text on every screen can be translated: none is left in the language of the code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from textual.geometry import Region
from textual.pilot import Pilot

from ajs_trainer.debrief.summary import summarise
from ajs_trainer.tui.commands import key_name
from ajs_trainer.tui.lead.projector import ProjectorScreen
from ajs_trainer.tui.notes.blocks import Block, to_lines
from ajs_trainer.tui.notes.stage_notes import Outcomes, stage_notes
from ajs_trainer.tui.notes.waiting import ended, waiting
from tests.guards.aboard import close, program
from tests.guards.journeys import JOURNEYS, Journey, Traveller, by_hands, screens
from tests.guards.material import Material
from tests.guards.pseudo import left_over, spoken
from tests.guards.said import came_to
from tests.tui.driver import press, running, shown
from tests.tui.fakes import FakeLibrary

TEXT = "ÅÄÖ åäö 123"
HOME = "ÅÄÖ"
RECORD = "ÅÄÖ.db"
TOO_SMALL = "TooSmall"
NAMES = ("ajs_trainer", "Svenska", "English", RECORD, str(Path(HOME) / "scenarios"), "åäö 123.yaml")
"""The program, the languages, which are named in their own, and files."""


@pytest.fixture(autouse=True)
def _pseudo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Only the program itself says anything in English or in Swedish."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AJS_HOME", HOME)
    monkeypatch.setattr("ajs_trainer.tui.screens.code.suggest", lambda: TEXT)
    monkeypatch.setattr("ajs_trainer.record.card_words.card_words", lambda: (TEXT,))
    monkeypatch.setattr("ajs_trainer.tui.notes.screen.guide", lambda _id: [Block("text", TEXT)])
    with spoken():
        yield


class Reader:
    """Reads every screen that is drawn."""

    def __init__(self) -> None:
        self.unknown: dict[str, str] = {}

    def look(self, pilot: Pilot[None]) -> None:
        """Keep what is not translated, with the screen where it stood."""
        text = "\n".join((shown(pilot), *_written(pilot), *_noted(pilot)))
        for word in left_over(text, *NAMES, *_keys(pilot)):
            self.unknown.setdefault(word, f"{type(pilot.app.screen).__name__}\n{text}")


def _written(pilot: Pilot[None]) -> Iterator[str]:
    """What is on the screen, also where one would have to scroll, and what the pointer is told."""
    for widget in pilot.app.screen.query("*"):
        if widget.display and not widget.is_container:
            for strip in widget.render_lines(Region(0, 0, *widget.size)):
                yield strip.text
        if widget.tooltip:
            yield str(widget.tooltip)


def _noted(pilot: Pilot[None]) -> Iterable[str]:
    """What the notes beside a meeting would tell now."""
    screen = pilot.app.screen
    if not isinstance(screen, ProjectorScreen) or not screen.ready or screen.meeting.state.closed:
        return []
    part = summarise(came_to(TEXT)).parts[0]
    outcomes = Outcomes(part.told[0], part.guide)
    return to_lines(stage_notes(screen.meeting.setup, screen.meeting.state, outcomes))


def _keys(pilot: Pilot[None]) -> set[str]:
    """What the keys are called that work here; those with long names are translated."""
    keys = {key for screen in pilot.app.screen_stack for key in screen.active_bindings}
    return {key for key in keys if len(key) == 1} | {key_name(key) for key in keys}


WAYS = {**JOURNEYS, "hands": Journey(by_hands, frozenset())}
SIZES = {"library": (50, 16)}
"""Where there are other texts in a small window; otherwise it has 80 columns and 24 rows."""


@pytest.mark.parametrize("journey", WAYS)
async def test_no_text_stays_untranslated(journey: str) -> None:
    material = Material(TEXT)
    reader = Reader()
    app, library = program(journey, Path(RECORD), material, Path("settings.json"))
    size = SIZES.get(journey, (80, 24))
    try:
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            one = Traveller(pilot, reader.look, library)
            await WAYS[journey].go(one, material)
    finally:
        close(app)

    assert reader.unknown == {}
    assert WAYS[journey].screens <= one.seen


async def test_the_notice_of_a_small_window_is_translated() -> None:
    reader = Reader()
    async with running(Path(), size=(40, 10)) as pilot:
        reader.look(pilot)

        assert type(pilot.app.screen).__name__ == TOO_SMALL
    assert reader.unknown == {}


def test_no_note_about_waiting_stays_untranslated() -> None:
    assert left_over("\n".join(to_lines([*waiting(), *ended()]))) == []


def test_the_journeys_come_to_every_screen() -> None:
    come_to = {screen for journey in JOURNEYS.values() for screen in journey.screens}

    assert come_to | {TOO_SMALL} == set(screens())


@pytest.mark.parametrize("module", ["base", "screens.home"])
async def test_the_guard_can_fail(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts that are left as they stand in the code."""
    monkeypatch.setattr(f"ajs_trainer.tui.{module}._", str)
    reader = Reader()
    async with running(Path()) as pilot:
        await Traveller(pilot, reader.look, FakeLibrary()).press("", "f1")

    assert reader.unknown


async def test_what_one_has_to_scroll_to_is_read_too() -> None:
    async with running(Path(), size=(50, 16)) as pilot:
        await press(pilot, ["f1"])
        on_screen = set(shown(pilot).split("\n"))

        assert {line.strip() for line in _written(pilot)} - {line.strip() for line in on_screen}


def test_what_is_left_over_is_seen() -> None:
    assert left_over("ÅÄÖ Ctrl+Q Tillbaka påMinner", "Ctrl+Q") == ["Tillbaka", "påMinner"]
    assert left_over("scenarios, ÅÄÖ/scenarios", "ÅÄÖ/scenarios") == ["scenarios"]
