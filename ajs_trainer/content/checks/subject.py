"""What every check is handed: the scenario, the tree it came from, and where to note things."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ajs_trainer.content.problems import Place, Problems
from ajs_trainer.content.tree import Map, mark_at
from ajs_trainer.model import Choice, Scenario, Scene


@dataclass(frozen=True, slots=True)
class Subject:
    """A scenario under examination."""

    scenario: Scenario
    root: Map
    problems: Problems

    def key(self, *path: str | int) -> Place:
        """Where the field or item at a path begins."""
        return mark_at(self.root, path).key

    def value(self, *path: str | int) -> Place:
        """Where the value at a path begins."""
        return mark_at(self.root, path).value

    def scenes(self) -> Iterator[tuple[str, Scene]]:
        """Every scene with its id."""
        yield from self.scenario.scenes.items()

    def choices(self) -> Iterator[tuple[str, int, Choice]]:
        """Every choice with the id of its scene and its number there, from 0."""
        for scene_id, scene in self.scenario.scenes.items():
            for number, choice in enumerate(scene.choices):
                yield scene_id, number, choice
