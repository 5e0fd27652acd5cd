"""``ajs history``"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, NamedTuple

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
    from ajs_trainer.record import Record, RunInfo, SessionInfo

SHOWN = ("number", "scenario", "title", "language", "begun", "finished", "choices")
SHOWN_OF_MEETING = ("number", "title", "plan", "scenarios", "date", "closed", "keep_until")


class _Meeting(NamedTuple):
    """A meeting, with the titles of what it was about, and whether there are single answers."""

    info: SessionInfo
    plan: str
    scenarios: tuple[str, ...]
    answers: bool


class _Found(NamedTuple):
    """What there is to show."""

    runs: list[RunInfo]
    habits: Habits
    meetings: list[_Meeting]


@click.command(
    "history",
    cls=Command,
    options_metavar=N_("[OPTIONS]"),
    help=N_(
        "Show your own runs, the latest first, and what you tend to choose. Nobody else sees it, "
        "and there are no points. The meetings that were led on this computer come last."
    ),
)
@click.option("--format", "form", cls=Option, **FORMAT_OPTION)
def command(form: str) -> int:
    """Show the runs of whoever asks, and the meetings."""
    found = _read()
    if form == "json":
        write_json(_data(found))
    else:
        _write(found)
    if not found.runs and not found.meetings:
        remark(_("There is nothing here yet. “ajs play” begins a run."))
        return ExitCode.FOUND
    return ExitCode.OK


def _read() -> _Found:
    from ajs_trainer.play.summary import habits
    from ajs_trainer.record import open_record

    path = record_path()
    if not path.exists():
        return _Found([], habits([]), [])
    with open_record(path, read_only=True) as record:
        participant = record.runs.known(own_code())
        runs = record.runs.of(participant) if participant else []
        meetings = [_meeting(record, info) for info in record.sessions.all()]
        return _Found(runs, habits(_played(record, info) for info in runs), meetings)


def _meeting(record: Record, info: SessionInfo) -> _Meeting:
    setup = record.sessions.setup(info.key)
    titles = (setup.stories[name].scenario.title for name in info.scenarios)
    return _Meeting(info, setup.plan.title, tuple(titles), _has_answers(record, info))


def _has_answers(record: Record, info: SessionInfo) -> bool:
    """Whether somebody answered alone, or may still do so; raised hands are nobody's answer."""
    from ajs_trainer.session.collecting import WAYS

    if not info.closed and WAYS[info.collecting].one_by_one:
        return True
    return bool(record.ballots.tallies(info.key) or record.observations.of(info.key))


def _played(record: Record, info: RunInfo) -> tuple[Scenario, tuple[Event, ...]]:
    return record.runs.content(info.content), record.runs.events(info.key)


def _data(found: _Found) -> dict[str, object]:
    return {
        "runs": [{name: asdict(info)[name] for name in SHOWN} for info in found.runs],
        "when": dict(found.habits.whens),
        "strategy": dict(found.habits.strategies),
        "meetings": [_meeting_data(meeting) for meeting in found.meetings],
    }


def _meeting_data(meeting: _Meeting) -> dict[str, object]:
    info = meeting.info
    shown = {name: asdict(info)[name] for name in SHOWN_OF_MEETING}
    until = info.keep_until if _kept_for_days(meeting) else None
    return shown | {"keep_until": until, "answers_removed": info.forgotten}


def _write(found: _Found) -> None:
    for info in found.runs:
        write(_line(info))
    _write_habits(found.habits)
    if not found.meetings:
        return
    if found.runs:
        write()
    write(_("Meetings:"))
    for meeting in found.meetings:
        write(_meeting_line(meeting))


def _meeting_line(meeting: _Meeting) -> str:
    info = meeting.info
    return _("{number}. {title}, {about}; {state}; {kept}").format(
        number=info.number,
        title=info.title,
        about=_about(meeting),
        state=_("closed") if info.closed else _("not closed"),
        kept=_kept(meeting),
    )


def _about(meeting: _Meeting) -> str:
    """When it was, and its plan and scenarios as far as the title does not say them."""
    title, about = meeting.info.title, meeting.info.date
    if meeting.plan != title:
        about = _("{date} ({plan})").format(date=about, plan=meeting.plan)
    scenarios = [name for name in meeting.scenarios if name != title]
    if scenarios:
        about = _("{about}: {scenarios}").format(about=about, scenarios=", ".join(scenarios))
    return about


def _kept(meeting: _Meeting) -> str:
    """How long the answers of single people are kept."""
    info = meeting.info
    if _kept_for_days(meeting):
        return _("single answers are kept until {date}").format(date=info.keep_until)
    if info.forgotten or info.closed or not meeting.answers:
        return _("no single answers are kept")
    return _("single answers are kept until it is closed")


def _kept_for_days(meeting: _Meeting) -> bool:
    return meeting.info.keep == "days" and meeting.answers and not meeting.info.forgotten


def _write_habits(habits: Habits) -> None:
    from ajs_trainer.model import names

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
