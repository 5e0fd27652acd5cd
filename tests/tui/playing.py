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
from tests.tui.driver import app_of, press, running, shown, until
from tests.tui.fakes import FakeLibrary
from tests.tui.stories import coffee

MANY = 60
"""More presses than any of these tests needs to get somewhere."""


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
    """A new run of whoever has the code that holds."""
    app = app_of(pilot)
    return await app.services.ask(
        lambda record: record.runs.begin(record.runs.participant(app.code), scenario)
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
    for _press in range(MANY):
        if play_screen(pilot).beat is Beat.CHOICES:
            return
        await push(pilot, "enter")
    raise AssertionError(shown(pilot))


async def read_all(pilot: Pilot[None]) -> str:
    """Read on for as long as the screen says so; everything that could be read on the way."""
    seen = shown(pilot)
    for _press in range(MANY):
        if "läs vidare" not in shown(pilot):
            return seen
        await push(pilot, "enter")
        seen += shown(pilot)
    raise AssertionError(shown(pilot))


async def choose(pilot: Pilot[None], *digits: str) -> None:
    """Make choices, and go on after each."""
    for digit in digits:
        await to_choices(pilot)
        await push(pilot, digit)
        await read_all(pilot)
        await push(pilot, "enter")


async def runs_in(pilot: Pilot[None]) -> list[RunInfo]:
    """The runs of whoever has no code, the latest first."""
    return await app_of(pilot).services.ask(
        lambda record: list(record.runs.of(record.runs.participant("")))
    )


async def recorded(pilot: Pilot[None]) -> tuple[Event, ...]:
    """What the record holds of the latest run."""
    latest = (await runs_in(pilot))[0]
    return await app_of(pilot).services.ask(lambda record: record.runs.events(latest.key))
