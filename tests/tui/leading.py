"""Leading a meeting in tests: the real library, a real record, and the keys of a facilitator."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from ajs_trainer.content.library import Library
from ajs_trainer.content.library import search_path
from ajs_trainer.record import open_record
from ajs_trainer.session.stages import Stage
from ajs_trainer.tui.lead.projector import ProjectorScreen
from ajs_trainer.tui.services import Library as AnyLibrary
from tests.tui.driver import press, running, shown, until


@asynccontextmanager
async def leading(
    folder: Path,
    *,
    library: AnyLibrary | None = None,
    size: tuple[int, int] = (80, 24),
    lead: str | None = None,
) -> AsyncIterator[Pilot[None]]:
    """The program with the scenarios and plans that come with it, and the record of a folder."""
    found = library or Library(search_path())
    opened = lambda: open_record(folder / "ajs.db")  # noqa: E731
    async with running(folder, library=found, record=opened, size=size, lead=lead) as pilot:
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
        if not isinstance(screen, ProjectorScreen):
            return True
        return screen.failed or (screen.ready and screen.view is not None)

    await pilot.pause()
    await until(pilot, still, "never done")
    await pilot.pause()


async def tap(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each when the one before has been dealt with."""
    for key in keys:
        await press(pilot, [key])
        await steady(pilot)


async def go_to(pilot: Pilot[None], wanted: Stage) -> None:
    """Press Enter (or skip what wants an answer) until the meeting is at a stage."""
    for _turn in range(60):
        if stage(pilot) is wanted:
            return
        await forward(pilot)
    raise AssertionError(f"never at {wanted}\n{shown(pilot)}")


async def forward(pilot: Pilot[None]) -> None:
    """One key on."""
    here = stage(pilot)
    asks = here is Stage.LOOK_BACK and projector(pilot).meeting.earlier is not None
    if asks and projector(pilot).meeting.state.looked_back is None:
        await tap(pilot, "s")
    elif here is Stage.WAY:
        await tap(pilot, "2", "1")
    elif here in (Stage.FIRST, Stage.SECOND) and projector(pilot).query("#round"):
        await tap(pilot, "2")
    else:
        await tap(pilot, "enter")


async def began(pilot: Pilot[None], plan: str = "2", *keys: str) -> None:
    """From home to the projector: lead, a plan, a scenario, keys on the last page, begin."""
    await press(pilot, ["3"])
    await until(pilot, lambda: "APT, 45 minuter" in shown(pilot), "no plans")
    await press(pilot, [plan])
    await until(pilot, lambda: "1 av" in shown(pilot) or "av " in shown(pilot), "no scenarios")
    await until(pilot, lambda: bool(pilot.app.screen.query("#scenarios")), "no list")
    await until(pilot, lambda: "min" in shown(pilot), "no scenarios in the list")
    await press(pilot, ["enter"])
    await until(pilot, lambda: "Före träffen" in shown(pilot), "no last page")
    await press(pilot, [*keys, "enter"])
    await until(pilot, lambda: isinstance(pilot.app.screen, ProjectorScreen), "not begun")
    await steady(pilot)
