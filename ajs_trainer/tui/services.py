"""The library and the record of one run of the program, opened when first asked for.

Nothing here runs on the thread that draws: a slow disk must never freeze the screen. The
record has one thread of its own, so that what is asked of it happens in the order it was
asked, and so that its connection never crosses a thread.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from ajs_trainer.model import Scenario
    from ajs_trainer.play.run import Event

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Options:
    """What the program was started with.

    Attributes:
        library: A folder of scenarios besides the usual ones, or None.
        record: The file with the choices.
        code: The own code of the person; empty for whoever sits at the computer.
        start: Id or file of a scenario to start at once, or None for the home screen.
    """

    library: Path | None
    record: Path
    code: str = ""
    start: str | None = None


class RunInfo(Protocol):
    """What the record tells about a run without replaying it."""

    key: str
    scenario: str
    title: str
    language: str
    content: str
    begun: str
    finished: bool
    choices: int
    number: int


class Runs(Protocol):
    """The runs in the record."""

    def participant(self, code: str) -> str: ...
    def begin(self, participant: str, scenario: Scenario) -> RunInfo: ...
    def append(self, run: str, step: int, event: Event) -> None: ...
    def events(self, run: str) -> tuple[Event, ...]: ...
    def unfinished(self, participant: str) -> list[RunInfo]: ...
    def of(self, participant: str) -> list[RunInfo]: ...
    def content(self, content: str) -> Scenario: ...
    def finish(self, run: str) -> None: ...
    def reopen(self, run: str) -> None: ...
    def erase(self, run: str) -> None: ...
    def erase_all(self, participant: str) -> None: ...


class Record(Protocol):
    """The record, once it is open."""

    @property
    def runs(self) -> Runs: ...


class Services:
    """The library and the record, for as long as the program runs.

    Args:
        open_record: Opens the record; raises ``StorageError``. Called on the record's thread.
    """

    def __init__(self, open_record: Callable[[], Record]) -> None:
        self._open_record = open_record
        self._record: Record | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="record")

    async def ask(self, work: Callable[[Record], Answer]) -> Answer:
        """Do something with the record, after everything asked before; opens it if need be.

        Raises:
            StorageError: The record cannot be opened, read or written.
        """
        return await asyncio.wrap_future(self._thread.submit(self._do, work))

    async def participant(self, code: str) -> str:
        """The key under which a person's choices are kept.

        Raises:
            StorageError: The record cannot be opened, read or written.
        """
        return await self.ask(lambda record: record.runs.participant(code))

    def _do(self, work: Callable[[Record], Answer]) -> Answer:
        if self._record is None:
            self._record = self._open_record()
        return work(self._record)

    def close(self) -> None:
        """Finish what was asked; nothing can be asked afterwards."""
        self._thread.shutdown()
