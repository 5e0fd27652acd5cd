"""Pieces of a sheet with their height on paper, so that the sheet never takes a third page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from unicodedata import east_asian_width

from ajs_trainer.characters import visible_line

PAPER = 180.0
"""Width of the text on a page, in millimetres."""
PAGE = 269.0
"""Height of the text on a page, in millimetres."""
PAGES = 2


@dataclass(frozen=True, slots=True)
class Density:
    """How much the sheet says, and how closely.

    Attributes:
        name: Class of the body in the style sheet.
        letter: Width of a letter, in millimetres, the blanks of broken lines included.
        line: Height of a line, in millimetres.
        longest: Longest text from outside, in letters; the rest of it is cut off.
        talk: How many questions for the talk about each scenario.
        tables: Whether each question has a table of its own.
        details: Whether each scenario has its thoughts, its way and its grid.
    """

    name: str
    letter: float
    line: float
    longest: int
    talk: int
    tables: bool
    details: bool


ROOMY = Density("roomy", 2.0, 5.0, 240, 4, True, True)
CLOSE = Density("close", 1.8, 4.3, 200, 3, True, True)
BARS = Density("close", 1.8, 4.3, 160, 2, True, False)
BRIEF = Density("brief", 1.7, 4.0, 130, 2, False, False)
LEAST = Density("least", 1.7, 4.0, 70, 1, False, False)
DENSITIES = (ROOMY, CLOSE, BARS, BRIEF, LEAST)
AGREED = 240
"""Longest text of what the room agreed on; it is never cut shorter, however full the day was."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the sheet.

    Attributes:
        html: What is written.
        blocks: Heights on paper, in millimetres, of what no page break goes through; rather too
            much than too little.
    """

    html: str
    blocks: tuple[float, ...] = ()

    @property
    def height(self) -> float:
        """Height on paper, in millimetres."""
        return sum(self.blocks)


def solid(html: str, high: float) -> Piece:
    """A piece that stays on one page."""
    return Piece(html, (high,))


def together(pieces: Iterable[Piece], before: str = "", after: str = "", extra: float = 0) -> Piece:
    """Pieces that stay on one page, within an element that adds ``extra`` millimetres."""
    pieces = list(pieces)
    html = "\n".join(piece.html for piece in pieces)
    return solid(f"{before}{html}{after}", sum(piece.height for piece in pieces) + extra)


def flowing(pieces: Iterable[Piece], before: str = "", after: str = "") -> Piece:
    """Pieces below one another; a page may end between any two but the first, a heading."""
    pieces = list(pieces)
    html = "\n".join(piece.html for piece in pieces)
    blocks = [high for piece in pieces for high in piece.blocks]
    return Piece(f"{before}{html}{after}", (sum(blocks[:2]), *blocks[2:]))


def fits(pieces: Iterable[Piece]) -> bool:
    """Whether the pieces, block after block, take no more than two pages."""
    pages, room = 1, PAGE
    for block in (high for piece in pieces for high in piece.blocks):
        if block > room:
            pages, room = pages + math.ceil(block / PAGE), PAGE
        room -= block % PAGE if block > PAGE else block
    return pages <= PAGES


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
    width = sum(map(_relative_width, content)) * density.letter * size
    lines = max(1, math.ceil(width / (PAPER * share)))
    return (lines * size + air) * density.line


def _relative_width(letter: str) -> float:
    """How wide a letter is beside an ordinary one."""
    if east_asian_width(letter) in "WF":
        return 2.0
    return 1.5 if letter.isupper() or letter in "mw%@&" else 1.0
