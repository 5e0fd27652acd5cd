"""Going on with a run after its scenario was edited: right or asked, never silently wrong."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ajs_trainer.model import Scenario
from ajs_trainer.model.identity import content_hash, content_text
from ajs_trainer.play.continuation import compare, replay_run
from ajs_trainer.play.run import (
    Adopted,
    Diverged,
    Event,
    Rated,
    Recognised,
    Returned,
    Run,
    apply,
    begin,
    choose,
    replay,
    undo,
)
from ajs_trainer.play.step import offered
from ajs_trainer.play.story import Story, compile_story
from tests.builders import choice, ending, scenario

Scenes = dict[str, dict[str, Any]]

COFFEE: Scenes = {
    "kaffet": {
        "text": "Micke skämtar.",
        "thoughts": [
            {"id": "bara", "text": "Det var ju bara ett skämt.", "pull": "wait"},
            {"id": "tyst", "text": "Sara tystnade.", "pull": "act"},
        ],
        "choices": [
            choice("fraga", "tystnad", text="Frågar.", sets=["sade-ifran"]),
            choice("vantar", "tystnad", text="Väntar."),
        ],
    },
    "tystnad": {
        "text": "Det blir tyst.",
        "choices": [
            choice("saga", "slut", text="Säger något."),
            choice("stotta", "rummet", text="Går till Sara.", needs=["sade-ifran"]),
        ],
    },
    "rummet": {"text": "Sara gråter.", "choices": [choice("lyssna", "slut", text="Lyssnar.")]},
    "slut": ending(),
}


def hash_of(text: Scenario) -> str:
    return content_hash(content_text(text))


def walked(story: Story, *choices: str) -> Run:
    run = begin(story)
    for chosen in choices:
        run, _ = choose(story, run, chosen)
    return run


def offered_ids(story: Story, run: Run) -> list[str]:
    return [move.id for move in offered(story, run.state)]


def renamed(scenes: Scenes, old: str, new: str, was: bool = True) -> Scenes:
    """Another id for a scene, everywhere."""
    after = {new if id_ == old else id_: scene for id_, scene in scenes.items()}
    for scene in after.values():
        for made in scene.get("choices", ()):
            if made["goto"] == old:
                made["goto"] = new
    if was:
        after[new]["was"] = [old]
    return after


def choice_renamed(scenes: Scenes, scene: str, old: str, new: str, was: bool = True) -> Scenes:
    for made in scenes[scene]["choices"]:
        if made["id"] == old:
            made["id"] = new
            if was:
                made["was"] = [old]
    return scenes


def with_scene(scenes: Scenes, scene: str, **fields: Any) -> Scenes:
    scenes[scene] |= fields
    return scenes


def without_choice(scenes: Scenes, scene: str, gone: str) -> Scenes:
    kept = [made for made in scenes[scene]["choices"] if made["id"] != gone]
    return with_scene(scenes, scene, choices=kept)


def with_choice_above(scenes: Scenes, scene: str) -> Scenes:
    new = choice("sms", "slut", text="Skickar ett sms.")
    return with_scene(scenes, scene, choices=[new, *scenes[scene]["choices"]])


def without_scene(scenes: Scenes, gone: str, instead: str) -> Scenes:
    after = {id_: scene for id_, scene in scenes.items() if id_ != gone}
    for scene in after.values():
        for made in scene.get("choices", ()):
            if made["goto"] == gone:
                made["goto"] = instead
    return after


def reworded(scenes: Scenes) -> Scenes:
    scenes["tystnad"]["choices"][0]["text"] = "Säger ifrån."
    return scenes


def flag_renamed(scenes: Scenes) -> Scenes:
    scenes["kaffet"]["choices"][0]["sets"] = ["reagerade"]
    scenes["tystnad"]["choices"][1]["needs"] = ["reagerade"]
    return scenes


def flag_added(scenes: Scenes) -> Scenes:
    scenes["kaffet"]["choices"][0]["sets"] = ["sade-ifran", "modig"]
    return scenes


def ids_swapped(scenes: Scenes) -> Scenes:
    """The two choices of the first scene trade ids, and say so."""
    first, second = scenes["kaffet"]["choices"]
    first |= {"id": "vantar", "was": ["fraga"]}
    second |= {"id": "fraga", "was": ["vantar"]}
    return scenes


def retargeted(scenes: Scenes) -> Scenes:
    scenes["kaffet"]["choices"][0]["goto"] = "rummet"
    return scenes


def locked_on_the_way(scenes: Scenes) -> Scenes:
    scenes["kaffet"]["choices"][0]["needs"] = ["sade-ifran"]
    return scenes


def name_taken_by_another(scenes: Scenes) -> Scenes:
    """The current scene gives way to another one, which takes its name."""
    scenes["tystnad"] = scenes.pop("rummet") | {"was": ["rummet"]}
    return without_scene(scenes, "rummet", "tystnad")


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


IDS = ["a", "b", "c", "d"]
FLAGS = ["f", "g"]


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Small stories, also ones that make little sense."""
    flags = st.lists(st.sampled_from(FLAGS), max_size=2, unique=True)
    scenes: Scenes = {}
    for id_ in IDS[: draw(st.integers(1, 4))]:
        scenes[id_] = {"text": id_, "choices": []}
    for scene in scenes.values():
        for number in range(draw(st.integers(0, 3))):
            scene["choices"].append(
                choice(
                    f"v{number}",
                    draw(st.sampled_from(list(scenes))),
                    sets=draw(flags),
                    needs=draw(flags),
                )
            )
    return compile_story(scenario(scenes))


@st.composite
def edited(draw: st.DrawFn, story: Story) -> Story:
    """The same story after an edit or two."""
    scenes: Scenes = {
        id_: {
            "text": scene.text[0].text,
            "choices": [
                {
                    "id": made.id,
                    "goto": made.goto,
                    "text": made.text,
                    "when": made.when,
                    "strategy": made.strategy,
                    "sets": list(made.sets),
                    "needs": list(made.needs),
                }
                for made in scene.choices
            ],
        }
        for id_, scene in story.scenario.scenes.items()
    }
    start = story.scenario.start
    for number in range(draw(st.integers(1, 2))):
        scene = draw(st.sampled_from(list(scenes)))
        made = scenes[scene]["choices"]
        kind = draw(st.sampled_from(["rename", "scene", "remove", "goto", "sets"]))
        if kind == "scene":
            scenes = renamed(scenes, scene, f"ny{number}", was=draw(st.booleans()))
            start = f"ny{number}" if start == scene else start
        elif not made:
            continue
        elif kind == "rename":
            made[0] |= {"id": f"n{number}", "was": [made[0]["id"]]}
        elif kind == "remove":
            made.pop(0)
        elif kind == "goto":
            made[0]["goto"] = draw(st.sampled_from(list(scenes)))
        else:
            made[0]["sets"] = [draw(st.sampled_from(FLAGS))]
    return compile_story(scenario(scenes, start=start))


def played_on(draw: Any, story: Story, run: Run) -> tuple[Run, list[Event]]:
    """Some steps further, back and forth."""
    events: list[Event] = []
    for _ in range(draw(st.integers(0, 5))):
        ids = offered_ids(story, run)
        event: Event
        if ids and draw(st.integers(0, 3)):
            run, event = choose(story, run, draw(st.sampled_from(ids)))
        elif (undone := undo(story, run)) is not None:
            run, event = undone
        else:
            continue
        events.append(event)
    return run, events


@settings(max_examples=200)
@given(st.data())
def test_a_run_through_many_edits_is_what_its_events_say(data: st.DataObject) -> None:
    """However often a run adopts another text, replaying gives where it went on, and the flags
    are those of the choices on its way in the text of today, each counted once.
    """
    draw: Any = data.draw
    story = data.draw(stories())
    texts = {"0": story}
    run, events = played_on(draw, story, begin(story))
    for number in range(1, data.draw(st.integers(1, 4))):
        new = data.draw(edited(story))
        found = compare(story, new, run, str(number))
        assert found.fits == (found.common == len(run.way) and len(found.events) == 1) or (
            not run.way
        )
        story, run = new, found.run
        texts[str(number)] = new
        events += found.events
        run, more = played_on(draw, story, run)
        events += more

    assert replay_run(texts, "0", events) == run
    alone = begin(story)
    for taken in run.way:
        alone, event = choose(story, alone, taken.event.choice)
        assert event == taken.event
    assert alone.state == run.state


@given(st.data())
def test_the_same_text_always_fits(data: st.DataObject) -> None:
    draw: Any = data.draw
    story = data.draw(stories())
    run, _ = played_on(draw, story, begin(story))

    found = compare(story, story, run, "same")

    assert found.fits
    assert found.common == len(run.way)
    assert (found.run.state, found.run.way) == (run.state, run.way)
