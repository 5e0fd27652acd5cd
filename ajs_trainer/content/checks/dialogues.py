"""What can be wrong with the replies of a dialogue, and with what only a dialogue has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ajs_trainer.content.checks.references import check_exists
from ajs_trainer.content.checks.subject import Subject
from ajs_trainer.content.structure import STAND_IN
from ajs_trainer.model import Choice

if TYPE_CHECKING:
    from ajs_trainer.content.shelf import Shelf

CLIENT = "client"
"""Id of the one in the cast who is talked to."""

_FIELDS = ("shows", "misses")


def check_dialogue(subject: Subject, known: Shelf | None) -> None:
    """Note replies that say nothing of the skill, or name behaviours that it does not have.

    Args:
        known: Where the skill is looked for; without it only the file itself is checked.
    """
    skill = subject.scenario.skill
    if skill is None:
        _check_scenario(subject)
        return
    _check_client(subject)
    for path, choice in _choices(subject):
        if not (choice.shows or choice.misses or subject.problems.lost & {*_FIELDS, "choices"}):
            subject.problems.add("K907", subject.key(*path))
        for position, name in enumerate(choice.misses):
            if name in choice.shows:
                place = subject.value(*path, "misses", position)
                subject.problems.add("K908", place, behaviour=name)
    if known is not None:
        _check_behaviours(subject, skill, known)


def _check_scenario(subject: Subject) -> None:
    for scene_id, number, choice in subject.choices():
        if choice.shows or choice.misses:
            for field in _FIELDS:
                if getattr(choice, field):
                    place = subject.key("scenes", scene_id, "choices", number, field)
                    subject.problems.add("K906", place, field=field)


def _choices(subject: Subject) -> Iterator[tuple[tuple[str | int, ...], Choice]]:
    for scene_id, number, choice in subject.choices():
        yield ("scenes", scene_id, "choices", number), choice


def _check_client(subject: Subject) -> None:
    clients = [member for member in subject.scenario.cast if member.part == "exposed"]
    if [member.id for member in clients] != [CLIENT] and "cast" not in subject.problems.lost:
        field = "cast" if "cast" in subject.root else "skill"
        subject.problems.add("K910", subject.key(field))


def _check_behaviours(subject: Subject, skill: str, known: Shelf) -> None:
    behaviours = known.behaviours(skill)
    if behaviours is None:
        check_exists("skill", skill, subject.root, subject.problems, known, ("skill",))
        return
    for path, choice in _choices(subject):
        for field in _FIELDS:
            for position, name in enumerate(getattr(choice, field)):
                if name not in behaviours and name != STAND_IN:
                    meant = subject.problems.closest(name, behaviours)
                    subject.problems.add(
                        "K909",
                        subject.value(*path, field, position),
                        skill=skill,
                        behaviour=name,
                        suggestion=meant,
                    )
