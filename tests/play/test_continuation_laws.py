"""Laws of going on after an edit, on small random stories and random edits of them."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ajs_trainer.play.continuation import compare, replay_run
from ajs_trainer.play.run import Event, Run, begin, choose, undo
from ajs_trainer.play.story import Story, compile_story
from tests.builders import choice, scenario
from tests.play.edits import Scenes, renamed
from tests.play.test_continuation import offered_ids

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
