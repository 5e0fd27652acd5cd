"""The one way in which tests drive the program in a terminal that is not there."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.message import Message
from textual.pilot import Pilot

from ajs_trainer.settings import Settings
from ajs_trainer.tui.app import AjsApp
from ajs_trainer.tui.services import Library, Options, Record, Services
from tests.tui.fakes import FakeLibrary, FakeRecord

SIZES = ((80, 24), (120, 40), (50, 16))
PATIENCE = 40.0


@asynccontextmanager
async def running(
    folder: Path,
    *,
    library: Library | None = None,
    record: Callable[[], Record] = FakeRecord,
    size: tuple[int, int] = (80, 24),
    settings: Settings | None = None,
    code: str = "",
    start: str | None = None,
    lead: str | None = None,
    roleplay: str | None = None,
    messages: list[Message] | None = None,
) -> AsyncIterator[Pilot[None]]:
    """The program, running on fakes, with notifications and tooltips on.

    Args:
        folder: Where the program may write.
        record: Opens the record, on the record's thread.
        messages: Collects every message that is sent.
    """
    services = Services(lambda: library or FakeLibrary(), record)
    options = Options(None, folder / "ajs.db", code, start, lead, roleplay)
    app = AjsApp(options, services, settings or Settings(), folder / "settings.json")
    hook = messages.append if messages is not None else None
    try:
        async with app.run_test(
            size=size, notifications=True, tooltips=True, message_hook=hook
        ) as pilot:
            yield pilot
    finally:
        services.close()


def app_of(pilot: Pilot[None]) -> AjsApp:
    """The program that a pilot drives."""
    assert isinstance(pilot.app, AjsApp)
    return pilot.app


async def until(pilot: Pilot[None], condition: Callable[[], bool], what: str) -> None:
    """Let the program run until a condition holds, and fail with ``what`` if it never does."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"{what}\n{shown(pilot)}"
        await pilot.pause()
    await pilot.pause()


async def until_shown(pilot: Pilot[None], text: str) -> None:
    """Let the program run until a text can be read on the screen."""
    await until(pilot, lambda: text in shown(pilot), f"never shown: {text!r}")


async def press(pilot: Pilot[None], keys: Iterable[str]) -> None:
    """Press keys one after the other, each when the one before has had its effect."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def shown(pilot: Pilot[None]) -> str:
    """What can be read on the screen now, line by line."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)
