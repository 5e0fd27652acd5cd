"""Which scenarios fit what a person looks for; knows nothing of the screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ajs_trainer.locale import N_
from ajs_trainer.model.names import GROUND_NAMES, RELATION_NAMES, SETTING_NAMES
from ajs_trainer.tui.services import Entry

MINUTES = (5, 10, 15, 20, 30)
KINDS = ("setting", "relation", "ground", "minutes", "kind")
KIND_NAMES = {"scenario": N_("scenarios"), "dialogue": N_("KKA dialogues")}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person looks for; an empty value asks for nothing.

    Attributes:
        text: Words that must all be in the title or the summary.
        kind: A scenario or a dialogue; what a relation or a ground is asked of is no dialogue.
        minutes: At most so many minutes, as a number in text.
    """

    text: str = ""
    kind: str = ""
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
            and self.kind in ("", kind_of(entry))
            and self.setting in ("", entry.setting)
            and (not (self.relation or self.ground) or not entry.skill)
            and self.relation in ("", entry.relation)
            and (not self.ground or self.ground in entry.grounds)
            and (not self.minutes or entry.minutes <= int(self.minutes))
        )


def kind_of(entry: Entry) -> str:
    """Whether something to play is a scenario or a dialogue, by its name in a filter."""
    return "dialogue" if entry.skill else "scenario"


def plain(text: str) -> str:
    """Text as it is compared: capitals and the way letters are put together do not matter."""
    return unicodedata.normalize("NFC", text).casefold()


def values(kind: str, entries: Iterable[Entry]) -> Sequence[str]:
    """The values of a filter that tell some of the scenarios from the others."""
    entries = list(entries)
    scenarios = [entry for entry in entries if not entry.skill]
    match kind:
        case "kind":
            kinds = {kind_of(entry) for entry in entries}
            return list(KIND_NAMES) if len(kinds) > 1 else []
        case "setting":
            return [name for name in SETTING_NAMES if any(e.setting == name for e in entries)]
        case "relation":
            return [name for name in RELATION_NAMES if any(e.relation == name for e in scenarios)]
        case "ground":
            return [name for name in GROUND_NAMES if any(name in e.grounds for e in scenarios)]
        case _:
            shortest = min((e.minutes for e in entries), default=0)
            longest = max((e.minutes for e in entries), default=0)
            return [str(limit) for limit in MINUTES if shortest <= limit < longest]
