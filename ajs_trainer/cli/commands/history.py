"""``ajs history``"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from ajs_trainer.cli.option import Option
from ajs_trainer.cli.output import FORMAT_OPTION, remark, write, write_json
from ajs_trainer.cli.parts import Command
from ajs_trainer.cli.shared import own_code, record_path
from ajs_trainer.errors import ExitCode
from ajs_trainer.locale import N_, _, ngettext

if TYPE_CHECKING:
    from ajs_trainer.model import Scenario
    from ajs_trainer.play.run import Event
    from ajs_trainer.play.summary import Habits
    from ajs_trainer.record import Record, RunInfo

SHOWN = ("number", "scenario", "title", "language", "begun", "finished", "choices")


@click.command(
    "history",
    cls=Command,
    options_metavar=N_("[OPTIONS]"),
    help=N_(
        "Show your own runs, the latest first, and what you tend to choose. Nobody else sees it, "
        "and there are no points."
    ),
)
@click.option("--format", "form", cls=Option, **FORMAT_OPTION)
def command(form: str) -> int:
    """Show the runs of whoever asks."""
    runs, habits = _read()
    if form == "json":
        write_json(_data(runs, habits))
    else:
        _write(runs, habits)
    if not runs:
        remark(_("There is nothing here yet. “ajs play” begins a run."))
        return ExitCode.FOUND
    return ExitCode.OK


def _read() -> tuple[list[RunInfo], Habits]:
    from ajs_trainer.play.summary import habits
    from ajs_trainer.record import open_record

    path = record_path()
    if not path.exists():
        return [], habits([])
    with open_record(path, read_only=True) as record:
        participant = record.runs.known(own_code())
        runs = record.runs.of(participant) if participant else []
        return runs, habits(_played(record, info) for info in runs)


def _played(record: Record, info: RunInfo) -> tuple[Scenario, tuple[Event, ...]]:
    return record.runs.content(info.content), record.runs.events(info.key)


def _data(runs: list[RunInfo], habits: Habits) -> dict[str, object]:
    return {
        "runs": [{name: asdict(info)[name] for name in SHOWN} for info in runs],
        "when": dict(habits.whens),
        "strategy": dict(habits.strategies),
    }


def _write(runs: list[RunInfo], habits: Habits) -> None:
    from ajs_trainer.model import names

    for info in runs:
        write(_line(info))
    if not habits.choices:
        return
    write()
    write(_("What you tend to choose:"))
    write(
        ", ".join(
            f"{_(names.WHEN_NAMES[when])} {count}" for when, count in habits.whens.items() if count
        )
    )
    write(
        ", ".join(
            f"{_(names.STRATEGY_NAMES[strategy])} {count}"
            for strategy, count in habits.strategies.items()
            if count
        )
    )


def _line(info: RunInfo) -> str:
    return ngettext(
        "{number}. {title}, {date}: {count} choice, {state}",
        "{number}. {title}, {date}: {count} choices, {state}",
        info.choices,
    ).format(
        number=info.number,
        title=info.title,
        date=info.begun,
        count=info.choices,
        state=_("finished") if info.finished else _("not finished"),
    )
