"""The debrief of a million recorded choices against hand-written SQL on the same file."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from ajs_trainer.debrief.summary import summarise, to_json
from ajs_trainer.model import Scenario
from ajs_trainer.model.plan import Plan
from ajs_trainer.play.step import offered
from ajs_trainer.play.story import compile_story
from ajs_trainer.record import Record, open_record
from ajs_trainer.record.connection import SETTINGS
from ajs_trainer.session.course import apply, begin, replay
from ajs_trainer.session.events import Advanced, SessionEvent, WentOn
from ajs_trainer.session.result import result
from ajs_trainer.session.stages import Stage
from ajs_trainer.session.state import Setup
from benchmarks.findings import Finding, both
from benchmarks.measuring import Measure, cpu_seconds, in_turns, peak_memory

PEOPLE = 100_000
REHEARSING = 1_000
"""So many will do for a single round, which shows that it can be measured and nothing else."""
SCENES = 5
"""In so many scenes each person chooses twice, and recognises two thoughts in the first one."""
OPTIONS = ("fraga", "avleda", "vanta")

BALLOTS = """
SELECT question, round, choice, count(*) FROM ballots
WHERE session = ? GROUP BY question, round, choice
"""
THOUGHTS = """
SELECT recognised.question, thought, count(*) FROM recognised
JOIN ballots ON ballots.session = recognised.session AND ballots.card = recognised.card
  AND ballots.question = recognised.question AND ballots.round = 'first'
WHERE recognised.session = ? GROUP BY recognised.question, thought
"""


def measure(rounds: int) -> Finding:
    """Sum up the same meeting both ways, in turns."""
    people = PEOPLE if rounds > 1 else REHEARSING
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ajs.db")
        with open_record(path, insist=True) as record:
            key = _held(record, people)
            _fill(path, key, people)
            before = peak_memory()
            ours = _summed_up(record, key)
            with closing(_connected(path)) as bare:
                pair = in_turns(ours, _by_hand(bare, key), rounds)
            after = peak_memory()
    return Finding(
        f"The debrief of {2 * SCENES * people:,} recorded choices against hand-written SQL",
        pair.ratio,
        goal=1.3,
        details={
            "processor time": both(pair),
            "memory for it": f"{after - before:.0f} MiB",
        },
    )


def _story() -> Scenario:
    """Scenes in a row, each with three choices that lead on to the next."""
    scenes: dict[str, Any] = {
        f"s{number}": {
            "text": "Någon säger något.",
            "choices": [
                {"id": name, "text": name, "when": "during", "strategy": "direct"}
                | {"goto": f"s{number + 1}"}
                for name in OPTIONS
            ],
        }
        for number in range(SCENES)
    }
    scenes["s0"]["thoughts"] = [{"id": each, "text": each, "pull": "wait"} for each in ("a", "b")]
    scenes[f"s{SCENES}"] = {"ending": {"title": "Slut", "text": "Det är över."}}
    header = {"format": 1, "kind": "scenario", "id": "summan", "language": "sv", "title": "Summan"}
    header |= {"summary": "En påhittad berättelse.", "setting": "prison", "severity": "banter"}
    relation = {"relation": "colleague-colleague", "grounds": ["other"], "minutes": 10}
    return Scenario.model_validate(header | relation | {"start": "s0", "scenes": scenes})


def _held(record: Record, people: int) -> str:
    """A meeting in which the room went through the whole story."""
    step = {"kind": "scenario", "minutes": 40, "scenes": SCENES}
    header = {"format": 1, "kind": "plan", "id": "plan", "language": "sv", "title": "Plan"}
    plan = Plan.model_validate(header | {"summary": "En träff.", "steps": [step]})
    setup = Setup(plan, {"summan": compile_story(_story())}, "summan", "pass-round")
    key = record.sessions.begin(setup, title="Mätning", group_size=people).key
    state, number = begin(setup), 0
    while state.place.stage is not Stage.ENDING:
        event: SessionEvent = Advanced()
        if state.place.stage is Stage.WAY and state.play is not None:
            event = WentOn(offered(setup.story(state.place), state.play)[0].id, "facilitator")
        record.sessions.append(key, number, event)
        state, number = apply(setup, state, event), number + 1
    return key


def _fill(path: Path, session: str, people: int) -> None:
    """Put the answers in by hand; checksums would only take time here."""
    with closing(_connected(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO cards VALUES (?, ?, NULL, '')",
            ((session, f"{number:032x}") for number in range(people)),
        )
        connection.executemany(
            "INSERT INTO ballots VALUES (?, ?, ?, ?, 'summan', ?, 'during', 'direct', NULL, '')",
            _ballots(session, people),
        )
        connection.executemany(
            "INSERT INTO recognised VALUES (?, ?, '0/s0', ?, '')",
            ((session, f"{number:032x}", name) for number in range(people) for name in "ab"),
        )
        connection.execute("COMMIT")


def _ballots(session: str, people: int) -> Iterator[tuple[str, ...]]:
    for number in range(people):
        for scene in range(SCENES):
            for shift, round_ in enumerate(("first", "second")):
                choice = OPTIONS[(number * 7 + scene + shift) % len(OPTIONS)]
                yield session, f"{number:032x}", f"0/s{scene}", round_, choice


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for name, value in SETTINGS.items():
        connection.execute(f"PRAGMA {name} = {value}")
    return connection


def _summed_up(record: Record, key: str) -> Measure:
    """What ``ajs lead`` does when a meeting is closed, up to the frozen text."""

    def summed_up() -> str:
        info = record.sessions.get(key)
        setup = record.sessions.setup(key)
        state = replay(setup, record.sessions.events(key))
        tallies = record.ballots.tallies(key)
        whole = result(setup, state, tallies, title=info.title, date=info.date)
        return to_json(summarise(whole))

    assert summed_up().count('"kind":"') >= 2 * SCENES
    return lambda: cpu_seconds(summed_up)


def _by_hand(connection: sqlite3.Connection, key: str) -> Measure:
    """Nothing but the counts."""

    def counted() -> list[Any]:
        return [connection.execute(sql, [key]).fetchall() for sql in (BALLOTS, THOUGHTS)]

    assert len(counted()[0]) == 2 * SCENES * len(OPTIONS)
    return lambda: cpu_seconds(counted)
