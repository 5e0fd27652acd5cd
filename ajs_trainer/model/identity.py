"""What makes two scenarios the same text."""

from __future__ import annotations

import hashlib
import json

from ajs_trainer.model.fields import Model
from ajs_trainer.model.scenario import Scenario


def content_text(content: Model) -> str:
    """The canonical text of what a file holds: compact JSON without defaults.

    Comments and layout of the author's file make no difference; the order of choices and every
    word that a person reads do.
    """
    data = content.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def content_hash(text: str) -> str:
    """SHA-256 of a canonical text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def from_content_text(text: str) -> Scenario:
    """The scenario that a canonical text was made from."""
    return Scenario.model_validate_json(text)
