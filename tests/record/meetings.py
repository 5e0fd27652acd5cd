"""Meetings in a record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ajs_trainer.record import Record, SessionInfo
from ajs_trainer.record.forgetting import ANSWERS
from ajs_trainer.session.events import Advanced, Attended, Noted, SessionEvent
from ajs_trainer.session.state import Setup
from tests.session.meetings import setup

QUESTION = "1/kaffet"
OPTIONS = ("fraga", "vanta")
COURSE: tuple[SessionEvent, ...] = (
    *(Advanced(), Advanced(), Attended(8, 4, 3, 0, 1)),
    *(Advanced(), Advanced(), Advanced()),
)
"""From the welcome to the first choice."""
TO_SECOND: tuple[SessionEvent, ...] = (Advanced(), Advanced())
"""From the first choice through the talk to the second one."""
PUBLICATION = '{"format":1,"title":"Träffen – så här blev det"}'


def begun(record: Record, meeting: Setup | None = None, **facts: Any) -> SessionInfo:
    """A meeting in which nothing has happened."""
    return record.sessions.begin(meeting or setup(), **{"title": "APT i mars", **facts})


def going_on(record: Record, meeting: Setup | None = None, **facts: Any) -> SessionInfo:
    """A meeting in which the room is about to choose for the first time."""
    info = begun(record, meeting, **facts)
    happened(record, info.key, COURSE)
    return record.sessions.get(info.key)


def happened(record: Record, session: str, events: Sequence[SessionEvent]) -> None:
    """Let something happen in a meeting."""
    for step, event in enumerate(events, start=record.sessions.get(session).steps):
        record.sessions.append(session, step, event)


def voted(record: Record, session: str, choices: Sequence[str], round_: Any = "first") -> list[str]:
    """Give each a card and let them choose, one after the other; returns the keys of the cards."""
    cards = []
    for choice in choices:
        card = record.ballots.new_card(session).key
        record.ballots.vote(session, QUESTION, round_, card, choice, {"t"})
        cards.append(card)
    return cards


def closed(record: Record, session: str, publication: str = PUBLICATION) -> SessionInfo:
    """The meeting, closed."""
    return record.sessions.close(session, record.sessions.get(session).steps, publication)


def answers(record: Record) -> list[tuple[str, dict[str, Any]]]:
    """Every row about what single people answered."""
    return [(table, row) for table, row in record.stored() if table in ANSWERS]


def remark(text: str) -> Noted:
    """Something that the facilitator writes down."""
    return Noted("realism", text)
