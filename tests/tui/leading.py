"""Leading a meeting in tests: the shipped plans, a real record, and the keys of a facilitator."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from textual.pilot import Pilot

from ajs_trainer.content.bundled import bundled_scenarios
from ajs_trainer.content.plans import plans
from ajs_trainer.model import Scenario
from ajs_trainer.model.plan import Plan
from ajs_trainer.record import open_record
from ajs_trainer.session.stages import Stage
from ajs_trainer.tui.lead.meeting_screen import MeetingScreen
from ajs_trainer.tui.lead.projector import ProjectorScreen
from ajs_trainer.tui.services import Library, Record
from tests.tui.driver import press, running, shown, until
from tests.tui.fakes import FakeEntry, FakeLibrary
from tests.tui.stories import coffee

SINGLE = "6"
APT_45 = "2"


@cache
def shipped() -> tuple[Plan, ...]:
    """The plans that come with the program."""
    return tuple(plans([bundled_scenarios() / "plans"], "sv"))


def library(scenario: Scenario | None = None) -> FakeLibrary:
    """One scenario, and every plan."""
    told = scenario or coffee()
    entry = FakeEntry(id=told.id, title=told.title, summary=told.summary, minutes=told.minutes)
    return FakeLibrary(listed=(entry,), scenarios={told.id: told}, agendas=shipped())


@asynccontextmanager
async def leading(
    folder: Path,
    *,
    found: Library | None = None,
    record: Record | None = None,
    size: tuple[int, int] = (80, 24),
    lead: str | None = None,
) -> AsyncIterator[Pilot[None]]:
    """The program with a library and the record of a folder."""

    def opened() -> Record:
        return record or open_record(folder / "ajs.db")

    async with running(
        folder, library=found or library(), record=opened, size=size, lead=lead
    ) as pilot:
        yield pilot


def projector(pilot: Pilot[None]) -> ProjectorScreen:
    """The window that the room sees."""
    assert isinstance(pilot.app.screen, ProjectorScreen), pilot.app.screen
    return pilot.app.screen


def stage(pilot: Pilot[None]) -> Stage:
    """Where the meeting is."""
    return projector(pilot).meeting.place.stage


async def steady(pilot: Pilot[None]) -> None:
    """Let the program run until all that was begun is done, or has failed."""

    def still() -> bool:
        screen = pilot.app.screen
        if not isinstance(screen, MeetingScreen):
            return True
        return screen.failed or (screen.ready and screen.view is not None)

    await pilot.pause()
    await until(pilot, still, "never done")


async def tap(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each when the one before has been dealt with."""
    for key in keys:
        await press(pilot, [key])
        await steady(pilot)


async def write(pilot: Pilot[None], text: str) -> None:
    """Write in the line that has the keyboard."""
    for letter in text:
        await pilot.press({" ": "space"}.get(letter, letter))
    await pilot.pause()


async def forward(pilot: Pilot[None]) -> None:
    """One step on, with the key that the screen names."""
    here = stage(pilot)
    meeting = projector(pilot).meeting
    if here is Stage.LOOK_BACK and meeting.earlier and not meeting.state.looked_back:
        await tap(pilot, "1")
    elif here is Stage.WAY:
        await tap(pilot, "2", "1")
    elif here in (Stage.FIRST, Stage.SECOND):
        await tap(pilot, "2" if projector(pilot).query("#round") else "s")
    else:
        await tap(pilot, "enter")


async def go_to(pilot: Pilot[None], wanted: Stage) -> None:
    """Go on until the meeting is at a stage."""
    for _turn in range(60):
        if stage(pilot) is wanted:
            return
        await forward(pilot)
    raise AssertionError(f"never at {wanted}\n{shown(pilot)}")


async def begin(pilot: Pilot[None], plan: str = APT_45, *keys: str) -> None:
    """From home to the projector: lead, a plan, the scenario, keys on the last page, begin."""
    await press(pilot, ["3"])
    await until(pilot, lambda: "APT, 45 minuter" in shown(pilot), "no plans")
    await press(pilot, [plan])
    await until(pilot, lambda: "1 av 1" in shown(pilot), "no scenarios")
    await press(pilot, ["enter"])
    await until(pilot, lambda: "Hur många är ni" in shown(pilot), "no last page")
    await until(pilot, lambda: not pilot.app.screen.busy, "never read")  # type: ignore[attr-defined]
    await press(pilot, [*keys, "enter"])
    await until(pilot, lambda: isinstance(pilot.app.screen, ProjectorScreen), "not begun")
    await steady(pilot)


async def resume(pilot: Pilot[None]) -> None:
    """Go on with the meeting that is offered first."""
    await press(pilot, ["3"])
    await until(pilot, lambda: "1  Fortsätt:" in shown(pilot), "nothing to go on with")
    await press(pilot, ["enter"])
    await until(pilot, lambda: isinstance(pilot.app.screen, ProjectorScreen), "not opened")
    await steady(pilot)
