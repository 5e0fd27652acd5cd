"""Which scenarios fit what a person looks for; knows nothing of the screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ajs_trainer.model.names import GROUND_NAMES, RELATION_NAMES, SETTING_NAMES
from ajs_trainer.tui.services import Entry

MINUTES = (5, 10, 15, 20, 30)
KINDS = ("setting", "relation", "ground", "minutes")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person looks for; an empty value asks for nothing.

    Attributes:
        text: Words that must all be in the title or the summary.
        minutes: At most so many minutes, as a number in text.
    """

    text: str = ""
    setting: str = ""
    relation: str = ""
    ground: str = ""
    minutes: str = ""

    def fits(self, entry: Entry) -> bool:
        """Whether a scenario is what the person looks for."""
        words = plain(self.text).split()
        place = plain(f"{entry.title} {entry.summary}")
        return (
            all(word in place for word in words)
            and self.setting in ("", entry.setting)
            and self.relation in ("", entry.relation)
            and (not self.ground or self.ground in entry.grounds)
            and (not self.minutes or entry.minutes <= int(self.minutes))
        )


def plain(text: str) -> str:
    """Text as it is compared: capitals and the way letters are put together do not matter."""
    return unicodedata.normalize("NFC", text).casefold()


def values(kind: str, entries: Iterable[Entry]) -> Sequence[str]:
    """The values of a filter that tell some of the scenarios from the others."""
    entries = list(entries)
    match kind:
        case "setting":
            return [name for name in SETTING_NAMES if any(e.setting == name for e in entries)]
        case "relation":
            return [name for name in RELATION_NAMES if any(e.relation == name for e in entries)]
        case "ground":
            return [name for name in GROUND_NAMES if any(name in e.grounds for e in entries)]
        case _:
            shortest = min((e.minutes for e in entries), default=0)
            longest = max((e.minutes for e in entries), default=0)
            return [str(limit) for limit in MINUTES if shortest <= limit < longest]
