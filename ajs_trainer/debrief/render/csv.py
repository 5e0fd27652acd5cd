"""A debrief as a table for a spreadsheet: an option or a thought a row, and no formula ever.

Semicolons, quotes around every field and a byte order mark are what Excel in Swedish opens right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ajs_trainer.characters import visible_line
from ajs_trainer.debrief.disclosure import Counts, Statement, TooFew, bounds
from ajs_trainer.debrief.practice import levels_line, rounds_line, spot_lines
from ajs_trainer.debrief.reading import RECOGNISED, level
from ajs_trainer.debrief.results import Practised, Stand
from ajs_trainer.debrief.summary import Debrief, Part, Told
from ajs_trainer.debrief.words import LEVEL_NAMES, amount, choice, sentence
from ajs_trainer.locale import _
from ajs_trainer.model.names import (
    BARRIER_NAMES,
    KKA_STRATEGY_NAMES,
    STRATEGY_NAMES,
    WHEN_NAMES,
)
from ajs_trainer.model.names import LEVEL_NAMES as PRACTISED_NAMES

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
FORMULA = ("=", "+", "-", "@", "\t", "\0")
"""What a spreadsheet may take for the start of a formula."""
FULL_WIDTH = ("＝", "＋", "－", "＠")
"""The same in full width, which some spreadsheets fold to the plain ones."""

Row = Sequence[str]


def to_csv(debrief: Debrief) -> str:
    """The table, to be written as UTF-8; it opens with a byte order mark."""
    rows = [_titles(), *_rows(debrief)]
    return BYTE_ORDER_MARK + "".join(";".join(map(_field, row)) + "\r\n" for row in rows)


def _field(content: str) -> str:
    """A field in quotes; an apostrophe keeps a spreadsheet from reading a formula."""
    shown = visible_line(content)
    risky = content.startswith(FORMULA) or shown.lstrip().startswith(FORMULA + FULL_WIDTH)
    quoted = ("'" + shown if risky else shown).replace('"', '""')
    return f'"{quoted}"'


def _titles() -> Row:
    return (
        _("Date"),
        _("Meeting"),
        _("Participants"),
        _("Scenario"),
        _("Scene"),
        _("Question"),
        _("Kind"),
        _("Choice or thought"),
        _("Time"),
        _("Strategy or step"),
        _("Round"),
        _("Collected"),
        _("Answers"),
        _("Level"),
        _("At least"),
        _("At most"),
        _("In words"),
    )


def _rows(debrief: Debrief) -> Iterator[Row]:
    head = (debrief.date, debrief.title, str(debrief.participation.present))
    for part in debrief.parts:
        for told in part.told:
            for tail in (*_options(told), *_thoughts(told)):
                yield (*head, *_place(part, told), *tail)
    for practised in debrief.practised:
        for row in _practised(practised):
            yield (*head, practised.title, "", practised.skill, *row)
    for stand in debrief.stands:
        for row in _stood(stand):
            yield (*head, stand.exercise, "", stand.statement, *row)


def _practised(practised: Practised) -> Iterator[Row]:
    """The rounds, then in how many of them each level was noted, then the words."""
    strategy = _(KKA_STRATEGY_NAMES[practised.strategy])

    def row(kind: str, text: str, level: str, count: str, said: str) -> Row:
        return (kind, text, "", strategy, "", _("openly"), "", level, count, count, said)

    number = str(practised.rounds)
    yield row(_("role-play"), practised.title, "", number, rounds_line(practised))
    for heard in practised.heard:
        for noted, count in heard.levels.items():
            name = _(PRACTISED_NAMES[noted])
            yield row(_("behaviour"), heard.behaviour, name, str(count), levels_line(heard))
        for words in heard.words:
            yield row(_("words heard"), heard.behaviour, "", "", words)


def _stood(stand: Stand) -> Iterator[Row]:
    answers = str(stand.counted)
    for spot, said in zip(stand.spots, spot_lines(stand), strict=True):
        count = str(spot.count)
        about = (_("stand"), spot.text, "", "", "")
        yield (*about, _("openly"), answers, "", count, count, said)


def _place(part: Part, told: Told) -> Row:
    return (part.title, told.question.scene, told.question.text)


def _options(told: Told) -> Iterator[Row]:
    for number, option in enumerate(told.question.options):
        about = (
            _("choice"),
            choice(option),
            _(WHEN_NAMES[option.when]),
            _(STRATEGY_NAMES[option.strategy]),
        )
        for name, statement in ((_("first"), told.first), (_("second"), told.second)):
            if statement is not None:
                yield (*about, name, *_said(statement, number))


def _thoughts(told: Told) -> Iterator[Row]:
    for thought in told.thoughts:
        barrier = thought.thought.barrier
        step = "" if barrier is None else _(BARRIER_NAMES[barrier])
        about = (_("thought"), thought.thought.text, "", step, _("first"))
        yield (*about, *_said(thought.statement, RECOGNISED))


def _said(statement: Statement, option: int) -> Row:
    """What a statement says of an option: nothing but that there were answers, or an interval."""
    shown = level(statement, option)
    least, most = bounds(statement, option)
    known = not isinstance(statement, TooFew)
    return (
        _("openly") if isinstance(statement, Counts) else _("in secret"),
        str(statement.answered),
        "" if shown is None else _(LEVEL_NAMES[shown]),
        str(least) if known else "",
        str(most) if known else "",
        amount(statement, option) or sentence(statement),
    )
