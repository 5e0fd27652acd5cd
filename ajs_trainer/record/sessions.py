"""The meetings of groups: what the facilitator did, and the frozen debrief.

What people choose in secret is in :mod:`ajs_trainer.record.ballots`.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

from ajs_trainer.errors import StorageError
from ajs_trainer.locale import _
from ajs_trainer.model.identity import content_hash
from ajs_trainer.record.connection import fetch, first
from ajs_trainer.record.erase import Erased, erase_session
from ajs_trainer.record.faults import StepTaken, frozen
from ajs_trainer.record.forgetting import (
    MEETING_DAYS,
    forget_answers,
    forget_words,
    outdated,
    sweep,
)
from ajs_trainer.record.seals import linked, start_of_chain
from ajs_trainer.record.session_rows import to_event, to_row
from ajs_trainer.record.tables import (
    Row,
    insert,
    insert_sealed,
    new_key,
    session_row,
    update_session,
)
from ajs_trainer.session.course import apply
from ajs_trainer.session.events import Closed, SessionEvent
from ajs_trainer.session.state import Setup

if TYPE_CHECKING:
    from sqlite_utils import Database

    from ajs_trainer.record.backup import Backups
    from ajs_trainer.record.courses import Courses
    from ajs_trainer.record.unit import Store

Keep = Literal["days", "closing"]
"""How long single answers are kept: some days, or until the meeting is closed."""

KEPT_DAYS = 30
"""How many days single answers are kept, unless something else is decided."""


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """What the record tells about a meeting without replaying it.

    Attributes:
        key: Name of the meeting in the record; random.
        number: 1, 2, 3 ... in the order in which meetings began.
        title: What the meeting is called.
        plan: Id of its plan.
        scenarios: Ids of its scenarios, in alphabetical order.
        date: On which it began, as ``2026-03-01``.
        group_size: How many were expected.
        collecting: How choices were collected from the start.
        keep: How long single answers are kept.
        keep_until: The last date on which they are kept; when they are kept until closing, the
            last one for a meeting that nobody closes.
        closed: Whether the meeting is over; nothing about it changes any more.
        forgotten: Whether answers have been removed.
        steps: How many events there are; the step of the next one.
    """

    key: str
    number: int
    title: str
    plan: str
    scenarios: tuple[str, ...]
    date: str
    group_size: int
    collecting: str
    keep: Keep
    keep_until: str
    closed: bool
    forgotten: bool
    steps: int


class Sessions:
    """The meetings in a record. Every method raises ``StorageError`` when the file lets it down."""

    def __init__(self, store: Store, backups: Backups, courses: Courses) -> None:
        self._store = store
        self._backups = backups
        self._courses = courses

    def begin(
        self,
        setup: Setup,
        *,
        title: str,
        group_size: int = 0,
        keep: Keep = "days",
        days: int = KEPT_DAYS,
    ) -> SessionInfo:
        """Begin a meeting; the texts that it uses are kept, for ``setup``.

        Args:
            group_size: How many are expected; 0 when nobody said.
            keep: How long single answers are kept.
            days: How many days, when they are kept for days.
        """
        key, today = new_key(), self._store.today()
        lasting = days if keep == "days" else MEETING_DAYS
        with self._store.unit() as db:
            row: Row = {
                "key": key,
                "date": today.isoformat(),
                "number": _last_number(db) + 1,
                "title": title,
                "plan": setup.plan.id,
                "plan_content": self._courses.texts.keep_other(db, setup.plan),
                "scenario": setup.scenario,
                "collecting": setup.collecting,
                "group_size": group_size,
                "keep": keep,
                "keep_until": (today + timedelta(days=lasting)).isoformat(),
                "closed": 0,
                "forgotten": 0,
                "traces": 0,
                "steps": 0,
                "chain": start_of_chain(key),
            }
            insert_sealed(db, "sessions", row)
            self._keep_texts(db, key, setup)
            return _info(db, row)

    def _keep_texts(self, db: Database, key: str, setup: Setup) -> None:
        for scenario, story in setup.stories.items():
            text = self._courses.texts.keep(db, story.scenario)
            used: Row = {"session": key, "scenario": scenario, "content": text.hash}
            insert_sealed(db, "session_texts", used)
        self._courses.keep_material(db, key, setup.material)

    def setup(self, session: str) -> Setup:
        """What was decided before a meeting, on the texts that it began on.

        Raises:
            Gone: The meeting has been erased.
        """
        with self._store.reading() as db:
            return self._courses.setup(db, session_row(db, session))

    def get(self, session: str) -> SessionInfo:
        """What is known about a meeting.

        Raises:
            Gone: It has been erased.
        """
        with self._store.reading() as db:
            return _info(db, session_row(db, session))

    def all(self) -> list[SessionInfo]:
        """Every meeting, the latest first."""
        return self._listed("")

    def open(self) -> list[SessionInfo]:
        """The meetings that are not closed, the latest first."""
        return self._listed("WHERE NOT closed")

    def append(self, session: str, step: int, event: SessionEvent) -> None:
        """Record that ``event`` is number ``step`` (from 0) of the meeting; on the disk at return.

        The same event again changes nothing, so that one may try again after a fault without
        knowing how far it came.

        Raises:
            StepTaken: Something else is recorded at this step.
            Gone: The meeting has been erased.
            Frozen: It is closed.
            NotNow: The event does not fit where the meeting is; it could never be read again.
            ValueError: The step leaves a gap, or the event is ``Closed``: see ``close``.
        """
        if isinstance(event, Closed):
            raise ValueError("a meeting is closed through close()")
        with self._store.unit() as db:
            row = session_row(db, session)
            if not _is_recorded(db, row, step, event):
                if row["closed"]:
                    raise frozen()
                apply(self._courses.setup(db, row), self._courses.state(db, row), event)
                _append(db, row, event)

    def events(self, session: str) -> tuple[SessionEvent, ...]:
        """What the facilitator did in a meeting, in order.

        Raises:
            Gone: The meeting has been erased.
        """
        with self._store.reading() as db:
            return self._courses.events(db, session_row(db, session))

    def close(self, session: str, step: int, publication: str) -> SessionInfo:
        """Close a meeting and freeze its debrief, all or nothing; on the disk at return.

        ``Closed`` becomes event number ``step``. The words of the cards are removed, and the
        answers too if they were to be kept until now; then the file is written anew, so that the
        order in which people answered cannot be read from it. Closing again with the same debrief
        changes nothing, so that one may try again after a fault.

        Raises:
            StepTaken: The meeting has gone on in another window.
            Gone: It has been erased.
            Frozen: It is closed with another debrief.
            StorageError: It is not closed; or it is, but traces may be left in the file. The text
                says which, and the next start removes them.
        """
        with self._store.unit() as db:
            row = session_row(db, session)
            if row["closed"]:
                if _publication(db, session) != publication:
                    raise frozen()
            else:
                row = _freeze(db, row, step, publication)
            info = _info(db, row)
        self._tidy()
        return info

    def publication(self, session: str) -> str | None:
        """The frozen debrief, byte for byte as it was given; None while there is none.

        Raises:
            Gone: The meeting has been erased.
        """
        with self._store.reading() as db:
            session_row(db, session)
            return _publication(db, session)

    def erase(self, session: str) -> Erased:
        """Erase a meeting with its debrief, also from the backups; again changes nothing."""
        return erase_session(self._store, self._backups, session)

    def retire(self) -> None:
        """Let go of what has been kept long enough; called when a record is opened.

        A closed meeting loses its answers when the last date is past. One that nobody has
        closed loses the words of its cards after a day, and its answers when the last date is
        past: they are never published behind the back of the group. It stays open, so that what
        was done openly can still be closed. It loses one thing at a start, so that a clock that
        goes wrong in the middle of a meeting costs no answers.

        Raises:
            StorageError: Something is left; the next start tries again.
        """
        with self._store.reading() as db:
            due = outdated(db, self._store.today())
        if due:
            with self._store.unit() as db:
                for row, forget in outdated(db, self._store.today()):
                    forget(db, row)
        self._backups.forget_answers(all_copies=sweep(self._store))

    def _tidy(self) -> None:
        """What is left to do when a meeting is closed."""
        sweep(self._store)
        self._backups.forget_answers(all_copies=True)
        with suppress(StorageError):  # the meeting is closed all the same
            self._backups.make()

    def _listed(self, condition: str) -> list[SessionInfo]:
        sql = f"SELECT * FROM sessions {condition} ORDER BY number DESC"  # noqa: S608
        with self._store.reading() as db:
            return [_info(db, row) for row in list(fetch(db, sql))]


def _info(db: Database, row: Row) -> SessionInfo:
    texts = "SELECT scenario FROM session_texts WHERE session = ? ORDER BY scenario"
    scenarios = tuple(text["scenario"] for text in fetch(db, texts, [row["key"]]))
    flags = {name: bool(row[name]) for name in ("closed", "forgotten")}
    values = {field.name: row[field.name] for field in fields(SessionInfo) if field.name in row}
    return SessionInfo(**values | flags | {"scenarios": scenarios})


def _last_number(db: Database) -> int:
    return db.execute("SELECT max(number) FROM sessions").fetchone()[0] or 0


def _is_recorded(db: Database, session: Row, step: int, event: SessionEvent) -> bool:
    """Whether the event is there already; False when it is next."""
    if step == session["steps"]:
        return False
    stored = first(
        db,
        "SELECT * FROM session_events WHERE session = ? AND step = ?",
        [session["key"], step],
    )
    if stored is None:
        raise ValueError(step)
    if to_event(stored) != event:
        raise _step_taken()
    return True


def _append(db: Database, session: Row, event: SessionEvent) -> Row:
    row = to_row(session["key"], session["steps"], event)
    insert(db, "session_events", row)
    return update_session(
        db, session, steps=session["steps"] + 1, chain=linked(session["chain"], row)
    )


def _freeze(db: Database, session: Row, step: int, publication: str) -> Row:
    if step < session["steps"]:
        raise _step_taken()
    if step > session["steps"]:
        raise ValueError(step)
    frozen_as: Row = {"session": session["key"], "text": publication}
    insert(db, "publications", frozen_as | {"hash": content_hash(publication)})
    row = update_session(db, _append(db, session, Closed()), closed=1)
    row = forget_words(db, row)
    return forget_answers(db, row) if row["keep"] == "closing" else row


def _publication(db: Database, session: str) -> str | None:
    row = first(db, "SELECT text FROM publications WHERE session = ?", [session])
    return row["text"] if row else None


def _step_taken() -> StepTaken:
    return StepTaken(
        _("Not saved: the meeting has already gone on in another window."),
        _("Close this one, and continue the meeting from the start page."),
    )
