"""The runs of each person: appended to, never rewritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from ajs_trainer.locale import _
from ajs_trainer.model import Scenario
from ajs_trainer.play.run import Adopted, Event
from ajs_trainer.record.connection import fetch, first
from ajs_trainer.record.erase import Erased, erase_participant, erase_run
from ajs_trainer.record.faults import StepTaken
from ajs_trainer.record.people import key_for, key_of, plain_code, require
from ajs_trainer.record.rows import choices_after, to_event, to_row
from ajs_trainer.record.seals import linked, start_of_chain
from ajs_trainer.record.tables import Row, insert, insert_sealed, new_key, run_row, update_run
from ajs_trainer.record.texts import Text, Texts

if TYPE_CHECKING:
    from sqlite_utils import Database

    from ajs_trainer.record.backup import Backups
    from ajs_trainer.record.unit import Store


@dataclass(frozen=True, slots=True)
class RunInfo:
    """What the record tells about a run without replaying it.

    Attributes:
        key: Name of the run in the record; random.
        scenario: Id of the scenario.
        title: Title of the scenario when the run began.
        language: Language of the text that the run is on.
        first: Hash of the text on which the run began.
        content: Hash of the text that the run is on now.
        begun: Date on which the run began, as ``2026-03-01``.
        finished: Whether an ending has been reached.
        steps: How many events there are; the step of the next one.
        choices: How many choices are on the way now.
        number: 1, 2, 3 ... for each participant, in the order in which runs began.
    """

    key: str
    scenario: str
    title: str
    language: str
    first: str
    content: str
    begun: str
    finished: bool
    steps: int
    choices: int
    number: int


class Runs:
    """The runs in a record. Every method raises ``StorageError`` when the file lets it down."""

    def __init__(self, store: Store, backups: Backups) -> None:
        self._store = store
        self._backups = backups
        self._texts = Texts(store.path)

    def participant(self, code: str = "") -> str:
        """The key of whoever has this code, new if it is the first time.

        Capitals and extra blanks make no difference.

        Raises:
            AjsError: The code is too long or holds characters that cannot be shown.
        """
        known = self.known(code)
        if known is not None:
            return known
        with self._store.unit() as db:
            return key_for(db, plain_code(code))

    def known(self, code: str = "") -> str | None:
        """The key of whoever has this code, or None if nobody has used it; writes nothing."""
        with self._store.reading() as db:
            return key_of(db, plain_code(code))

    def begin(self, participant: str, scenario: Scenario) -> RunInfo:
        """Begin a run; the text of the scenario is kept, once however often it is played.

        Raises:
            Gone: The participant has been erased.
        """
        key = new_key()
        with self._store.unit() as db:
            require(db, participant)
            text = self._texts.keep(db, scenario)
            earlier = db.execute(
                "SELECT max(number) FROM runs WHERE participant = ?", [participant]
            )
            row: Row = {
                "key": key,
                "participant": participant,
                "number": (earlier.fetchone()[0] or 0) + 1,
                "scenario": scenario.id,
                "title": scenario.title,
                "language": scenario.language,
                "first": text.hash,
                "content": text.hash,
                "begun": self._store.today().isoformat(),
                "finished": 0,
                "steps": 0,
                "choices": 0,
                "chain": start_of_chain(key),
            }
            insert_sealed(db, "runs", row)
        return _info(row)

    def append(self, run: str, step: int, event: Event) -> None:
        """Record that ``event`` is number ``step`` (from 0) of the run; on the disk at return.

        The same event again changes nothing, so that one may try again after a fault without
        knowing how far it came.

        Raises:
            StepTaken: Something else is recorded at this step.
            Gone: The run has been erased.
            ValueError: The step leaves a gap, or the text of the run has no such choice.
        """
        if isinstance(event, Adopted):
            raise ValueError("a run goes on with another text through adopt()")
        with self._store.unit() as db:
            row = run_row(db, run)
            if not _is_recorded(db, row, step, event):
                self._append(db, row, event, self._texts.get(db, row["content"]))

    def adopt(self, run: str, step: int, scenario: Scenario, events: Sequence[Event]) -> RunInfo:
        """Go on with another text: record the events of a ``Continuation``, all or none.

        Raises:
            StepTaken, Gone: As for ``append``.
            ValueError: The events do not end with the adoption of this text.
        """
        with self._store.unit() as db:
            row = run_row(db, run)
            text = self._texts.keep(db, scenario)
            if not events or events[-1] != Adopted(text.hash):
                raise ValueError("the events do not adopt this text")
            for number, event in enumerate(events, start=step):
                if not _is_recorded(db, row, number, event):
                    row = self._append(db, row, event, text)
        return _info(row)

    def events(self, run: str) -> tuple[Event, ...]:
        """Everything that happened in a run, in order.

        Raises:
            Gone: The run has been erased.
        """
        with self._store.reading() as db:
            run_row(db, run)
            rows = fetch(db, "SELECT * FROM events WHERE run = ? ORDER BY step", [run])
            return tuple(to_event(row) for row in rows)

    def get(self, run: str) -> RunInfo:
        """What is known about a run.

        Raises:
            Gone: The run has been erased.
        """
        with self._store.reading() as db:
            return _info(run_row(db, run))

    def of(self, participant: str) -> list[RunInfo]:
        """All runs of a participant, the latest first."""
        return self._listed(participant, "")

    def unfinished(self, participant: str) -> list[RunInfo]:
        """The runs that can be continued, the latest first; not those where nothing happened."""
        return self._listed(participant, "AND NOT finished AND steps > 0")

    def content(self, content: str) -> Scenario:
        """The text with this hash, as it was played.

        Raises:
            KeyError: There is no such text.
        """
        with self._store.reading() as db:
            return self._texts.get(db, content).scenario

    def texts(self, run: str) -> dict[str, Scenario]:
        """Every text that a run has been on, by hash, the one it began on first.

        Raises:
            Gone: The run has been erased.
        """
        with self._store.reading() as db:
            hashes = [run_row(db, run)["first"]]
            adopted = "SELECT content FROM events WHERE run = ? AND kind = 'adopted' ORDER BY step"
            hashes += [row["content"] for row in fetch(db, adopted, [run])]
            return {hash_: self._texts.get(db, hash_).scenario for hash_ in hashes}

    def finish(self, run: str) -> None:
        """An ending has been reached.

        Raises:
            Gone: The run has been erased.
        """
        self._set_finished(run, finished=True)

    def reopen(self, run: str) -> None:
        """One went back from an ending.

        Raises:
            Gone: The run has been erased.
        """
        self._set_finished(run, finished=False)

    def erase(self, run: str) -> Erased:
        """Erase a run, also from the backups; erasing it again changes nothing."""
        return erase_run(self._store, self._backups, run)

    def erase_all(self, participant: str) -> Erased:
        """Erase everything that is kept about a participant, also from the backups."""
        return erase_participant(self._store, self._backups, participant)

    def _append(self, db: Database, run: Row, event: Event, text: Text) -> Row:
        row = to_row(run["key"], run["steps"], event, text, run["choices"])
        insert(db, "events", row)
        changes: Row = {
            "steps": run["steps"] + 1,
            "choices": choices_after(run["choices"], event),
            "chain": linked(run["chain"], row),
        }
        if isinstance(event, Adopted):
            changes |= {"content": text.hash, "language": text.scenario.language}
        return update_run(db, run, **changes)

    def _set_finished(self, run: str, *, finished: bool) -> None:
        with self._store.unit() as db:
            row = run_row(db, run)
            if row["finished"] != finished:
                update_run(db, row, finished=int(finished))

    def _listed(self, participant: str, condition: str) -> list[RunInfo]:
        sql = f"SELECT * FROM runs WHERE participant = ? {condition} ORDER BY number DESC"  # noqa: S608
        with self._store.reading() as db:
            return [_info(row) for row in fetch(db, sql, [participant])]


def _is_recorded(db: Database, run: Row, step: int, event: Event) -> bool:
    """Whether the event is there already; False when it is next."""
    if step == run["steps"]:
        return False
    stored = first(db, "SELECT * FROM events WHERE run = ? AND step = ?", [run["key"], step])
    if stored is None:
        raise ValueError(step)
    if to_event(stored) != event:
        raise StepTaken(
            _("Not saved: the run has already gone on in another window."),
            _("Close this one, and continue the run from the start page."),
        )
    return True


def _info(row: Row) -> RunInfo:
    values = {field.name: row[field.name] for field in fields(RunInfo)}
    return RunInfo(**values | {"finished": bool(row["finished"])})
