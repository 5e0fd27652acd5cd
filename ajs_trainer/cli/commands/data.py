"""``ajs data``"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ajs_trainer.cli.data_changes import backup, erase, restore
from ajs_trainer.cli.option import Option
from ajs_trainer.cli.output import FORMAT_OPTION, remark, sentence, write, write_json
from ajs_trainer.cli.parts import Group
from ajs_trainer.cli.shared import own_code, record_path
from ajs_trainer.errors import ExitCode, StorageError
from ajs_trainer.locale import N_, _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from ajs_trainer.cli.stored import Stored


@click.group(
    "data",
    cls=Group,
    options_metavar=N_("[OPTIONS]"),
    subcommand_metavar=N_("[COMMAND]"),
    help=N_("What is kept about your choices: see it, copy it, take it back, erase it."),
)
def command() -> None:
    """Lead to the commands below."""


@command.command(
    "where",
    options_metavar=N_("[OPTIONS]"),
    short_help=N_("Tell in which files things are kept."),
    help=N_("Tell in which files and folders things are kept."),
)
@click.option("--format", "form", cls=Option, **FORMAT_OPTION)
def where(form: str) -> None:
    """Tell where things are kept."""
    from ajs_trainer.cli.places import kept_in

    found = kept_in(record_path())
    if form == "json":
        write_json({place.name: str(place.path) for place in found})
        return
    for place in found:
        write(place.text())


@command.command(
    "show",
    options_metavar=N_("[OPTIONS]"),
    short_help=N_("Show what is kept about you."),
    help=N_(
        "Show every row that is kept about you. The texts of scenarios are shortened; JSON has "
        "them whole."
    ),
)
@click.option("--format", "form", cls=Option, **FORMAT_OPTION)
def show(form: str) -> int:
    """Show every row about whoever asks."""
    from ajs_trainer.cli.stored import read_stored

    stored = read_stored(record_path(), own_code())
    if form == "json":
        write_json(stored.tables)
    else:
        _write_rows(stored)
    if stored.others:
        remark(
            ngettext(
                "Choices under {count} other code are in the same file; they are not shown here.",
                "Choices under {count} other codes are in the same file; they are not shown here.",
                stored.others,
            ).format(count=stored.others)
        )
    if stored.meetings:
        _tell_of_meetings(stored)
    if not stored.tables:
        remark(_("Nothing is kept about you."))
        return ExitCode.FOUND
    return ExitCode.OK


def _tell_of_meetings(stored: Stored) -> None:
    remark(
        ngettext(
            "The same file holds {count} meeting; “ajs history” lists it.",
            "The same file holds {count} meetings; “ajs history” lists them.",
            stored.meetings,
        ).format(count=stored.meetings)
    )
    if stored.answers:
        remark(
            ngettext(
                "{count} answer from meetings is kept under a random card. Nobody can tell whose "
                "it is, so it is not shown here.",
                "{count} answers from meetings are kept under random cards. Nobody can tell whose "
                "they are, so they are not shown here.",
                stored.answers,
            ).format(count=stored.answers)
        )


def _write_rows(stored: Stored) -> None:
    for table, rows in stored.tables.items():
        for row in rows:
            write(table)
            for column, value in row.items():
                if value is not None:
                    write(f"  {column}: {_shortened(str(value))}")
            write()


def _shortened(value: str, limit: int = 200) -> str:
    if len(value) <= limit:
        return value
    return _("{start}... ({count} characters)").format(start=value[:limit], count=len(value))


@command.command(
    "check",
    options_metavar=N_("[OPTIONS]"),
    short_help=N_("Look for damage."),
    help=N_("Look through the file with your choices, and its backups, for damage."),
)
def check() -> int:
    """Look for damage."""
    from ajs_trainer.record import listed

    path = record_path()
    if not path.exists():
        remark(_("Nothing has been kept yet."))
        return ExitCode.FOUND
    copies = [found.path for found in listed(path, path.parent / "backups")]
    whole = [_is_whole(file) for file in (path, *copies)]
    return ExitCode.OK if all(whole) else ExitCode.STORAGE


def _is_whole(path: Path) -> bool:
    from ajs_trainer.record import check_file

    try:
        check_file(path)
    except StorageError as error:
        write(sentence(error))
        return False
    write(_("{path}: whole").format(path=path))
    return True


for other in (backup, restore, erase):
    command.add_command(other)
