"""Whether scenes and choices hang together: ids, targets, endings."""

from __future__ import annotations

from ajs_trainer.content.checks.lists import check_ids
from ajs_trainer.content.checks.subject import Subject
from ajs_trainer.content.limits import MAX_CHOICES
from ajs_trainer.content.structure import NOWHERE
from ajs_trainer.model import Choice, Ending, Part, Scenario, Scene


def check_links(subject: Subject) -> Scenario:
    """Note what does not hang together.

    Returns:
        The scenario with every target existing: a misspelt one is read as the closest id,
        any other leads to a stand-in ending, so that one mistake is not reported twice.
    """
    _check_ids(subject)
    _check_shapes(subject)
    if not subject.problems.lost & {"goto", "choices", "ending", "scenes"}:
        _check_endings(subject)
    scenario = subject.scenario
    known = scenario.scenes
    start = scenario.start
    if start not in known:
        meant = subject.problems.closest(start, known)
        start = meant or next(iter(known))
        if scenario.start != NOWHERE and (meant or "scenes" not in subject.problems.lost):
            place = subject.value("start")
            subject.problems.add("G301", place, target=scenario.start, suggestion=meant)
    targets: dict[str, str] = {}
    for scene_id, number, choice in subject.choices():
        if choice.goto in known:
            continue
        if choice.goto not in targets:
            targets[choice.goto] = subject.problems.closest(choice.goto, known) or NOWHERE
        meant = targets[choice.goto].replace(NOWHERE, "")
        if choice.goto != NOWHERE and (meant or "scenes" not in subject.problems.lost):
            place = subject.value("scenes", scene_id, "choices", number, "goto")
            subject.problems.add("G301", place, target=choice.goto, suggestion=meant)
    if not targets and start == scenario.start:
        return scenario
    return _retargeted(scenario, start, targets)


def _retargeted(scenario: Scenario, start: str, targets: dict[str, str]) -> Scenario:
    def moved(choice: Choice) -> Choice:
        return choice.model_copy(update={"goto": targets.get(choice.goto, choice.goto)})

    scenes = {
        scene_id: scene.model_copy(update={"choices": tuple(map(moved, scene.choices))})
        for scene_id, scene in scenario.scenes.items()
    }
    if NOWHERE in targets.values():
        scenes[NOWHERE] = Scene(ending=Ending(title="–", text=(Part(text="–"),)))
    return scenario.model_copy(update={"start": start, "scenes": scenes})


def _check_ids(subject: Subject) -> None:
    _check_list(subject, [member.id for member in subject.scenario.cast], "cast")
    for scene_id, scene in subject.scenes():
        choices = [choice.id for choice in scene.choices]
        _check_list(subject, choices, "scenes", scene_id, "choices")
        thoughts = [thought.id for thought in scene.thoughts]
        _check_list(subject, thoughts, "scenes", scene_id, "thoughts")


def _check_list(subject: Subject, ids: list[str], *path: str) -> None:
    check_ids(ids, subject.root, subject.problems, path)


def _check_shapes(subject: Subject) -> None:
    for scene_id, scene in subject.scenes():
        place = subject.key("scenes", scene_id)
        if scene.ending and scene.choices:
            subject.problems.add("M213", place, scene=scene_id)
        elif not scene.ending and not scene.choices and not scene.draft:
            subject.problems.add("M212", place, scene=scene_id)
        elif scene.choices and not scene.text:
            subject.problems.add("M201", place, field="text")
        count = len(scene.choices)
        if count > MAX_CHOICES:
            place = subject.key("scenes", scene_id, "choices")
            subject.problems.add("M214", place, count=count, limit=MAX_CHOICES)
        elif count == 1 and "choices" not in subject.problems.lost:
            subject.problems.add("M215", subject.key("scenes", scene_id, "choices"))


def _check_endings(subject: Subject) -> None:
    endings = sum(scene.ending is not None for _, scene in subject.scenes())
    drafts = any(scene.draft for _, scene in subject.scenes())
    if endings == 0 and not drafts:
        subject.problems.add("G308", subject.key("scenes"))
    elif endings == 1 and not drafts:
        subject.problems.add("G309", subject.key("scenes"))
