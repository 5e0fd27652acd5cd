"""What the statements are read as: leaning, movement, grid, steps, questions, and the trend."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ajs_trainer.debrief.disclosure import publish
from ajs_trainer.debrief.grid import grid, steps
from ajs_trainer.debrief.questions import after_reveal, for_debrief, for_each, for_part
from ajs_trainer.debrief.reading import Move, moves, outcome, stayed
from ajs_trainer.debrief.results import Answers, Fit, GuideQuestion, Outcome
from ajs_trainer.debrief.summary import Told, summarise
from ajs_trainer.debrief.trend import trend
from tests.debrief.enumeration import outcomes
from tests.debrief.results import alike
from tests.debrief.rooms import CAR, FOUR, OPEN, SIX, TWELVE, day, hands, secret

spreads = st.lists(st.integers(0, 12), min_size=4, max_size=4).map(tuple)


def asked(first: Answers | None, second: Answers | None = None) -> Told:
    """The question in the car with these answers."""
    return Told(
        CAR,
        None if first is None else publish(first),
        None if second is None else publish(second),
    )


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (secret(8, 2, 1, 1), "gathered"),
        (secret(6, 3, 2, 1), "split"),
        (secret(6, 6, 0, 0), "split"),
        (secret(3, 3, 3, 3), "spread"),
        (secret(4, 1, 1, 0), "gathered"),
        (secret(3, 3, 0, 0), "split"),
        (secret(1, 1, 1, 1), "too-few"),
        (hands(2, 1, 0, 0), "gathered"),
        (hands(2, 2, 0, 0), "split"),
        (hands(1, 1, 1, 1), "spread"),
        (hands(0, 0, 0, 0), "too-few"),
    ],
)
def test_an_outcome_is_read_from_what_is_told(answers: Answers, expected: Outcome) -> None:
    assert outcome(publish(answers)) == expected


def test_what_certainly_moved_is_told() -> None:
    assert moves(asked(secret(1, 8, 2, 1), secret(3, 3, 5, 1))) == (
        Move(1, "fewer"),
        Move(2, "more"),
    )
    assert moves(asked(secret(1, 4, 1, 0), secret(2, 2, 2, 0))) == (Move(1, "fewer"),)
    assert moves(asked(hands(1, 2, 0, 0), hands(2, 1, 0, 0))) == (
        Move(0, "more"),
        Move(1, "fewer"),
    )
    assert moves(asked(secret(1, 8, 2, 1))) == ()
    assert moves(asked(secret(1, 1, 1, 1), secret(2, 2, 0, 0))) == ()


@given(spreads, spreads, st.booleans(), st.booleans())
@settings(deadline=None)
def test_a_move_that_is_told_has_happened(
    before: tuple[int, ...], after: tuple[int, ...], hidden: bool, hidden_then: bool
) -> None:
    for move in moves(asked(Answers(before, hidden), Answers(after, hidden_then))):
        grew = after[move.option] > before[move.option]
        shrank = after[move.option] < before[move.option]
        assert grew if move.direction == "more" else shrank


@given(st.sampled_from(list(outcomes(12, 4))), st.data())
@settings(deadline=None)
def test_the_same_picture_twice_is_no_movement(
    before: tuple[int, ...], data: st.DataObject
) -> None:
    after = data.draw(st.sampled_from(alike(before)))
    told = asked(Answers(before, True), Answers(after, True))

    assert stayed(told)
    assert moves(told) == ()


def test_the_grid_shows_where_the_room_landed_last_and_what_was_never_offered() -> None:
    found = grid(summarise(TWELVE).parts[0].told)

    assert found.leaned() == (("support", "before"),)
    assert found.cell("wait", "during").options == 2
    assert found.cell("wait", "during").level == "low", "the first question is told after the talk"
    assert ("delay", "after") in found.empty()
    assert ("support", "before") not in found.empty()


def test_a_room_below_the_floor_has_a_grid_of_offers_only() -> None:
    found = grid(summarise(FOUR).parts[0].told)

    assert found.leaned() == ()
    assert found.cell("direct", "before").options == 1
    assert found.cell("direct", "before").level is None


def test_steps_are_those_of_thoughts_that_more_than_a_few_recognised() -> None:
    found = steps(summarise(TWELVE).parts[0].told)

    assert found.recognised == ("interpret", "act")
    assert found.met == ("interpret", "act")
    assert steps(summarise(FOUR).parts[0].told).recognised == ()


def test_the_guide_comes_first_when_what_came_out_is_what_it_is_for() -> None:
    split = GuideQuestion("Delat?", outcome="split")
    always = GuideQuestion("Alltid?", "bilen")
    elsewhere = GuideQuestion("Inte här?", "receptionen")

    divided = after_reveal(asked(secret(6, 3, 2, 1)), (always, split, elsewhere))
    gathered = after_reveal(asked(secret(8, 2, 1, 1)), (always, split, elsewhere))

    assert divided == ["Delat?", "Alltid?"]
    assert gathered == [
        "Många av er valde lika. Vilket är det bästa skälet för något annat?",
        "Alltid?",
    ]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (asked(secret(1, 8, 2, 1)), "Flera av er skulle avvakta."),
        (asked(secret(1, 8, 2, 1), secret(8, 1, 2, 1)), "Något flyttade sig efter samtalet."),
        (asked(secret(1, 8, 2, 1), secret(1, 8, 1, 2)), "Bilden är densamma efter samtalet."),
        (asked(secret(3, 3, 3, 3)), "Ni valde olika."),
        (asked(secret(1, 1, 1, 0)), "Vad skulle hjälpa dig att göra något här"),
    ],
)
def test_general_questions_fit_what_came_out(told: Told, expected: str) -> None:
    assert any(question.startswith(expected) for question in after_reveal(told, limit=9))


def test_an_unsafe_choice_that_drew_several_is_asked_about() -> None:
    options = (replace(CAR.options[0], unsafe=True), *CAR.options[1:])
    question = replace(CAR, options=options)
    drawn = Told(question, publish(secret(6, 3, 2, 1)))
    avoided = Told(question, publish(secret(2, 6, 3, 1)))

    assert any("osäkert" in each for each in after_reveal(drawn, limit=9))
    assert not any("osäkert" in each for each in after_reveal(avoided, limit=9))


@pytest.mark.parametrize(
    ("told", "fit", "general"),
    [
        (asked(secret(1, 8, 2, 1)), "waited", "Flera av er skulle avvakta."),
        (asked(secret(1, 8, 2, 1), secret(8, 1, 2, 1)), "moved", "Något flyttade sig"),
        (asked(secret(1, 8, 2, 1), secret(1, 8, 1, 2)), "stayed", "Bilden är densamma"),
        (asked(secret(1, 1, 1, 0)), "too-few", "Vad skulle hjälpa dig"),
    ],
)
def test_a_question_of_the_guide_is_asked_instead_of_the_general_one(
    told: Told, fit: Fit, general: str
) -> None:
    asks = after_reveal(told, (GuideQuestion("Egen?", outcome=fit),), limit=9)
    divided = after_reveal(
        asked(secret(3, 1, 3, 5)), (GuideQuestion("Egen?", outcome=fit),), limit=9
    )

    assert "Egen?" in asks
    assert not any(each.startswith(general) for each in asks)
    assert "Egen?" not in divided


def test_an_unsafe_choice_has_questions_of_its_own_in_the_guide() -> None:
    question = replace(CAR, options=(replace(CAR.options[0], unsafe=True), *CAR.options[1:]))
    guide = (GuideQuestion("Vad lockar?", outcome="unsafe"),)

    assert "Vad lockar?" in after_reveal(Told(question, publish(secret(6, 3, 2, 1))), guide, 9)
    assert "Vad lockar?" not in after_reveal(Told(question, publish(secret(2, 6, 3, 1))), guide, 9)


def test_a_question_that_nobody_has_answered_gets_what_always_fits() -> None:
    guide = (GuideQuestion("Alltid?"), GuideQuestion("Delat?", outcome="split"))

    assert after_reveal(asked(None), guide) == ["Alltid?"]


def test_a_scenario_asks_about_a_step_or_a_time_that_was_missing() -> None:
    questions = for_part(summarise(TWELVE).parts[0])

    assert len(questions) == 4
    assert "”Det var nog inget.” Hur tar man reda på det?" in questions


def test_a_day_asks_no_question_twice() -> None:
    debrief = summarise(day())
    each, together = for_each(debrief)
    every = [question for questions in (*each, together) for question in questions]

    assert together == for_debrief(debrief)
    assert len(every) == len(set(every))


def test_a_trend_is_in_order_of_date_and_leaves_out_small_meetings() -> None:
    meetings = [
        summarise(replace(TWELVE, date="2026-03-04")),
        summarise(replace(FOUR, date="2026-02-04")),
        summarise(replace(SIX, date="2026-01-04")),
    ]
    found = trend(meetings)

    assert [meeting.date for meeting in found.meetings] == ["2026-01-04", "2026-03-04"]
    assert found.left_out == 1
    assert found.meetings[0].leaned == ("distract",)
    assert found.meetings[1].leaned == ("support",)
    assert found.meetings[1].recognised == ("interpret", "act")
    assert set(found.meetings[1].leaned) <= set(found.meetings[1].met)
    assert found.never_leaned() == ("direct", "delegate", "delay", "document")
    with pytest.raises(ValueError, match="4"):
        trend(meetings, floor=4)


def test_open_counts_lean_like_hidden_ones() -> None:
    found = grid(summarise(OPEN).parts[0].told)

    assert found.leaned() == (("support", "before"),)
