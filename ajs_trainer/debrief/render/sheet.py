"""Pieces of a sheet with their height on paper, so that the sheet never takes a third page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from ajs_trainer.characters import visible_line

PAPER = 180.0
"""Width of the text on a page, in millimetres."""


@dataclass(frozen=True, slots=True)
class Density:
    """How much the sheet says, and how closely.

    Attributes:
        name: Class of the body in the style sheet.
        letter: Average width of a letter, in millimetres.
        line: Height of a line, in millimetres.
        longest: Longest text from outside, in letters; the rest of it is cut off.
        talk: How many questions for the talk about each scenario.
        tables: Whether each question has a table of its own.
        room: Height that two pages hold, with what page breaks may waste taken off.
    """

    name: str
    letter: float
    line: float
    longest: int
    talk: int
    tables: bool
    room: float


ROOMY = Density("roomy", 2.05, 5.1, 240, 4, True, 515)
CLOSE = Density("close", 1.86, 4.4, 200, 3, True, 515)
BRIEF = Density("brief", 1.76, 4.1, 130, 2, False, 530)
LEAST = Density("least", 1.76, 4.1, 70, 1, False, 530)
AGREED = 240
"""Longest text of what the room agreed on; it is never cut shorter, however full the day was."""
DENSITIES = (ROOMY, CLOSE, BRIEF, LEAST)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the sheet."""

    html: str
    height: float
    """On paper, in millimetres; rather too much than too little."""


def joined(pieces: Iterable[Piece], before: str = "", after: str = "", extra: float = 0) -> Piece:
    """Pieces below one another, within an element that adds ``extra`` millimetres."""
    pieces = list(pieces)
    inner = "\n".join(piece.html for piece in pieces)
    return Piece(f"{before}{inner}{after}", sum(piece.height for piece in pieces) + extra)


def safe(content: str) -> str:
    """A text as HTML: filtered and escaped."""
    return escape(visible_line(content))


def cut(content: str, longest: int) -> str:
    """A text of at most ``longest`` letters, cut between words where there are any."""
    if len(content) <= longest:
        return content
    head = content[: longest - 1]
    space = head.rfind(" ")
    return (head[:space] if space > longest // 2 else head).rstrip(" ,.;:–-") + "…"


def height(
    content: str, density: Density, share: float = 1.0, size: float = 1.0, air: float = 0.3
) -> float:
    """How high a text is, in millimetres, in a share of the paper's width.

    ``size`` is the size of the letters relative to the page's, ``air`` the lines around the text.
    """
    letters = max(1, int(PAPER * share / (density.letter * size)))
    lines = max(1, math.ceil(len(content) / letters))
    return (lines * size + air) * density.line
