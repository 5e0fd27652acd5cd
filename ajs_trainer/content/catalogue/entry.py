"""What the catalogue says of a code."""

from __future__ import annotations

from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "note"]


class Entry(NamedTuple):
    """A code's severity and texts, with ``{placeholders}``."""

    severity: Severity
    message: str
    hint: str


def error(message: str, hint: str) -> Entry:
    """What makes a file unusable."""
    return Entry("error", message, hint)


def warning(message: str, hint: str) -> Entry:
    """What should be mended, though the file can be used."""
    return Entry("warning", message, hint)


def note(message: str, hint: str) -> Entry:
    """What may be as it is."""
    return Entry("note", message, hint)
