"""Every code a file can be given, with its sentence and what to do.

A code without a page in ``docs/problems`` cannot be released: the tests hold catalogue and
pages against each other. Codes are never reused.
"""

from __future__ import annotations

from ajs_trainer.content.catalogue.entry import Entry, Severity
from ajs_trainer.content.catalogue.others import GUIDES, PLANS, PRACTICE, VERSIONS
from ajs_trainer.content.catalogue.scenario import FIELDS, STATES, TEXTS
from ajs_trainer.content.catalogue.text import FILE, SYNTAX

__all__ = ["CATALOGUE", "Entry", "Severity"]

CATALOGUE: dict[str, Entry] = (
    FILE | SYNTAX | FIELDS | STATES | TEXTS | PLANS | GUIDES | PRACTICE | VERSIONS
)
