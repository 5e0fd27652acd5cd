"""How meetings stand: what was decided before each, and what its events add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ajs_trainer.play.story import compile_story
from ajs_trainer.record.connection import fetch
from ajs_trainer.record.session_rows import to_event
from ajs_trainer.record.tables import Row
from ajs_trainer.session.course import replay
from ajs_trainer.session.events import SessionEvent
from ajs_trainer.session.state import SessionState, Setup

if TYPE_CHECKING:
    from sqlite_utils import Database

    from ajs_trainer.record.texts import Texts


class Courses:
    """The meetings in a record; setups that were used lately are not read again."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self._setups: dict[str, Setup] = {}

    def setup(self, db: Database, session: Row) -> Setup:
        """What was decided before a meeting, on the texts that it began on."""
        known = self._setups.get(session["key"])
        if known is None:
            kept = "SELECT * FROM session_texts WHERE session = ?"
            stories = {
                text["scenario"]: compile_story(self.texts.get(db, text["content"]).scenario)
                for text in list(fetch(db, kept, [session["key"]]))
            }
            plan = self.texts.plan(db, session["plan_content"])
            known = Setup(plan, stories, session["scenario"], session["collecting"])
            self._setups[session["key"]] = known
        return known

    def events(self, db: Database, session: Row) -> tuple[SessionEvent, ...]:
        """What the facilitator did, in order."""
        kept = "SELECT * FROM session_events WHERE session = ? ORDER BY step"
        return tuple(to_event(row) for row in fetch(db, kept, [session["key"]]))

    def state(self, db: Database, session: Row) -> SessionState:
        """What the events add up to.

        Raises:
            NotNow: They do not fit the plan.
        """
        return replay(self.setup(db, session), self.events(db, session))
