"""Which meeting is going on and where it is, looked up without ever writing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ajs_trainer.content.guides import questions_for
from ajs_trainer.debrief.summary import summarise
from ajs_trainer.errors import StorageError
from ajs_trainer.locale import _
from ajs_trainer.session.course import replay
from ajs_trainer.session.result import result
from ajs_trainer.session.state import NotNow, SessionState, Setup
from ajs_trainer.tui.notes.stage_notes import Outcomes

if TYPE_CHECKING:
    from ajs_trainer.record.sessions import SessionInfo
    from ajs_trainer.tui.services import Record


@dataclass(frozen=True, slots=True)
class Seen:
    """A meeting as it stood when it was looked at.

    Attributes:
        info: What the record calls it.
        setup: What was decided before it began.
        state: What its events add up to.
        outcomes: What was published about the question, once the room has seen it.
    """

    info: SessionInfo
    setup: Setup
    state: SessionState
    outcomes: Outcomes | None


class Follower:
    """Follows the meeting that moves.

    At first that is the latest one that is open; then whichever goes on, so that a meeting that
    was left open long ago is not taken for the one in the room.

    Args:
        floor: From how many answers anything is told.
    """

    def __init__(self, floor: int) -> None:
        self._floor = floor
        self._steps: dict[str, int] = {}
        self._seen: Seen | None = None
        self.ended = False
        """Whether the meeting that was followed has been closed."""

    def look(self, record: Record) -> Seen | None:
        """The meeting as it is now, the same object as long as nothing happens; None without one.

        Each part is a short read of its own, so nobody who writes has to wait.

        Raises:
            StorageError: The record cannot be read.
        """
        listed = record.sessions.open()
        steps = {info.key: info.steps for info in listed}
        moved = [info for info in listed if self._steps.get(info.key) != info.steps]
        if moved:
            self._seen, self.ended = _seen(record, moved[0], self._floor), False
        elif self._seen is not None and self._seen.info.key not in steps:
            self._seen, self.ended = None, True
        self._steps = steps
        return self._seen


class Watch:
    """The record of a window that may stay open for hours; used by one thread at a time.

    After a fault it is opened anew: what a window that was killed left half written is then
    taken back, as it would be by the next meeting.

    Args:
        path: The file; it need not be there yet.
        floor: From how many answers anything is told.
    """

    def __init__(self, path: Path, floor: int) -> None:
        self._path = path
        self._follower = Follower(floor)
        self._record: Record | None = None

    @property
    def ended(self) -> bool:
        """Whether the meeting that was followed has been closed."""
        return self._follower.ended

    def look(self) -> Seen | None:
        """The meeting as it is now; see ``Follower.look``.

        Raises:
            StorageError: The record cannot be read now; it may be tried again.
        """
        from ajs_trainer.record import open_record

        try:
            if self._record is None:
                if not self._path.exists():
                    return None
                self._record = open_record(self._path, read_only=True)
            return self._follower.look(self._record)
        except StorageError:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file; closing again does nothing."""
        record, self._record = self._record, None
        if record is not None:
            record.close()


def _seen(record: Record, info: SessionInfo, floor: int) -> Seen:
    setup = record.sessions.setup(info.key)
    try:
        state = replay(setup, record.sessions.events(info.key))
    except NotNow as error:
        raise StorageError(
            _("This meeting cannot be read: what happened does not fit its plan."),
            _("Other meetings are not touched by this. You can begin a new one."),
        ) from error
    return Seen(info, setup, state, _outcomes(record, info, setup, state, floor))


def _outcomes(
    record: Record, info: SessionInfo, setup: Setup, state: SessionState, floor: int
) -> Outcomes | None:
    """What the room has seen of the question; nothing before it has."""
    asked = state.question
    if asked is None or not asked.revealed:
        return None
    came_to = result(
        setup,
        replace(state, questions=(asked,)),
        record.ballots.tallies(info.key),
        title=info.title,
        date=info.date,
        guides=questions_for({asked.scenario: setup.stories[asked.scenario]}),
    )
    for part in summarise(came_to, floor).parts:
        for told in part.told:
            return Outcomes(told, part.guide)
    return None
