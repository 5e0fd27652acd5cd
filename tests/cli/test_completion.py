"""Filling in by Tab, the way the shell asks for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_check import write_scenario


def ask(words: str, **environment: str) -> list[str]:
    """What Bash is offered for the last word."""
    process = subprocess.run(
        [sys.executable, "-m", "ajs_trainer"],
        capture_output=True,
        encoding="utf-8",
        env=os.environ
        | {
            "_AJS_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split(" ")) - 1),
        }
        | environment,
        check=True,
    )
    assert process.stderr == ""
    return process.stdout.split()


def test_commands_are_filled_in() -> None:
    assert ask("ajs sc") == ["plain,schema"]
    assert "plain,restore" in ask("ajs data ")


def test_options_are_filled_in() -> None:
    assert "plain,--setting" in ask("ajs list --s")


def test_scenarios_are_filled_in(home: Path, tmp_path: Path) -> None:
    write_scenario(home / "scenarios", "zebran")
    write_scenario(tmp_path, "zonen")

    assert ask("ajs play ze") == ["plain,zebran"]
    assert ask(f"ajs --library {tmp_path} play z") == ["plain,zebran", "plain,zonen"]


def test_a_file_is_left_to_the_shell() -> None:
    assert ask("ajs play ./min") == ["file,./min"]


def test_a_broken_file_of_the_workplace_does_not_disturb(home: Path) -> None:
    home.mkdir()
    (home / "workplace.toml").write_text("nej", encoding="utf-8")

    assert ask("ajs play z") == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell(shell: str) -> None:
    assert any("ajs" in line for line in ask("ajs ", _AJS_COMPLETE=f"{shell}_source"))
