"""Playing in tests: a scenario, a real record, and the keys that a person would press."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from ajs_trainer.model import Scenario
from ajs_trainer.play.run import Event
from ajs_trainer.record import open_record
from ajs_trainer.tui import navigate
from ajs_trainer.tui.screens.play import PlayScreen
from ajs_trainer.tui.screens.play_base import KeepingScreen
from ajs_trainer.tui.screens.play_beats import Beat
from ajs_trainer.tui.services import Record, RunInfo
from tests.tui.driver import app_of, press, running, until
from tests.tui.fakes import FakeLibrary
from tests.tui.stories import coffee


@asynccontextmanager
async def program(
    folder: Path,
    *scenarios: Scenario,
    record: Callable[[], Record] | None = None,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Pilot[None]]:
    """The program with a library of some scenarios and the record of a folder."""
    library = FakeLibrary(scenarios={each.id: each for each in scenarios or (coffee(),)})
    opened = record or (lambda: open_record(folder / "ajs.db"))
    async with running(folder, library=library, record=opened, size=size) as pilot:
        yield pilot


@asynccontextmanager
async def playing(
    folder: Path,
    scenario: Scenario | None = None,
    *,
    record: Callable[[], Record] | None = None,
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[Pilot[None]]:
    """The program in the first scene of a new run."""
    played = scenario or coffee()
    async with program(folder, played, record=record, size=size) as pilot:
        info = await begun(pilot, played)
        navigate.open_run(pilot.app, info)
        await settled(pilot)
        yield pilot


async def begun(pilot: Pilot[None], scenario: Scenario) -> RunInfo:
    """A new run of whoever sits at the computer."""
    return await app_of(pilot).services.ask(
        lambda record: record.runs.begin(record.runs.participant(""), scenario)
    )


def keeping(pilot: Pilot[None]) -> KeepingScreen:
    """The screen that is shown; one that keeps what is done."""
    assert isinstance(pilot.app.screen, KeepingScreen)
    return pilot.app.screen


def play_screen(pilot: Pilot[None]) -> PlayScreen:
    """The screen that is shown; a scene."""
    assert isinstance(pilot.app.screen, PlayScreen)
    return pilot.app.screen


async def settled(pilot: Pilot[None]) -> None:
    """Let the program run until all that was begun is done, or has failed."""

    def still() -> bool:
        screen = pilot.app.screen
        return not isinstance(screen, KeepingScreen) or not screen.busy or screen.failed

    await pilot.pause()
    await until(pilot, still, "never done")


async def push(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each when the one before has been dealt with."""
    for key in keys:
        await press(pilot, [key])
        await settled(pilot)


async def to_choices(pilot: Pilot[None]) -> None:
    """Read on until the choices are shown."""
    while play_screen(pilot).beat is not Beat.CHOICES:
        await push(pilot, "enter")


async def choose(pilot: Pilot[None], *digits: str) -> None:
    """Make choices, and go on after each."""
    for digit in digits:
        await to_choices(pilot)
        await push(pilot, digit)
        while isinstance(pilot.app.screen, PlayScreen) and pilot.app.screen.beat is Beat.OUTCOME:
            await push(pilot, "enter")


async def runs_in(pilot: Pilot[None]) -> list[RunInfo]:
    """The runs in the record, the latest first."""
    return await app_of(pilot).services.ask(
        lambda record: list(record.runs.of(record.runs.participant("")))
    )


async def recorded(pilot: Pilot[None]) -> tuple[Event, ...]:
    """What the record holds of the latest run."""
    latest = (await runs_in(pilot))[0]
    return await app_of(pilot).services.ask(lambda record: record.runs.events(latest.key))
