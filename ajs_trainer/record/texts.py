"""The texts that runs and meetings are recorded on, each kept once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ajs_trainer.model import Choice, Scenario
from ajs_trainer.model.fields import Model
from ajs_trainer.model.identity import content_hash, content_text, from_content_text
from ajs_trainer.record.connection import first
from ajs_trainer.record.faults import damaged
from ajs_trainer.record.tables import insert

if TYPE_CHECKING:
    from sqlite_utils import Database


Kept = TypeVar("Kept", bound=Model)


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
        self._others: dict[str, Model] = {}

    def keep(self, db: Database, scenario: Scenario) -> Text:
        """Keep the text of a scenario, unless it is there."""
        text = Text(_keep(db, scenario), scenario)
        self._known[text.hash] = text
        return text

    def keep_other(self, db: Database, content: Model) -> str:
        """Keep the text of what is no scenario, unless it is there; return its hash."""
        hash_ = _keep(db, content)
        self._others[hash_] = content
        return hash_

    def get(self, db: Database, hash_: str) -> Text:
        """The text with this hash.

        Raises:
            KeyError: There is no such text.
            DamagedRecord: It cannot be read as a scenario.
        """
        known = self._known.get(hash_)
        if known is None:
            with self._read(db, hash_) as canonical:
                known = Text(hash_, from_content_text(canonical))
            self._known[hash_] = known
        return known

    def other(self, db: Database, hash_: str, kind: type[Kept]) -> Kept:
        """The plan, role-play, skill or exercise with this hash.

        Raises:
            KeyError, DamagedRecord: As for ``get``.
        """
        known = self._others.get(hash_)
        if not isinstance(known, kind):
            with self._read(db, hash_) as canonical:
                known = kind.model_validate_json(canonical)
            self._others[hash_] = known
        return known

    @contextmanager
    def _read(self, db: Database, hash_: str) -> Iterator[str]:
        row = first(db, "SELECT text FROM content WHERE hash = ?", [hash_])
        if row is None:
            raise KeyError(hash_)
        try:
            yield row["text"]
        except ValueError as error:
            raise damaged(self._path) from error


def _keep(db: Database, content: Model) -> str:
    canonical = content_text(content)
    hash_ = content_hash(canonical)
    if first(db, "SELECT 1 FROM content WHERE hash = ?", [hash_]) is None:
        insert(db, "content", {"hash": hash_, "text": canonical})
    return hash_
