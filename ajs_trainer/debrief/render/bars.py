"""Bars of three levels, drawn with characters."""

from __future__ import annotations

from dataclasses import dataclass

from ajs_trainer.debrief.disclosure import Level

WIDTH = 80
"""Columns of the terminal that a projector shows."""
FILLED: dict[Level, int] = {"low": 1, "middle": 2, "high": 3}
"""How many of the three blocks of a bar are filled."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters that bars, lines and lists are drawn with."""

    full: str = "█"
    """Fills a line: where the room landed."""
    slim: str = "▬"
    """Leaves air above and below: where the room began, and bars on lines that follow close."""
    empty: str = "·"
    line: str = "─"
    more: str = "↑"
    fewer: str = "↓"
    item: str = "•"

    def bar(self, level: Level, block: int, slim: bool = False) -> str:
        """Three blocks of ``block`` characters, one to three of them filled."""
        filled = FILLED[level]
        full = self.slim if slim else self.full
        return " ".join([full * block] * filled + [self.empty * block] * (3 - filled))


BLOCKS = Signs()
PLAIN = Signs(full="#", slim="=", empty=".", line="-", more="+", fewer="-", item="-")
"""For terminals and printers that know ASCII only."""
