"""Each command and option stands in the documentation, and nothing that does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from ajs_trainer.cli import crash
from ajs_trainer.cli.parts import HELP_NAMES
from ajs_trainer.cli.root import root
from ajs_trainer.errors import ExitCode

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS = (DOCS / "kommandon.md").read_text(encoding="utf-8")


def commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command below a group, with the words that call it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


ALL = dict(commands(root, "ajs")) | {"ajs": root}


def section(path: str) -> str:
    """The text below the heading of a command, up to the next heading."""
    found = re.search(rf"^#+ {re.escape(path)}$(.*?)(?=^#+ ajs|\Z)", COMMANDS, re.M | re.S)
    assert found, f"no heading for {path}"
    return found[1]


def options(command: click.Command) -> set[str]:
    """The options that a command shows."""
    return {
        name
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.hidden
        for name in parameter.opts
    }


@pytest.mark.parametrize("path", ALL)
def test_each_option_stands_below_its_command(path: str) -> None:
    text = section(path)

    for name in options(ALL[path]):
        assert f"`{name}" in text, name


@pytest.mark.parametrize("path", ALL)
def test_no_option_is_made_up(path: str) -> None:
    table = "\n".join(line for line in section(path).splitlines() if line.startswith("| `-"))
    known = options(ALL[path]) | set(HELP_NAMES) | {"--lang"}

    assert set(re.findall(r"`(--?[a-z-]+)", table.replace("| Vad", ""))) <= known


@pytest.mark.parametrize(
    "page", ["kommandon.md", "kom-igang.md", "leda-en-traff.md", "skriva-scenarier.md"]
)
def test_the_handbook_names_no_command_that_does_not_exist(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    known = {path.split(" ")[1] for path in ALL if " " in path}

    for name in re.findall(r"\bajs ([a-z]+)\b", text):
        assert name in known, name


def test_every_exit_code_is_told() -> None:
    for code in (*ExitCode, crash.EXIT_CODE, 130):
        assert f"| {int(code)} |" in COMMANDS
