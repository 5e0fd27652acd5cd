"""From the key that reveals to the painted screen, against an empty Textual app."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from ajs_trainer.debrief.render.text_question import question_lines
from ajs_trainer.debrief.summary import summarise
from ajs_trainer.locale import _, use_language
from ajs_trainer.record import open_record
from ajs_trainer.session.asking import round_of
from ajs_trainer.session.course import apply, replay
from ajs_trainer.session.events import Advanced
from ajs_trainer.session.result import question_id, result
from ajs_trainer.session.stages import Stage
from ajs_trainer.workplace import Workplace
from benchmarks.empty_reveal import READY, TEXT
from benchmarks.findings import Finding, both
from benchmarks.kill9_meetings import a_meeting
from benchmarks.measuring import in_turns
from benchmarks.processes import AJS, home
from benchmarks.terminal import answered

PEOPLE = 8
LEAD = f"import sys; sys.argv.append('lead'); {AJS}"
EMPTY = "from benchmarks.empty_reveal import main; main()"
MARKER = "minst"
ENTER = b"\r"


def measure(rounds: int) -> Finding:
    """Reveal in both in turns: from the key until the first level in words is drawn."""
    use_language("sv")
    with tempfile.TemporaryDirectory() as folder, home() as environment:
        ready = Path(folder) / "ready.db"
        text = meeting(ready)
        number = iter(range(1_000_000))

        def ours() -> float:
            own = Path(folder) / str(next(number))
            own.mkdir()
            shutil.copy(ready, own / "ajs.db")
            shown = (_("Go on: {title}").format(title="").strip(), _("All choices are in."))
            variables = environment | {"AJS_HOME": str(own), "AJS_LANG": "sv"}
            steps = [(shown[0], b"1"), (shown[1], ENTER)]
            return answered(LEAD, steps, MARKER, variables)

        def reference() -> float:
            return answered(EMPTY, [(READY, ENTER)], MARKER, environment | {TEXT: text})

        pair = in_turns(ours, reference, rounds)
    return Finding(
        "From the key that reveals to the painted screen, against an empty Textual app with the "
        "same widgets",
        pair.ratio,
        goal=1.2,
        details={"time on the clock": both(pair)},
    )


def meeting(path: Path) -> str:
    """Hold a meeting until everybody has chosen twice; gives what will be revealed."""
    setup = a_meeting()
    with open_record(path, insist=True) as record:
        key = record.sessions.begin(setup, title="T", group_size=PEOPLE, keep="days", days=30).key
        cards = [record.ballots.new_card(key).key for _person in range(PEOPLE)]
        step, state = 0, replay(setup, ())
        while state.place.stage is not Stage.REVEAL:
            round_, asked = round_of(state), state.question
            if round_ is not None and asked is not None:
                for person, card in enumerate(cards):
                    choice = asked.options[person // (PEOPLE - 2)]
                    record.ballots.vote(key, question_id(asked), round_, card, choice)
            record.sessions.append(key, step, Advanced())
            step, state = step + 1, apply(setup, state, Advanced())
        tallies = record.ballots.tallies(key)
        info = record.sessions.get(key)
    came_to = result(setup, state, tallies, title="T", date=info.date, present=PEOPLE)
    told = summarise(came_to, Workplace().floor).parts[0].told[0]
    return "\n".join(question_lines(told, 76)).strip("\n")
