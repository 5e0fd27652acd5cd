"""Role-plays and value exercises on the sheet; the fuller the day, the fewer words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ajs_trainer.debrief.practice import (
    exercises,
    heard_line,
    heard_title,
    practised_title,
    rounds_line,
    skill_line,
    spot_lines,
    stand_line,
    stood_title,
)
from ajs_trainer.debrief.render.html_parts import (
    heading,
    listing,
    paragraph,
    section_head,
    titled,
)
from ajs_trainer.debrief.render.sheet import (
    Density,
    Piece,
    cut,
    flowing,
    height,
    safe,
    solid,
    together,
)
from ajs_trainer.debrief.results import Practised, Stand
from ajs_trainer.debrief.summary import Debrief

WORDS = 3
"""How many of the words that were heard stand beside a behaviour, where there is room."""
ROLEPLAYS = 6
"""How many role-plays the shortest sheet names."""


def practice(debrief: Debrief, density: Density) -> Iterator[Piece]:
    """A section for each role-play and each exercise."""
    for number, practised in enumerate(debrief.practised, start=1):
        title = practised_title(practised, debrief)
        yield _practised(title, practised, density, f"r{number}")
    for number, (title, stands) in enumerate(exercises(debrief.stands).items(), start=1):
        yield _exercise(stood_title(title, debrief), stands, density, f"e{number}")


def shorter(debrief: Debrief) -> Iterator[Debrief]:
    """The same with less and less of what was practised; the last one has next to nothing."""
    if debrief.practised or debrief.stands:
        bare = tuple(replace(each, heard=()) for each in debrief.practised)
        for stands in (debrief.stands, debrief.stands[:10], debrief.stands[:4]):
            yield replace(debrief, practised=bare, stands=stands)
        yield replace(debrief, practised=bare[:ROLEPLAYS], stands=())


def _practised(title: str, practised: Practised, density: Density, name: str) -> Piece:
    about = f"{skill_line(practised)} {rounds_line(practised)}"
    words = WORDS if density.details else 0
    heard = [heard_line(each, words) for each in practised.heard]
    pieces = [
        section_head(title, density, name),
        paragraph(cut(about, density.longest), density),
        titled(heard_title(), heard, density, f"{name}heard"),
    ]
    return flowing(pieces, f'<section aria-labelledby="{name}">', "</section>")


def _exercise(title: str, stands: list[Stand], density: Density, name: str) -> Piece:
    pieces = [section_head(title, density, name)]
    if density.tables:
        pieces += [
            _stand(stand, density, f"{name}s{number}")
            for number, stand in enumerate(stands, start=1)
        ]
    else:
        pieces.append(_brief(stands, density))
    return flowing(pieces, f'<section aria-labelledby="{name}">', "</section>")


def _brief(stands: list[Stand], density: Density) -> Piece:
    """A statement an item; a page may end between any two."""
    texts = [cut(stand_line(stand), density.longest) for stand in stands]
    items = [solid(f"<li>{safe(text)}</li>", height(text, density, 0.94)) for text in texts]
    return flowing(items, "<ul>", "</ul>")


def _stand(stand: Stand, density: Density, name: str) -> Piece:
    pieces = [
        heading(cut(stand.statement, density.longest), density, name),
        listing(spot_lines(stand), density),
    ]
    return together(pieces, '<div class="keep">', "</div>")
