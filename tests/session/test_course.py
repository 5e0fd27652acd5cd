"""From every stage one can pause, go on, leave out and finish."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ajs_trainer.play.step import offered
from ajs_trainer.session.course import apply, begin, replay
from ajs_trainer.session.events import (
    Advanced,
    Agreed,
    Attended,
    Closed,
    CollectingChosen,
    CountsTyped,
    Finished,
    LeftScenario,
    LookedBack,
    Noted,
    Paused,
    Resumed,
    Revealed,
    RoundClosed,
    SessionEvent,
    Skipped,
    SteppedBack,
    WentOn,
)
from ajs_trainer.session.stages import Stage
from ajs_trainer.session.state import NotNow, SessionState, Setup
from tests.session.meetings import setup

EVENTS = st.sampled_from(
    [
        Advanced(),
        Advanced(),
        Advanced(),
        Skipped(),
        SteppedBack(),
        LeftScenario(),
        Paused(),
        Resumed(),
        CollectingChosen("raised-hands"),
        CollectingChosen("pass-round"),
        CountsTyped("first", (3, 2)),
        CountsTyped("second", (1, 4)),
        RoundClosed("first"),
        RoundClosed("second"),
        Revealed(),
        WentOn("fraga", "majority"),
        WentOn("vanta", "road-not-taken"),
        WentOn("tala", "facilitator"),
        Noted("realism", "Hos oss är det i rökrutan."),
        Noted("own-option", "Sjunger."),
        Attended(8, 4, 3, 0, 1),
        LookedBack("partly"),
        Agreed("Säga hej först.", "alla", "nästa APT"),
    ]
)


@st.composite
def meetings(draw: st.DrawFn) -> tuple[Setup, list[SessionEvent], SessionState]:
    """A meeting after up to thirty events that fit."""
    agenda = draw(
        st.sampled_from(
            [
                ("welcome", "look-back", "scenario", "commitment", "close"),
                ("welcome", "scenario", "break", "scenario", "close"),
                ("scenario",),
                ("welcome", "discussion", "survey", "close"),
            ]
        )
    )
    meeting = setup(*agenda, scenes=draw(st.integers(1, 3)))
    state = begin(meeting)
    done: list[SessionEvent] = []
    for event in draw(st.lists(EVENTS, max_size=30)):
        try:
            state = apply(meeting, state, event)
        except NotNow:
            continue
        done.append(event)
    return meeting, done, state


@settings(deadline=None)
@given(meetings())
def test_replaying_gives_the_same_meeting(
    played: tuple[Setup, list[SessionEvent], SessionState],
) -> None:
    meeting, done, state = played
    assert replay(meeting, done) == state


@settings(deadline=None)
@given(meetings())
def test_pausing_and_going_on_changes_nothing(
    played: tuple[Setup, list[SessionEvent], SessionState],
) -> None:
    meeting, _done, state = played
    going = apply(meeting, state, Resumed())
    assert apply(meeting, apply(meeting, going, Paused()), Resumed()) == going


@settings(deadline=None)
@given(meetings())
def test_every_stage_can_be_left_out_until_the_close(
    played: tuple[Setup, list[SessionEvent], SessionState],
) -> None:
    meeting, _done, state = played
    state = apply(meeting, state, Resumed())
    last = len(meeting.plan.steps) - 1
    for _ in range(200):
        if state.place.step == last and state.play is None:
            break
        before = state.place
        state = apply(meeting, state, Skipped())
        assert before in state.skipped
        if state.place == before:
            break
    assert state.place.step == last


@settings(deadline=None)
@given(meetings())
def test_a_meeting_can_be_finished_and_closed_from_anywhere(
    played: tuple[Setup, list[SessionEvent], SessionState],
) -> None:
    meeting, _done, state = played
    state = apply(meeting, apply(meeting, state, Resumed()), Finished())
    assert state.place.step == len(meeting.plan.steps) - 1
    assert apply(meeting, state, Closed()).closed


@settings(deadline=None)
@given(meetings())
def test_a_round_once_closed_stays_closed(
    played: tuple[Setup, list[SessionEvent], SessionState],
) -> None:
    meeting, done, _state = played
    state = begin(meeting)
    closed: set[tuple[int, str, str]] = set()
    for event in done:
        state = apply(meeting, state, event)
        now = {
            (question.step, question.scene, round_)
            for question in state.questions
            for round_, ballot in question.rounds.items()
            if ballot.closed
        }
        assert closed <= now
        closed = now


def walk(meeting: Setup) -> list[tuple[Stage, str]]:
    """Advance to the end, taking the first way on in each scene."""
    state = begin(meeting)
    seen = [(state.place.stage, state.place.scene)]
    while state.place.stage is not Stage.CLOSE:
        if state.place.stage is Stage.WAY and state.play is not None:
            first = offered(meeting.story(state.place), state.play)[0].id
            state = apply(meeting, state, WentOn(first, "majority"))
        else:
            state = apply(meeting, state, Advanced())
        seen.append((state.place.stage, state.place.scene))
    return seen


def test_the_room_chooses_twice_in_the_first_scene_and_then_only_goes_on() -> None:
    assert walk(setup()) == [
        (Stage.WELCOME, ""),
        (Stage.READ, "kaffet"),
        (Stage.THOUGHTS, "kaffet"),
        (Stage.REALISM, "kaffet"),
        (Stage.PEOPLE, "kaffet"),
        (Stage.FIRST, "kaffet"),
        (Stage.TALK, "kaffet"),
        (Stage.SECOND, "kaffet"),
        (Stage.REVEAL, "kaffet"),
        (Stage.GRID, "kaffet"),
        (Stage.WAY, "kaffet"),
        (Stage.READ, "bilen"),
        (Stage.WAY, "bilen"),
        (Stage.ENDING, "hemma"),
        (Stage.SAY_ALOUD, "hemma"),
        (Stage.COMMITMENT, ""),
        (Stage.CLOSE, ""),
    ]


def test_the_plan_says_in_how_many_scenes_the_room_chooses() -> None:
    stages = [stage for stage, scene in walk(setup(scenes=2)) if scene == "bilen"]
    assert stages == [
        Stage.READ,
        Stage.FIRST,
        Stage.TALK,
        Stage.SECOND,
        Stage.REVEAL,
        Stage.GRID,
        Stage.WAY,
    ]


def at(meeting: Setup, stage: Stage) -> SessionState:
    """The first time a meeting is at a stage."""
    state = begin(meeting)
    while state.place.stage is not stage:
        state = apply(meeting, state, Advanced())
    return state


def test_open_counts_can_be_corrected_until_they_are_shown() -> None:
    meeting = setup(collecting="raised-hands")
    state = at(meeting, Stage.FIRST)
    state = apply(meeting, state, CountsTyped("first", (1, 2)))
    state = apply(meeting, state, CountsTyped("first", (2, 2)))
    state = apply(meeting, state, RoundClosed("first"))
    assert state.question is not None
    assert state.question.rounds["first"].counts == (2, 2)
    state = apply(meeting, state, Revealed())
    with pytest.raises(NotNow):
        apply(meeting, state, CountsTyped("first", (0, 4)))


@pytest.mark.parametrize(
    "event",
    [CountsTyped("first", (1,)), CountsTyped("first", (1, -1)), CountsTyped("second", (1, 1))],
)
def test_counts_that_do_not_fit_are_refused(event: SessionEvent) -> None:
    meeting = setup(collecting="raised-hands")
    with pytest.raises(NotNow):
        apply(meeting, at(meeting, Stage.FIRST), event)


def test_secret_choices_are_never_counted_openly() -> None:
    meeting = setup()
    with pytest.raises(NotNow):
        apply(meeting, at(meeting, Stage.FIRST), CountsTyped("first", (1, 2)))


def test_nothing_is_shown_while_the_room_is_choosing() -> None:
    meeting = setup()
    with pytest.raises(NotNow):
        apply(meeting, at(meeting, Stage.FIRST), Revealed())


def test_a_paused_meeting_does_nothing_but_go_on() -> None:
    meeting = setup()
    state = apply(meeting, begin(meeting), Paused())
    with pytest.raises(NotNow):
        apply(meeting, state, Advanced())
    assert apply(meeting, state, Resumed()) == begin(meeting)


def test_a_closed_meeting_stays_closed() -> None:
    meeting = setup()
    state = apply(meeting, begin(meeting), Closed())
    with pytest.raises(NotNow):
        apply(meeting, state, Resumed())
