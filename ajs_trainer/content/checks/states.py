"""What holds in every state that a learner can reach: a proof, not a sample."""

from __future__ import annotations

from collections.abc import Iterator

from ajs_trainer.content.checks.subject import Subject
from ajs_trainer.content.structure import NOWHERE
from ajs_trainer.model import Scenario
from ajs_trainer.play.exploration import Exploration, explore
from ajs_trainer.play.story import State, Story, compile_story


def check_states(subject: Subject, scenario: Scenario) -> tuple[Story, Exploration]:
    """Note scenes and choices that cannot be reached, and states that lead nowhere.

    Nothing is said of ways through the story while a choice could not be read.
    """
    story = compile_story(scenario)
    found = explore(story)
    if subject.problems.lost & {"goto", "sets", "needs", "unless", "choices"}:
        return story, found
    for scene_id, state in found.stuck.items():
        place = subject.key("scenes", scene_id, "choices")
        subject.problems.add("G304", place, scene=scene_id, way=shown_way(found, state))
    if any(scene.ending or scene.draft for scene in scenario.scenes.values()):
        loop = _innermost(found)
        if loop:
            scene_id, state = loop
            place = subject.key("scenes", scene_id)
            subject.problems.add("G305", place, scene=scene_id, way=shown_way(found, state))
    unreached = [scene for scene in scenario.scenes if scene not in found.reached | {NOWHERE}]
    unoffered = [
        (scene_id, number)
        for scene_id, number, choice in subject.choices()
        if scene_id in found.reached and (scene_id, choice.id) not in found.offered
    ]
    if not found.complete:
        subject.problems.add("G310", subject.key("scenes"), states=found.states)
        return story, found
    closed = [scenario.scenes[scene_id].choices[number].goto for scene_id, number in unoffered]
    for scene_id in _entrances(scenario, unreached, closed):
        if not scenario.scenes[scene_id].draft:
            subject.problems.add("G302", subject.key("scenes", scene_id), scene=scene_id)
    for scene_id, number in unoffered:
        if scene_id not in found.stuck:
            choice_id = subject.scenario.scenes[scene_id].choices[number].id
            path = ("scenes", scene_id, "choices", number)
            subject.problems.add("G303", subject.key(*path), choice=choice_id)
    return story, found


def _entrances(scenario: Scenario, unreached: list[str], closed: list[str]) -> Iterator[str]:
    """The unreached scenes that lead to the others; mending them mends all.

    Args:
        closed: The scenes that wait behind a choice which is never offered.
    """
    seen: set[str] = set()

    def follow(first: str) -> None:
        waiting = [first]
        while waiting:
            scene_id = waiting.pop()
            if scene_id not in seen:
                seen.add(scene_id)
                waiting += [choice.goto for choice in scenario.scenes[scene_id].choices]

    for scene_id in closed:
        follow(scene_id)
    led_to = {
        choice.goto
        for scene_id in unreached
        for choice in scenario.scenes[scene_id].choices
        if choice.goto != scene_id
    }
    for scene_id in sorted(unreached, key=lambda scene_id: scene_id in led_to):
        if scene_id not in seen:
            yield scene_id
            follow(scene_id)


def shown_way(found: Exploration, state: State) -> str:
    """A way through the story, readable: ``kaffet/fraga → rasten/vantar``."""
    way = found.way_to(state)
    return " → ".join(f"{scene}/{choice}" for scene, choice in way) or "–"


def _innermost(found: Exploration) -> tuple[str, State] | None:
    """The scene where the loop begins: of all that cannot reach an ending, the first entered."""
    return next(iter(found.endless.items()), None)
