"""A meeting beside its notes: one writes, the other only reads."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from ajs_trainer.debrief.summary import summarise, to_json
from ajs_trainer.model.plan import Plan
from ajs_trainer.play.story import compile_story
from ajs_trainer.record import Record, SessionInfo
from ajs_trainer.session.course import replay
from ajs_trainer.session.events import SessionEvent
from ajs_trainer.session.result import result
from ajs_trainer.session.state import SessionState, Setup
from ajs_trainer.settings import Settings
from ajs_trainer.tui.notes.start import NotesApp
from ajs_trainer.workplace import Workplace
from tests.builders import scenario
from tests.session.meetings import SCENES

PACE = 0.15
STEPS: list[dict[str, Any]] = [
    {"kind": "welcome", "minutes": 2, "notes": "Läs reglerna.\nSäg [b]vem[/] som följer med."},
    {"kind": "scenario", "minutes": 30, "stages": {"first": 1, "talk": 6, "reveal": 3}},
    {"kind": "commitment", "minutes": 4},
    {"kind": "close", "minutes": 2},
]


def meeting(collecting: str = "raised-hands") -> Setup:
    """A meeting whose first scene brings a question of its own."""
    kaffet = {**SCENES["kaffet"], "discuss": ["Vad hade Micke sagt?"]}
    told = compile_story(scenario({**SCENES, "kaffet": kaffet}))
    header = {"format": 1, "kind": "plan", "id": "plan", "language": "sv", "summary": "En träff."}
    plan = Plan.model_validate({**header, "title": "Planen", "steps": STEPS})
    return Setup(plan, {told.scenario.id: told}, told.scenario.id, collecting)


def begun(record: Record, collecting: str = "raised-hands", **facts: Any) -> SessionInfo:
    """A meeting in which nothing has happened."""
    return record.sessions.begin(meeting(collecting), **{"title": "APT i mars", **facts})


def do(record: Record, session: str, *events: SessionEvent) -> SessionState:
    """Let things happen in a meeting."""
    for event in events:
        record.sessions.append(session, record.sessions.get(session).steps, event)
    return replay(record.sessions.setup(session), record.sessions.events(session))


def closed(record: Record, session: str) -> None:
    """Close a meeting with its debrief."""
    info = record.sessions.get(session)
    setup = record.sessions.setup(session)
    state = replay(setup, record.sessions.events(session))
    tallies = record.ballots.tallies(session)
    came_to = result(setup, state, tallies, title=info.title, date=info.date, present=12)
    record.sessions.close(session, info.steps, to_json(summarise(came_to)))


@asynccontextmanager
async def following(
    path: Path,
    size: tuple[int, int] = (80, 24),
    workplace: Workplace | None = None,
    now: Callable[[], float] = lambda: 0.0,
) -> AsyncIterator[Pilot[None]]:
    """The notes, running beside whatever writes the record."""
    app = NotesApp(path, Settings(), workplace or Workplace(), PACE, now)
    try:
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            yield pilot
    finally:
        app.services.close()
        app.followed.close()
