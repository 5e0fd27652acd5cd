"""The record on a thread of its own, so that a slow disk never freezes the screen."""

from __future__ import annotations

import asyncio
import threading
from functools import partial
from pathlib import Path

import pytest

from ajs_trainer.record import StepTaken
from ajs_trainer.tui.services import Record, Services
from tests.record.helpers import chosen, coffee, opened
from tests.tui.fakes import FakeLibrary


@pytest.fixture
def services(tmp_path: Path) -> Services:
    """Services with a real record; whoever asks for them closes them."""
    return Services(FakeLibrary, lambda: opened(tmp_path / "ajs.db"))


async def test_everything_is_done_in_order_on_one_thread(services: Services) -> None:
    me = await services.participant("")
    run = await services.ask(lambda record: record.runs.begin(me, coffee()))
    events = chosen(coffee(), *("fraga", "igen") * 5)

    def append(step: int, record: Record) -> None:
        record.runs.append(run.key, step, events[step])

    await asyncio.gather(*(services.ask(partial(append, step)) for step in range(len(events))))

    assert await services.ask(lambda record: record.runs.events(run.key)) == tuple(events)
    assert (
        await services.ask(lambda _: threading.current_thread()) is not threading.current_thread()
    )


async def test_faults_come_back_to_whoever_asked(services: Services) -> None:
    me = await services.participant("")
    run = await services.ask(lambda record: record.runs.begin(me, coffee()))
    first, other = (chosen(coffee(), choice)[0] for choice in ("fraga", "vantar"))
    await services.ask(lambda record: record.runs.append(run.key, 0, first))

    with pytest.raises(StepTaken):
        await services.ask(lambda record: record.runs.append(run.key, 0, other))

    services.close()


async def test_what_was_asked_is_done_though_nobody_waits(services: Services) -> None:
    go = threading.Event()
    done: list[str] = []
    first = asyncio.ensure_future(services.ask(lambda _: go.wait()))
    second = asyncio.ensure_future(services.ask(lambda _: done.append("stored")))
    await asyncio.sleep(0)

    second.cancel()
    with pytest.raises(asyncio.CancelledError):
        await second
    go.set()
    await first
    services.close()

    assert done == ["stored"]
