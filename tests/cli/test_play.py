"""``ajs play --plain`` with the library and the record."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ajs_trainer.content.bundled import bundled_scenarios
from ajs_trainer.paths import places
from ajs_trainer.play.run import Event, Rated, Recognised, Returned
from ajs_trainer.play.story import Chosen
from ajs_trainer.record import RunInfo, open_record
from tests.cli.conftest import Call
from tests.cli.test_check import SMALL, write_scenario

SHIPPED = sorted(path.stem for path in (bundled_scenarios() / "bystander").glob("*.yaml"))

LONGER = """\
format: 1
kind: scenario
id: provet
language: sv
title: Provet
summary: Någon säger något.
setting: prison
relation: colleague-colleague
grounds: [sex]
severity: banter
minutes: 5
start: a
scenes:
  a:
    text: Du står i korridoren.
    thoughts:
      - {id: t, text: Det var ett skämt., pull: wait}
    choices:
      - {id: c, text: Frågar., when: during, strategy: direct, goto: b}
      - {id: d, text: Väntar., when: during, strategy: wait, goto: b}
  b:
    text: Rasten är slut.
    choices:
      - {id: e, text: Följer upp., when: after, strategy: delay, goto: z}
      - {id: f, text: Stöttar., when: after, strategy: support, goto: z}
  z:
    ending: {title: Slut, text: Det är över.}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A scenario of two choices."""
    path = tmp_path / "provet.yaml"
    path.write_text(LONGER, encoding="utf-8")
    return path


def kept(code: str = "") -> list[tuple[RunInfo, tuple[Event, ...]]]:
    """The runs in the record, the latest first, with their events."""
    with open_record(places().record, read_only=True) as record:
        participant = record.runs.known(code)
        assert participant is not None
        return [(info, record.runs.events(info.key)) for info in record.runs.of(participant)]


def test_a_whole_run_is_in_the_record(ajs: Call, file: Path) -> None:
    found = ajs("play", file, "--plain", answers="2\nt1\n1\nb\n2\n1\n4\n\n")

    assert found.code == 0
    assert found.out.rstrip().endswith("Thank you for practising.")
    [(info, events)] = kept()
    assert events == (
        Rated("before", 2),
        Recognised("a", "t"),
        Chosen("a", "c", ("c", "d")),
        Returned(0),
        Chosen("a", "d", ("c", "d")),
        Chosen("b", "e", ("e", "f")),
        Rated("after", 4),
    )
    assert info.finished


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_scenario_can_be_played_to_an_ending(ajs: Call, name: str) -> None:
    """The first choice each time; the scenarios have no loop that it could be caught in."""
    found = ajs("play", name, "--plain", answers="\n" + "1\n" * 12, language="sv")

    assert found.code == 0, found.err
    assert "Så blev det:" in found.out
    assert "Vägen du tog:" in found.out


def test_the_same_answers_give_the_same_record_each_time(
    ajs: Call, file: Path, tmp_path: Path
) -> None:
    records = []
    for number in range(2):
        data = tmp_path / f"{number}.db"
        ajs("play", file, "--data", data, answers="3\nt1\n2\nb\n1\n2\n5\ng1\n2\n1\n\n")
        with open_record(data, read_only=True) as record:
            [info] = record.runs.of(record.runs.known() or "")
            records.append(record.runs.events(info.key))

    assert records[0] == records[1]
    assert len(records[0]) == 10


def test_end_of_input_pauses_and_the_run_goes_on_from_the_file(ajs: Call, file: Path) -> None:
    first = ajs("play", file, answers="\n1\n")
    second = ajs("play", file, answers="y\n2\n\n\n")

    assert first.code == 0
    assert first.out.rstrip().endswith("go on from here next time.")
    assert "You go on where you were, at choice 2." in second.out
    assert "Du står i korridoren." not in second.out
    [(info, events)] = kept()
    assert [event.choice for event in events if isinstance(event, Chosen)] == ["c", "f"]
    assert info.finished


def test_an_unfinished_run_can_be_left_for_a_new_one(ajs: Call, file: Path) -> None:
    ajs("play", file, answers="\n1\n")
    ajs("play", file, answers="kanske\nn\n\n2\n1\n\n\n")

    assert [(info.finished, info.choices) for info, _events in kept()] == [(True, 2), (False, 1)]


def test_leaving_at_the_offer_changes_nothing(ajs: Call, file: Path) -> None:
    ajs("play", file, answers="\n1\n")
    before = kept()

    for answers in ("", "p\n"):
        assert ajs("play", file, answers=answers).code == 0
    assert kept() == before


def test_looking_without_choosing_leaves_no_run(ajs: Call, file: Path) -> None:
    assert ajs("play", file, answers="\n").code == 0

    with open_record(places().record, read_only=True) as record:
        assert record.runs.known() is None


def test_an_ending_that_one_went_back_from_is_unfinished_again(ajs: Call, file: Path) -> None:
    ajs("play", file, answers="\n1\n1\n\ng2\n")

    [(info, _events)] = kept()
    assert not info.finished
    assert "at choice 2" in ajs("play", file, answers="j\n").out


def test_codes_keep_people_apart(ajs: Call, file: Path) -> None:
    ajs("play", file, "--as", "lugn älg", answers="\n1\n")

    found = ajs("play", file, "--as", "rask räv", answers="\n2\n1\n\n\n")

    assert "unfinished" not in found.out
    assert [len(events) for _info, events in kept("lugn älg")] == [1]
    assert [len(events) for _info, events in kept("rask räv")] == [2]


def test_what_was_tried_in_other_runs_counts_in_the_grid(ajs: Call, file: Path) -> None:
    ajs("play", file, answers="\n1\n1\n\n\n")

    found = ajs("play", file, answers="\n2\n2\n\n\n")

    assert "During: you tried speak up, wait." in found.out


class TestAfterAnEdit:
    """The text has changed between two sittings."""

    def test_a_wording_makes_no_difference(self, ajs: Call, file: Path) -> None:
        ajs("play", file, answers="\n1\n")
        file.write_text(LONGER.replace("Rasten är slut.", "Rasten är förbi."), encoding="utf-8")

        found = ajs("play", file, answers="y\n1\n\n\n")

        assert "Rasten är förbi." in found.out
        assert "has been changed" not in found.out
        assert kept()[0][0].finished

    @pytest.fixture
    def edited(self, ajs: Call, file: Path) -> Path:
        """The choice that was made is gone."""
        ajs("play", file, answers="\n1\n")
        text = LONGER.replace("{id: c, text: Frågar.", "{id: g, text: Hejdar.")
        file.write_text(text, encoding="utf-8")
        return file

    def test_one_can_go_on_from_what_is_the_same(self, ajs: Call, edited: Path) -> None:
        found = ajs("play", edited, answers="y\n0\n1\n1\n1\n\n\n")

        assert "1. Go on from choice 1" in found.out
        assert "1. Hejdar." in found.out
        [(info, _events)] = kept()
        assert (info.finished, info.choices) == (True, 2)

    def test_one_can_start_anew(self, ajs: Call, edited: Path) -> None:
        ajs("play", edited, answers="y\n2\n\n1\n1\n\n\n")

        assert [(info.finished, info.choices) for info, _ in kept()] == [(True, 2), (False, 1)]

    def test_one_can_finish_the_old_text(self, ajs: Call, edited: Path) -> None:
        found = ajs("play", edited, answers="y\n3\n1\n\n\n")

        assert "Frågar." in found.out
        assert "Hejdar." not in found.out
        [(info, _events)] = kept()
        assert info.finished


def test_a_run_killed_between_choice_and_ending_is_taken_up_at_the_ending(
    ajs: Call, file: Path
) -> None:
    """The last choice was kept, but not yet that it led to an ending."""
    ajs("play", file, answers="\n1\n1\n\n\n")
    with open_record(places().record) as record:
        [info] = record.runs.of(record.runs.known() or "")
        record.runs.reopen(info.key)

    found = ajs("play", file, answers="y\n\n\n")

    assert "How it turned out: Slut" in found.out
    assert kept()[0][0].finished


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("ingenting", "ingenting"),
        ("./borta.yaml", "There is no file"),
        ("mapp/borta", "There is no file"),
    ],
)
def test_what_does_not_exist_cannot_be_played(ajs: Call, what: str, words: str) -> None:
    found = ajs("play", what, "--plain")

    assert found.code == 2
    assert words in found.err
    assert found.out == ""


def test_a_near_miss_is_suggested(ajs: Call) -> None:
    assert SHIPPED[0] in ajs("play", SHIPPED[0][:-1] + "x", "--plain").err


def test_a_file_with_mistakes_is_not_played(ajs: Call, tmp_path: Path) -> None:
    path = write_scenario(tmp_path, target="ingenstans")

    found = ajs("play", path, "--plain")

    assert found.code == 2
    assert f"{path}:17:" in found.err
    assert found.out == ""
    assert "ajs: The scenario cannot be played" in found.err


def test_the_record_is_tried_before_the_first_question(ajs: Call, file: Path, home: Path) -> None:
    home.mkdir()
    (home / "ajs.db").write_bytes(b"")

    found = ajs("play", file)

    assert found.code == 3
    assert found.out == ""
    assert "0 bytes" in found.err


def environment(home: Path) -> dict[str, str]:
    """The environment of a call in a process of its own."""
    return os.environ | {"AJS_HOME": str(home), "AJS_LANG": "sv", "PYTHONUTF8": "1"}


def test_it_works_in_a_pipe_with_swedish_letters(file: Path, home: Path) -> None:
    process = subprocess.run(
        [sys.executable, "-m", "ajs_trainer", "play", str(file)],
        input="2\nt1\n1\n1\n\n\n",
        capture_output=True,
        encoding="utf-8",
        env=environment(home),
    )

    assert process.returncode == 0
    assert process.stderr == ""
    assert "Så blev det: Slut" in process.stdout
    assert max(map(len, process.stdout.splitlines())) <= 76
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", process.stdout)


def test_saved_is_heard_before_the_next_answer_is_given(file: Path, home: Path) -> None:
    """What says "Sparat." is in the file, even if the process is killed at that moment."""
    process = subprocess.Popen(
        [sys.executable, "-m", "ajs_trainer", "play", str(file), "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env=environment(home),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n2\n")
    process.stdin.flush()
    for line in process.stdout:
        if line == "Sparat.\n":
            break
    process.kill()
    process.communicate()

    [(_info, events)] = kept()
    assert events == (Chosen("a", "d", ("c", "d")),)


@pytest.mark.skipif(os.name == "nt", reason="signals are another thing there")
def test_an_interruption_leaves_what_was_saved(file: Path, home: Path) -> None:
    import signal

    process = subprocess.Popen(
        [sys.executable, "-m", "ajs_trainer", "play", str(file), "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment(home),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n2\n")
    process.stdin.flush()
    for line in process.stdout:
        if line.startswith("Rasten"):
            break
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate()

    assert process.returncode == 130
    assert err.strip() == "Avbrutet. Det som stod som sparat är sparat."
    assert len(kept()[0][1]) == 1


def test_a_scenario_of_another_name_than_its_file_is_played_by_its_file(
    ajs: Call, tmp_path: Path
) -> None:
    path = tmp_path / "kopia.yaml"
    path.write_text(SMALL.format(name="kopia", title="Kopian", target="y"), encoding="utf-8")

    assert "Kopian" in ajs("play", path, answers="\n1\n\n\n").out
