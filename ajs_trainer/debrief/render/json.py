"""A debrief as JSON, for other programs: exactly what was published, and nothing worked out."""

from __future__ import annotations

from ajs_trainer.debrief.summary import Debrief
from ajs_trainer.debrief.summary import to_json as published


def to_json(debrief: Debrief) -> str:
    """The frozen publication, indented; ``ajs_trainer.debrief.summary.from_json`` reads it."""
    return published(debrief, indent=2) + "\n"
