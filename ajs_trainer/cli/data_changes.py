"""The commands below ``ajs data`` that change something."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ajs_trainer.cli.option import Argument, Option, whole_number
from ajs_trainer.cli.output import remark, write
from ajs_trainer.cli.parts import Command
from ajs_trainer.cli.shared import insists, own_code, record_path
from ajs_trainer.errors import AjsError, ExitCode
from ajs_trainer.locale import N_, _

if TYPE_CHECKING:
    from ajs_trainer.record import Record

YES_OPTION = {"is_flag": True, "help": N_("Do not ask, do it.")}


@click.command(
    "backup",
    cls=Command,
    options_metavar=N_("[OPTIONS]"),
    short_help=N_("Make a checked copy."),
    help=N_(
        "Make a checked copy of your choices, in the folder of backups or in a file of your own, "
        "for example on a USB stick."
    ),
)
@click.argument(
    "file", cls=Argument, required=False, metavar=N_("[FILE]"), type=click.Path(path_type=Path)
)
def backup(file: Path | None) -> int:
    """Make a copy."""
    from ajs_trainer.record import open_record

    path = record_path()
    if not path.exists():
        return _nothing()
    with open_record(path, insist=insists()) as record:
        if file is None:
            file = record.backups.make().path
        elif file.exists():
            raise AjsError(
                _("{path} is already there.").format(path=file),
                _("Choose another name, or remove that file first."),
            )
        else:
            record.backups.copy_to(file)
    write(_("Copied to {path}").format(path=file))
    return ExitCode.OK


@click.command(
    "restore",
    cls=Command,
    options_metavar=N_("[OPTIONS]"),
    short_help=N_("Take your choices back from a copy."),
    help=N_(
        "Take your choices back from a backup: the newest one, or a file that is named. What is "
        "there now is put aside, not thrown away. Close the program in other windows first."
    ),
)
@click.argument(
    "file", cls=Argument, required=False, metavar=N_("[FILE]"), type=click.Path(path_type=Path)
)
@click.option("--yes", cls=Option, **YES_OPTION)
def restore(file: Path | None, yes: bool) -> int:
    """Take a copy back."""
    from ajs_trainer.record import listed
    from ajs_trainer.record import restore as put_back

    path = record_path().absolute()
    folder = path.parent / "backups"
    if file is None:
        newest = next(iter(listed(path, folder)), None)
        if newest is None:
            raise AjsError(
                _("There is no backup in {folder}.").format(folder=folder),
                _("Name the file of a backup, if there is one elsewhere."),
            )
        file = newest.path
    if not _agreed(_("Take back {path}? [y/n]").format(path=file), yes=yes):
        return ExitCode.OK
    aside = put_back(path, file, folder, date.today())  # noqa: DTZ011 - a date in a file name
    write(_("Taken back from {path}").format(path=file))
    if aside is not None:
        write(_("What was there before is in {path}").format(path=aside))
    return ExitCode.OK


@click.command(
    "erase",
    cls=Command,
    options_metavar=N_("[OPTIONS]"),
    short_help=N_("Erase what is kept about you."),
    help=N_(
        "Erase what is kept about you, also from the backups: everything, or one run by its number "
        "in “ajs history”. A meeting is erased by its number there too."
    ),
)
@click.option(
    "--run",
    cls=Option,
    callback=whole_number,
    metavar=N_("NUMBER"),
    help=N_("Erase only this run."),
)
@click.option(
    "--session",
    cls=Option,
    metavar=N_("NUMBER"),
    help=N_("Erase only this meeting, with its debrief."),
)
@click.option(
    "--everyone",
    cls=Option,
    is_flag=True,
    help=N_("Erase what is kept about everybody who uses this file."),
)
@click.option("--yes", cls=Option, **YES_OPTION)
def erase(run: int | None, session: str | None, everyone: bool, yes: bool) -> int:
    """Erase runs or meetings."""
    from ajs_trainer.record import open_record

    if sum((run is not None, session is not None, everyone)) > 1:
        raise click.UsageError(_("Choose one of --run, --session and --everyone."))
    path = record_path()
    if not path.exists():
        return _nothing()
    with open_record(path, insist=insists()) as record:
        if session is not None:
            return _erase_meeting(record, session, yes=yes)
        if not everyone:
            return _erase_own(record, run, yes=yes)
        if _agreed(_("Erase what is kept about everybody? [y/n]"), yes=yes):
            remark(record.erase_everything().promise())
    return ExitCode.OK


def _erase_meeting(record: Record, which: str, *, yes: bool) -> int:
    """Erase a meeting by its number, or by its key in the record."""
    meetings = record.sessions.all()
    info = next((info for info in meetings if which in (str(info.number), info.key)), None)
    if info is None:
        raise AjsError(
            _("There is no meeting {number}.").format(number=which),
            _("“ajs history” shows the numbers."),
        )
    remark(
        _(
            "The debrief, the agreed step and every answer disappear, for all who were there. "
            "Sheets that were printed or saved elsewhere remain. This cannot be undone."
        )
    )
    question = _("Erase meeting {number}, {title}, {date}? [y/n]").format(
        number=info.number, title=info.title, date=info.date
    )
    if _agreed(question, yes=yes):
        remark(record.sessions.erase(info.key).promise())
    return ExitCode.OK


def _erase_own(record: Record, number: int | None, *, yes: bool) -> int:
    participant = record.runs.known(own_code())
    if participant is None:
        return _nothing()
    if number is None:
        if _agreed(_("Erase everything that is kept about you? [y/n]"), yes=yes):
            remark(record.runs.erase_all(participant).promise())
        return ExitCode.OK
    info = next((info for info in record.runs.of(participant) if info.number == number), None)
    if info is None:
        raise AjsError(
            _("There is no run {number}.").format(number=number),
            _("“ajs history” shows the numbers."),
        )
    question = _("Erase run {number}, {title}? [y/n]").format(number=number, title=info.title)
    if _agreed(question, yes=yes):
        remark(record.runs.erase(info.key).promise())
    return ExitCode.OK


def _nothing() -> int:
    remark(_("Nothing has been kept yet."))
    return ExitCode.FOUND


def _agreed(question: str, *, yes: bool) -> bool:
    """Ask before something that matters; without a person to ask, ``--yes`` must say it.

    Raises:
        AjsError: Nobody can answer.
    """
    if yes:
        return True
    if not sys.stdin.isatty():
        raise AjsError(_("Nobody can answer here."), _("Add --yes if you are sure."))
    remark(question)
    agreed = sys.stdin.readline().strip().casefold() in ("j", "ja", "y", "yes")
    if not agreed:
        remark(_("Nothing was changed."))
    return agreed
