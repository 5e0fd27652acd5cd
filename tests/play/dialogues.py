"""Small dialogues: one to read, and random ones."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from ajs_trainer.model import Scenario
from ajs_trainer.model.skill import Skill
from ajs_trainer.play.run import Event, Run, begin, choose, undo
from ajs_trainer.play.step import offered
from ajs_trainer.play.story import Story, compile_story
from tests.builders import choice, ending, scenario

BEHAVIOURS = ("lugn", "fragar", "namner", "vantar", "haller")


def skill(name: str = "samtala", title: str = "Samtala", **fields: Any) -> Skill:
    """A skill with five behaviours."""
    data = {
        "format": 1,
        "kind": "skill",
        "id": name,
        "language": "sv",
        "title": title,
        "strategy": "authority",
        "why": "Det går att öva.",
        "behaviours": [{"id": one, "text": f"Gör det: {one}."} for one in BEHAVIOURS],
        "harms": ["Skriker."],
        **fields,
    }
    return Skill.model_validate(data)


def reply(id: str, goto: str, shows: str = "", misses: str = "", **fields: Any) -> dict[str, Any]:  # noqa: A002
    """A reply; behaviours are written with blanks between."""
    return choice(id, goto, shows=shows.split(), misses=misses.split(), **fields)


def dialogue(scenes: dict[str, dict[str, Any]], **header: Any) -> Scenario:
    """A dialogue with Jamal, who practises ``samtala`` with us unless told otherwise."""
    about: dict[str, Any] = {
        "skill": "samtala",
        "cast": [{"id": "client", "name": "Jamal", "part": "exposed"}],
    }
    return scenario(scenes, **{**about, **header})


def corridor(**header: Any) -> Scenario:
    """Three moments in a corridor and an ending."""
    return dialogue(
        {
            "dorren": {
                "text": "– Vad glor du på?",
                "choices": [
                    reply(
                        "hej",
                        "steget",
                        "lugn",
                        "fragar",
                        text="– Hej, Jamal.",
                        consequences={"exposed": "Han nickar."},
                    ),
                    reply("hur", "steget", "fragar lugn", text="– Hur är det?"),
                    reply("skarp", "steget", "", "lugn fragar", text="– Skärp dig."),
                    reply("lova", "steget", "fragar", text="– Jag fixar.", unsafe="Går inte."),
                ],
            },
            "steget": {
                "text": "– Inget.",
                "choices": [
                    reply("namn", "sist", "namner", "vantar", text="– Du slog i dörren."),
                    reply("tyst", "sist", "vantar haller", text="– Jag väntar."),
                ],
            },
            "sist": {
                "text": "– Och?",
                "choices": [
                    reply("lugn", "slut", "lugn", text="– Vi tar det imorgon."),
                    reply("om", "dorren", "haller", text="– Vi börjar om."),
                ],
            },
            "slut": ending(),
        },
        **header,
    )


@st.composite
def dialogues(draw: st.DrawFn) -> Story:
    """A dialogue of two to five scenes whose replies show and miss what they happen to."""
    names = [f"s{number}" for number in range(draw(st.integers(2, 5)))]
    some = st.lists(st.sampled_from(BEHAVIOURS), max_size=3, unique=True).map(" ".join)
    scenes: dict[str, dict[str, Any]] = {}
    for name in names[:-1]:
        choices = [
            reply(
                f"c{number}",
                draw(st.sampled_from(names)),
                draw(some),
                draw(some),
                unsafe=draw(st.sampled_from(["", "", "Farligt."])),
            )
            for number in range(draw(st.integers(1, 4)))
        ]
        scenes[name] = {"text": "x", "choices": choices}
    scenes[names[-1]] = ending()
    return compile_story(dialogue(scenes))


@st.composite
def talks(draw: st.DrawFn) -> tuple[Story, list[Event], Run]:
    """A dialogue, what happened in a run on it, and the run."""
    story = draw(dialogues())
    run = begin(story)
    events: list[Event] = []
    for _ in range(draw(st.integers(0, 10))):
        moves = offered(story, run.state)
        back = undo(story, run) if draw(st.integers(0, 3)) == 0 else None
        event: Event
        if back is not None:
            run, event = back
        elif moves:
            run, event = choose(story, run, draw(st.sampled_from(moves)).id)
        else:
            break
        events.append(event)
    return story, events, run
