"""Leaving a meeting at any moment: in the middle of saving, of a new picture, or of a fault."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ajs_trainer.errors import StorageError
from ajs_trainer.record.sessions import Sessions
from ajs_trainer.session.events import Advanced, SessionEvent
from ajs_trainer.session.stages import Stage
from ajs_trainer.tui.screens.home import HomeScreen
from tests.tui.driver import press, shown, until
from tests.tui.leading import begin, go_to, leading, projector, resume, stage, tap

PATIENCE = 10.0
"""Seconds that the disk waits for a test that has failed."""


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AJS_HOME", str(tmp_path / "home"))


class Disk:
    """A disk that can be slow, or broken."""

    def __init__(self) -> None:
        self.free = threading.Event()
        self.free.set()
        self.broken = False
        self.asked = threading.Event()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """The disk that meetings are kept on."""
    one, append = Disk(), Sessions.append

    def kept(self: Sessions, session: str, step: int, event: SessionEvent) -> None:
        one.asked.set()
        one.free.wait(PATIENCE)
        if one.broken:
            raise StorageError("Disken är full.", "Gör plats.")
        append(self, session, step, event)

    monkeypatch.setattr(Sessions, "append", kept)
    yield one
    one.free.set()


async def home(pilot: Pilot[None]) -> None:
    """Wait until the start screen is shown, and whatever still went on has ended."""
    await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "not home")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("turns", range(0, 24, 2))
async def test_one_can_leave_while_something_is_being_saved(
    tmp_path: Path, disk: Disk, turns: int
) -> None:
    """The answer of the disk comes some turns after one has left, with the screens half down."""
    async with leading(tmp_path) as pilot:
        await begin(pilot)
        disk.free.clear()
        disk.asked.clear()
        screen = projector(pilot)
        screen.keep(Advanced())
        await asyncio.to_thread(disk.asked.wait, PATIENCE)
        screen.action_back()
        for _turn in range(turns):
            await asyncio.sleep(0)
        disk.free.set()
        await home(pilot)
        await resume(pilot)
        assert stage(pilot) is Stage.LOOK_BACK, "what was being saved was saved"


@pytest.mark.parametrize("failed", ["the step before", "the pause itself"])
async def test_what_was_left_during_a_fault_goes_on_at_the_same_stage(
    tmp_path: Path, disk: Disk, failed: str
) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot)
        await go_to(pilot, Stage.TALK)
        state = projector(pilot).meeting.state
        disk.broken = True
        if failed == "the step before":
            await tap(pilot, "enter")
            assert "Disken är full." in shown(pilot)
        await press(pilot, ["escape"])
        await home(pilot)
    disk.broken = False
    async with leading(tmp_path) as pilot:
        await press(pilot, ["3"])
        await until(pilot, lambda: "1  Fortsätt:" in shown(pilot), "not offered")
        assert "vid ”Prata i par”" in shown(pilot)
        await press(pilot, ["escape"])
        await home(pilot)
        await resume(pilot)
        assert stage(pilot) is Stage.TALK
        assert projector(pilot).meeting.state == state


@pytest.mark.parametrize("key", ["enter", "k", "t", "v", "tab", "u"])
async def test_keys_may_come_while_one_stage_gives_way_to_the_next(
    tmp_path: Path, key: str
) -> None:
    """The picture is taken down from within: its page goes first."""
    async with leading(tmp_path) as pilot:
        await begin(pilot)
        await go_to(pilot, Stage.REALISM)
        screen = projector(pilot)
        assert screen.view is not None
        await screen.view.reading.remove()
        await press(pilot, [key])
        screen.show_next()
        assert screen.view is None
        await tap(pilot, "s")
        assert stage(pilot) is Stage.PEOPLE
