"""The commands around meetings: ``debrief``, ``notes --plain``, ``history``, ``data erase``."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ajs_trainer.debrief.results import (
    Agreement,
    Answers,
    Asked,
    Attendance,
    Option,
    Played,
    Question,
    SessionResult,
)
from ajs_trainer.debrief.summary import summarise, to_json
from ajs_trainer.paths import places
from ajs_trainer.record import open_record
from ajs_trainer.session.events import Advanced
from tests.cli.conftest import Call
from tests.record.meetings import begun, voted
from tests.session.meetings import setup

TO_FIRST = 5
"""How many steps it takes until the room chooses."""
OPTIONS = (
    Option("fraga", "=Frågar Micke", "during", "direct"),
    Option("vanta", "Väntar", "after", "wait"),
)


def publication(title: str, present: int = 12) -> str:
    """What a meeting came to: one question that was answered in secret."""
    question = Question("provet", "kaffet", "Vad gör du?", OPTIONS)
    asked = Asked(question, Answers((9, 3), secret=True))
    played = (Played("provet", "Provet", (asked,)),)
    agreement = Agreement("Vi frågar hur det är", "den som har fikaansvar", "nästa APT")
    result = SessionResult(title, "2026-03-04", 45, Attendance(present), "Plan", played, agreement)
    return to_json(summarise(result))


def closed(title: str, present: int = 12, **facts: Any) -> None:
    """A meeting that is over."""
    with open_record(places().record) as record:
        info = begun(record, title=title, **facts)
        for step in range(TO_FIRST):
            record.sessions.append(info.key, step, Advanced())
        voted(record, info.key, ["fraga"] * 8)
        record.sessions.close(info.key, TO_FIRST, publication(title, present))


def going_on(title: str = "APT i maj", **facts: Any) -> str:
    """A meeting that is not over."""
    with open_record(places().record) as record:
        return begun(record, title=title, **facts).key


class TestDebrief:
    """What a meeting came to."""

    def test_the_latest_closed_meeting_is_shown(self, ajs: Call, home: Path) -> None:
        closed("APT i mars")
        closed("APT i april")
        going_on()

        assert ajs("debrief").out.startswith("APT i april\n")
        assert ajs("debrief", "1").out.startswith("APT i mars\n")

    @pytest.mark.parametrize("form", ["text", "md", "html", "csv", "json"])
    def test_every_format_is_the_same_bytes_each_time(
        self, ajs: Call, home: Path, tmp_path: Path, form: str
    ) -> None:
        closed("APT i mars")
        printed = [process("debrief", "--format", form) for _time in range(2)]
        file = tmp_path / "blad"
        saved = ajs("debrief", "--format", form, "--output", file, language="sv")

        assert printed[0].returncode == saved.code == 0
        assert printed[0].stdout == printed[1].stdout == file.read_bytes()
        assert printed[0].stderr == b""
        assert "APT i mars" in file.read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("name", "start"), [("a.html", "<!doctype"), ("a.md", "# APT"), ("a.CSV", "\ufeff")]
    )
    def test_the_name_of_the_file_decides_how_it_is_written(
        self, ajs: Call, home: Path, tmp_path: Path, name: str, start: str
    ) -> None:
        closed("APT i mars")
        ajs("debrief", "--output", tmp_path / name)

        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)

    def test_a_file_that_is_there_is_left_alone(
        self, ajs: Call, home: Path, tmp_path: Path
    ) -> None:
        closed("APT i mars")
        file = tmp_path / "protokoll.md"
        file.write_text("Viktigt.", encoding="utf-8")
        found = ajs("debrief", "--output", file)

        assert found.code == 2
        assert "already there" in found.err
        assert file.read_text(encoding="utf-8") == "Viktigt."

    def test_a_folder_that_is_not_there_is_said(
        self, ajs: Call, home: Path, tmp_path: Path
    ) -> None:
        closed("APT i mars")
        found = ajs("debrief", "--output", tmp_path / "borta" / "a.md")

        assert found.code == 2
        assert "was not written" in found.err

    def test_without_any_there_is_a_sentence(self, ajs: Call, home: Path) -> None:
        assert ajs("debrief").code == 1
        going_on()
        nothing = ajs("debrief")
        open_one = ajs("debrief", "1")
        unknown = ajs("debrief", "7")

        assert (nothing.code, nothing.out) == (1, "")
        assert "No meeting has been closed yet" in nothing.err
        assert open_one.code == 1
        assert "is not closed yet" in open_one.err
        assert unknown.code == 2
        assert "There is no meeting 7." in unknown.err

    def test_bars_are_drawn_with_what_the_terminal_has(
        self, ajs: Call, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Old(io.TextIOWrapper):
            """A terminal that knows ASCII only."""

            def isatty(self) -> bool:
                """A person sits here."""
                return True

        closed("APT i mars")
        bytes_out = io.BytesIO()
        out = Old(bytes_out, encoding="ascii")
        monkeypatch.setattr(sys, "stdout", out)
        ajs_in(monkeypatch)("debrief")
        out.flush()

        assert b"#####" in bytes_out.getvalue()
        assert b"??" not in bytes_out.getvalue()


class TestTrend:
    """What the workplace has practised."""

    def test_meetings_that_too_few_were_at_are_left_out(self, ajs: Call, home: Path) -> None:
        closed("APT i mars")
        closed("Liten träff", present=4)
        found = ajs("debrief", "--trend")
        data = json.loads(ajs("debrief", "--trend", "--format", "json").out)

        assert found.code == 0
        assert "Vi frågar hur det är" in found.out
        assert "Liten träff" not in found.out
        assert [meeting["title"] for meeting in data["meetings"]] == ["APT i mars"]
        assert data["left_out"] == 1

    def test_a_workplace_may_raise_the_floor(self, ajs: Call, home: Path) -> None:
        closed("APT i mars")
        places().workplace.write_text("floor = 13\n", encoding="utf-8")

        assert "Vi frågar" not in ajs("debrief", "--trend").out

    def test_it_says_what_it_cannot_do(self, ajs: Call, home: Path) -> None:
        assert ajs("debrief", "--trend").code == 1
        assert ajs("debrief", "2", "--trend").code == 2
        assert ajs("debrief", "--trend", "--format", "html").code == 2


class TestHistory:
    """Meetings after one's own runs."""

    def test_meetings_are_listed_with_how_long_answers_are_kept(
        self, ajs: Call, home: Path
    ) -> None:
        closed("APT i mars")
        closed("APT i april", keep="closing")
        going_on(keep="closing")
        found = ajs("history", language="sv")

        assert found.code == 0
        heading, may, april, march = found.out.splitlines()
        assert heading == "Träffar:"
        assert may.startswith("3. APT i maj, ")
        assert may.endswith(
            " (Plan): Provet; inte avslutad; enskilda svar sparas tills den avslutas"
        )
        assert april.endswith("avslutad; inga enskilda svar finns kvar")
        assert "; avslutad; enskilda svar sparas till och med 20" in march

    def test_a_title_stands_once_and_raised_hands_keep_no_single_answers(
        self, ajs: Call, home: Path
    ) -> None:
        hands = replace(setup(), collecting="raised-hands")
        going_on("Provet", meeting=hands)
        with open_record(places().record) as record:
            info = begun(record, hands, title="Plan")
            record.sessions.close(info.key, 0, publication("Plan"))
        plan, provet = ajs("history", language="sv").out.splitlines()[1:]

        assert provet.count("Provet") == 1
        assert " (Plan); inte avslutad; inga enskilda svar" in provet
        assert plan.startswith("2. Plan, ")
        assert plan.endswith(": Provet; avslutad; inga enskilda svar finns kvar")
        meetings = json.loads(ajs("history", "--format", "json").out)["meetings"]
        assert [meeting["keep_until"] for meeting in meetings] == [None, None]

    def test_json_has_no_keys(self, ajs: Call, home: Path) -> None:
        key = going_on()
        out = ajs("history", "--format", "json").out
        (meeting,) = json.loads(out)["meetings"]

        assert key not in out
        assert meeting["number"] == 1
        assert meeting["scenarios"] == ["provet"]
        assert meeting["closed"] is False


class TestShow:
    """What is kept about oneself, on a computer where meetings are led."""

    @pytest.mark.parametrize("own", [False, True])
    def test_answers_of_a_group_are_counted_and_never_shown(
        self, ajs: Call, home: Path, own: bool
    ) -> None:
        closed("APT i mars")
        if own:
            with open_record(places().record) as record:
                record.runs.participant("")
        found = ajs("data", "show", language="sv")
        data = ajs("data", "show", "--format", "json").out

        assert found.code == (0 if own else 1)
        assert "8 svar från träffar" in found.err
        for text in ("ballots", "cards", "fraga", "publications"):
            assert text not in found.out
            assert text not in data


class TestErase:
    """A meeting is erased on its own."""

    def test_only_that_meeting_goes(self, ajs: Call, home: Path) -> None:
        closed("APT i mars")
        closed("APT i april")
        found = ajs("data", "erase", "--session", "1", "--yes")

        assert found.code == 0
        assert "remain" in found.err
        assert "APT i april" in ajs("history").out
        assert "APT i mars" not in ajs("history").out
        assert b"APT i mars" not in places().record.read_bytes()

    def test_it_asks_once_and_takes_a_key_too(self, ajs: Call, home: Path) -> None:
        key = going_on()
        kept = ajs("data", "erase", "--session", key, answers="n\n", typed=True)
        assert kept.err.count("[y/n]") == 1
        assert "APT i maj" in ajs("history").out
        ajs("data", "erase", "--session", key, answers="y\n", typed=True)
        assert ajs("history").code == 1

    def test_an_unknown_number_or_two_wishes_are_refused(self, ajs: Call, home: Path) -> None:
        going_on()
        unknown = ajs("data", "erase", "--session", "9", "--yes")
        both = ajs("data", "erase", "--session", "1", "--everyone", "--yes")

        assert unknown.code == both.code == 2
        assert "There is no meeting 9." in unknown.err
        assert "APT i maj" in ajs("history").out


class TestNotes:
    """The notes of the moment, as text."""

    @pytest.mark.parametrize("arguments", [("--plain",), ()])
    def test_they_are_written_once(self, ajs: Call, home: Path, arguments: tuple[str, ...]) -> None:
        going_on()
        found = ajs("notes", *arguments, language="sv")

        assert found.code == 0
        assert found.out.startswith("APT i maj, del 1 av 4\n\nVälkomna\n")
        assert "\nSedan\nVem läser?\n" in found.out
        assert all(len(line) <= 78 for line in found.out.splitlines())

    def test_without_a_meeting_there_is_a_sentence(self, ajs: Call, home: Path) -> None:
        assert ajs("notes").code == 1
        closed("APT i mars")
        found = ajs("notes")

        assert (found.code, found.out) == (1, "")
        assert "No meeting is going on" in found.err

    def test_a_dumb_terminal_gets_text(
        self, ajs: Call, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Terminal(io.StringIO):
            """A terminal that cannot move its cursor."""

            def isatty(self) -> bool:
                """A person sits here."""
                return True

        going_on()
        monkeypatch.setenv("TERM", "dumb")
        out = Terminal()
        monkeypatch.setattr(sys, "stdout", out)
        ajs_in(monkeypatch)("notes")

        assert "Välkomna" in out.getvalue()


def ajs_in(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Call the command line with the streams as they are."""
    from ajs_trainer.cli.main import main

    monkeypatch.setattr(sys, "stdin", io.StringIO())
    return lambda *arguments: main(["--lang", "sv", *arguments])


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Call the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "ajs_trainer", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )
