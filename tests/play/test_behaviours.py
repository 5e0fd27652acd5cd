"""What a dialogue gave to practise."""

from __future__ import annotations

from hypothesis import given

from ajs_trainer.model import Scenario
from ajs_trainer.play.behaviours import (
    ALOUD,
    Practised,
    behaviour_text,
    client_name,
    is_working_material,
    look_back,
)
from ajs_trainer.play.run import Event, Returned, Run, begin, choose, replay
from ajs_trainer.play.story import Story, compile_story
from tests.play.dialogues import BEHAVIOURS, corridor, skill, talks
from tests.play.stories import stories


def after(*replies: str, scenario: Scenario | None = None) -> Practised:
    """What is told after these replies."""
    story = compile_story(scenario or corridor())
    run = begin(story)
    for name in replies:
        run, _event = choose(story, run, name)
    return look_back(story, run)


def aloud(found: Practised) -> list[str]:
    """The replies that are proposed, by id."""
    return [reply.choice.id for reply in found.aloud]


def test_behaviours_are_told_once_in_the_order_in_which_they_came() -> None:
    assert after("hej", "namn", "lugn").shown == ("lugn", "namner")


def test_a_moment_tells_what_it_offered_and_what_was_said_instead() -> None:
    found = after("skarp", "namn")

    assert [(moment.scene, moment.said.id, moment.behaviours) for moment in found.there] == [
        ("dorren", "skarp", ("lugn", "fragar")),
        ("steget", "namn", ("vantar",)),
    ]


def test_what_is_missed_in_one_moment_may_be_shown_in_another() -> None:
    found = after("skarp", "tyst", "lugn")

    assert "lugn" in found.shown
    assert "lugn" in found.there[0].behaviours


def test_what_was_taken_back_is_not_told() -> None:
    story = compile_story(corridor())
    run, first = choose(story, begin(story), "skarp")
    run = replay(story, [first, Returned(0)])
    run, _event = choose(story, run, "hur")

    found = look_back(story, run)

    assert found.shown == ("fragar", "lugn")
    assert found.there == ()


def test_the_replies_that_showed_the_most_are_said_aloud() -> None:
    assert aloud(after("hej", "tyst", "om", "hur", "namn", "lugn")) == ["tyst", "hur"]


def test_between_equals_the_two_show_different_things_and_the_earlier_one_is_chosen() -> None:
    assert aloud(after("hej", "namn", "lugn")) == ["hej", "namn"]


def test_two_that_show_the_same_are_better_than_none() -> None:
    assert aloud(after("hej", "tyst", "om", "hej")) == ["hej", "tyst"]


def test_where_too_little_was_shown_a_reply_that_takes_what_was_missed_is_proposed() -> None:
    assert aloud(after("skarp")) == ["hur", "hej"]
    assert aloud(after("skarp", "namn")) == ["hur", "namn"]


def test_no_other_reply_is_proposed_where_nothing_was_missed() -> None:
    assert aloud(after("hur")) == ["hur"]


def test_an_unsafe_reply_is_never_to_be_said_aloud() -> None:
    found = after("lova")

    assert found.shown == ("fragar",)
    assert aloud(found) == []


def test_before_anything_was_said_there_is_nothing_to_tell() -> None:
    assert after() == Practised((), (), ())


@given(talks())
def test_everything_told_comes_from_the_way_that_holds(
    talk: tuple[Story, list[Event], Run],
) -> None:
    story, events, run = talk
    found = look_back(story, run)
    said = [(taken.event.scene, taken.event.choice) for taken in run.way]
    given_now = {
        (scene, choice.id): choice
        for scene, content in story.scenario.scenes.items()
        for choice in content.choices
        if (scene, choice.id) in said
    }

    assert set(found.shown) == {one for choice in given_now.values() for one in choice.shows}
    assert [(moment.scene, moment.said.id) for moment in found.there] == [
        pair for pair in said if given_now[pair].misses
    ]
    assert look_back(story, replay(story, events)) == found


@given(talks())
def test_at_most_two_replies_are_proposed_each_safe_to_say_and_showing_something(
    talk: tuple[Story, list[Event], Run],
) -> None:
    story, _events, run = talk
    found = look_back(story, run)
    said = {(taken.event.scene, taken.event.choice) for taken in run.way}
    own = [reply for reply in found.aloud if (reply.scene, reply.choice.id) in said]
    missed = {(moment.scene, one) for moment in found.there for one in moment.behaviours}

    assert len(found.aloud) == len(set(found.aloud)) <= ALOUD
    for reply in found.aloud:
        assert reply.choice.shows
        assert not reply.choice.unsafe
        if reply not in own:
            assert any((reply.scene, shown) in missed for shown in reply.choice.shows)
    worth = {
        (taken.event.scene, taken.event.choice)
        for taken in run.way
        for choice in story.scenario.scenes[taken.event.scene].choices
        if choice.id == taken.event.choice and choice.shows and not choice.unsafe
    }
    assert len(own) == min(ALOUD, len(worth)), "what one said oneself comes first"


@given(stories())
def test_a_scenario_that_is_no_dialogue_has_nothing_to_tell(story: Story) -> None:
    assert look_back(story, begin(story)) == Practised((), (), ())
    assert client_name(story) == ""


def test_a_behaviour_is_told_in_the_words_of_the_skill_or_by_its_id_made_readable() -> None:
    assert behaviour_text(skill(), "lugn") == "Gör det: lugn."
    assert behaviour_text(skill(), "talar-lugnt") == "Talar lugnt"
    assert behaviour_text(None, "talar-lugnt") == "Talar lugnt"


def test_only_what_is_told_can_be_working_material() -> None:
    unsure = [{"id": one, "text": "x", "working_material": one == "lugn"} for one in BEHAVIOURS]

    assert is_working_material(skill(behaviours=unsure), ["lugn"])
    assert not is_working_material(skill(behaviours=unsure), ["fragar"])
    assert is_working_material(skill(working_material=True), ["fragar"])
    assert not is_working_material(None, ["lugn"])


def test_the_client_is_called_by_name() -> None:
    assert client_name(compile_story(corridor())) == "Jamal"
    assert client_name(compile_story(corridor(cast=[]))) == ""
