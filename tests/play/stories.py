"""Small random stories, with loops, locked choices and scenes one can get stuck in."""

from __future__ import annotations

from hypothesis import strategies as st

from ajs_trainer.play.run import Event, Rated, Recognised, Run, begin, choose, undo
from ajs_trainer.play.run import apply as fold
from ajs_trainer.play.step import offered
from ajs_trainer.play.story import Story, compile_story
from tests.builders import choice, ending, scenario

FLAGS = ("x", "y", "z")


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A story of two to six scenes with up to three flags."""
    names = [f"s{number}" for number in range(draw(st.integers(2, 6)))]
    flags = st.lists(st.sampled_from(FLAGS), max_size=2, unique=True)
    scenes = {}
    for name in names[:-1]:
        choices = [
            choice(
                f"c{number}",
                draw(st.sampled_from(names)),
                needs=draw(flags),
                unless=draw(flags),
                sets=draw(flags),
                locked=draw(st.sampled_from(["", "Inte nu."])),
            )
            for number in range(draw(st.integers(1, 3)))
        ]
        thoughts = [{"id": "t", "text": "Ska jag?", "pull": "act"}]
        scenes[name] = {"text": "x", "choices": choices, "thoughts": thoughts}
    scenes[names[-1]] = ending()
    return compile_story(scenario(scenes))


@st.composite
def played(draw: st.DrawFn) -> tuple[Story, list[Event], list[Run]]:
    """A story, the events of a run through it, and the run before each event and after all."""
    story = draw(stories())
    run = begin(story)
    events: list[Event] = []
    runs = [run]
    for _ in range(draw(st.integers(0, 12))):
        moves = offered(story, run.state)
        what = draw(st.sampled_from(["choose", "choose", "choose", "undo", "mark", "rate"]))
        event: Event
        if what == "choose" and moves:
            run, event = choose(story, run, draw(st.sampled_from(moves)).id)
        elif what == "undo" and run.way:
            back = undo(story, run)
            assert back is not None
            run, event = back
        elif what == "mark":
            event = Recognised(story.scenes[run.state.scene], "t", draw(st.booleans()))
            run = fold(story, run, event)
        else:
            event = Rated(draw(st.sampled_from(["before", "after"])), draw(st.integers(1, 5)))
            run = fold(story, run, event)
        events.append(event)
        runs.append(run)
    return story, events, runs
