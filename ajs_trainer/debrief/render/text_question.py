"""One question as text, made to be read from the back of a room."""

from __future__ import annotations

from collections.abc import Iterator

from ajs_trainer.debrief.disclosure import TooFew
from ajs_trainer.debrief.reading import RECOGNISED, level, moves, stayed
from ajs_trainer.debrief.render.bars import BLOCKS, WIDTH, Signs
from ajs_trainer.debrief.render.lines import filled, items
from ajs_trainer.debrief.summary import Told, ToldThought
from ajs_trainer.debrief.words import amount, how_answered, movement, pairs, rounds, sentence
from ajs_trainer.locale import _
from ajs_trainer.model.names import BARRIER_NAMES

SMALL = 3
"""Width of a block beside a thought."""
ROUND = 9
"""Room for the name of a round before its bar."""
AFTER = 30
"""Room for the words after a bar, and what moved."""


def question_lines(told: Told, width: int = WIDTH, signs: Signs = BLOCKS) -> Iterator[str]:
    """What was asked and where the room landed.

    A question of one line with five options of one line each and two rounds takes 22 lines.
    """
    yield from filled(told.question.text, width)
    if told.last is None or isinstance(told.last, TooFew):
        yield from items((option.text for option in told.question.options), width, signs)
        if told.last is not None:
            yield ""
            yield from filled(pairs(), width)
        return
    yield from filled(how_answered(told), width)
    for name, statement in rounds(told):
        if words := sentence(statement):
            yield from filled(f"{name}: {words}" if name else words, width)
    for number, option in enumerate(told.question.options):
        yield ""
        yield from filled(option.text, width)
        yield from _bars(told, number, width, signs)
    if stayed(told):
        yield ""
        yield from filled(movement(told)[0], width)


def _bars(told: Told, option: int, width: int, signs: Signs) -> Iterator[str]:
    """The bars of an option, one for each round; a change is named beside the last."""
    held = rounds(told)
    block = max(SMALL, (width - ROUND - AFTER - 2) // 3)
    for number, (name, statement) in enumerate(held, start=1):
        last = number == len(held)
        shown = level(statement, option)
        parts = []
        if shown is not None:
            parts = [signs.bar(shown, block, slim=not last), amount(statement, option)]
        if last:
            parts += _change(told, option, signs)
        if parts:
            yield (name.ljust(ROUND) if name else "") + "  ".join(parts)


def _change(told: Told, option: int, signs: Signs) -> list[str]:
    for move in moves(told):
        if move.option == option:
            more = move.direction == "more"
            sign, word = (signs.more, _("more")) if more else (signs.fewer, _("fewer"))
            return [f"{sign} {word}"]
    return []


def thought_lines(told: Told, width: int = WIDTH, signs: Signs = BLOCKS) -> Iterator[str]:
    """The thoughts of a scene that something is told about, with the step that each holds back."""
    for thought in told.thoughts:
        yield from _thought(thought, width, signs)


def _thought(told: ToldThought, width: int, signs: Signs) -> Iterator[str]:
    shown = level(told.statement, RECOGNISED)
    if shown is None:
        return
    text = f"”{told.thought.text}”"
    if told.thought.barrier is not None:
        text = f"{text} ({_(BARRIER_NAMES[told.thought.barrier])})"
    lead = f"{signs.bar(shown, SMALL, slim=True)}  {amount(told.statement, RECOGNISED)}  "
    yield from filled(text, width, lead)
