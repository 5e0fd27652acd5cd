"""Words for the cards of a meeting: what a person types to go on under the same card.

Flowers, berries, birds and herbs: nobody's name, easy to remember for an hour, and no two alike
once capitals, dots and blanks are disregarded.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Sequence
from functools import cache
from importlib.resources import files


@cache
def card_words() -> tuple[str, ...]:
    """All the words, in capitals as they are shown."""
    return tuple((files("ajs_trainer.record") / "card_words.txt").read_text("utf-8").split())


def plain(word: str) -> str:
    """A word as it is compared: capitals, blanks, hyphens and the marks on letters do not count."""
    split = unicodedata.normalize("NFKD", word).casefold()
    return "".join(character for character in split if character.isalnum())


def unused(taken: Collection[str], pick: Callable[[Sequence[str]], str]) -> str:
    """A word that is not among those ``taken``; with a number when the words have run out.

    Args:
        taken: The words of a meeting.
        pick: Chooses one of many; must not be foreseeable.
    """
    words: Sequence[str] = card_words()
    number = 1
    while not (left := [word for word in words if word not in taken]):
        number += 1
        words = [f"{word} {number}" for word in card_words()]
    return pick(left)
