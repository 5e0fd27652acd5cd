"""Killed with -9 while a group votes and closes: nothing saved is lost, nothing is half closed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ajs_trainer.record import Record
from ajs_trainer.session.events import Advanced
from benchmarks.kill9_meetings import Broken, Told, a_meeting, judge

ROOT = Path(__file__).parents[2]
ROUNDS = 20
TO_CHOICE = 3
"""So many events lead from the beginning to the first choice."""


@pytest.mark.skipif(sys.platform == "win32", reason="needs kill -9")
def test_nothing_that_was_called_saved_is_lost_and_nothing_is_half_closed() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.kill9_meetings", "--rounds", str(ROUNDS), "--seed", "7"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    tally = json.loads(done.stdout)
    assert tally["rounds"] == ROUNDS
    assert tally["acknowledged"] >= ROUNDS
    assert 0 < tally["closed"] <= tally["meetings"]


def held(record: Record) -> tuple[Told, str, str]:
    """A meeting with a vote and an event, and what was told of them."""
    key = record.sessions.begin(a_meeting(), title="T").key
    for step in range(TO_CHOICE):
        record.sessions.append(key, step, Advanced())
    card = record.ballots.new_card(key).key
    vote = (key, "0/s0", "first", card)
    told = Told(steps={key: TO_CHOICE})
    told.hear(json.dumps({"vote": vote, "choice": "c0"}))
    record.ballots.vote(*vote, "c0")  # type: ignore[arg-type]
    told.hear("saved")
    told.hear(json.dumps({"event": key, "step": TO_CHOICE}))
    record.sessions.append(key, TO_CHOICE, Advanced())
    told.hear("saved")
    return told, key, card


def test_a_sound_record_is_judged_sound(record: Record) -> None:
    told, key, _card = held(record)
    judge(told, record)

    told.hear(json.dumps({"close": key, "text": "{}"}))
    record.sessions.close(key, TO_CHOICE + 1, "{}")
    judge(told, record)

    assert told.closed == {key: "{}"}


def test_what_was_stored_in_the_moment_of_the_kill_may_be_there_or_not(record: Record) -> None:
    told, key, _card = held(record)
    told.hear(json.dumps({"event": key, "step": TO_CHOICE + 1}))
    judge(told, record)

    told.hear(json.dumps({"event": key, "step": TO_CHOICE + 1}))
    record.sessions.append(key, TO_CHOICE + 1, Advanced())
    judge(told, record)


def lose_a_vote(record: Record, told: Told, key: str, card: str) -> None:
    told.votes[key, "0/annan", "first", card] = "x"


def change_a_vote(record: Record, told: Told, key: str, card: str) -> None:
    told.votes = dict.fromkeys(told.votes, "x")


def store_a_vote_in_secret(record: Record, told: Told, key: str, card: str) -> None:
    told.votes = {}


def lose_an_event(record: Record, told: Told, key: str, card: str) -> None:
    told.steps[key] += 1


def store_an_event_in_secret(record: Record, told: Told, key: str, card: str) -> None:
    told.steps[key] -= 1


def lose_a_debrief(record: Record, told: Told, key: str, card: str) -> None:
    told.closed[key] = "{}"


def close_by_half(record: Record, told: Told, key: str, card: str) -> None:
    with record._store.unit() as db:
        db.execute("UPDATE sessions SET closed = 1")


@pytest.mark.parametrize(
    "breaking",
    [
        *(lose_a_vote, change_a_vote, store_a_vote_in_secret, lose_an_event),
        *(store_an_event_in_secret, lose_a_debrief, close_by_half),
    ],
)
def test_a_broken_record_is_found_out(
    record: Record, breaking: Callable[[Record, Told, str, str], None]
) -> None:
    told, key, card = held(record)
    breaking(record, told, key, card)

    with pytest.raises(Broken):
        judge(told, record)
