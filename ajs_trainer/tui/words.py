"""Words for own codes: short, friendly, easy to spell, and about nobody."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from importlib.resources import files


def words() -> tuple[str, ...]:
    """Swedish nouns from nature, kitchen and home; none names a person or a trait."""
    return tuple((files("ajs_trainer.tui") / "words.txt").read_text(encoding="utf-8").split())


def suggest(pick: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """Two different random words; nothing about the person goes into them."""
    known = words()
    first = pick(known)
    second = pick([word for word in known if word != first])
    return f"{first}-{second}"
