"""The options that every call takes, before or after the name of the command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ajs_trainer.cli.option import Option
from ajs_trainer.errors import AjsError
from ajs_trainer.locale import LANGUAGES, N_, _

if TYPE_CHECKING:
    from pathlib import Path

_SHARED = "ajs_trainer.shared."


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
            metavar=N_("FOLDER"),
            help=N_("A folder of scenarios, besides the usual ones."),
        ),
        option(
            "--data",
            metavar=N_("FILE"),
            help=N_("The file where your choices are kept."),
        ),
        option(
            "--insist",
            is_flag=True,
            help=N_("Use the file even on a network drive or in a synchronised folder."),
        ),
        option(
            "--as",
            metavar=N_("CODE"),
            help=N_("Your own code, when several people share a computer."),
        ),
    ]


def _remember(context: click.Context, parameter: click.Parameter, value: str | bool | None) -> None:
    if value:
        context.meta[f"{_SHARED}{parameter.name}"] = value


def _given(name: str) -> Any:
    return click.get_current_context().meta.get(f"{_SHARED}{name}")


def library_folder() -> Path | None:
    """The folder given with ``--library``.

    Raises:
        AjsError: It is not there.
    """
    from pathlib import Path

    folder = _given("library")
    if folder and not Path(folder).is_dir():
        raise AjsError(
            _("There is no folder “{path}”.").format(path=folder),
            _("Look at how it is spelt, and at which folder you are in."),
        )
    return Path(folder) if folder else None


def record_path() -> Path:
    """The record of this call: ``--data``, or the usual place."""
    chosen = _given("data")
    if chosen:
        from pathlib import Path

        return Path(chosen)
    from ajs_trainer.paths import places

    return places().record


def own_code() -> str:
    """The code given with ``--as``; empty for whoever sits at the computer."""
    return _given("as") or ""


def insists() -> bool:
    """Whether the record may be in a place where choices can be lost."""
    return bool(_given("insist"))
