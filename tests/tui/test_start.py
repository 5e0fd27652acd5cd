"""Before a scenario: what is shown, what is asked, what is recorded."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from ajs_trainer.errors import StorageError
from ajs_trainer.model import Scenario
from ajs_trainer.play.run import Event, Rated
from ajs_trainer.tui import navigate
from ajs_trainer.tui.screens.library import LibraryScreen
from ajs_trainer.tui.screens.play import PlayScreen
from ajs_trainer.tui.screens.start import StartScreen
from ajs_trainer.tui.services import RunInfo
from tests.tui.driver import SIZES, app_of, shown, until_shown
from tests.tui.fakes import FakeRecord
from tests.tui.playing import program, push, read_all, recorded, runs_in, settled
from tests.tui.stories import coffee

QUESTION = "Hur säker är du på att du skulle göra något"


async def at_start(pilot: Pilot[None], name: str = "skamtet-vid-kaffet") -> None:
    """Open the start of a scenario, from the library."""
    navigate.open_library(pilot.app)
    await pilot.pause()
    navigate.open_start(pilot.app, name)
    await settled(pilot)
    await until_shown(pilot, "Enter")


async def test_one_reads_what_it_is_about_before_anything_begins(tmp_path: Path) -> None:
    async with program(tmp_path) as pilot:
        await at_start(pilot)
        for text in (
            "Skämtet vid kaffet",
            "En kollega skämtar om en annan",
            "12 minuter · anstalt · kollega – kollega",
            "Micke, Sara",
            "Bra att veta: Sexistiskt språk.",
            "Du kan när som helst lämna, utan att säga varför.",
            QUESTION,
            "börja utan att svara",
        ):
            assert text in shown(pilot)
        assert await runs_in(pilot) == []


async def test_a_digit_answers_and_begins(tmp_path: Path) -> None:
    async with program(tmp_path) as pilot:
        await at_start(pilot)
        await push(pilot, "2")
        assert isinstance(pilot.app.screen, PlayScreen)
        assert await recorded(pilot) == (Rated("before", 2),)


async def test_arrows_and_enter_answer_too(tmp_path: Path) -> None:
    async with program(tmp_path) as pilot:
        await at_start(pilot)
        await push(pilot, "down", "down", "down", "enter")
        assert await recorded(pilot) == (Rated("before", 3),)


async def test_the_question_can_be_skipped(tmp_path: Path) -> None:
    async with program(tmp_path) as pilot:
        await at_start(pilot)
        await push(pilot, "enter")
        assert isinstance(pilot.app.screen, PlayScreen)
        assert await recorded(pilot) == ()


async def test_one_can_turn_back(tmp_path: Path) -> None:
    async with program(tmp_path) as pilot:
        await at_start(pilot)
        await push(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)
        assert await runs_in(pilot) == []


@pytest.mark.parametrize("size", SIZES)
async def test_the_content_note_is_seen_before_one_can_begin(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    wordy = coffee().model_copy(update={"summary": "En lång mening om läget. " * 20})
    async with program(tmp_path, wordy, size=size) as pilot:
        await at_start(pilot)
        seen = await read_all(pilot)
        if QUESTION not in seen:
            assert "Enter  en fråga" in shown(pilot)
            await push(pilot, "3")
            assert await runs_in(pilot) == []
            await push(pilot, "enter")
        assert QUESTION in shown(pilot)
        assert "Sexistiskt språk." in seen
        assert "5  helt säker" in shown(pilot)


async def test_a_scenario_that_is_not_there_is_told(tmp_path: Path) -> None:
    async with program(tmp_path) as pilot:
        await at_start(pilot, "finns-inte")
        assert "Det här scenariot går inte att spela" in shown(pilot)
        await push(pilot, "enter", "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_a_file_can_be_played(tmp_path: Path) -> None:
    file = tmp_path / "litet-prov.yaml"
    file.write_text(
        "format: 1\nkind: scenario\nid: litet-prov\nlanguage: sv\ntitle: Ett litet prov\n"
        "summary: Något händer.\nsetting: prison\nrelation: colleague-colleague\ngrounds: [sex]\n"
        "severity: banter\nminutes: 5\nstart: a\nscenes:\n"
        "  a:\n    text: Det händer.\n    choices:\n"
        "      - {id: b, text: Går., when: after, strategy: wait, goto: c}\n"
        "  c:\n    ending: {title: Slut, text: Klart.}\n",
        encoding="utf-8",
    )
    async with program(tmp_path) as pilot:
        await at_start(pilot, str(file))
        assert "Ett litet prov" in shown(pilot)
        await push(pilot, "enter")
        assert "Det händer." in shown(pilot)


async def test_a_run_is_begun_once_though_the_answer_was_not_kept(tmp_path: Path) -> None:
    class Stubborn(FakeRecord):
        begun = 0
        full = True

        def begin(self, participant: str, scenario: Scenario) -> RunInfo:  # type: ignore[override]
            self.begun += 1
            return super().begin(participant, scenario)

        def append(self, run: str, step: int, event: Event) -> None:
            if self.full:
                raise StorageError("Disken är full.")
            super().append(run, step, event)

    record = Stubborn()
    async with program(tmp_path, record=lambda: record) as pilot:
        await at_start(pilot)
        await push(pilot, "4")
        await until_shown(pilot, "Disken är full.")
        assert isinstance(pilot.app.screen, StartScreen)
        await push(pilot, "enter")
        record.full = False
        await push(pilot, "enter")
        assert isinstance(pilot.app.screen, PlayScreen)
        assert record.begun == 1
        assert await recorded(pilot) == (Rated("before", 4),)


async def test_runs_belong_to_the_code_that_holds(tmp_path: Path) -> None:
    async with program(tmp_path) as pilot:
        app_of(pilot).code = "björk-vante"
        await at_start(pilot)
        await push(pilot, "1")
        assert await runs_in(pilot) == []


async def test_help_explains_this_screen(tmp_path: Path) -> None:
    async with program(tmp_path) as pilot:
        await at_start(pilot)
        await push(pilot, "f1")
        assert "Du får frågan igen efteråt" in shown(pilot)
