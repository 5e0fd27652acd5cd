"""The list of scenarios: search, filters, details, files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input
from typing_extensions import override

from ajs_trainer.characters import is_forbidden
from ajs_trainer.errors import AjsError
from ajs_trainer.tui.screens.filter import FilterScreen
from ajs_trainer.tui.screens.home import HomeScreen
from ajs_trainer.tui.screens.library import LibraryScreen
from ajs_trainer.tui.screens.start import StartScreen
from ajs_trainer.tui.widgets.rows import Rows
from tests.builders import ending, scenario
from tests.tui.driver import SIZES, press, running, shown, until, until_shown
from tests.tui.fakes import FakeEntry, FakeLibrary, FakeProblem

COFFEE = FakeEntry()
CELL = FakeEntry(
    id="cellen",
    title="Ropet i korridoren",
    summary="En klient ber lågt om hjälp.",
    setting="remand",
    relation="colleague-client",
    grounds=("ethnicity", "religion"),
    severity="deliberate",
    minutes=20,
    content_note="",
)
CAR = FakeEntry(id="bilen", title="Bilen", summary="På väg.", setting="transport", minutes=8)
HOSTILE = "\x1b[2J[/ [@click=app.quit]x[/] \u202e"


def library(**changes: object) -> FakeLibrary:
    """Three scenarios that differ in everything."""
    return FakeLibrary(listed=(COFFEE, CELL, CAR), **changes)  # type: ignore[arg-type]


def listed(text: str) -> list[str]:
    """The titles that the list shows."""
    return [entry.title for entry in (COFFEE, CELL, CAR) if f"  {entry.title}" in text]


@pytest.mark.parametrize("size", SIZES)
async def test_scenarios_are_listed_with_what_they_are_about(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(tmp_path, library=library(), size=size) as pilot:
        await press(pilot, ["1"])
        await until_shown(pilot, "3 av 3")
        text = shown(pilot)
        assert "1  Skämtet vid kaffet" in text
        assert "2  Ropet i korridoren" in text
        assert "En kollega skämtar" in text
        assert "kollega – kollega" in text
        assert "jargong" in text
        await press(pilot, ["down"])
        await until_shown(pilot, "En klient ber lågt")
        assert "tillhörighet," in shown(pilot)
        assert "religion eller" in shown(pilot)


async def test_the_content_note_is_shown(tmp_path: Path) -> None:
    async with running(tmp_path, library=library()) as pilot:
        await press(pilot, ["1"])
        await until_shown(pilot, "Bra att veta: Sexistiskt språk.")
        await press(pilot, ["down"])
        await until_shown(pilot, "En klient ber lågt")
        assert "Bra att veta" not in shown(pilot)


@pytest.mark.parametrize("keys", [["enter"], ["1"]])
async def test_a_scenario_is_started(tmp_path: Path, keys: list[str]) -> None:
    scenarios = {COFFEE.id: scenario({"slut": ending()}, id=COFFEE.id, title=COFFEE.title)}
    async with running(tmp_path, library=library(scenarios=scenarios)) as pilot:
        await press(pilot, ["1"])
        await until_shown(pilot, "3 av 3")
        await press(pilot, keys)
        await until(pilot, lambda: isinstance(pilot.app.screen, StartScreen), "not started")


async def test_letters_search_and_escape_shows_all_again(tmp_path: Path) -> None:
    async with running(tmp_path, library=library()) as pilot:
        await press(pilot, ["1"])
        await until_shown(pilot, "3 av 3")
        await press(pilot, ["r", "O", "p"])
        await until_shown(pilot, "1 av 3")
        assert listed(shown(pilot)) == ["Ropet i korridoren"]
        await press(pilot, ["q"])
        await until_shown(pilot, "Inget passar. Esc visar alla igen.")
        await press(pilot, ["escape"])
        await until_shown(pilot, "3 av 3")
        assert pilot.app.screen.query_one(Rows).has_focus
        await press(pilot, ["escape"])
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "not back")


async def test_arrows_and_enter_work_from_the_search(tmp_path: Path) -> None:
    async with running(tmp_path, library=library()) as pilot:
        await press(pilot, ["1"])
        await until_shown(pilot, "3 av 3")
        await press(pilot, ["slash"])
        assert pilot.app.screen.query_one(Input).has_focus
        await press(pilot, ["down"])
        await until_shown(pilot, "En klient ber lågt")
        await press(pilot, ["enter"])
        await until(pilot, lambda: isinstance(pilot.app.screen, StartScreen), "not started")


async def test_filters_step_through_their_values(tmp_path: Path) -> None:
    async with running(tmp_path, library=library()) as pilot:
        await press(pilot, ["1"])
        await until_shown(pilot, "3 av 3")
        await press(pilot, ["f2"])
        await until(pilot, lambda: isinstance(pilot.app.screen, FilterScreen), "no filter")
        await until_shown(pilot, "3 scenarier passar.")
        await press(pilot, ["1", "1"])
        await until_shown(pilot, "‹ häkte ›")
        await until_shown(pilot, "1 scenario passar.")
        await press(pilot, ["left"])
        await until_shown(pilot, "‹ anstalt ›")
        await press(pilot, ["escape"])
        await until_shown(pilot, "1 av 3, anstalt")
        assert listed(shown(pilot)) == ["Skämtet vid kaffet"]
        await press(pilot, ["f2", "6", "4"])
        await until_shown(pilot, "‹ högst 10 minuter ›")
        await press(pilot, ["0"])
        await until_shown(pilot, "1 av 3, högst 10 minuter")
        assert listed(shown(pilot)) == ["Bilen"]


async def test_files_that_cannot_be_read_are_listed(tmp_path: Path) -> None:
    problem = FakeProblem(file=f"/mappen/{HOSTILE}.yaml", message=f"Fel {HOSTILE}")
    async with running(tmp_path, library=library(problems=(problem,))) as pilot:
        await press(pilot, ["1"])
        await until_shown(pilot, "Går inte att läsa")
        await press(pilot, ["end"])
        await until_shown(pilot, "Den här filen går inte att spela")
        assert "rad 3" in shown(pilot)
        assert not any(is_forbidden(character) for character in shown(pilot))
        await press(pilot, ["enter"])
        await until_shown(pilot, "Filen behöver rättas först.")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_foreign_text_is_drawn_as_it_is(tmp_path: Path) -> None:
    entry = FakeEntry(title=HOSTILE, summary=HOSTILE, content_note=HOSTILE, setting="[/", id="x")
    async with running(tmp_path, library=FakeLibrary(listed=(entry,))) as pilot:
        await press(pilot, ["1"])
        await until_shown(pilot, "[@click=app.quit]x[/]")
        assert not any(is_forbidden(character) for character in shown(pilot))
        await press(pilot, ["f2", "1"])
        await until(pilot, lambda: isinstance(pilot.app.screen, FilterScreen), "no filter")


async def test_a_library_without_scenarios_says_so(tmp_path: Path) -> None:
    async with running(tmp_path, library=FakeLibrary()) as pilot:
        await press(pilot, ["1"])
        await until_shown(pilot, "Det finns inga scenarier här.")
        await press(pilot, ["enter", "down", "f2", "1", "escape"])
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_a_fault_in_the_library_is_told(tmp_path: Path) -> None:
    class Broken(FakeLibrary):
        @override
        def entries(self, language: str) -> list[FakeEntry]:
            assert language == "sv"
            raise AjsError("Mappen går inte att läsa.", "Välj en annan.")

    async with running(tmp_path, library=Broken()) as pilot:
        await press(pilot, ["1"])
        await until_shown(pilot, "Mappen går inte att läsa. Välj en annan.")


async def test_the_shipped_scenarios_are_listed(tmp_path: Path) -> None:
    from ajs_trainer.content.bundled import bundled_scenarios
    from ajs_trainer.content.library import Library

    async with running(tmp_path, library=Library([bundled_scenarios()])) as pilot:
        await press(pilot, ["1"])
        await until_shown(pilot, "Bra att veta")
        assert "Går inte att läsa" not in shown(pilot)


async def test_a_long_description_can_be_read_to_its_end_by_keys(tmp_path: Path) -> None:
    entry = FakeEntry(summary="Det händer mycket. " * 30, content_note="Till sist.", id="x")
    async with running(tmp_path, library=FakeLibrary(listed=(entry,)), size=(50, 16)) as pilot:
        await press(pilot, ["1"])
        await until_shown(pilot, "1 av 1")
        await press(pilot, ["tab", "end"])
        await until_shown(pilot, "Till sist.")
