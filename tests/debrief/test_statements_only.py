"""Everything that is shown is a function of the published statements: two rooms of which the same
is told look the same to the last byte, in every format."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ajs_trainer.debrief.disclosure import leading
from ajs_trainer.debrief.render.csv import to_csv
from ajs_trainer.debrief.render.html import to_html
from ajs_trainer.debrief.render.json import to_json as printed
from ajs_trainer.debrief.render.markdown import to_markdown
from ajs_trainer.debrief.render.text import to_text
from ajs_trainer.debrief.render.text_trend import trend_text
from ajs_trainer.debrief.results import SessionResult
from ajs_trainer.debrief.summary import Debrief, from_json, summarise, to_json
from ajs_trainer.debrief.trend import trend
from tests.debrief.results import result_twins, results

FORMATS = (to_text, to_markdown, to_html, to_csv, printed)


def everything(debrief: Debrief) -> list[str]:
    """What can be seen of a debrief."""
    shown = [draw(debrief) for draw in FORMATS]
    leaders = [
        str(leading(statement))
        for part in debrief.parts
        for told in part.told
        for statement in (told.first, told.second)
        if statement is not None
    ]
    return [*shown, trend_text(trend([debrief])), *leaders]


@given(result_twins())
@settings(max_examples=150, deadline=None)
def test_rooms_of_which_the_same_is_told_look_the_same(
    pair: tuple[SessionResult, SessionResult],
) -> None:
    one, other = (summarise(result) for result in pair)

    assert one == other
    assert everything(one) == everything(other)


@given(results)
@settings(deadline=None)
def test_what_was_frozen_is_read_back_and_shown_the_same(result: SessionResult) -> None:
    debrief = summarise(result)
    frozen = to_json(debrief)
    read = from_json(frozen)

    assert read == debrief
    assert to_json(read) == frozen
    assert everything(read) == everything(debrief)


@given(results, st.integers(5, 30))
@settings(deadline=None)
def test_a_higher_floor_never_tells_more(result: SessionResult, floor: int) -> None:
    for part, raised in zip(summarise(result).parts, summarise(result, floor).parts, strict=True):
        for told, silent in zip(part.told, raised.told, strict=True):
            for before, after in ((told.first, silent.first), (told.second, silent.second)):
                assert after == before or (after is not None and after.kind == "too-few")
