"""The plans that a meeting can follow, found in the same folders as the scenarios."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ajs_trainer.content.collect import collect
from ajs_trainer.model.plan import Plan


def plans(folders: Iterable[Path], language: str) -> list[Plan]:
    """Every plan without errors, the shortest first."""
    found = collect(folders, language, "plan", Plan)
    return sorted(found, key=lambda plan: (plan.minutes, plan.title.casefold()))
