"""Going on with a run after its scenario was edited: right or asked, never silently wrong."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from ajs_trainer.model import Scenario
from ajs_trainer.model.identity import content_hash, content_text
from ajs_trainer.play.continuation import compare, replay_run
from ajs_trainer.play.run import (
    Adopted,
    Diverged,
    Rated,
    Recognised,
    Returned,
    Run,
    apply,
    begin,
    choose,
    replay,
)
from ajs_trainer.play.step import offered
from ajs_trainer.play.story import Story, compile_story
from tests.builders import choice, scenario
from tests.play.edits import (
    COFFEE,
    Scenes,
    choice_renamed,
    flag_added,
    flag_renamed,
    ids_swapped,
    locked_on_the_way,
    name_taken_by_another,
    renamed,
    retargeted,
    reworded,
    with_choice_above,
    with_scene,
    without_choice,
    without_scene,
)


def hash_of(text: Scenario) -> str:
    return content_hash(content_text(text))


def walked(story: Story, *choices: str) -> Run:
    run = begin(story)
    for chosen in choices:
        run, _ = choose(story, run, chosen)
    return run


def offered_ids(story: Story, run: Run) -> list[str]:
    return [move.id for move in offered(story, run.state)]


@dataclass(frozen=True)
class Edit:
    name: str
    make: Callable[[Scenes], Scenes]
    common: int = 1
    """Choices of the way (one: ask) that are kept; all of them means: goes on unasked."""
    here: str = "tystnad"
    offers: tuple[str, ...] = ("saga", "stotta")


TWELVE_EDITS = [
    Edit("none", lambda s: s),
    Edit("typo in the current text", lambda s: with_scene(s, "tystnad", text="Det blev tyst.")),
    Edit(
        "sentence above the choices",
        lambda s: with_scene(s, "tystnad", text="Det blir tyst. Någon hostar."),
    ),
    Edit("wording of a choice", reworded),
    Edit(
        "choice added above",
        lambda s: with_choice_above(s, "tystnad"),
        offers=("sms", "saga", "stotta"),
    ),
    Edit(
        "first choice removed", lambda s: without_choice(s, "tystnad", "saga"), offers=("stotta",)
    ),
    Edit("target of a choice renamed", lambda s: renamed(s, "rummet", "pausrummet", was=False)),
    Edit("scenes in another order", lambda s: dict(reversed(s.items()))),
    Edit("flag added", flag_added),
    Edit("flag renamed", flag_renamed),
    Edit("current scene renamed", lambda s: renamed(s, "tystnad", "efterat"), here="efterat"),
    Edit(
        "current scene deleted",
        lambda s: without_scene(s, "tystnad", "rummet"),
        common=0,
        here="kaffet",
        offers=("fraga", "vantar"),
    ),
]
MORE_EDITS = [
    Edit(
        "current scene renamed without was",
        lambda s: renamed(s, "tystnad", "efterat", was=False),
        common=0,
        here="kaffet",
        offers=("fraga", "vantar"),
    ),
    Edit("choice on the way renamed", lambda s: choice_renamed(s, "kaffet", "fraga", "undra")),
    Edit(
        "choice on the way renamed without was",
        lambda s: choice_renamed(s, "kaffet", "fraga", "undra", was=False),
        common=0,
        here="kaffet",
        offers=("undra", "vantar"),
    ),
    Edit(
        "choice on the way removed",
        lambda s: without_choice(s, "kaffet", "fraga"),
        common=0,
        here="kaffet",
        offers=("vantar",),
    ),
    Edit("ids swapped", ids_swapped),
    Edit(
        "choice on the way leads elsewhere",
        retargeted,
        common=0,
        here="kaffet",
        offers=("fraga", "vantar"),
    ),
    Edit(
        "choice on the way can no longer be taken",
        locked_on_the_way,
        common=0,
        here="kaffet",
        offers=("vantar",),
    ),
    Edit(
        "another scene takes the name of the current one",
        name_taken_by_another,
        common=0,
        here="kaffet",
        offers=("fraga", "vantar"),
    ),
]


@pytest.mark.parametrize("edit", [*TWELVE_EDITS, *MORE_EDITS], ids=lambda edit: edit.name)
def test_edit_is_right_or_asked(edit: Edit) -> None:
    """What a saved run does after each edit of the table in the study of engines."""
    old = compile_story(scenario(COFFEE))
    new = compile_story(scenario(edit.make(copy.deepcopy(COFFEE)), start="kaffet"))
    text = hash_of(new.scenario)
    run, event = choose(old, begin(old), "fraga")

    found = compare(old, new, run, text)

    assert found.fits == (edit.common == 1)
    assert found.common == edit.common
    assert new.scenes[found.run.state.scene] == edit.here
    assert offered_ids(new, found.run) == list(edit.offers)
    assert found.events == (Adopted(text),) if found.fits else (Returned(0), Adopted(text))
    stories = {"old": old, text: new}
    assert replay_run(stories, "old", [event, *found.events]) == found.run


def test_a_renamed_flag_keeps_its_effect() -> None:
    """A flag is what the choices on the way do in the new text, not a stored value."""
    old = compile_story(scenario(COFFEE))
    new = compile_story(scenario(flag_renamed(copy.deepcopy(COFFEE))))

    found = compare(old, new, walked(old, "fraga"), "new")

    assert new.flag_names(found.run.state) == {"reagerade"}


def test_a_name_may_be_used_again_after_a_renaming() -> None:
    """``was`` stays in the file for ever; only the edit that added it is a renaming."""
    second = renamed(copy.deepcopy(COFFEE), "tystnad", "efterat")
    third = copy.deepcopy(second)
    third["tystnad"] = {"text": "En helt ny scen.", "choices": [choice("nytt", "slut")]}
    third["kaffet"]["choices"].append(choice("ny-vag", "tystnad"))
    fourth = with_scene(copy.deepcopy(third), "tystnad", text="En omskriven ny scen.")
    stories = [compile_story(scenario(scenes)) for scenes in (COFFEE, third, fourth)]

    from_first = compare(stories[0], stories[1], walked(stories[0], "fraga"), "third")
    assert from_first.fits
    assert stories[1].scenes[from_first.run.state.scene] == "efterat"

    from_third = compare(stories[1], stories[2], walked(stories[1], "ny-vag"), "fourth")
    assert from_third.fits
    assert stories[2].scenes[from_third.run.state.scene] == "tystnad"


def test_two_scenes_that_claim_the_same_one_are_asked_about() -> None:
    scenes = renamed(copy.deepcopy(COFFEE), "tystnad", "efterat")
    scenes["rummet"]["was"] = ["tystnad"]
    old, new = compile_story(scenario(COFFEE)), compile_story(scenario(scenes))

    assert not compare(old, new, walked(old, "fraga"), "new").fits


def test_another_start_is_asked_about_even_before_the_first_choice() -> None:
    old = compile_story(scenario(COFFEE))
    new = compile_story(scenario(COFFEE, start="rummet"))

    found = compare(old, new, begin(old), "new")

    assert not found.fits
    assert found.events == (Adopted("new"),)
    assert replay_run({"old": old, "new": new}, "old", found.events) == found.run


def test_marks_ratings_and_what_was_tried_come_along_under_their_new_names() -> None:
    old = compile_story(scenario(COFFEE))
    scenes = renamed(copy.deepcopy(COFFEE), "kaffet", "fikat")
    scenes = choice_renamed(scenes, "fikat", "vantar", "avvaktar")
    scenes["fikat"]["thoughts"] = scenes["fikat"]["thoughts"][:1]
    new = compile_story(scenario(scenes))
    run = walked(old, "vantar")
    for event in (
        Rated("before", 2),
        Recognised("kaffet", "bara"),
        Recognised("kaffet", "tyst"),
        Returned(0),
    ):
        run = apply(old, run, event)

    found = compare(old, new, run, "new")

    assert found.fits
    assert found.run.before == 2
    assert found.run.recognised == {("fikat", "bara")}
    assert found.run.tried == {("fikat", "avvaktar")}


def test_an_adoption_that_does_not_fit_is_told_apart() -> None:
    old = compile_story(scenario(COFFEE))
    new = compile_story(scenario(retargeted(copy.deepcopy(COFFEE))))
    _, event = choose(old, begin(old), "fraga")

    with pytest.raises(Diverged) as caught:
        replay_run({"old": old, "new": new}, "old", [event, Adopted("new")])

    assert caught.value.position == 1


def test_a_single_story_cannot_fold_an_adoption() -> None:
    story = compile_story(scenario(COFFEE))

    with pytest.raises(Diverged):
        replay(story, [Adopted("new")])
