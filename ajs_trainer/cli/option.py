"""Options that speak the language of the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ajs_trainer.locale import _

if TYPE_CHECKING:
    from typing_extensions import override as override
else:  # importing typing_extensions would cost as much time as all of our own modules

    def override(method):
        """Mark a method that replaces one of its base class."""
        return method


MAX_DIGITS = 10


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


class Argument(click.Argument):
    """An argument whose name in messages is in the language of the user."""

    @override
    def make_metavar(self, ctx: click.Context) -> str:
        return _(super().make_metavar(ctx))


def whole_number(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> int | None:
    """Read the value of an option as a number from 1; a callback.

    Raises:
        click.BadParameter: It is something else.
    """
    if value is None:
        return None
    if not (value.isdecimal() and len(value) < MAX_DIGITS and int(value) > 0):
        raise click.BadParameter(_("“{value}” is not a whole number from 1.").format(value=value))
    return int(value)
