"""A debrief as Markdown, for minutes and notes; texts from outside are never markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from ajs_trainer.characters import visible_line
from ajs_trainer.debrief.disclosure import Statement, TooFew
from ajs_trainer.debrief.grid import Cell, grid, steps
from ajs_trainer.debrief.practice import (
    exercises,
    heard_line,
    heard_title,
    practised_title,
    rounds_line,
    skill_line,
    spot_lines,
    stood_title,
)
from ajs_trainer.debrief.questions import for_each
from ajs_trainer.debrief.reading import RECOGNISED, level
from ajs_trainer.debrief.render.bars import FILLED
from ajs_trainer.debrief.summary import Debrief, Part, Told
from ajs_trainer.debrief.words import (
    LEVEL_NAMES,
    agreed,
    amount,
    choice,
    facts,
    grid_title,
    how_answered,
    movement,
    note,
    notes,
    pairs,
    rounds,
    sentence,
    way,
)
from ajs_trainer.locale import _
from ajs_trainer.model.names import BARRIER_NAMES, STRATEGY_NAMES, WHEN_NAMES
from ajs_trainer.model.vocabulary import BARRIERS, STRATEGIES, WHENS

_MARKS = re.compile(r"[\\`*_{}\[\]#|~$@]|:(?=//)|(?<=www)\.")
"""Signs that mean something inside a line, those that make links of addresses included."""
_START = re.compile(r"^(?=[-+=])|^\d+(?=[.)])")
"""What makes a list or a heading at the start of a line."""


def to_markdown(debrief: Debrief) -> str:
    """The whole debrief."""
    blocks = [list(block) for block in _blocks(debrief)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def literal(content: str) -> str:
    """A text that shows as it is written: on one line, with every sign of Markdown escaped."""
    shown = escape(visible_line(content).strip(), quote=False)
    return _START.sub(r"\g<0>\\", _MARKS.sub(r"\\\g<0>", shown))


def _blocks(debrief: Debrief) -> Iterator[Iterable[str]]:
    yield [f"# {literal(debrief.title)}"]
    yield [literal(facts(debrief))]
    if debrief.agreement is not None:
        yield [_heading(_("Our step"), 2)]
        yield [f"**{literal(debrief.agreement.what)}**"]
        yield _items(agreed(debrief.agreement))
    each, together = for_each(debrief)
    for part, asked in zip(debrief.parts, each, strict=True):
        yield from _part(part, asked)
    yield from _practice(debrief)
    if len(debrief.parts) > 1:
        every = [told for part in debrief.parts for told in part.told]
        yield [_heading(_("The whole meeting"), 2)]
        yield _steps(every)
        yield from _places(every)
        yield from _titled(_("To talk about"), together)
    yield [literal(note(debrief))]


def _practice(debrief: Debrief) -> Iterator[list[str]]:
    for practised in debrief.practised:
        yield [_heading(practised_title(practised, debrief), 2)]
        yield [literal(f"{skill_line(practised)} {rounds_line(practised)}")]
        yield from _titled(heard_title(), map(heard_line, practised.heard))
    for exercise, stands in exercises(debrief.stands).items():
        yield [_heading(stood_title(exercise, debrief), 2)]
        for stand in stands:
            yield from _titled(stand.statement, spot_lines(stand))


def _heading(title: str, level: int) -> str:
    return f"{'#' * level} {literal(title)}"


def _items(texts: Iterable[str]) -> list[str]:
    return [f"- {literal(each)}" for each in texts]


def _titled(title: str, texts: Iterable[str]) -> Iterator[list[str]]:
    """A list below a heading of its own; nothing when the list is empty."""
    if lines := _items(texts):
        yield [_heading(title, 3)]
        yield lines


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [titles, ["---"] * len(titles), *rows]
    return ["| " + " | ".join(row) + " |" for row in lines]


def _part(part: Part, asked: Sequence[str]) -> Iterator[list[str]]:
    yield [_heading(part.title, 2)]
    for told in part.told:
        yield from _question(told)
        yield from _titled(_("The room's own suggestions"), told.own_options)
    yield from _thoughts(part)
    yield _steps(part.told)
    yield from _titled(_("The way we went"), way(part))
    yield from _places(part.told)
    yield _items(notes(part))
    yield from _titled(_("To talk about"), asked)


def _question(told: Told) -> Iterator[list[str]]:
    yield [_heading(told.question.text, 3)]
    if told.last is None or isinstance(told.last, TooFew):
        yield _items(choice(option) for option in told.question.options)
        if told.last is not None:
            yield [literal(pairs())]
        return
    yield [literal(how_answered(told))]
    held = rounds(told)
    for title, statement in held:
        if words := sentence(statement):
            yield [literal(f"{title}: {words}" if title else words)]
    yield _table(
        [literal(each) for each in (_("Choice"), *(title or _("Answers") for title, _s in held))],
        [
            [literal(choice(option)), *(_amount(statement, number) for _title, statement in held)]
            for number, option in enumerate(told.question.options)
        ],
    )
    yield _items(movement(told))


def _amount(statement: Statement, option: int) -> str:
    """How many, with three squares for the eye."""
    shown = level(statement, option)
    if shown is None:
        return ""
    filled = FILLED[shown]
    return f"{'■' * filled}{'□' * (3 - filled)} {literal(amount(statement, option))}"


def _thoughts(part: Part) -> Iterator[list[str]]:
    rows = []
    for told in part.told:
        for thought in told.thoughts:
            if level(thought.statement, RECOGNISED) is None:
                continue
            barrier = thought.thought.barrier
            step = "" if barrier is None else literal(_(BARRIER_NAMES[barrier]))
            rows.append(
                [literal(thought.thought.text), step, _amount(thought.statement, RECOGNISED)]
            )
    if rows:
        yield [_heading(_("Thoughts: how many recognised them"), 3)]
        titles = (_("Thought"), _("Holds back the step"), _("Recognised it"))
        yield _table([literal(title) for title in titles], rows)


def _steps(questions: Sequence[Told]) -> list[str]:
    """The five steps, those in bold that the room's thoughts hold back; nothing if none."""
    found = steps(questions)
    if not found.met:
        return []
    about = (
        _("Five steps to doing something. Marked: where thoughts that you know hold back.")
        if found.recognised
        else _("Five steps to doing something. Where does it stop here?")
    )
    names = {step: literal(_(BARRIER_NAMES[step])) for step in BARRIERS}
    row = " · ".join(
        f"**{name}**" if step in found.recognised else name for step, name in names.items()
    )
    return [f"{literal(about)} {row}"]


def _places(questions: Sequence[Told]) -> Iterator[list[str]]:
    if not questions:
        return
    found = grid(questions)
    yield [_heading(grid_title(found), 3)]
    rows = [
        [literal(_(STRATEGY_NAMES[strategy]))]
        + [_place(found.cell(strategy, when)) for when in WHENS]
        for strategy in STRATEGIES
    ]
    titles = (_("Kind of action"), *(_(WHEN_NAMES[when]) for when in WHENS))
    yield _table([literal(title) for title in titles], rows)
    yield [literal(_("Empty squares had no choice. What could stand there?"))]


def _place(cell: Cell) -> str:
    if not cell.options:
        return ""
    if cell.level is None:
        return literal(_("to choose from"))
    filled = FILLED[cell.level]
    return f"{'■' * filled}{'□' * (3 - filled)} {literal(_(LEVEL_NAMES[cell.level]))}"
