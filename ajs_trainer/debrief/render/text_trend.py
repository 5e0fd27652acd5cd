"""What a workplace has practised over several meetings, as text for 80 columns."""

from __future__ import annotations

from collections.abc import Iterator

from ajs_trainer.debrief.render.bars import BLOCKS, PLAIN, WIDTH, Signs
from ajs_trainer.debrief.render.lines import filled, heading, items
from ajs_trainer.debrief.trend import Meeting, Trend
from ajs_trainer.debrief.words import agreed
from ajs_trainer.locale import _, ngettext
from ajs_trainer.model.names import BARRIER_NAMES, KKA_STRATEGY_NAMES, STRATEGY_NAMES
from ajs_trainer.model.vocabulary import BARRIERS, STRATEGIES

NAME = 16
COLUMN = 12


def trend_text(trend: Trend, width: int = WIDTH, plain: bool = False) -> str:
    """The latest meetings side by side, as many as fit, and what each of them agreed on."""
    signs = PLAIN if plain else BLOCKS
    latest = trend.meetings[-max(1, (width - NAME) // COLUMN) :]
    blocks = [list(block) for block in _blocks(trend, latest, width, signs)]
    return "\n".join("\n".join(block) + "\n" for block in blocks if block)


def _blocks(
    trend: Trend, latest: tuple[Meeting, ...], width: int, signs: Signs
) -> Iterator[list[str]]:
    yield list(heading(_("What we have practised"), width, signs))
    if trend.left_out:
        number = trend.left_out
        text = ngettext(
            "{count} meeting with too few participants is left out.",
            "{count} meetings with too few participants are left out.",
            number,
        )
        yield filled(text.format(count=number), width)
    yield _practised(trend, width, signs)
    if not latest:
        yield [] if trend.practised else filled(_("There is nothing to show yet."), width)
        return
    yield [*_strategies(latest, signs), "", *_steps(latest, signs)]
    if never := trend.never_leaned():
        names = ", ".join(_(STRATEGY_NAMES[strategy]) for strategy in never)
        yield filled(_("No meeting leaned to: {names}. Worth a try?").format(names=names), width)
    for meeting in latest:
        yield _agreement(meeting, width, signs)


def _practised(trend: Trend, width: int, signs: Signs) -> list[str]:
    """In how many meetings each KKA strategy was practised, and which are left."""
    if not trend.practised:
        return []
    lines = [
        ngettext("{strategy}: {count} meeting", "{strategy}: {count} meetings", count).format(
            strategy=_(KKA_STRATEGY_NAMES[strategy]), count=count
        )
        for strategy, count in trend.practised.items()
    ]
    said = [_("KKA strategies practised in role-plays"), *items(lines, width, signs)]
    if never := trend.never_practised():
        names = ", ".join(_(KKA_STRATEGY_NAMES[strategy]) for strategy in never)
        said += filled(_("Not practised yet: {names}.").format(names=names), width)
    return said


def _row(name: str, cells: Iterator[str]) -> str:
    return (name.ljust(NAME) + "".join(cell.ljust(COLUMN) for cell in cells)).rstrip()


def _strategies(latest: tuple[Meeting, ...], signs: Signs) -> Iterator[str]:
    yield _row("", (meeting.date for meeting in latest))
    for strategy in STRATEGIES:
        yield _row(
            _(STRATEGY_NAMES[strategy]),
            (
                signs.slim * 3
                if strategy in meeting.leaned
                else signs.empty * 3
                if strategy in meeting.met
                else ""
                for meeting in latest
            ),
        )
    yield _("{full} the room leaned here   {empty} it was there to choose").format(
        full=signs.slim * 3, empty=signs.empty * 3
    )


def _steps(latest: tuple[Meeting, ...], signs: Signs) -> Iterator[str]:
    for step in BARRIERS:
        marks = (signs.slim * 3 if step in meeting.recognised else "" for meeting in latest)
        yield _row(_(BARRIER_NAMES[step]), marks)
    yield _("{full} thoughts that hold this step back were recognised").format(full=signs.slim * 3)


def _agreement(meeting: Meeting, width: int, signs: Signs) -> list[str]:
    if meeting.agreement is None:
        return []
    lines = filled(f"{meeting.date} {meeting.title}", width)
    return [*lines, *items((meeting.agreement.what, *agreed(meeting.agreement)), width, signs)]
