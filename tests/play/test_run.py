"""A run is the fold of its events: replaying gives it back, undoing takes a step back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ajs_trainer.play.run import (
    Chosen,
    Diverged,
    Event,
    Returned,
    Run,
    apply,
    begin,
    choose,
    replay,
    undo,
)
from ajs_trainer.play.step import NotOffered, offered, situation
from ajs_trainer.play.story import Story, compile_story, shown_text
from tests.builders import choice, ending, scenario
from tests.play.stories import played, stories

Played = tuple[Story, list[Event], list[Run]]


@settings(deadline=None)
@given(played())
def test_replaying_the_events_gives_the_same_run(play: Played) -> None:
    story, events, runs = play
    assert replay(story, events) == runs[-1]


@settings(deadline=None)
@given(played(), st.data())
def test_stopping_and_replaying_between_any_two_events_changes_nothing(
    play: Played, data: st.DataObject
) -> None:
    story, events, runs = play
    stop = data.draw(st.integers(0, len(events)))
    resumed = replay(story, events[:stop])
    assert resumed == runs[stop]
    for event in events[stop:]:
        resumed = apply(story, resumed, event)
    assert resumed == runs[-1]


@settings(deadline=None)
@given(played())
def test_undo_is_the_inverse_of_a_choice(play: Played) -> None:
    story, _events, runs = play
    run = runs[-1]
    for move in offered(story, run.state):
        after, _event = choose(story, run, move.id)
        back = undo(story, after)
        assert back is not None
        assert back[0].state == run.state
        assert back[0].way == run.way
        assert (story.scenes[run.state.scene], move.id) in back[0].tried


@settings(deadline=None)
@given(played())
def test_going_back_leads_to_the_state_that_was_there(play: Played) -> None:
    story, _events, runs = play
    run = runs[-1]
    for kept, taken in enumerate(run.way):
        back = apply(story, run, Returned(kept))
        assert back.state == taken.state
        assert back.way == run.way[:kept]


@settings(deadline=None)
@given(stories())
def test_only_what_is_offered_can_be_chosen(story: Story) -> None:
    run = begin(story)
    open_choices = {move.id for move in offered(story, run.state)}
    for move in story.moves[run.state.scene]:
        if move.id not in open_choices:
            with pytest.raises(NotOffered):
                choose(story, run, move.id)
    with pytest.raises(NotOffered):
        choose(story, run, "finns-inte")


def small() -> Story:
    return compile_story(
        scenario(
            {
                "a": {
                    "text": [
                        {"text": "Alltid."},
                        {"text": "Sen.", "needs": ["sagt"]},
                        {"text": "Nu.", "unless": ["sagt"]},
                    ],
                    "choices": [
                        choice("sag", "a", sets=["sagt"], unless=["sagt"]),
                        choice("ga", "slut", needs=["sagt"], locked="Du har inte sagt något."),
                        choice("smyg", "slut", needs=["sagt"]),
                    ],
                },
                "slut": ending(),
            }
        )
    )


def test_a_locked_choice_is_seen_and_a_hidden_one_is_not() -> None:
    story = small()
    here = situation(story, begin(story).state)
    assert [move.id for move in here.offered] == ["sag"]
    assert [move.id for move in here.locked] == ["ga"]


def test_the_event_tells_what_else_was_on_the_screen() -> None:
    story = small()
    _run, event = choose(story, begin(story), "sag")
    assert event == Chosen("a", "sag", ("sag",), ("ga",))


def test_a_text_follows_the_flags() -> None:
    story = small()
    run = begin(story)
    parts = story.scenario.scenes["a"].text
    assert shown_text(parts, story.flag_names(run.state)) == "Alltid.\n\nNu."
    run, _event = choose(story, run, "sag")
    assert shown_text(parts, story.flag_names(run.state)) == "Alltid.\n\nSen."


@pytest.mark.parametrize(
    ("events", "position"),
    [
        ([Chosen("a", "ga", ("ga",))], 0),
        ([Chosen("slut", "sag", ("sag",))], 0),
        ([Chosen("a", "sag", ("sag",)), Returned(3)], 1),
        ([Returned(0)], 0),
        ([Chosen("a", "sag", ()), Chosen("a", "sag", ())], 1),
    ],
)
def test_events_that_do_not_fit_are_named(events: list[Event], position: int) -> None:
    with pytest.raises(Diverged) as caught:
        replay(small(), events)
    assert caught.value.position == position


def test_undo_at_the_start_is_nothing() -> None:
    story = small()
    assert undo(story, begin(story)) is None
