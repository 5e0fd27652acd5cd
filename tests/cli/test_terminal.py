"""Which door a call takes: the screens, or line by line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from ajs_trainer.cli import root
from ajs_trainer.cli.commands import play
from ajs_trainer.cli.output import has_terminal
from ajs_trainer.paths import places
from ajs_trainer.tui.services import Options
from tests.cli.conftest import Call, Keyboard
from tests.cli.test_play import LONGER, SHIPPED, kept

Started = list[tuple[Options, bool]]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    """The starts of the screens, which take the place of a real terminal."""
    calls: Started = []

    def run_app(options: Options, *, insist: bool) -> int:
        calls.append((options, insist))
        return 0

    monkeypatch.setattr("ajs_trainer.tui.start.run_app", run_app)
    monkeypatch.setattr(root, "has_terminal", lambda: True)
    monkeypatch.setattr(play, "has_terminal", lambda: True)
    return calls


def test_no_command_opens_the_home_screen(ajs: Call, started: Started) -> None:
    assert ajs().code == 0
    assert started == [(Options(None, places().record), False)]


def test_the_shared_options_reach_the_screens(ajs: Call, started: Started, tmp_path: Path) -> None:
    data = tmp_path / "egen.db"
    ajs("--library", tmp_path, "--data", data, "--as", "lugn älg", "--insist")

    assert started == [(Options(tmp_path, data, "lugn älg"), True)]


def test_play_opens_the_screens_at_the_scenario(ajs: Call, started: Started) -> None:
    assert ajs("play", SHIPPED[0]).code == 0
    assert [options.start for options, _insist in started] == [SHIPPED[0]]


def test_play_plain_does_not_open_the_screens(ajs: Call, started: Started) -> None:
    ajs("play", SHIPPED[0], "--plain")

    assert started == []


@pytest.mark.parametrize("what", ["ingenting", "./borta.yaml"])
def test_what_does_not_exist_is_told_before_the_screen_is_taken(
    ajs: Call, started: Started, what: str
) -> None:
    assert ajs("play", what).code == 2
    assert started == []


@pytest.mark.parametrize(
    ("keyboard", "screen", "term", "whole"),
    [
        (True, True, "xterm", True),
        (True, True, "", True),
        (True, True, "dumb", False),
        (True, False, "xterm", False),
        (False, True, "xterm", False),
    ],
)
def test_the_screens_need_a_terminal_on_both_sides(
    monkeypatch: pytest.MonkeyPatch, keyboard: bool, screen: bool, term: str, whole: bool
) -> None:
    monkeypatch.setenv("TERM", term)
    for name, terminal in (("stdin", keyboard), ("stdout", screen)):
        stream = Keyboard()
        monkeypatch.setattr(stream, "isatty", lambda terminal=terminal: terminal)
        monkeypatch.setattr(sys, name, stream)

    assert has_terminal() == whole


@pytest.mark.skipif(os.name == "nt", reason="no such terminals there")
def test_a_simple_terminal_is_played_in_line_by_line(tmp_path: Path, home: Path) -> None:
    import pexpect

    path = tmp_path / "provet.yaml"
    path.write_text(LONGER, encoding="utf-8")
    terminal = pexpect.spawn(
        sys.executable,
        ["-m", "ajs_trainer", "play", str(path)],
        env=os.environ | {"TERM": "dumb", "AJS_HOME": str(home), "AJS_LANG": "sv"},
        dimensions=(24, 60),
        encoding="utf-8",
        timeout=30,
    )
    for prompt, answer in (
        ("Ditt svar .1–5.: ", "3"),
        ("Ditt svar: ", "t1"),
        ("Ditt svar: ", "1"),
        ("Ditt svar: ", "2"),
        ("Ditt svar .1–5.: ", ""),
        ("Ditt svar: ", ""),
    ):
        terminal.expect(prompt)
        assert "\x1b" not in terminal.before
        assert max(map(len, terminal.before.split("\r\n"))) <= 60
        terminal.sendline(answer)
    terminal.expect(pexpect.EOF)
    terminal.close()

    assert terminal.exitstatus == 0
    [(info, events)] = kept()
    assert info.finished
    assert len(events) == 4
