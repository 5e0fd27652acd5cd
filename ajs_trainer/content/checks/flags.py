"""Whether every flag that is asked for is set somewhere, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from ajs_trainer.content.checks.subject import Subject
from ajs_trainer.model import Choice, Scenario, Scene

Asked = tuple[str, tuple[str | int, ...]]
"""A flag and the path of the condition that asks for it."""


def check_flags(subject: Subject, linked: Scenario) -> Scenario:
    """Note flags that lead nowhere.

    Args:
        linked: The scenario as :func:`check_links` returned it.

    Returns:
        The scenario with a misspelt flag read as the closest one, and a condition on any
        other unknown flag left out, so that one mistake is not reported twice.
    """
    problems = subject.problems
    all_set = not problems.lost & {"sets", "choices"}
    wrong = problems.error_lines()
    all_asked = not problems.lost & {"needs", "unless", "choices"}
    is_set = {flag for *_, choice in subject.choices() for flag in choice.sets}
    meant: dict[str, str] = {}
    asked = list(_asked(subject))
    for flag, path in asked:
        if flag not in is_set:
            if flag not in meant:
                meant[flag] = problems.closest(flag, is_set)
            place = subject.value(*path)
            if (meant[flag] or all_set) and place[:2] not in wrong:
                problems.add("G306", place, flag=flag, suggestion=meant[flag])
    used = {meant.get(flag, flag) for flag, _ in asked} | _promised(subject.scenario)
    for scene_id, number, choice in subject.choices():
        for position, flag in enumerate(choice.sets):
            place = subject.value("scenes", scene_id, "choices", number, "sets", position)
            if all_asked and flag not in used and place[:2] not in wrong:
                problems.add("G307", place, flag=flag)
    return _respelt(linked, meant) if meant else linked


def _promised(scenario: Scenario) -> set[str]:
    return {
        name
        for promise in scenario.expect
        for name in (promise.can_reach, promise.every_ending_has)
        if name
    }


def _asked(subject: Subject) -> Iterator[Asked]:
    for scene_id, scene in subject.scenes():
        for field, prose in (
            (("text",), scene.text),
            (("ending", "text"), scene.ending.text if scene.ending else ()),
        ):
            for number, part in enumerate(prose):
                path = ("scenes", scene_id, *field, number)
                yield from _conditions(part.needs, part.unless, path)
        for number, choice in enumerate(scene.choices):
            path = ("scenes", scene_id, "choices", number)
            yield from _conditions(choice.needs, choice.unless, path)


def _conditions(
    needs: tuple[str, ...], unless: tuple[str, ...], path: tuple[str | int, ...]
) -> Iterator[Asked]:
    for field, flags in (("needs", needs), ("unless", unless)):
        for position, flag in enumerate(flags):
            yield flag, (*path, field, position)


def _respelt(scenario: Scenario, meant: dict[str, str]) -> Scenario:
    def flags(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in (meant.get(flag, flag) for flag in names) if name)

    def choice(old: Choice) -> Choice:
        return old.model_copy(update={"needs": flags(old.needs), "unless": flags(old.unless)})

    def scene(old: Scene) -> Scene:
        return old.model_copy(update={"choices": tuple(map(choice, old.choices))})

    scenes = {scene_id: scene(old) for scene_id, old in scenario.scenes.items()}
    return scenario.model_copy(update={"scenes": scenes})
