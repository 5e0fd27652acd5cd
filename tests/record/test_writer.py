"""The record on a thread of its own."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pytest

from ajs_trainer.record import StepTaken
from ajs_trainer.record.writer import RecordWriter
from tests.record.helpers import chosen, coffee, opened


async def test_everything_is_done_in_order_on_one_thread(path: Path) -> None:
    writer = RecordWriter()
    record = await writer.call(opened, path)
    me = await writer.call(record.runs.participant)
    run = await writer.call(record.runs.begin, me, coffee())
    events = chosen(coffee(), *("fraga", "igen") * 5)

    appended = [
        writer.call(record.runs.append, run.key, step, event) for step, event in enumerate(events)
    ]
    await asyncio.gather(*appended)

    assert await writer.call(record.runs.events, run.key) == tuple(events)
    assert await writer.call(threading.current_thread) is not threading.current_thread()
    await writer.call(record.close)
    writer.close()


async def test_faults_come_back_to_whoever_asked(path: Path) -> None:
    writer = RecordWriter()
    record = await writer.call(opened, path)
    run = await writer.call(
        lambda: record.runs.begin(record.runs.participant(), coffee()),
    )
    await writer.call(record.runs.append, run.key, 0, chosen(coffee(), "fraga")[0])

    with pytest.raises(StepTaken):
        await writer.call(record.runs.append, run.key, 0, chosen(coffee(), "vantar")[0])

    await writer.call(record.close)
    writer.close()


async def test_what_was_given_is_done_though_nobody_waits(path: Path) -> None:
    writer = RecordWriter()
    go = threading.Event()
    done: list[str] = []
    first = asyncio.ensure_future(writer.call(go.wait))
    second = asyncio.ensure_future(writer.call(done.append, "stored"))
    await asyncio.sleep(0)

    second.cancel()
    with pytest.raises(asyncio.CancelledError):
        await second
    go.set()
    await first
    writer.close()

    assert done == ["stored"]
