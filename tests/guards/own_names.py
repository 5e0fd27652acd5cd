"""What the command line calls in the same way in every language, by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click

from ajs_trainer.cli.root import root
from ajs_trainer.model import vocabulary
from tests.guards.pseudo import left_over

ROW = re.compile(r"^(?:[a-z_]+|  [a-z_]+: .*)$", re.MULTILINE)
"""A table of the record, or a column with what is in it, as ``ajs data show`` prints them."""
_OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
_CODE = re.compile(r"\b(?:[A-Z]\d{3}|U\+[0-9A-F]{4} [A-Z -]+[A-Z]|(?i:utf)-\d+)\b")
"""A problem, a character by its name in Unicode, or an encoding."""
_FIELD = re.compile(r"\b[a-z]\w*(?:\.[a-z][\w-]*)+")
"""Where something stands in a file: ``scenes.kaffet.discuss``."""
QUOTED = re.compile(r"“[^“”]*”")


def commands(group: click.Group = root, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The names of every command, with those that lead to it."""
    yield path
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if isinstance(found, click.Group):
            yield from commands(found, (*path, name))
        else:
            yield (*path, name)


COMMANDS = tuple(commands())
_NAMES_OF_COMMANDS = "|".join(sorted({name for path in COMMANDS for name in path}))
_CALLED = re.compile(rf"\bajs(?: (?:{_NAMES_OF_COMMANDS}))*\b|^  (?:{_NAMES_OF_COMMANDS})  ", re.M)
"""A command after its program, or in the list of a help text."""


def values() -> Iterator[str]:
    """Everything that an option or a field may be given, and is not said in another way."""
    for path in COMMANDS:
        command: click.Command = root
        for name in path:
            assert isinstance(command, click.Group)
            command = command.get_command(click.Context(command), name) or command
        for parameter in command.params:
            if isinstance(parameter.type, click.Choice):
                yield from parameter.type.choices
    for words in vars(vocabulary).values():
        yield from get_args(words)


_VALUE = f"(?:{'|'.join(sorted(set(values())))})"
_VALUES = re.compile(rf"'{_VALUE}'|: {_VALUE}(?:, {_VALUE})*\b")
"""Those that one may choose from: one in quotes, or a list of them after a colon."""


def untranslated(text: str, *names: str) -> list[str]:
    """What is left of a text without options, commands, codes, values and the folder one is in."""
    text = re.sub(rf"{re.escape(str(Path.cwd()))}[/\\\w.-]*", "", text)
    for of_the_program in (_OPTION, _CALLED, _CODE, _FIELD, _VALUES):
        text = of_the_program.sub("", text)
    return left_over(text, *names)
