"""The way on by majority follows what is told, and nothing else."""

from __future__ import annotations

import pytest

from ajs_trainer.debrief.disclosure import Bands, Counts, Majority, Statement, TooFew
from ajs_trainer.debrief.results import Option, Question
from ajs_trainer.debrief.summary import Told
from ajs_trainer.tui.lead.stages.way import leader

QUESTION = Question(
    "provet",
    "kaffet",
    "Vad gör du?",
    tuple(Option(name, name.title(), "during", "direct") for name in ("a", "b", "c")),
)


@pytest.mark.parametrize(
    ("last", "name"),
    [
        (None, ""),
        (TooFew(4), ""),
        (Majority(6, 1), "b"),
        (Majority(6, None), ""),
        (Bands(12, ("low", "low", "high")), "c"),
        (Bands(12, ("low", "middle", "low")), "b"),
        (Bands(12, ("middle", "middle", "low")), ""),
        (Counts((2, 3, 1)), "b"),
        (Counts((3, 3, 1)), ""),
        (Counts((0, 0, 0)), ""),
    ],
)
def test_only_an_option_that_is_told_to_be_ahead_leads_on(
    last: Statement | None, name: str
) -> None:
    assert leader(Told(QUESTION, last)) == name


def test_what_came_out_after_the_talk_decides() -> None:
    assert leader(Told(QUESTION, Counts((5, 0, 0)), Counts((1, 4, 0)))) == "b"
