"""The plans that a meeting can follow, found in the same folders as the scenarios."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ajs_trainer.content.library import scenario_files
from ajs_trainer.content.load import load_file, read_header
from ajs_trainer.content.problems import Problems
from ajs_trainer.model.plan import Plan


def plans(folders: Iterable[Path], language: str) -> list[Plan]:
    """Every plan without errors, the shortest first.

    A later folder wins by id; of one plan in two languages the reader's own is chosen.
    """
    found: dict[tuple[str, str], Plan] = {}
    for path in scenario_files(folders):
        header = read_header(path, Problems())
        if header is None or header.get("kind") != "plan":
            continue
        plan = load_file(path).plan
        if plan is not None:
            found[plan.id, plan.language] = plan
    ids = {name for name, _ in found}
    chosen = [
        found.get((name, language)) or next(p for key, p in found.items() if key[0] == name)
        for name in ids
    ]
    return sorted(chosen, key=lambda plan: (plan.minutes, plan.title.casefold()))
