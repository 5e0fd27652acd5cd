"""Kill a meeting with -9 again and again: what was called saved must be there, once.

``python -m benchmarks.kill9_meetings --rounds 200``. Each round starts a process that goes on with
the meetings in the record, lets people choose and choose again, closes one and begins the next,
and kills it at a random moment. It tells what it is about to do and when it is done; then the
record is held against what it told.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ajs_trainer.model.plan import Plan
from ajs_trainer.play.story import compile_story
from ajs_trainer.record import Record, open_record
from ajs_trainer.session.asking import round_of
from ajs_trainer.session.course import apply, replay
from ajs_trainer.session.events import Advanced, Closed
from ajs_trainer.session.result import question_id
from ajs_trainer.session.stages import Stage
from ajs_trainer.session.state import Setup
from benchmarks.story import scenario

PEOPLE = 6
LONGEST_START = 1.0
LONGEST_WRITE = 0.05
"""Seconds within which a kill falls, from the start and from an acknowledgement."""

Vote = tuple[str, str, str, str]
"""Meeting, question, round and card."""


class Broken(Exception):
    """The record does not hold what was promised."""


@dataclass
class Told:
    """What the processes have told so far.

    Attributes:
        votes: The last choice under each card that was called saved.
        steps: How many events of each meeting were called saved.
        closed: The debriefs of meetings that were called closed.
        doing: What was about to be done when the process was killed.
    """

    votes: dict[Vote, str] = field(default_factory=dict)
    steps: dict[str, int] = field(default_factory=dict)
    closed: dict[str, str] = field(default_factory=dict)
    doing: dict[str, Any] | None = None

    def hear(self, line: str) -> bool:
        """Take in a line of a process; True when it was an acknowledgement."""
        if line != "saved":
            self.doing = json.loads(line)
            return False
        assert self.doing is not None
        match self.doing:
            case {"vote": vote, "choice": choice}:
                self.votes[tuple(vote)] = choice
            case {"event": session, "step": step}:
                self.steps[session] = step + 1
            case {"close": session, "text": text}:
                self.closed[session] = text
        self.doing = None
        return True


@dataclass
class Tally:
    """What happened in all rounds."""

    rounds: int = 0
    acknowledged: int = 0
    votes: int = 0
    meetings: int = 0
    closed: int = 0
    early: int = 0
    """Rounds killed before the first acknowledgement."""


def a_meeting() -> Setup:
    """A meeting about a scenario of a few scenes."""
    steps = [{"kind": "scenario", "minutes": 20}, {"kind": "close", "minutes": 1}]
    header = {"format": 1, "kind": "plan", "id": "plan", "language": "sv", "title": "Plan"}
    plan = Plan.model_validate({**header, "summary": "En träff.", "steps": steps})
    story = compile_story(scenario(4))
    return Setup(plan, {story.scenario.id: story}, story.scenario.id, "pass-round")


def work(path: Path, seed: int) -> None:
    """Hold meetings for ever, and tell of it."""
    chance = random.Random(seed)
    with open_record(path, insist=True) as record:
        while True:
            hold(record, chance)


def hold(record: Record, chance: random.Random) -> None:
    """Hold a meeting, or the rest of one, to its end."""
    going_on = record.sessions.open()
    keep = chance.choice(("days", "closing"))
    info = going_on[0] if going_on else record.sessions.begin(a_meeting(), title="T", keep=keep)
    setup, step = record.sessions.setup(info.key), info.steps
    state = replay(setup, record.sessions.events(info.key))
    given = (row for table, row in record.stored() if table == "cards")
    cards = [row["key"] for row in given if row["session"] == info.key]
    cards = cards or [record.ballots.new_card(info.key).key for _ in range(PEOPLE)]
    while state.place.stage is not Stage.REVEAL:
        round_ = round_of(state)
        if round_ and state.question and chance.random() < 0.9:
            choice = chance.choice(state.question.options)
            vote = (info.key, question_id(state.question), round_, chance.choice(cards))
            tell(vote=vote, choice=choice)
            record.ballots.vote(*vote, choice)
        else:
            tell(event=info.key, step=step)
            record.sessions.append(info.key, step, Advanced())
            state, step = apply(setup, state, Advanced()), step + 1
        tell()
    text = json.dumps({"number": info.number, "steps": step})
    tell(close=info.key, text=text)
    record.sessions.close(info.key, step, text)
    tell()


def tell(**what: Any) -> None:
    """Say what is about to be done, or that it is saved."""
    sys.stdout.write((json.dumps(what) if what else "saved") + "\n")
    sys.stdout.flush()


def judge(told: Told, record: Record) -> None:
    """Hold the record against what was told.

    Raises:
        Broken: Something acknowledged is lost or another one, or a meeting is half closed.
    """
    rows = list(record.stored())
    stored = {
        (row["session"], row["question"], row["round"], row["card"]): row["choice"]
        for table, row in rows
        if table == "ballots"
    }
    with_words = {row["session"] for table, row in rows if table == "cards" and row["word"]}
    for info in record.sessions.all():
        events = record.sessions.events(info.key)
        publication = record.sessions.publication(info.key)
        over = bool(events) and events[-1] == Closed()
        if not info.closed == over == (publication is not None):
            raise Broken("a meeting is half closed")
        if info.closed and info.key in with_words:
            raise Broken("a closed meeting has words")
        if info.key in told.closed and told.closed[info.key] != publication:
            raise Broken("a debrief is lost or another one")
        _judge_steps(told, info.key, len(events) - over)
    _judge_votes(told, stored, {info.key for info in record.sessions.all() if info.forgotten})
    _take_in(told, stored, record)


def _judge_steps(told: Told, session: str, steps: int) -> None:
    known = told.steps.get(session, 0)
    if steps not in (known, known + (told.doing is not None and "event" in told.doing)):
        raise Broken(f"{known} events were acknowledged and {steps} are there")


def _judge_votes(told: Told, stored: dict[Vote, str], forgotten: set[str]) -> None:
    doing = told.doing or {}
    late = {tuple(doing["vote"]): doing["choice"]} if "vote" in doing else {}
    expected = {vote: choice for vote, choice in told.votes.items() if vote[0] not in forgotten}
    for vote in expected.keys() | stored.keys():
        if stored.get(vote) not in (expected.get(vote), late.get(vote, expected.get(vote))):
            raise Broken("a vote is lost, doubled or another one")


def _take_in(told: Told, stored: dict[Vote, str], record: Record) -> None:
    """From here on, what was stored in the moment of the kill counts as told."""
    told.votes = dict(stored)
    told.doing = None
    for info in record.sessions.all():
        told.steps[info.key] = info.steps - info.closed
        publication = record.sessions.publication(info.key)
        if publication is not None:
            told.closed[info.key] = publication


def killed(path: Path, told: Told, chance: random.Random) -> int:
    """Let a process work until a random moment and kill it; returns how much it called saved."""
    command = [sys.executable, "-m", "benchmarks.kill9_meetings", "--work", str(path)]
    command += ["--seed", str(chance.randrange(1 << 30))]
    acknowledged = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        wanted = chance.randrange(30)
        while acknowledged < wanted:
            line = child.stdout.readline()
            if not line:
                raise Broken("the process ended by itself")
            acknowledged += told.hear(line.strip())
        time.sleep(chance.uniform(0, LONGEST_WRITE if wanted else LONGEST_START))
        child.send_signal(signal.SIGKILL)
        for line in child.stdout:
            if line.endswith("\n"):
                acknowledged += told.hear(line.strip())
    return acknowledged


def kill_again_and_again(folder: Path, rounds: int, seed: int) -> Tally:
    """Kill the process ``rounds`` times over one record.

    Raises:
        Broken: The record does not hold what was promised.
    """
    chance = random.Random(seed)
    path, told, tally = folder / "ajs.db", Told(), Tally()
    for _ in range(rounds):
        acknowledged = killed(path, told, chance)
        with open_record(path, insist=True) as record:
            judge(told, record)
            meetings = record.sessions.all()
        tally.rounds += 1
        tally.acknowledged += acknowledged
        tally.early += not acknowledged
        tally.votes = len(told.votes)
        tally.meetings = len(meetings)
        tally.closed = sum(info.closed for info in meetings)
    return tally


def main() -> int:
    """Kill, and print what happened as JSON; 1 when something was lost or half done."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.kill9_meetings", description=__doc__
    )
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(options.work, options.seed)
    with tempfile.TemporaryDirectory() as folder:
        try:
            tally = kill_again_and_again(Path(folder), options.rounds, options.seed)
        except Broken as error:
            print(f"seed {options.seed}: {error}", file=sys.stderr)
            return 1
    print(json.dumps(asdict(tally)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
