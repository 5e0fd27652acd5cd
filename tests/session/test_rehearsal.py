"""Role-plays and exercises in a meeting: where one comes, what fits, what is undone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ajs_trainer.session import exercising, roleplaying
from ajs_trainer.session.course import apply, begin, replay
from ajs_trainer.session.events import (
    Advanced,
    AnswersCounted,
    CueGiven,
    Paused,
    Resumed,
    Rewound,
    SessionEvent,
    Skipped,
    SteppedBack,
    Stopped,
)
from ajs_trainer.session.stages import Place, Stage
from ajs_trainer.session.state import NotNow, SessionState, Setup
from tests.session.rehearsals import setup

ON = Advanced()


def after(meeting: Setup, *events: SessionEvent) -> SessionState:
    """Where a meeting is after some events."""
    return replay(meeting, events)


def places(meeting: Setup) -> list[tuple[str, str]]:
    """Every place one comes to with Enter alone."""
    state = begin(meeting)
    found = [state.place]
    while (state := apply(meeting, state, ON)).place != found[-1]:
        found.append(state.place)
    return [(place.stage.value, place.scene) for place in found]


def test_round_after_round_and_out_of_the_role_at_the_end() -> None:
    first = [(stage, "1") for stage in ("cards", "play", "feedback", "retry", "swap")]
    second = [(stage, "2") for stage in ("cards", "play", "feedback", "retry", "leave-role")]
    statements = [("statement", "ett"), ("statement", "tva")]

    assert places(setup()) == [*first, *second, *statements, ("close", "")]


def test_one_round_needs_no_swap() -> None:
    stages = [stage for stage, _ in places(setup("roleplay", rounds="1"))]

    assert stages == ["cards", "play", "feedback", "retry", "leave-role"]


def test_the_minutes_are_those_of_the_phase() -> None:
    meeting = setup(minutes={"setup": "3", "play": "7"})
    minutes = {stage: meeting.minutes(Place(0, stage, "1")) for stage in Stage if stage != "read"}

    assert (minutes[Stage.CARDS], minutes[Stage.PLAY], minutes[Stage.FEEDBACK]) == (3, 7, 5)
    assert minutes[Stage.LEAVE_ROLE] == 0


def test_a_round_counts_as_played_when_one_has_gone_on_from_it() -> None:
    assert after(setup(), ON).played == ()
    assert after(setup(), ON, ON).played == ((0, "1"),)
    assert after(setup(), ON, Skipped()).played == ()
    assert after(setup(), ON, ON, SteppedBack(), ON).played == ((0, "1"),)


def test_cues_come_in_their_time_and_once() -> None:
    meeting = setup()
    state = after(meeting, ON)
    assert roleplaying.due(meeting, state, 59) is None
    first = roleplaying.due(meeting, state, 200)
    assert first is not None
    assert first.id == "hoj"

    state = apply(meeting, state, CueGiven("hoj"))
    second = roleplaying.due(meeting, state, 200)
    assert second is not None
    assert second.id == "ropar"
    assert [cue.id for cue in roleplaying.on_request(meeting, state)] == ["tystna"]
    assert roleplaying.seconds_played(meeting, state) == 60
    with pytest.raises(NotNow):
        apply(meeting, state, CueGiven("hoj"))
    with pytest.raises(NotNow):
        apply(meeting, state, CueGiven("annan"))


@pytest.mark.parametrize("stage", [0, 2, 3])
def test_cues_come_only_in_the_play(stage: int) -> None:
    with pytest.raises(NotNow):
        after(setup(), *[ON] * stage, CueGiven("hoj"))


def test_the_next_round_has_its_own_cues() -> None:
    meeting = setup()
    state = after(meeting, ON, CueGiven("hoj"), *[ON] * 5)

    assert state.place == (0, Stage.PLAY, "2")
    assert roleplaying.given(state) == ()
    assert apply(meeting, state, CueGiven("hoj")).cues[-1].round == "2"


def test_rewinding_plays_again_with_the_same_cues() -> None:
    meeting = setup()
    played = after(meeting, ON, CueGiven("hoj"), ON, Rewound())

    assert played.place == (0, Stage.PLAY, "1")
    assert roleplaying.given(played) == ()
    assert apply(meeting, played, SteppedBack()).place.stage is Stage.CARDS
    with pytest.raises(NotNow):
        after(meeting, Rewound())


@pytest.mark.parametrize("steps", range(5))
def test_the_stop_word_ends_the_play_everywhere(steps: int) -> None:
    state = after(setup(), *[ON] * steps, Stopped())

    assert state.place == (0, Stage.LEAVE_ROLE, "1")
    assert state.trail == ()
    assert apply(setup(), state, ON).place.stage is Stage.STATEMENT


def test_there_is_nothing_to_stop_outside_a_role_play() -> None:
    with pytest.raises(NotNow):
        after(setup("exercise", "close"), Stopped())


def test_a_frozen_play_waits_where_it_is() -> None:
    meeting = setup()
    frozen = after(meeting, ON, CueGiven("hoj"), Paused())

    with pytest.raises(NotNow):
        apply(meeting, frozen, CueGiven("ropar"))
    thawed = apply(meeting, frozen, Resumed())
    assert thawed.place == frozen.place
    assert roleplaying.given(thawed) == ("hoj",)


@pytest.mark.parametrize(("form", "slots"), [("four-corners", 4), ("line", 3), ("hot-chair", 2)])
def test_counts_are_one_for_each_place(form: str, slots: int) -> None:
    meeting = setup("exercise", "close", form=form)
    counts = tuple(range(slots))

    state = after(meeting, AnswersCounted((1,) * slots), AnswersCounted(counts), ON)

    assert [(each.statement, each.counts) for each in state.stood] == [("ett", counts)]
    assert exercising.stood(state) is None
    for wrong in ((1,) * (slots + 1), (-1,) * slots, ()):
        with pytest.raises(NotNow):
            after(meeting, AnswersCounted(wrong))


def test_one_can_step_back_to_the_statement_before() -> None:
    meeting = setup("exercise", "close")

    assert after(meeting, ON, SteppedBack()).place.scene == "ett"


def test_only_role_plays_make_a_trio() -> None:
    assert setup("roleplay").trio
    assert not setup().trio


EVENTS: list[SessionEvent] = [
    *(ON, Skipped(), SteppedBack(), Rewound(), Stopped(), Paused(), Resumed()),
    *(CueGiven("hoj"), CueGiven("tystna"), AnswersCounted((1, 2, 3, 4))),
]


@given(st.lists(st.sampled_from(EVENTS), max_size=30))
def test_whatever_happens_every_place_is_one_of_the_plan(events: list[SessionEvent]) -> None:
    meeting = setup()
    known = {*places(meeting), ("leave-role", "1")}
    state, kept = begin(meeting), []
    for event in events:
        try:
            state = apply(meeting, state, event)
        except NotNow:
            continue
        kept.append(event)
        assert (state.place.stage.value, state.place.scene) in known
        assert len(set(state.cues)) == len(state.cues)

    assert replay(meeting, kept) == state
