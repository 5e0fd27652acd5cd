"""The library and the record of one run of the program, opened when first asked for.

Nothing here runs on the thread that draws: a slow disk must never freeze the screen. The
record has one thread of its own, so that what is asked of it happens in the order it was
asked, and so that its connection never crosses a thread.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from ajs_trainer.errors import StorageError
    from ajs_trainer.model import Scenario
    from ajs_trainer.model.exercise import Exercise
    from ajs_trainer.model.plan import Plan
    from ajs_trainer.model.roleplay import RolePlay
    from ajs_trainer.model.skill import Skill
    from ajs_trainer.play.run import Event
    from ajs_trainer.record.ballots import Ballots
    from ajs_trainer.record.observations import Observations
    from ajs_trainer.record.sessions import Sessions

Answer = TypeVar("Answer")
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Options:
    """What the program was started with.

    Attributes:
        library: A folder of scenarios besides the usual ones, or None.
        record: The file with the choices.
        code: The own code of the person; empty for whoever sits at the computer.
        start: Id or file of a scenario to start at once, or None for the home screen.
        lead: Id of a plan or a scenario to lead a meeting with, empty to choose one, or None.
        roleplay: Id of a role-play in threes, empty to choose one, or None.
    """

    library: Path | None
    record: Path
    code: str = ""
    start: str | None = None
    lead: str | None = None
    roleplay: str | None = None


class Entry(Protocol):
    """What the library tells about a scenario without reading its scenes."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def setting(self) -> str: ...
    @property
    def relation(self) -> str: ...
    @property
    def grounds(self) -> tuple[str, ...]: ...
    @property
    def severity(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def minutes(self) -> int: ...
    @property
    def content_note(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def skill(self) -> str: ...


class Problem(Protocol):
    """Something wrong with a file."""

    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def message(self) -> str: ...
    @property
    def hint(self) -> str: ...


class Loaded(Protocol):
    """A scenario that was read, and what is wrong with it; None when it cannot be played."""

    @property
    def scenario(self) -> Scenario | None: ...
    @property
    def problems(self) -> Sequence[Problem]: ...


class Library(Protocol):
    """The scenarios that can be found."""

    @property
    def problems(self) -> Sequence[Problem]: ...
    def entries(self, language: str) -> Sequence[Entry]: ...
    def load(self, id: str, language: str) -> Loaded: ...  # noqa: A002 - the library's own name
    def plans(self, language: str) -> Sequence[Plan]: ...
    def skills(self, language: str) -> Sequence[Skill]: ...
    def roleplays(self, language: str) -> Sequence[RolePlay]: ...
    def exercises(self, language: str) -> Sequence[Exercise]: ...


class RunInfo(Protocol):
    """What the record tells about a run without replaying it."""

    @property
    def key(self) -> str: ...
    @property
    def scenario(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def first(self) -> str: ...
    @property
    def content(self) -> str: ...
    @property
    def begun(self) -> str: ...
    @property
    def finished(self) -> bool: ...
    @property
    def choices(self) -> int: ...
    @property
    def number(self) -> int: ...


class Erased(Protocol):
    """What was erased."""

    @property
    def runs(self) -> int: ...
    def promise(self) -> str: ...


class Runs(Protocol):
    """The runs in the record."""

    def participant(self, code: str) -> str: ...
    def known(self, code: str) -> str | None: ...
    def begin(self, participant: str, scenario: Scenario) -> RunInfo: ...
    def append(self, run: str, step: int, event: Event) -> None: ...
    def adopt(
        self, run: str, step: int, scenario: Scenario, events: Sequence[Event]
    ) -> RunInfo: ...
    def get(self, run: str) -> RunInfo: ...
    def events(self, run: str) -> tuple[Event, ...]: ...
    def unfinished(self, participant: str) -> Sequence[RunInfo]: ...
    def of(self, participant: str) -> Sequence[RunInfo]: ...
    def content(self, content: str) -> Scenario: ...
    def texts(self, run: str) -> dict[str, Scenario]: ...
    def finish(self, run: str) -> None: ...
    def reopen(self, run: str) -> None: ...
    def erase(self, run: str) -> Erased: ...
    def erase_all(self, participant: str) -> Erased: ...


class Record(Protocol):
    """The record, once it is open."""

    @property
    def undone(self) -> Sequence[StorageError]: ...
    @property
    def runs(self) -> Runs: ...
    @property
    def sessions(self) -> Sessions: ...
    @property
    def ballots(self) -> Ballots: ...
    @property
    def observations(self) -> Observations: ...
    def close(self) -> None: ...


class Services:
    """The library and the record, for as long as the program runs.

    Args:
        open_library: Finds the scenarios; called on the library's thread.
        open_record: Opens the record; raises ``StorageError``; called on the record's thread.
    """

    def __init__(
        self, open_library: Callable[[], Library], open_record: Callable[[], Record]
    ) -> None:
        self._library = _Desk(open_library, lambda _library: None, "library")
        self._record = _Desk(open_record, lambda record: record.close(), "record")

    async def browse(self, work: Callable[[Library], Answer]) -> Answer:
        """Do something with the library, off the thread that draws."""
        return await self._library.do(work)

    async def ask(self, work: Callable[[Record], Answer]) -> Answer:
        """Do something with the record, after everything asked before; opens it if need be.

        Raises:
            StorageError: The record cannot be opened, read or written.
        """
        return await self._record.do(work)

    async def participant(self, code: str) -> str:
        """The key under which a person's choices are kept.

        Raises:
            StorageError: The record cannot be opened, read or written.
        """
        return await self.ask(lambda record: record.runs.participant(code))

    def close(self) -> None:
        """Finish what was asked; nothing can be asked afterwards."""
        self._library.close()
        self._record.close()


class _Desk(Generic[Thing]):
    """Something that is opened on a thread of its own and used nowhere else."""

    def __init__(
        self, open_thing: Callable[[], Thing], close_thing: Callable[[Thing], None], name: str
    ) -> None:
        self._open = open_thing
        self._close = close_thing
        self._thing: Thing | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    async def do(self, work: Callable[[Thing], Answer]) -> Answer:
        """Do something with it, after everything asked before.

        It is done even if nobody waits for it any longer: what a person has chosen is kept
        although the screen has been left.
        """
        return await asyncio.shield(asyncio.wrap_future(self._thread.submit(self._do, work)))

    def close(self) -> None:
        """Finish what was asked, and let go of it."""
        self._thread.submit(self._let_go)
        self._thread.shutdown()

    def _let_go(self) -> None:
        if self._thing is not None:
            self._close(self._thing)

    def _do(self, work: Callable[[Thing], Answer]) -> Answer:
        if self._thing is None:
            self._thing = self._open()
        return work(self._thing)
