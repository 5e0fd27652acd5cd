"""click's building blocks, with help texts that are translated when they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ajs_trainer.locale import LANGUAGES, N_, _

if TYPE_CHECKING:
    from typing_extensions import override
else:  # importing typing_extensions would cost as much time as all of our own modules

    def override(method):
        """Mark a method that replaces one of its base class."""
        return method


MAX_DIGITS = 10
HELP_NAMES = ("-h", "--help")
COMMANDS_PACKAGE = "ajs_trainer.cli.commands"
_SHARED = "ajs_trainer.shared."

_C = TypeVar("_C", bound=click.Command)


class Option(click.Option):
    """An option whose help is an English source text, shown in the language of the user."""

    @property  # type: ignore[explicit-override]  # mypy overlooks the mark on settable properties
    @override
    def help(self) -> str | None:
        """The help text in the language of the user."""
        return _(self._source) if self._source else None

    @help.setter
    def help(self, text: str | None) -> None:
        self._source = text

    @override
    def make_metavar(self, ctx: click.Context) -> str:
        return _(super().make_metavar(ctx))


class WholeNumber(click.ParamType):
    """A whole number from 1."""

    name = "number"

    @override
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        if not (value.isdecimal() and len(value) < MAX_DIGITS and int(value) > 0):
            self.fail(_("“{value}” is not a whole number from 1.").format(value=value), param, ctx)
        return int(value)


def shared_options(*, hidden: bool) -> list[click.Parameter]:
    """The options that every call takes, before or after the name of the command."""

    def option(name: str, **settings: Any) -> Option:
        return Option([name], hidden=hidden, expose_value=False, callback=_remember, **settings)

    return [
        option(
            "--lang",
            type=click.Choice(LANGUAGES),
            help=N_("Language of the program."),
        ),
        option(
            "--library",
            type=click.Path(exists=True, file_okay=False),
            metavar=N_("FOLDER"),
            help=N_("A folder of scenarios, besides the usual ones."),
        ),
        option(
            "--data",
            type=click.Path(dir_okay=False),
            metavar=N_("FILE"),
            help=N_("The file where your choices are kept."),
        ),
        option(
            "--as",
            metavar=N_("CODE"),
            help=N_("Your own code, when several people share a computer."),
        ),
    ]


def _remember(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.meta[f"{_SHARED}{parameter.name}"] = value


def shared(name: str) -> str | None:
    """What was given for one of the shared options in this call."""
    value: str | None = click.get_current_context().meta.get(f"{_SHARED}{name}")
    return value


def library_folder() -> Path | None:
    """The folder given with ``--library``."""
    folder = shared("library")
    return Path(folder) if folder else None


class _Translated(click.Command):
    """A command that speaks the language of the user and takes the shared options."""

    @property  # type: ignore[explicit-override]  # mypy overlooks the mark on settable properties
    @override
    def help(self) -> str | None:
        """The help text in the language of the user."""
        return _(self._source) if self._source else None

    @help.setter
    def help(self, text: str | None) -> None:
        self._source = text

    @override
    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [_(piece) for piece in super().collect_usage_pieces(ctx) if piece]

    @override
    def get_help_option(self, ctx: click.Context) -> click.Option:
        if self._help_option is None:
            self._help_option = Option(
                HELP_NAMES,
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_help,
                help=N_("Show this help."),
            )
        return self._help_option

    @override
    def get_help_option_names(self, ctx: click.Context) -> list[str]:
        return list(HELP_NAMES)


def _show_help(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        click.echo(context.get_help())
        context.exit()


class Command(_Translated):
    """A command, with the shared options accepted but not listed again."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.params.extend(shared_options(hidden=True))


class Group(_Translated, click.Group):
    """A command that only leads to others."""

    command_class = Command

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.params.extend(shared_options(hidden=True))


class LazyGroup(_Translated, click.Group):
    """The root: lists its commands from a table and imports the one that is called."""

    def __init__(self, *arguments: Any, table: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self.params.extend(shared_options(hidden=False))
        self.table = table
        for name, summary in table.items():
            self.add_command(click.Command(name, help=summary))

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.table)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.table:
            return None
        module = import_module(f"{COMMANDS_PACKAGE}.{cmd_name}")
        command: click.Command = module.command
        return command

    @override
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(summary)) for name, summary in self.table.items()])
