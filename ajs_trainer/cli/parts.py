"""click's commands, with texts that are translated when they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from ajs_trainer.cli.option import Option, override
from ajs_trainer.cli.shared import shared_options
from ajs_trainer.locale import N_, _

HELP_NAMES = ("-h", "--help")
COMMANDS_PACKAGE = "ajs_trainer.cli.commands"


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
    def get_short_help_str(self, limit: int = 45) -> str:
        return _(self.short_help) if self.short_help else super().get_short_help_str(limit)

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

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


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
