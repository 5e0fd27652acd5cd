"""Looking back: the pages, the question after, and going back to try something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from ajs_trainer.errors import StorageError
from ajs_trainer.play.run import Event, Rated, Returned
from ajs_trainer.play.story import Chosen
from ajs_trainer.tui import navigate
from ajs_trainer.tui.screens.ending import EndingScreen
from ajs_trainer.tui.screens.home import HomeScreen
from ajs_trainer.tui.screens.play import PlayScreen
from tests.builders import choice, ending, scenario
from tests.tui.driver import SIZES, app_of, shown, until_shown
from tests.tui.fakes import FakeRecord
from tests.tui.playing import (
    begun,
    choose,
    playing,
    program,
    push,
    read_all,
    recorded,
    runs_in,
    settled,
)
from tests.tui.stories import coffee


async def to_page(pilot: Pilot[None], page: str) -> EndingScreen:
    """Turn pages until one is shown."""
    screen = pilot.app.screen
    assert isinstance(screen, EndingScreen)
    for _turn in range(6):
        if screen.page == page:
            return screen
        await push(pilot, "right")
    raise AssertionError(page)


async def test_the_ending_is_told_and_the_run_is_finished(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await choose(pilot, "1", "1")
        assert isinstance(pilot.app.screen, EndingScreen)
        assert "[Hur det gick]" in shown(pilot)
        assert "Efteråt" in shown(pilot)
        assert "Hon ställer den upp och ned." in shown(pilot)
        assert [run.finished for run in await runs_in(pilot)] == [True]


async def test_enter_alone_turns_every_page_and_ends_at_home(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await choose(pilot, "1", "1")
        before = await recorded(pilot)
        seen = ""
        for _page in range(5):
            seen += shown(pilot)
            await push(pilot, "enter")
        for text in ("Efteråt", "Hur säker är du nu", "Frågar Micke", "säg ifrån", "lättare att"):
            assert text in seen
        assert isinstance(pilot.app.screen, HomeScreen)
        assert await recorded(pilot) == before


async def test_the_way_tells_what_each_choice_did(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await choose(pilot, "3", "1")
        await to_page(pilot, "way")
        for text in (
            "1  Tar upp telefonen och filmar",
            "dokumentera · under",
            "Utövaren: Micke ser telefonen och tystnar.",
            "! Inte säkert eller inte tillåtet: Mobil och film",
            "2  Sätter dig bredvid",
            "stötta · efter",
        ):
            assert text in shown(pilot)


async def test_one_goes_back_to_a_place_and_tries_something_else(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await choose(pilot, "1", "1")
        screen = await to_page(pilot, "way")
        assert "gå tillbaka hit" not in shown(pilot)

        await push(pilot, "1")
        assert screen is pilot.app.screen
        assert "Enter  gå tillbaka hit och pröva något annat" in shown(pilot)
        await push(pilot, "enter")
        assert isinstance(pilot.app.screen, PlayScreen)
        assert "Du står vid kaffemaskinen" in shown(pilot)
        assert [run.finished for run in await runs_in(pilot)] == [False]

        await choose(pilot, "2", "2")
        assert "Som förut" in shown(pilot)
        events = await recorded(pilot)
        assert events[2] == Returned(0)
        assert [event.choice for event in events if isinstance(event, Chosen)] == [
            "fraga",
            "prata",
            "vantar",
            "later",
        ]
        await to_page(pilot, "way")
        assert "Frågar Micke" not in shown(pilot)


async def test_a_click_marks_a_place_and_does_not_go_there(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await choose(pilot, "1", "1")
        screen = await to_page(pilot, "way")
        await pilot.click("#page-way", offset=(8, 2))
        await settled(pilot)
        assert pilot.app.screen is screen
        await pilot.click("#next-keys")
        await settled(pilot)
        assert isinstance(pilot.app.screen, PlayScreen)


async def test_the_grid_tells_now_earlier_and_what_is_left(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await choose(pilot, "2", "1")
        info = await begun(pilot, coffee())
        navigate.open_run(pilot.app, info)
        await settled(pilot)
        await choose(pilot, "1", "1")
        await to_page(pilot, "grid")
        rows = {line.split()[0]: line for line in shown(pilot).splitlines() if line.strip()}
        assert "● nu" in rows["säg"]
        assert "● nu" in rows["stötta"]
        assert "● förut" in rows["avvakta"]
        assert "○ kvar" in rows["avvakta"]
        assert "○ kvar" in rows["dokumentera"]
        assert rows["avled"].count("–") == 3
        assert "under: dokumentera" in shown(pilot)
        assert "efter: ta hjälp, avvakta" in shown(pilot)


async def test_in_a_narrow_window_the_grid_is_a_list_with_the_same_words(tmp_path: Path) -> None:
    async with playing(tmp_path, size=(50, 16)) as pilot:
        await choose(pilot, "1", "1")
        await to_page(pilot, "grid")
        seen = await read_all(pilot)
        for text in ("säg ifrån", "● nu", "○ kvar", "finns inte här", "Kvar att pröva"):
            assert text in seen


async def test_the_answers_stand_beside_each_other(tmp_path: Path) -> None:
    async with program(tmp_path) as pilot:
        navigate.open_start(pilot.app, "skamtet-vid-kaffet")
        await settled(pilot)
        await until_shown(pilot, "1–5")
        await push(pilot, "2")
        await choose(pilot, "1", "1")
        await to_page(pilot, "sure")
        await push(pilot, "4")
        assert (await recorded(pilot))[-1] == Rated("after", 4)
        assert "Före: 2, inte särskilt säker" in shown(pilot)
        assert "Nu: 4, ganska säker" in shown(pilot)
        assert "✓ Sparat" in shown(pilot)

        await push(pilot, "3", "left", "right")
        assert (await recorded(pilot))[-1] == Rated("after", 4)


async def test_an_answer_that_was_not_kept_is_kept_once(tmp_path: Path) -> None:
    class FullDisk(FakeRecord):
        full = False

        def append(self, run: str, step: int, event: Event) -> None:
            if self.full:
                raise StorageError("Disken är full.")
            super().append(run, step, event)

    record = FullDisk()
    async with playing(tmp_path, record=lambda: record) as pilot:
        await choose(pilot, "1", "1")
        await to_page(pilot, "sure")
        record.full = True
        await push(pilot, "5", "right", "2")
        assert "Disken är full." in shown(pilot)
        record.full = False
        await push(pilot, "enter")
        assert [event for event in await recorded(pilot) if isinstance(event, Rated)] == [
            Rated("after", 5)
        ]


async def test_questions_to_think_about_come_from_the_way(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await choose(pilot, "1", "1")
        await to_page(pilot, "talk")
        assert "Vad hade gjort det lättare att säga något?" in shown(pilot)


async def test_a_scenario_that_begins_at_its_end_has_no_way(tmp_path: Path) -> None:
    only = scenario({"slut": ending("Redan slut", "Inget hände.")})
    async with playing(tmp_path, only) as pilot:
        assert "Redan slut" in shown(pilot)
        assert "Din väg" not in shown(pilot)
        await push(pilot, "enter", "enter")
        assert isinstance(pilot.app.screen, HomeScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_a_long_way_can_be_gone_back_on_from_any_point(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    scenes = {
        f"s{n}": {"text": f"Scen {n}.", "choices": [choice("vidare", f"s{n + 1}")]}
        for n in range(12)
    }
    async with playing(tmp_path, scenario({**scenes, "s12": ending()}), size=size) as pilot:
        await choose(pilot, *["1"] * 12)
        await to_page(pilot, "way")
        await push(pilot, *["down"] * 11, "enter")
        assert (await recorded(pilot))[-1] == Returned(10)
        assert "Scen 10." in shown(pilot)


async def test_nothing_anywhere_is_a_score(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await choose(pilot, "3", "2")
        seen = ""
        for page in ("ending", "sure", "way", "grid", "talk"):
            await to_page(pilot, page)
            seen += shown(pilot).lower()
        for word in ("%", "poäng", "rätt ", "fel ", "bra jobbat", "resultat"):
            assert word not in seen


async def test_help_explains_this_screen_in_every_language(tmp_path: Path) -> None:
    async with playing(tmp_path, size=(120, 40)) as pilot:
        await choose(pilot, "1", "1")
        await push(pilot, "f1")
        assert "En sida i taget: hur det gick" in shown(pilot)
        await push(pilot, "escape")
        app_of(pilot).change_settings(language="en")
        await settled(pilot)
        assert "[How it turned out]" in shown(pilot)
