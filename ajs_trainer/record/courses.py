"""How meetings stand: what was decided before each, and what its events add up to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ajs_trainer.model.exercise import Exercise
from ajs_trainer.model.fields import Model
from ajs_trainer.model.plan import Plan
from ajs_trainer.model.roleplay import RolePlay
from ajs_trainer.model.skill import Skill
from ajs_trainer.play.story import compile_story
from ajs_trainer.record.connection import fetch
from ajs_trainer.record.session_rows import to_event
from ajs_trainer.record.tables import Row, insert_sealed
from ajs_trainer.session.course import replay
from ajs_trainer.session.events import SessionEvent
from ajs_trainer.session.state import Material, SessionState, Setup

if TYPE_CHECKING:
    from sqlite_utils import Database

    from ajs_trainer.record.texts import Kept, Texts


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
            plan = self.texts.other(db, session["plan_content"], Plan)
            material = self._material(db, session["key"])
            known = Setup(plan, stories, session["scenario"], session["collecting"], material)
            self._setups[session["key"]] = known
        return known

    def keep_material(self, db: Database, session: str, material: Material) -> None:
        """Keep the texts of what a meeting uses besides scenarios."""
        used: tuple[tuple[str, Mapping[str, Model]], ...] = (
            ("roleplay", material.roleplays),
            ("skill", material.skills),
            ("exercise", material.exercises),
        )
        for kind, texts in used:
            for name, text in texts.items():
                hash_ = self.texts.keep_other(db, text)
                row: Row = {"session": session, "kind": kind, "id": name, "content": hash_}
                insert_sealed(db, "session_material", row)

    def _material(self, db: Database, session: str) -> Material:
        kept = list(fetch(db, "SELECT * FROM session_material WHERE session = ?", [session]))

        def texts(kind: str, model: type[Kept]) -> dict[str, Kept]:
            rows = (row for row in kept if row["kind"] == kind)
            return {row["id"]: self.texts.other(db, row["content"], model) for row in rows}

        return Material(
            texts("roleplay", RolePlay), texts("skill", Skill), texts("exercise", Exercise)
        )

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
