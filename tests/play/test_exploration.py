"""The search finds exactly the states that walking every way by hand finds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ajs_trainer.play.exploration import explore
from ajs_trainer.play.step import offered, start, step
from ajs_trainer.play.story import State, Story, compile_story
from tests.builders import choice, ending, scenario
from tests.play.stories import stories


def walked(story: Story) -> set[State]:
    """Every state, by following each choice from each state once."""
    seen = {start(story)}
    waiting = [start(story)]
    while waiting:
        state = waiting.pop()
        for move in offered(story, state):
            after = step(story, state, move.id).state
            if after not in seen:
                seen.add(after)
                waiting.append(after)
    return seen


def can_end(story: Story, state: State) -> bool:
    """Whether some way leads from a state to one without choices on offer."""
    seen = {state}
    waiting = [state]
    while waiting:
        here = waiting.pop()
        moves = offered(story, here)
        if not moves:
            return True
        for move in moves:
            after = step(story, here, move.id).state
            if after not in seen:
                seen.add(after)
                waiting.append(after)
    return False


@settings(deadline=None)
@given(stories())
def test_it_visits_exactly_the_states_that_can_be_walked_to(story: Story) -> None:
    found = explore(story)
    states = walked(story)
    assert found.complete
    assert found.visited() == states
    assert found.reached == {story.scenes[state.scene] for state in states}
    assert found.offered == {
        (story.scenes[state.scene], move.id) for state in states for move in offered(story, state)
    }


@settings(deadline=None)
@given(stories())
def test_it_names_each_scene_where_one_is_stuck_or_cannot_end(story: Story) -> None:
    found = explore(story)
    states = walked(story)
    stuck = {s for s in states if story.moves[s.scene] and not offered(story, s)}
    assert set(found.stuck) == {story.scenes[state.scene] for state in stuck}
    endless = {state for state in states if not can_end(story, state)}
    assert set(found.endless) == {story.scenes[state.scene] for state in endless}
    assert set(found.endless.values()) <= endless


@settings(deadline=None)
@given(stories())
def test_the_way_to_a_state_leads_there_and_none_is_shorter(story: Story) -> None:
    found = explore(story)
    distance = {start(story): 0}
    waiting = [start(story)]
    for state in waiting:
        for move in offered(story, state):
            after = step(story, state, move.id).state
            if after not in distance:
                distance[after] = distance[state] + 1
                waiting.append(after)
    for state in found.visited():
        way = found.way_to(state)
        here = start(story)
        for scene, choice_id in way:
            assert story.scenes[here.scene] == scene
            here = step(story, here, choice_id).state
        assert here == state
        assert len(way) == distance[state]


@given(stories(), st.integers(0, 3))
def test_a_search_cut_short_is_not_called_complete(story: Story, budget: int) -> None:
    found = explore(story, budget)
    if not found.complete:
        assert found.visited() <= walked(story)
        assert found.endless == {}
    else:
        assert found.visited() == walked(story)


@given(stories())
def test_without_a_budget_nothing_is_decided(story: Story) -> None:
    assert not explore(story, 0).complete


def test_what_cannot_reach_a_goal() -> None:
    story = compile_story(
        scenario(
            {
                "a": {"text": "x", "choices": [choice("l", "b"), choice("r", "c")]},
                "b": ending(),
                "c": ending(),
            }
        )
    )
    goal = story.numbers["b"]
    lost = explore(story).cannot_reach(lambda state: state.scene == goal)
    assert [story.scenes[state.scene] for state in lost] == ["c"]
