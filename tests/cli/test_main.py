"""The root: language, faults and exit codes."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
from pathlib import Path

import click
import pytest

from ajs_trainer.characters import is_forbidden
from ajs_trainer.cli import crash, language
from ajs_trainer.cli.main import guarded
from ajs_trainer.cli.output import prepare_streams
from ajs_trainer.cli.root import COMMANDS
from ajs_trainer.errors import AjsError, ExitCode, StorageError
from ajs_trainer.paths import places
from ajs_trainer.settings import Settings, write_settings
from tests.cli.conftest import Call


def test_without_a_terminal_the_home_screen_gives_way_to_the_help(ajs: Call) -> None:
    found = ajs()

    assert found.code == ExitCode.USAGE
    assert "Commands:" in found.out
    assert "needs a terminal" in found.err


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_command_explains_itself_in_swedish(ajs: Call, name: str, option: str) -> None:
    found = ajs(name, option, language="sv")

    assert found.code == 0
    assert found.out.startswith(f"Skriv så här: ajs {name}")
    assert "Tillval:" in found.out
    assert "Visa den här hjälpen." in found.out


def test_commands_that_do_not_exist_yet_are_not_listed(ajs: Call) -> None:
    listed = ajs("--help").out

    for name in ("new", "preview", "graph"):
        assert f"  {name} " not in listed
        assert ajs(name).code == ExitCode.USAGE


@pytest.mark.parametrize(
    ("arguments", "swedish"),
    [
        (["lst"], "Kommandot 'lst' finns inte. Menade du 'list'?"),
        (["play"], "Här saknas 'ID|FIL'."),
        (["play", "a", "b"], "Det här är för mycket: b"),
        (["list", "--nej"], "Tillvalet '--nej' finns inte."),
        (["list", "--setting"], "Tillvalet '--setting' behöver ett värde."),
        (["check", "--release=1"], "Tillvalet '--release' tar inget värde."),
        (["--lang", "de"], "Ogiltigt värde för '--lang': 'de' är inte något av 'sv', 'en'."),
        (["list", "--minutes", "x"], "”x” är inte ett heltal från 1 och uppåt."),
        (["list", "--setting", "månen"], "”månen” finns inte. Välj något av: prison, remand"),
        (["list", "--library", "ingen"], "Det finns ingen mapp ”ingen”."),
    ],
)
def test_wrong_usage_is_told_in_swedish(ajs: Call, arguments: list[str], swedish: str) -> None:
    found = ajs(*arguments, language="sv")

    assert found.code == ExitCode.USAGE
    assert swedish in found.err
    assert found.out == ""
    for english in ("Usage", "Error", "Invalid", "Try ", "Did you", "Missing", "No such"):
        assert english not in found.err


def test_wrong_usage_is_told_in_english(ajs: Call) -> None:
    assert "Error: No such command 'lst'. Did you mean 'list'?" in ajs("lst").err


def test_the_shared_options_may_stand_after_the_command(ajs: Call, tmp_path: Path) -> None:
    assert ajs("list", "--minutes", "1", "--lang", "en", language="").err == (
        "There is no such scenario.\n"
    )
    elsewhere = tmp_path / "elsewhere.db"
    assert f"Your choices: {elsewhere}" in ajs("data", "where", "--data", elsewhere).out


@pytest.mark.parametrize("payload", ["\x1b]0;x\x07", "\x1b[2J", "\u202e", "\x9b31m", "a\nb"])
def test_an_argument_cannot_steer_the_terminal(ajs: Call, payload: str) -> None:
    for arguments in (
        [payload],
        ["play", payload],
        ["play", f"./{payload}.yaml"],
        ["play", "a", payload],
        ["list", f"--{payload}"],
        ["list", "--setting", payload],
        ["check", payload],
        ["--data", f"{payload}/x", "data", "where"],
        ["--as", payload, "history"],
    ):
        found = ajs(*arguments)
        assert not [c for c in found.out + found.err if is_forbidden(c)], arguments


class TestLanguage:
    """``--lang``, then ``AJS_LANG``, then the settings, then Swedish."""

    def test_the_default_is_swedish(self) -> None:
        assert language.choose_language([]) == "sv"

    def test_the_settings_hold(self) -> None:
        write_settings(places().settings, Settings(language="en"))
        assert language.choose_language([]) == "en"

    def test_the_environment_wins_over_the_settings(self, monkeypatch: pytest.MonkeyPatch) -> None:
        write_settings(places().settings, Settings(language="en"))
        monkeypatch.setenv("AJS_LANG", "sv")
        assert language.choose_language([]) == "sv"

    @pytest.mark.parametrize(
        "arguments",
        [["--lang", "en"], ["list", "--lang=en"], ["--lang", "sv", "list", "--lang", "en"]],
    )
    def test_the_option_wins_over_the_environment(
        self, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
    ) -> None:
        monkeypatch.setenv("AJS_LANG", "sv")
        assert language.choose_language(arguments) == "en"

    @pytest.mark.parametrize("arguments", [["--lang"], ["--lang", "de"], ["--", "--lang", "en"]])
    def test_what_is_no_language_is_passed_over(self, arguments: list[str]) -> None:
        assert language.choose_language(arguments) == "sv"

    def test_the_quick_way_finds_the_same_settings(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("AJS_HOME")
        for folder in (None, "/somewhere/config", "not/absolute"):
            if folder is None:
                monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
            else:
                monkeypatch.setenv("XDG_CONFIG_HOME", folder)
            assert language.settings_file() == str(places().settings)


class TestFaults:
    """Every fault is a calm line and an exit code."""

    @pytest.mark.parametrize(
        ("fault", "code", "line"),
        [
            (AjsError("It is wrong.", "mend it"), 2, "ajs: It is wrong. (mend it)\n"),
            (AjsError("It is wrong."), 2, "ajs: It is wrong.\n"),
            (StorageError("No disk.", "find it"), 3, "ajs: No disk. (find it)\n"),
            (AjsError("a\x1b[2J\nb"), 2, "ajs: a\ufffd[2J b\n"),
        ],
    )
    def test_an_expected_one(
        self, capsys: pytest.CaptureFixture[str], fault: AjsError, code: int, line: str
    ) -> None:
        def run() -> None:
            raise fault

        assert guarded(run) == code
        assert capsys.readouterr().err == line

    @pytest.mark.parametrize("fault", [KeyboardInterrupt, click.Abort])
    def test_an_interruption(
        self, capsys: pytest.CaptureFixture[str], fault: type[BaseException]
    ) -> None:
        def run() -> None:
            raise fault

        language.speak("sv")
        assert guarded(run) == 130
        assert capsys.readouterr().err == "Avbrutet. Det som stod som sparat är sparat.\n"

    def test_an_unexpected_one_is_written_down_without_names(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        secret = "Anna i /home/anna"

        def run() -> None:
            hidden = secret
            raise LookupError(hidden) from ValueError(secret)

        language.speak("en")
        assert guarded(run) == crash.EXIT_CODE
        log = home / crash.LOG_NAME
        text = log.read_text(encoding="utf-8")
        assert str(log) in capsys.readouterr().err
        assert "LookupError" in text
        assert "ValueError" in text
        assert "test_main.py" in text
        assert "anna" not in text.casefold()
        assert str(Path(__file__).parent) not in text

    def test_an_unexpected_one_that_cannot_be_written_down(
        self, home: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        home.write_text("a file where the folder should be")

        def run() -> None:
            raise LookupError

        language.speak("en")
        assert guarded(run) == crash.EXIT_CODE
        assert "unexpected" in capsys.readouterr().err


def test_a_reader_that_has_gone_away_is_no_fault(home: Path) -> None:
    """As ``ajs schema | head -1``: the pipe is closed while much is left to write."""
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        [sys.executable, "-m", "ajs_trainer", "schema"],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(writing)

    assert process.stderr == ""
    assert process.returncode == 1
    assert not (home / crash.LOG_NAME).exists()


def test_a_reader_that_goes_away_before_the_last_lines_is_no_fault() -> None:
    """The few lines are still in a buffer when the program ends."""
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        [sys.executable, "-m", "ajs_trainer", "data", "where"],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(writing)

    assert process.stderr == ""
    assert process.returncode == 1


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp850", "utf-8"])
def test_every_character_can_be_written_to_a_file(encoding: str) -> None:
    process = subprocess.run(
        [sys.executable, "-m", "ajs_trainer", "list"],
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": encoding},
    )

    assert process.returncode == 0, process.stderr
    assert "häkte" in process.stdout.decode("utf-8")


def test_a_terminal_keeps_its_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    terminal = Terminal(io.BytesIO(), encoding="latin-1")
    monkeypatch.setattr(sys, "stdout", terminal)
    prepare_streams()
    sys.stdout.write("é—")
    sys.stdout.flush()

    assert terminal.buffer.getvalue() == b"\xe9?"  # type: ignore[attr-defined]


def test_the_version_is_the_installed_one(ajs: Call) -> None:
    assert ajs("--version").out.startswith("ajs ")


def test_the_log_of_a_crash_is_for_the_owner_only(home: Path) -> None:
    log = crash.keep(ValueError())

    assert log is not None
    assert os.name != "posix" or stat.S_IMODE(log.stat().st_mode) == 0o600
