"""The texts that runs are recorded on, each kept once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ajs_trainer.model import Choice, Scenario
from ajs_trainer.model.identity import content_hash, content_text, from_content_text
from ajs_trainer.record.connection import first
from ajs_trainer.record.faults import damaged
from ajs_trainer.record.tables import insert

if TYPE_CHECKING:
    from sqlite_utils import Database


class Text:
    """A text of a scenario that runs are recorded on."""

    def __init__(self, hash_: str, scenario: Scenario) -> None:
        self.hash = hash_
        self.scenario = scenario
        self._choices = {
            (scene_id, choice.id): choice
            for scene_id, scene in scenario.scenes.items()
            for choice in scene.choices
        }

    def choice(self, scene: str, choice: str) -> Choice:
        """A choice by its ids; raises ``ValueError`` when the text does not have it."""
        try:
            return self._choices[scene, choice]
        except KeyError:
            raise ValueError(f"{scene}/{choice}") from None


class Texts:
    """The texts in a record; those that were used lately are not read again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, Text] = {}

    def keep(self, db: Database, scenario: Scenario) -> Text:
        """Keep the text of a scenario, unless it is there."""
        canonical = content_text(scenario)
        text = Text(content_hash(canonical), scenario)
        if first(db, "SELECT 1 FROM content WHERE hash = ?", [text.hash]) is None:
            insert(db, "content", {"hash": text.hash, "text": canonical})
        self._known[text.hash] = text
        return text

    def get(self, db: Database, hash_: str) -> Text:
        """The text with this hash.

        Raises:
            KeyError: There is no such text.
            DamagedRecord: It cannot be read as a scenario.
        """
        known = self._known.get(hash_)
        if known is None:
            row = first(db, "SELECT text FROM content WHERE hash = ?", [hash_])
            if row is None:
                raise KeyError(hash_)
            try:
                known = Text(hash_, from_content_text(row["text"]))
            except ValueError as error:
                raise damaged(self._path) from error
            self._known[hash_] = known
        return known
