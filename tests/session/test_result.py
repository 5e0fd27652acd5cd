"""What a meeting came to: counted choices from the record, open counts from the state."""

from __future__ import annotations

from typing import Any

import pytest

from ajs_trainer.debrief.results import (
    Agreement,
    Answers,
    Attendance,
    GuideQuestion,
    Option,
    SessionResult,
    Step,
)
from ajs_trainer.debrief.summary import from_json, summarise, to_json
from ajs_trainer.session.course import replay
from ajs_trainer.session.events import (
    Advanced,
    Agreed,
    Attended,
    CollectingChosen,
    CountsTyped,
    Finished,
    LeftScenario,
    Noted,
    SessionEvent,
    WentOn,
)
from ajs_trainer.session.result import Tallies, Tally, question_id, result
from ajs_trainer.session.stages import Stage
from ajs_trainer.session.state import SessionState, Setup
from tests.builders import choice
from tests.session.meetings import SCENES, setup

TO_FIRST = (Advanced(),) * 5
"""From the welcome through reading, thoughts, realism and people to the first choice."""
TO_WAY = (Advanced(),) * 5
"""From the first choice on to the way that the story takes."""


def came_to(
    meeting: Setup, events: tuple[SessionEvent, ...], tallies: Tallies | None = None, **facts: Any
) -> SessionResult:
    """The result of a meeting in which this happened."""
    state = replay(meeting, events)
    return result(meeting, state, tallies or {}, title="APT i mars", date="2026-03-04", **facts)


def test_the_events_lead_where_the_tests_say() -> None:
    meeting = setup()
    state: SessionState = replay(meeting, TO_FIRST)
    assert state.place.stage is Stage.FIRST
    assert replay(meeting, TO_FIRST + TO_WAY).place.stage is Stage.WAY
    assert state.question is not None
    assert question_id(state.question) == "1/kaffet"


def test_secret_choices_come_from_the_tallies() -> None:
    tallies: Tallies = {
        ("1/kaffet", "first"): Tally({"vanta": 5, "fraga": 3}, {"t": 2}),
        ("1/kaffet", "second"): Tally({"fraga": 7}),
    }

    (played,) = came_to(setup(), TO_FIRST + TO_WAY, tallies).played
    (asked,) = played.asked

    assert asked.first == Answers((3, 5), secret=True)
    assert asked.second == Answers((7, 0), secret=True)
    assert [option.id for option in asked.question.options] == ["fraga", "vanta"]
    assert asked.question.options[1] == Option("vanta", "vanta", "during", "wait")
    (recognised,) = asked.thoughts
    assert recognised.thought.text == "Det var ett skämt."
    assert recognised.answers == Answers((2, 6), secret=True)


def test_open_counts_come_from_the_state() -> None:
    events = (*TO_FIRST, CountsTyped("first", (4, 1)))

    (played,) = came_to(setup(collecting="raised-hands"), events).played
    (asked,) = played.asked

    assert asked.first == Answers((4, 1), secret=False)
    assert asked.second is None
    assert asked.thoughts == ()


def test_each_round_has_its_own_way() -> None:
    """What was chosen in secret before the way was changed within a round is not counted."""
    events = (*TO_FIRST, Advanced(), Advanced())
    events += (CollectingChosen("raised-hands"), CountsTyped("second", (2, 2)))
    tallies: Tallies = {
        ("1/kaffet", "first"): Tally({"vanta": 6}),
        ("1/kaffet", "second"): Tally({"vanta": 6}),
    }

    (asked,) = came_to(setup(), events, tallies).played[0].asked

    assert asked.first == Answers((0, 6), secret=True)
    assert asked.second == Answers((2, 2), secret=False)


def test_what_nobody_answered_is_left_out() -> None:
    assert came_to(setup(), TO_FIRST + TO_WAY).played[0].asked == ()
    assert came_to(setup(), (Advanced(), LeftScenario())).played == ()
    assert came_to(setup(), (Finished(),)).played == ()


def test_an_option_of_the_rooms_own_is_told_without_answers() -> None:
    events = (*TO_FIRST, Noted("own-option", "Sjunger."))

    (asked,) = came_to(setup(), events).played[0].asked

    assert (asked.first, asked.second, asked.own_options) == (None, None, ("Sjunger.",))


def test_an_option_that_was_not_on_offer_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="sjunga"):
        came_to(setup(), TO_FIRST, {("1/kaffet", "first"): Tally({"sjunga": 5})})


def test_the_way_and_the_ending_are_told() -> None:
    events = (*TO_FIRST, *TO_WAY, WentOn("fraga", "majority"))

    (part,) = came_to(setup(), events).played
    assert (part.path, part.ending) == ((Step("kaffet", "fraga", "majority"),), "")

    (part,) = came_to(setup(), (*events, Advanced(), WentOn("tiga", "road-not-taken"))).played
    assert part.path[1] == Step("bilen", "tiga", "road-not-taken")
    assert part.ending == "Borta"


def test_each_scenario_of_the_plan_is_a_part_of_its_own() -> None:
    meeting = setup("scenario", "break", "scenario", "scenario", "close")
    to_first = (Advanced(),) * 4
    events: tuple[SessionEvent, ...] = (
        *to_first,
        Noted("realism", "Rökrutan."),
        Noted("realism", "Bilen."),
        LeftScenario(),
        Advanced(),
        Advanced(),
        *to_first,
        LeftScenario(),
        Advanced(),
        Finished(),
    )
    tallies: Tallies = {
        ("0/kaffet", "first"): Tally({"vanta": 5}),
        ("2/kaffet", "first"): Tally({"fraga": 5}),
    }

    parts = came_to(meeting, events, tallies).played

    assert [part.asked[0].first for part in parts] == [
        Answers((0, 5), secret=True),
        Answers((5, 0), secret=True),
    ]
    assert [part.realism_notes for part in parts] == [2, 0]


def test_unsafe_choices_are_told_as_such() -> None:
    scenes = {**SCENES, "kaffet": {**SCENES["kaffet"]}}
    scenes["kaffet"]["choices"] = [choice("sla", "bilen", unsafe="Olagligt."), choice("a", "bilen")]
    tallies: Tallies = {("1/kaffet", "first"): Tally({"sla": 1})}

    (asked,) = came_to(setup(story=scenes), TO_FIRST, tallies).played[0].asked

    assert [option.unsafe for option in asked.question.options] == [True, False]


def test_questions_come_from_the_scenario_and_from_its_guide() -> None:
    scenes = {**SCENES, "kaffet": {**SCENES["kaffet"], "discuss": ["Vad hindrade?"]}}
    guides = {"provet": [GuideQuestion("Ni var delade. Varför?", "kaffet", "split")]}

    (part,) = came_to(setup(story=scenes), TO_FIRST, guides=guides).played

    assert part.guide == (GuideQuestion("Vad hindrade?", "kaffet"), *guides["provet"])


def test_facts_about_the_meeting() -> None:
    events = (Attended(9, 4, 3, 1, 1), Agreed("Säga hej.", "alla", "nästa APT"))

    whole = came_to(setup(), events, present=12)

    assert (whole.title, whole.date, whole.plan) == ("APT i mars", "2026-03-04", "Plan")
    assert whole.minutes == 20
    assert whole.attendance == Attendance(9, 4, 3, 1, 1)
    assert whole.agreement == Agreement("Säga hej.", "alla", "nästa APT")


def test_without_a_count_as_many_took_part_as_were_expected() -> None:
    bare = came_to(setup(), (), present=12)

    assert bare.attendance == Attendance(12)
    assert bare.agreement is None


def test_it_can_be_published() -> None:
    tallies: Tallies = {("1/kaffet", "first"): Tally({"vanta": 8, "fraga": 4}, {"t": 6})}
    debrief = summarise(came_to(setup(), TO_FIRST + TO_WAY, tallies))

    text = to_json(debrief)

    assert from_json(text) == debrief
    assert to_json(from_json(text)) == text
