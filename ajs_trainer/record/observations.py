"""What the observer of a role-play heard: behaviours with levels and words, never whose.

A trio has one card in the record, like somebody who chooses in secret. What is under it is let
go of at the same time and in the same way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ajs_trainer.record.connection import fetch, first
from ajs_trainer.record.forgetting import keep_long_enough
from ajs_trainer.record.tables import (
    Row,
    insert_sealed,
    new_key,
    open_session_row,
    session_row,
)
from ajs_trainer.session.observing import MAX_WORDS, Observation
from ajs_trainer.session.stages import Place, Stage

if TYPE_CHECKING:
    from sqlite_utils import Database

    from ajs_trainer.record.courses import Courses
    from ajs_trainer.record.unit import Store


class Observations:
    """The observations in a record. Methods raise ``StorageError`` when the file lets it down."""

    def __init__(self, store: Store, courses: Courses) -> None:
        self._store = store
        self._courses = courses

    def observe(self, session: str, seen: Observation) -> None:
        """Record what was heard; another level for the same behaviour takes its place.

        Raises:
            Gone: The meeting has been erased.
            Frozen: It is closed.
            ValueError: It is no trio's, or has no such round, or its skill has no such behaviour,
                or the words are too many.
        """
        with self._store.unit() as db:
            row = open_session_row(db, session)
            self._require(db, row, seen)
            keep_long_enough(db, row, self._store.today())
            which: Row = {
                "session": session,
                "card": _card(db, session),
                "round": f"{seen.step}/{seen.round}",
                "behaviour": seen.behaviour,
            }
            db.execute(
                "DELETE FROM observations WHERE session = :session AND card = :card "
                "AND round = :round AND behaviour = :behaviour",
                which,
            )
            insert_sealed(db, "observations", which | {"level": seen.level, "words": seen.words})

    def of(self, session: str) -> tuple[Observation, ...]:
        """What was heard in a meeting, in the order of the rounds.

        Raises:
            Gone: The meeting has been erased.
        """
        with self._store.reading() as db:
            session_row(db, session)
            rows = fetch(db, "SELECT * FROM observations WHERE session = ?", [session])
            found = [_observation(row) for row in rows]
        return tuple(sorted(found, key=lambda seen: (seen.step, seen.round, seen.behaviour)))

    def _require(self, db: Database, session: Row, seen: Observation) -> None:
        setup = self._courses.setup(db, session)
        if not setup.trio or not 0 <= seen.step < len(setup.plan.steps):
            raise ValueError(seen.step)
        place = Place(seen.step, Stage.PLAY, str(seen.round))
        behaviours = {behaviour.id for behaviour in setup.skill(place).behaviours}
        if not 1 <= seen.round <= setup.roleplay(place).rounds or seen.behaviour not in behaviours:
            raise ValueError((seen.round, seen.behaviour))
        if len(seen.words) > MAX_WORDS:
            raise ValueError(len(seen.words))


def _card(db: Database, session: str) -> str:
    """The card of the trio, made when there is none."""
    known = first(db, "SELECT key FROM cards WHERE session = ?", [session])
    if known is not None:
        return str(known["key"])
    key = new_key()
    insert_sealed(db, "cards", {"session": session, "key": key, "word": None})
    return key


def _observation(row: Row) -> Observation:
    step, _slash, number = row["round"].partition("/")
    return Observation(int(step), int(number), row["behaviour"], row["level"], row["words"])
