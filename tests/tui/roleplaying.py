"""A role-play in threes in tests: a real record, a clock that goes when it is told to."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from ajs_trainer.model.roleplay import RolePlay
from ajs_trainer.record import open_record
from ajs_trainer.session.stages import Stage
from ajs_trainer.tui.lead.clock import SoftClock
from ajs_trainer.tui.roleplay.trio import TrioScreen
from tests.session.rehearsals import roleplay, skill
from tests.tui.driver import press, running, shown, until
from tests.tui.fakes import FakeLibrary
from tests.tui.leading import steady


@asynccontextmanager
async def three(
    folder: Path, play: RolePlay | None = None, *, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Pilot[None]]:
    """The program with one role-play and the record of a folder."""
    library = FakeLibrary(known_roleplays=(play or roleplay(),), known_skills=(skill(),))
    async with running(
        folder,
        library=library,
        record=lambda: open_record(folder / "ajs.db"),
        size=size,
        roleplay="",
    ) as pilot:
        yield pilot


def trio(pilot: Pilot[None]) -> TrioScreen:
    """The window that the three share, which may lie below a private one."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, TrioScreen))


def stage(pilot: Pilot[None]) -> Stage:
    """Where the role-play is."""
    return trio(pilot).meeting.place.stage


async def begin(pilot: Pilot[None]) -> None:
    """From the list to the first page that the three share."""
    await until(pilot, lambda: "1  Titeln" in shown(pilot), "no role-plays")
    await press(pilot, ["1"])
    await until(pilot, lambda: "Ni övar: Titeln" in shown(pilot), "no last page")
    await until(pilot, lambda: not pilot.app.screen.busy, "never read")  # type: ignore[attr-defined]
    await press(pilot, ["enter"])
    await until(pilot, lambda: isinstance(pilot.app.screen, TrioScreen), "not begun")
    await steady(pilot)


async def resume(pilot: Pilot[None]) -> None:
    """Go on with the role-play that is offered first."""
    await until(pilot, lambda: "1  Fortsätt: Titeln" in shown(pilot), "nothing to go on with")
    await press(pilot, ["1"])
    await until(pilot, lambda: isinstance(pilot.app.screen, TrioScreen), "not opened")
    await steady(pilot)


async def wait(pilot: Pilot[None], seconds: float) -> None:
    """Let so much of the clock's time pass, and the screen look at it."""
    screen = trio(pilot)
    clock = screen.query_one(SoftClock)
    clock.start(screen.meeting.setup.minutes(screen.meeting.place), clock.seconds + seconds)
    screen.look()
    await steady(pilot)


def drawn(pilot: Pilot[None]) -> str:
    """Everything that is drawn or only kept on a screen, below covers too."""
    texts = [shown(pilot)]
    for screen in pilot.app.screen_stack:
        texts += [str(each.content) for each in screen.query(Static)]
    return "\n".join(texts)
