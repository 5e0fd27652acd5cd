"""A way through a shipped scenario, worked out by the engine, to be gone by keys."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ajs_trainer.content.folders import search_path
from ajs_trainer.content.library import Library
from ajs_trainer.model import Choice, Scene
from ajs_trainer.play.step import offered, start, step
from ajs_trainer.play.story import State, Story, compile_story

SCENARIO = "skicka-en-svensk"
LONGEST = 40


@cache
def story() -> Story:
    """The scenario of the journeys."""
    scenario = Library(search_path()).load(SCENARIO, "sv").scenario
    assert scenario is not None
    return compile_story(scenario)


@dataclass(frozen=True)
class Stop:
    """A scene on the way, and what is chosen in it."""

    state: State
    digit: str
    choice: Choice

    @property
    def scene(self) -> Scene:
        return story().scenario.scenes[self.name]

    @property
    def name(self) -> str:
        """Id of the scene."""
        return story().scenes[self.state.scene]

    @property
    def options(self) -> list[str]:
        """The texts of what is on offer."""
        return [move.choice.text for move in offered(story(), self.state)]


def way() -> list[Stop]:
    """The way on which the first and the last choice are taken by turns, to an ending."""
    stops: list[Stop] = []
    state = start(story())
    while moves := offered(story(), state):
        number = len(moves) if len(stops) % 2 else 1
        stops.append(Stop(state, str(number), moves[number - 1].choice))
        state = step(story(), state, moves[number - 1].id).state
        assert len(stops) < LONGEST, "the way goes in a ring"
    assert len(stops) > 2
    return stops
