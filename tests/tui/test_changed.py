"""An unfinished run whose scenario has been edited since."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ajs_trainer.model import Scenario
from ajs_trainer.model.identity import content_hash, content_text
from ajs_trainer.play.run import Adopted, Returned
from ajs_trainer.play.story import Chosen
from ajs_trainer.tui import navigate
from ajs_trainer.tui.screens.changed import ChangedScreen
from ajs_trainer.tui.screens.ending import EndingScreen
from ajs_trainer.tui.screens.home import HomeScreen
from ajs_trainer.tui.screens.play import PlayScreen
from tests.builders import choice, ending, scenario
from tests.tui.driver import SIZES, shown
from tests.tui.playing import choose, playing, program, push, recorded, runs_in, settled


def story(second: str = "b", text: str = "Början.") -> Scenario:
    """Two choices to an ending; ``second`` is where the first one leads."""
    return scenario(
        {
            "a": {"text": text, "choices": [choice("ett", second), choice("annat", "b")]},
            "b": {"text": "Mitten.", "choices": [choice("tva", "c")]},
            "ny": {"text": "En ny mitt.", "choices": [choice("tva", "c")]},
            "c": {"text": "Nästan.", "choices": [choice("tre", "slut")]},
            "slut": ending(),
        }
    )


def hash_of(edited: Scenario) -> str:
    return content_hash(content_text(edited))


@asynccontextmanager
async def resumed(
    folder: Path, edited: Scenario, *, choices: int = 2, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    """The program, going on with a run after an edit."""
    async with playing(folder, story()) as pilot:
        await choose(pilot, *["1"] * choices)
    async with program(folder, edited, size=size) as pilot:
        (info,) = await runs_in(pilot)
        navigate.open_run(pilot.app, info)
        await settled(pilot)
        yield pilot


async def test_the_same_text_asks_nothing(tmp_path: Path) -> None:
    async with resumed(tmp_path, story()) as pilot:
        assert "Nästan." in shown(pilot)
        assert "har ändrats" not in shown(pilot)
        assert len(await recorded(pilot)) == 2


async def test_the_same_way_goes_on_with_a_quiet_word(tmp_path: Path) -> None:
    edited = story(text="Början, bättre sagd.")
    async with resumed(tmp_path, edited) as pilot:
        assert isinstance(pilot.app.screen, PlayScreen)
        assert "Scenariot har ändrats sedan sist." in shown(pilot)
        assert "Nästan." in shown(pilot)
        assert (await recorded(pilot))[-1] == Adopted(hash_of(edited))
        await choose(pilot, "1")
        assert isinstance(pilot.app.screen, EndingScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_another_way_asks_how_to_go_on(tmp_path: Path, size: tuple[int, int]) -> None:
    edited = scenario(
        {
            "a": {"text": "Början.", "choices": [choice("ett", "b")]},
            "b": {"text": "Mitten.", "choices": [choice("fyra", "slut")]},
            "slut": ending(),
        }
    )
    async with resumed(tmp_path, edited, size=size) as pilot:
        assert isinstance(pilot.app.screen, ChangedScreen)
        assert "Du behåller 1 av dina 2 val." in shown(pilot)
        await push(pilot, "1")
        assert "Mitten." in shown(pilot)
        assert (await recorded(pilot))[2:] == (Returned(1), Adopted(hash_of(edited)))
        await choose(pilot, "1")
        assert isinstance(pilot.app.screen, EndingScreen)


async def test_one_can_begin_anew_on_the_new_text(tmp_path: Path) -> None:
    edited = story(second="ny", text="Ny början.")
    async with resumed(tmp_path, edited) as pilot:
        assert "Från den sista scenen" not in shown(pilot)
        await push(pilot, "1")
        assert "Ny början." in shown(pilot)
        assert (await recorded(pilot))[2:] == (Returned(0), Adopted(hash_of(edited)))
        await choose(pilot, "1")
        assert "En ny mitt." in shown(pilot)


async def test_one_can_finish_on_the_old_text(tmp_path: Path) -> None:
    async with resumed(tmp_path, story(second="ny")) as pilot:
        await push(pilot, "2")
        assert "Nästan." in shown(pilot)
        await choose(pilot, "1")
        assert isinstance(pilot.app.screen, EndingScreen)
        assert all(isinstance(event, Chosen) for event in await recorded(pilot))


async def test_esc_decides_nothing_and_one_is_asked_again(tmp_path: Path) -> None:
    async with resumed(tmp_path, story(second="ny")) as pilot:
        await push(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert len(await recorded(pilot)) == 2
        (info,) = await runs_in(pilot)
        navigate.open_run(pilot.app, info)
        await settled(pilot)
        assert isinstance(pilot.app.screen, ChangedScreen)


async def test_a_scenario_that_is_gone_is_played_on_the_text_in_the_record(
    tmp_path: Path,
) -> None:
    other = story().model_copy(update={"id": "ett-annat"})
    async with resumed(tmp_path, other) as pilot:
        assert "Nästan." in shown(pilot)
        await choose(pilot, "1")
        assert isinstance(pilot.app.screen, EndingScreen)
