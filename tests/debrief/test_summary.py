"""What is frozen when a session closes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ajs_trainer.debrief.disclosure import Bands, TooFew
from ajs_trainer.debrief.results import Attendance
from ajs_trainer.debrief.summary import Participation, from_json, summarise, to_json
from ajs_trainer.debrief.words import participants
from tests.debrief.rooms import FOUR, TWELVE


def test_a_debrief_holds_statements_in_place_of_counts() -> None:
    debrief = summarise(TWELVE)
    told = debrief.parts[0].told[0]

    assert told.first == Bands(12, ("low", "high", "low", "low"))
    assert told.last == told.second == Bands(12, ("low", "low", "middle", "low"))
    assert "counts" not in to_json(debrief)


def test_a_small_room_is_told_nothing_about_its_choices() -> None:
    told = summarise(FOUR).parts[0].told[0]

    assert told.first == TooFew(4)
    assert {thought.statement for thought in told.thoughts} == {TooFew(4)}


def test_the_workplace_can_raise_the_floor_and_not_lower_it() -> None:
    assert summarise(TWELVE, floor=13).parts[0].told[0].first == TooFew(12)
    with pytest.raises(ValueError, match="4"):
        summarise(TWELVE, floor=4)


@pytest.mark.parametrize(
    ("attendance", "published"),
    [
        (Attendance(12), Participation(12)),
        (Attendance(12, 7, 5), Participation(12, 7, 5)),
        (Attendance(12, 7, 5, 0, 0), Participation(12, 7, 5, 0, 0)),
        (Attendance(12, 7, 4, 1, 0), Participation(12, 7, 4, unnamed=1)),
        (Attendance(12, 6, 4, None, 2), Participation(12, 6, 4, unnamed=2)),
        (Attendance(30, 12, 12, 1, 5), Participation(30, 12, 12, unnamed=6)),
        (Attendance(30, 10, 10, 5, 5), Participation(30, 10, 10, 5, 5)),
    ],
)
def test_few_of_another_gender_are_told_together_with_those_not_stated(
    attendance: Attendance, published: Participation
) -> None:
    debrief = summarise(replace(TWELVE, attendance=attendance))

    assert debrief.participation == published


def test_participation_is_said_in_words() -> None:
    assert participants(Participation(1)) == "1 deltagare"
    assert participants(Participation(12, 7, 4, unnamed=1)) == (
        "12 deltagare (7 kvinnor, 4 män, 1 annat eller ej angivet)"
    )
    assert participants(Participation(12, 12, 0, 0, 0)) == "12 deltagare (12 kvinnor, 0 män)"


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"title": "x"}', "null"])
def test_what_is_not_a_debrief_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"validation error|JSON"):
        from_json(text)


def test_a_debrief_of_a_later_format_is_refused() -> None:
    later = to_json(summarise(TWELVE)).replace('"format":1', '"format":2')

    with pytest.raises(ValueError, match="format"):
        from_json(later)
