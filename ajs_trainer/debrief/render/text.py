"""A debrief as plain text for 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ajs_trainer.debrief.grid import grid
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
from ajs_trainer.debrief.render.bars import BLOCKS, PLAIN, WIDTH, Signs
from ajs_trainer.debrief.render.lines import filled, heading, items
from ajs_trainer.debrief.render.text_grid import grid_lines, steps_lines
from ajs_trainer.debrief.render.text_question import question_lines, thought_lines
from ajs_trainer.debrief.results import Agreement
from ajs_trainer.debrief.summary import Debrief, Part
from ajs_trainer.debrief.words import agreed, facts, note, notes, way
from ajs_trainer.locale import _


def to_text(debrief: Debrief, width: int = WIDTH, plain: bool = False) -> str:
    """The whole debrief; ``plain`` draws with ASCII. Texts of the content keep their letters."""
    signs = PLAIN if plain else BLOCKS
    blocks = [list(block) for block in _blocks(debrief, width, signs)]
    return "\n".join("\n".join(block) + "\n" for block in blocks if block)


def _blocks(debrief: Debrief, width: int, signs: Signs) -> Iterator[Iterable[str]]:
    yield [*heading(debrief.title, width, signs), *filled(facts(debrief), width)]
    if debrief.agreement is not None:
        yield _agreement(debrief.agreement, width, signs)
    each, together = for_each(debrief)
    for part, asked in zip(debrief.parts, each, strict=True):
        if len(debrief.parts) > 1 or part.title != debrief.title:
            yield heading(part.title, width, signs)
        yield from _part(part, asked, width, signs)
    yield from _practice(debrief, width, signs)
    if len(debrief.parts) > 1:
        every = [told for part in debrief.parts for told in part.told]
        yield heading(_("The whole meeting"), width, signs)
        yield grid_lines(grid(every), width, signs)
        yield _titled(_("To talk about"), together, width, signs)
    yield filled(note(debrief), width)


def _practice(debrief: Debrief, width: int, signs: Signs) -> Iterator[list[str]]:
    for practised in debrief.practised:
        yield [
            *heading(practised_title(practised, debrief), width, signs),
            *filled(skill_line(practised), width),
            *filled(rounds_line(practised), width),
        ]
        yield _titled(heard_title(), map(heard_line, practised.heard), width, signs)
    for exercise, stands in exercises(debrief.stands).items():
        before = list(heading(stood_title(exercise, debrief), width, signs))
        for stand in stands:
            asked = filled(stand.statement, width)
            yield [*before, *asked, *items(spot_lines(stand), width, signs)]
            before = []


def _agreement(agreement: Agreement, width: int, signs: Signs) -> Iterator[str]:
    yield from heading(_("Our step"), width, signs)
    for line in (agreement.what, *agreed(agreement)):
        yield from filled(line, width)


def _part(part: Part, asked: Iterable[str], width: int, signs: Signs) -> Iterator[Iterable[str]]:
    for told in part.told:
        yield question_lines(told, width, signs)
        yield _titled(_("The room's own suggestions"), told.own_options, width, signs)
        thoughts = list(thought_lines(told, width, signs))
        yield [_("Thoughts: how many recognised them"), *thoughts] if thoughts else []
    yield steps_lines(part.told, width)
    yield _titled(_("The way we went"), way(part), width, signs)
    if part.told:
        yield grid_lines(grid(part.told), width, signs)
    yield items(notes(part), width, signs)
    yield _titled(_("To talk about"), asked, width, signs)


def _titled(title: str, texts: Iterable[str], width: int, signs: Signs) -> list[str]:
    lines = list(items(texts, width, signs))
    return [title, *lines] if lines else []
