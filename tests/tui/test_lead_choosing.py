"""Choosing and agreeing on the projector: all is read first, and what is missing is said there."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from ajs_trainer.model import Scenario
from ajs_trainer.session.stages import Stage
from ajs_trainer.tui.lead.pass_round import PassRoundScreen
from tests.tui.driver import press, shown, until, until_shown
from tests.tui.leading import begin, go_to, leading, library, projector, stage, tap, write
from tests.tui.stories import coffee


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AJS_HOME", str(tmp_path / "home"))


def wordy() -> Scenario:
    """A story whose first question fills the window."""
    told = coffee()
    scene = told.scenes["kaffet"].model_copy(update={"question": "Vad gör du nu? " * 80})
    return told.model_copy(update={"scenes": {**told.scenes, "kaffet": scene}})


async def choosing(pilot: Pilot[None], *keys: str) -> None:
    """From home to the first choice."""
    await begin(pilot, "2", *keys)
    await go_to(pilot, Stage.FIRST)


async def test_all_options_are_read_before_enter_chooses(tmp_path: Path) -> None:
    async with leading(tmp_path, found=library(wordy())) as pilot:
        await choosing(pilot)
        view = projector(pilot).view
        assert view is not None
        await until_shown(pilot, "Enter  läs vidare")
        await until(pilot, lambda: "Enter Välj" not in shown(pilot), "Enter does two things")
        for _page in range(9):
            if not view.reading.more_below:
                break
            await tap(pilot, "enter")
            assert not isinstance(pilot.app.screen, PassRoundScreen)
        await until_shown(pilot, "1  datorn går runt")
        await press(pilot, ["enter"])
        await until(pilot, lambda: isinstance(pilot.app.screen, PassRoundScreen), "not begun")


async def test_the_digits_count_while_there_is_more_to_read(tmp_path: Path) -> None:
    async with leading(tmp_path, found=library(wordy())) as pilot:
        await choosing(pilot)
        await until_shown(pilot, "Enter  läs vidare")
        await tap(pilot, "2")
        assert stage(pilot) is Stage.TALK


async def test_missing_numbers_are_asked_for_in_place(tmp_path: Path) -> None:
    async with leading(tmp_path) as pilot:
        await choosing(pilot, "v")
        await tap(pilot, "enter")
        assert "Skriv antalen, eller hoppa över med S." in shown(pilot)
        assert not pilot.app._notifications
        await tap(pilot, "s")
        assert stage(pilot) is Stage.TALK
        assert "Skriv antalen" not in shown(pilot)


async def test_a_notice_does_not_stay_into_the_next_stage(tmp_path: Path) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot)
        await tap(pilot, "e")
        assert "Det går inte här." in " ".join(shown(pilot).split())
        await tap(pilot, "enter")
        assert not pilot.app._notifications


async def test_a_step_without_what_is_done_is_not_passed_over(tmp_path: Path) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot, "2", "v")
        await go_to(pilot, Stage.COMMITMENT)
        await tap(pilot, "enter")
        await write(pilot, "Skiftet")
        await tap(pilot, "enter", "enter")
        assert stage(pilot) is Stage.COMMITMENT
        assert "Skriv vad ni gör." in shown(pilot)
        await write(pilot, "Vi ber om ordet")
        await tap(pilot, "enter", "enter", "enter")
        assert stage(pilot) is Stage.CLOSE
        agreed = projector(pilot).meeting.state.agreed
        assert agreed is not None
        assert (agreed.step, agreed.role) == ("Vi ber om ordet", "Skiftet")


async def test_a_step_may_be_left_out_with_empty_lines(tmp_path: Path) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot, "2", "v")
        await go_to(pilot, Stage.COMMITMENT)
        await tap(pilot, "enter", "enter", "enter")
        assert stage(pilot) is Stage.CLOSE
        assert projector(pilot).meeting.state.agreed is None


async def test_only_those_whom_the_room_has_met_are_named(tmp_path: Path) -> None:
    told = coffee()
    first = told.cast[0]
    others = [
        first.model_copy(update={"id": "natten", "name": "Nattpersonal", "part": "other"}),
        first.model_copy(update={"id": "ylva", "name": "Ylva", "part": "other"}),
    ]
    told = told.model_copy(update={"cast": (*told.cast, *others)})
    async with leading(tmp_path, found=library(told)) as pilot:
        await begin(pilot, "2", "v")
        await go_to(pilot, Stage.PEOPLE)
        text = shown(pilot)
        assert all(name in text for name in ("Micke", "Sara", "Nattpersonal"))
        assert "Ylva" not in text
