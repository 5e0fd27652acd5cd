"""What can be practised beside scenarios, found in the same folders."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ajs_trainer.content.collect import collect
from ajs_trainer.model.exercise import Exercise
from ajs_trainer.model.roleplay import RolePlay
from ajs_trainer.model.skill import Skill
from ajs_trainer.model.vocabulary import FORMS, KKA_STRATEGIES


def skills(folders: Iterable[Path], language: str) -> list[Skill]:
    """Every skill without errors, in the order of the five strategies and then by title."""
    found = collect(folders, language, "skill", Skill)
    return sorted(
        found, key=lambda skill: (KKA_STRATEGIES.index(skill.strategy), skill.title.casefold())
    )


def roleplays(folders: Iterable[Path], language: str) -> list[RolePlay]:
    """Every role-play without errors whose skill is there too, by title."""
    found = collect(folders, language, "roleplay", RolePlay)
    return sorted(found, key=lambda roleplay: roleplay.title.casefold())


def exercises(folders: Iterable[Path], language: str) -> list[Exercise]:
    """Every value exercise without errors, form by form and then by title."""
    found = collect(folders, language, "exercise", Exercise)
    return sorted(
        found, key=lambda exercise: (FORMS.index(exercise.form), exercise.title.casefold())
    )
