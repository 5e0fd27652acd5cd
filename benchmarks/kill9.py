"""Kill the real program with -9 again and again: what it called saved must be there, once.

``python -m benchmarks.kill9 --rounds 200``. Each round starts ``ajs play FILE --plain``, lets it
go on with the run that it finds, feeds it answers as fast as it takes them, and kills it at a
random moment. Every "Saved." that came out is an acknowledgement.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ajs_trainer.play.run import Event, Rated
from ajs_trainer.play.story import Chosen
from ajs_trainer.record import open_record

ACKNOWLEDGEMENT = b"Saved.\n"
ANSWERS = 2000
"""More than a round ever takes."""
LONGEST_START = 1.0
LONGEST_WRITE = 0.03
"""Seconds within which a kill falls, from the start and from an acknowledgement."""

SCENARIO = """\
format: 1
kind: scenario
id: fram-och-tillbaka
language: sv
title: Fram och tillbaka
summary: Två rum att gå mellan.
setting: prison
relation: colleague-colleague
grounds: [sex]
severity: banter
minutes: 1
start: ute
scenes:
  ute:
    text: Du står ute.
    question: Vad gör du?
    choices:
      - {id: ga-in, text: Går in., when: during, strategy: direct, goto: inne}
      - {id: sluta, text: Slutar., when: after, strategy: wait, goto: slut}
  inne:
    text: Du står inne.
    question: Vad gör du?
    choices:
      - {id: ga-ut, text: Går ut., when: before, strategy: delay, goto: ute}
      - {id: sluta, text: Slutar., when: after, strategy: wait, goto: slut}
  slut:
    ending: {title: Slut, text: Det är över.}
"""
TO_AND_FRO = (
    Chosen("ute", "ga-in", ("ga-in", "sluta")),
    Chosen("inne", "ga-ut", ("ga-ut", "sluta")),
)


@dataclass
class Tally:
    """What happened in all rounds."""

    rounds: int = 0
    acknowledged: int = 0
    stored: int = 0
    unacknowledged: int = 0
    """Stored in the moment of the kill, before anybody was told."""
    early: int = 0
    """Rounds killed before the first acknowledgement."""


class Broken(Exception):
    """The record does not hold what was promised."""


def expected(number: int) -> Event:
    """What event ``number`` of the run must be, however often the program was killed."""
    return Rated("before", 3) if number == 0 else TO_AND_FRO[(number - 1) % 2]


def judge(before: int, acknowledged: int, events: Sequence[Event]) -> int:
    """How many events of a round were stored without anybody being told: none or one.

    Raises:
        Broken: Something acknowledged is lost, or something is doubled or wrong.
    """
    if list(events) != [expected(number) for number in range(len(events))]:
        raise Broken("an event is doubled, missing or another one")
    extra = len(events) - before - acknowledged
    if extra < 0:
        raise Broken(f"{-extra} acknowledged events are lost")
    if extra > 1:
        raise Broken(f"{extra} events were stored though nobody was told")
    return extra


def stored(record: Path) -> tuple[Event, ...]:
    """The events of the one run; opening looks through every row and checksum."""
    if not record.exists():
        return ()
    with open_record(record, insist=True) as opened:
        me = opened.runs.known()
        runs = opened.runs.of(me) if me else []
        if len(runs) > 1:
            raise Broken("the run was not taken up again")
        return opened.runs.events(runs[0].key) if runs else ()


def killed(record: Path, scenario: Path, chance: random.Random, *, resumes: bool) -> int:
    """Play until a random moment and kill; returns how many acknowledgements came out."""
    command = [sys.executable, "-m", "ajs_trainer", "--lang", "en", "--insist"]
    command += ["--data", str(record), "play", str(scenario), "--plain"]
    answers = ("y\n" if resumes else "3\n") + "1\n" * ANSWERS
    acknowledged = 0
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | {"AJS_HOME": str(record.parent)},
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(answers.encode())
        child.stdin.flush()
        told: list[bytes] = []
        wanted = chance.randrange(15)
        while acknowledged < wanted:
            line = child.stdout.readline()
            if not line:
                raise Broken(b"".join(told).decode(errors="replace"))
            told.append(line)
            acknowledged += line.endswith(ACKNOWLEDGEMENT)
        time.sleep(chance.uniform(0, LONGEST_WRITE if wanted else LONGEST_START))
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.readlines()
    return acknowledged + sum(line.endswith(ACKNOWLEDGEMENT) for line in rest)


def kill_again_and_again(folder: Path, rounds: int, seed: int) -> Tally:
    """Kill the program ``rounds`` times over one record.

    Raises:
        Broken: The record does not hold what was promised.
    """
    chance = random.Random(seed)
    record, scenario = folder / "ajs.db", folder / "fram-och-tillbaka.yaml"
    scenario.write_text(SCENARIO, encoding="utf-8")
    tally = Tally()
    before = 0
    for _ in range(rounds):
        acknowledged = killed(record, scenario, chance, resumes=before > 0)
        events = stored(record)
        tally.unacknowledged += judge(before, acknowledged, events)
        tally.rounds += 1
        tally.acknowledged += acknowledged
        tally.early += not acknowledged
        tally.stored = before = len(events)
    return tally


def main() -> int:
    """Kill, and print what happened as JSON; 1 when something was lost or doubled."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kill9", description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            tally = kill_again_and_again(Path(folder), options.rounds, options.seed)
        except Broken as error:
            print(f"seed {options.seed}: {error}", file=sys.stderr)
            return 1
    print(json.dumps(asdict(tally) | {"lost": 0, "doubled": 0, "seed": options.seed}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
