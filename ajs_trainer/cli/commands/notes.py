"""``ajs notes``"""

from __future__ import annotations

import click

from ajs_trainer.cli.option import Option
from ajs_trainer.cli.output import has_terminal, remark, write
from ajs_trainer.cli.parts import Command
from ajs_trainer.cli.shared import record_path
from ajs_trainer.errors import ExitCode
from ajs_trainer.locale import N_, _


@click.command(
    "notes",
    cls=Command,
    options_metavar=N_("[OPTIONS]"),
    help=N_(
        "Follow the meeting that is going on, in a window of your own beside the projector: what "
        "to say, questions to have at hand, the clock and what comes next. It only reads. With "
        "--plain, or without a full terminal, the notes of the moment are written once."
    ),
)
@click.option(
    "--plain",
    cls=Option,
    is_flag=True,
    help=N_("Write the notes of the moment once, as text."),
)
def command(plain: bool) -> int:
    """Follow the meeting, or tell where it is."""
    if not plain and has_terminal():
        from ajs_trainer.tui.notes.start import run_notes

        return run_notes(record_path())
    lines = _now()
    if lines is None:
        remark(_("No meeting is going on. “ajs lead” begins one."))
        return ExitCode.FOUND
    write("\n".join(lines))
    return ExitCode.OK


def _now() -> list[str] | None:
    """The notes of the moment; None when no meeting is going on.

    Raises:
        AjsError: The record or the workplace's file cannot be read.
    """
    from ajs_trainer.paths import places
    from ajs_trainer.record import open_record
    from ajs_trainer.tui.notes.blocks import to_lines
    from ajs_trainer.tui.notes.follow import Follower
    from ajs_trainer.tui.notes.stage_notes import place_of, stage_notes
    from ajs_trainer.workplace import read_workplace

    path = record_path()
    if not path.exists():
        return None
    follower = Follower(read_workplace(places().workplace).floor)
    with open_record(path, read_only=True) as record:
        seen = follower.look(record)
    if seen is None:
        return None
    where = f"{seen.info.title}, {place_of(seen.setup, seen.state)}"
    return [where, "", *to_lines(stage_notes(seen.setup, seen.state, seen.outcomes))]
