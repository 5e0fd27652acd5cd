"""What can be wrong with a skill whose file is well formed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ajs_trainer.content.checks.lists import check_count, check_ids, check_length
from ajs_trainer.content.problems import Problems
from ajs_trainer.content.tree import Map
from ajs_trainer.model.skill import LEAST_BEHAVIOURS, MOST_BEHAVIOURS, Skill

if TYPE_CHECKING:
    from ajs_trainer.content.shelf import Shelf

ROWS = 2
COLUMNS = 60
"""What the observer's list shows of a behaviour."""


def check_skill(skill: Skill, root: Map, problems: Problems, _known: Shelf) -> None:
    """Note behaviours that are too few, too many, alike, or too long to tick while listening."""
    behaviours = skill.behaviours
    check_ids([behaviour.id for behaviour in behaviours], root, problems, ("behaviours",))
    check_count(
        len(behaviours),
        root,
        problems,
        ("behaviours",),
        least=LEAST_BEHAVIOURS,
        most=MOST_BEHAVIOURS,
    )
    for number, behaviour in enumerate(behaviours):
        path = ("behaviours", number, "text")
        check_length(behaviour.text, root, problems, path, rows=ROWS, columns=COLUMNS)
