"""A library in the place of the real one, whose every text is one text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ajs_trainer.content.load import Loaded
from ajs_trainer.content.problems import Place, Problem
from ajs_trainer.content.shelf import Shelf as Known
from ajs_trainer.content.shelf import shelf
from ajs_trainer.model.plan import Plan
from tests.guards.material import Material
from tests.tui.fakes import FakeEntry


@dataclass(frozen=True)
class Listed(FakeEntry):
    """A scenario as the command line lists it."""

    adapted: bool = True


class Shelf:
    """One scenario past every check, one plan, and one file that cannot be read.

    Args:
        text: What all of them say.
    """

    def __init__(self, text: str, _folders: object) -> None:
        self._text = text
        self._material = Material(text)
        self._told = self._material.scenario()
        self.problems = (Problem("F001", Place(f"mapp/{text}", 1, 1), {"reason": text}),)

    def plans(self, _language: str) -> list[Plan]:
        """The plans of meetings."""
        return [self._material.plan()]

    def entries(self, _language: str) -> list[Listed]:
        """What is listed."""
        text = self._text
        return [Listed(id=self._told.id, title=text, summary=text, content_note=text)]

    def base_path(self, name: str) -> Path | None:
        """Where a scenario would be."""
        return Path(name) if name == self._told.id else None

    def known(self) -> Known:
        """What files may refer to: nothing."""
        return shelf(())

    def load(self, name: str, _language: str) -> Loaded:
        """The scenario, or a problem."""
        known = name == self._told.id
        return Loaded(self._told, ()) if known else Loaded(None, self.problems)
