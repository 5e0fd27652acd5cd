"""``ajs debrief``"""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ajs_trainer.cli.option import Argument, Option, whole_number
from ajs_trainer.cli.output import put, remark, save_new, write, write_json
from ajs_trainer.cli.parts import Command
from ajs_trainer.cli.shared import record_path
from ajs_trainer.errors import AjsError, ExitCode
from ajs_trainer.locale import N_, _

if TYPE_CHECKING:
    from ajs_trainer.debrief.summary import Debrief
    from ajs_trainer.record import Record, SessionInfo

FORMATS = ("text", "md", "html", "csv", "json")
SUFFIXES = {".md": "md", ".html": "html", ".htm": "html", ".csv": "csv", ".json": "json"}
DRAWN = "█▬·─↑↓•"
"""The signs of the text that not every terminal has."""


@click.command(
    "debrief",
    cls=Command,
    options_metavar=N_("[OPTIONS]"),
    help=N_(
        "Show what a meeting came to: the latest one, or the one with this number in “ajs "
        "history”. It was frozen when the meeting was closed and is the same each time."
    ),
)
@click.argument(
    "number", cls=Argument, required=False, metavar=N_("[NUMBER]"), callback=whole_number
)
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(FORMATS),
    help=N_(
        "How to write it: text to read, Markdown for the minutes, HTML to print on two pages, CSV "
        "for a spreadsheet, or JSON for other programs. Otherwise the name of the file decides, "
        "and without one it is text."
    ),
)
@click.option(
    "--output",
    cls=Option,
    metavar=N_("FILE"),
    type=click.Path(path_type=Path),
    help=N_("Write it to this file."),
)
@click.option(
    "--trend",
    cls=Option,
    is_flag=True,
    help=N_("Show what the workplace has practised over all meetings; as text or JSON."),
)
def command(number: int | None, form: str | None, output: Path | None, trend: bool) -> int:
    """Show what a meeting came to, or what all of them practised."""
    chosen = form or SUFFIXES.get(output.suffix.lower() if output else "", "text")
    if trend:
        return _show_trend(number, chosen, output)
    debrief = _frozen(number)
    if debrief is None:
        return ExitCode.FOUND
    text = _rendered(debrief, chosen, plain=output is None and not _can_be_drawn())
    if output is None:
        put(text)
    else:
        save_new(text, output)
    return ExitCode.OK


def _frozen(number: int | None) -> Debrief | None:
    """The debrief that is asked for; None, with a sentence said, when there is none.

    Raises:
        AjsError: There is no meeting with this number.
        StorageError: The record cannot be read.
    """
    from ajs_trainer.record import open_record

    path = record_path()
    if not path.exists():
        remark(_("No meeting has been closed yet. “ajs lead” begins one."))
        return None
    with open_record(path, read_only=True) as record:
        meetings = record.sessions.all()
        if number is None:
            info = next((info for info in meetings if info.closed), None)
        else:
            info = _numbered(meetings, number)
        if info is None:
            remark(_("No meeting has been closed yet. “ajs lead” begins one."))
            return None
        if not info.closed:
            remark(
                _(
                    "Meeting {number}, {title}, is not closed yet. There is a debrief when it is."
                ).format(number=info.number, title=info.title)
            )
            return None
        return _read(record, info)


def _numbered(meetings: list[SessionInfo], number: int) -> SessionInfo:
    for info in meetings:
        if info.number == number:
            return info
    raise AjsError(
        _("There is no meeting {number}.").format(number=number),
        _("“ajs history” shows the numbers."),
    )


def _read(record: Record, info: SessionInfo) -> Debrief:
    from ajs_trainer.debrief.summary import from_json
    from ajs_trainer.errors import StorageError

    try:
        return from_json(record.sessions.publication(info.key) or "")
    except ValueError as error:
        raise StorageError(
            _("The debrief of meeting {number} cannot be read.").format(number=info.number),
            _("It may have been written by a newer version of the program."),
        ) from error


def _rendered(debrief: Debrief, form: str, *, plain: bool) -> str:
    if form == "md":
        from ajs_trainer.debrief.render.markdown import to_markdown

        return to_markdown(debrief)
    if form == "html":
        from ajs_trainer.debrief.render.html import to_html

        return to_html(debrief)
    if form == "csv":
        from ajs_trainer.debrief.render.csv import to_csv

        return to_csv(debrief)
    if form == "json":
        from ajs_trainer.debrief.render.json import to_json

        return to_json(debrief)
    from ajs_trainer.debrief.render.text import to_text

    return to_text(debrief, plain=plain)


def _can_be_drawn() -> bool:
    """Whether the terminal has the signs of the bars."""
    try:
        DRAWN.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _show_trend(number: int | None, form: str, output: Path | None) -> int:
    from ajs_trainer.debrief.render.text_trend import trend_text
    from ajs_trainer.debrief.trend import trend
    from ajs_trainer.paths import places
    from ajs_trainer.workplace import read_workplace

    if number is not None or output is not None or form not in ("text", "json"):
        raise click.UsageError(
            _("--trend takes no meeting and no file, and is written as text or JSON.")
        )
    found = trend(_all_frozen(), read_workplace(places().workplace).floor)
    if form == "json":
        write_json(asdict(found))
    elif found.meetings or found.left_out or found.practised:
        write(trend_text(found, plain=not _can_be_drawn()).rstrip("\n"))
    if found.meetings or found.left_out or found.practised:
        return ExitCode.OK
    remark(_("No meeting has been closed yet. “ajs lead” begins one."))
    return ExitCode.FOUND


def _all_frozen() -> list[Debrief]:
    from ajs_trainer.record import open_record

    path = record_path()
    if not path.exists():
        return []
    with open_record(path, read_only=True) as record:
        return [_read(record, info) for info in record.sessions.all() if info.closed]
