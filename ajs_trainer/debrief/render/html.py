"""A debrief as one HTML file for the wall: at most two printed A4 pages, and nothing but text.

No script, no link, nothing from the network: the policy of the file forbids all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ajs_trainer.debrief.questions import for_each
from ajs_trainer.debrief.render.html_parts import (
    ladder,
    listing,
    paragraph,
    places,
    section_head,
    talk,
    thoughts,
    titled,
)
from ajs_trainer.debrief.render.html_practice import practice, shorter
from ajs_trainer.debrief.render.html_question import brief, question
from ajs_trainer.debrief.render.sheet import (
    AGREED,
    DENSITIES,
    LEAST,
    Density,
    Piece,
    cut,
    fits,
    flowing,
    height,
    safe,
    solid,
    together,
)
from ajs_trainer.debrief.render.style import STYLE, policy
from ajs_trainer.debrief.results import Agreement
from ajs_trainer.debrief.summary import Debrief, Part
from ajs_trainer.debrief.words import agreed, facts, note, notes, way
from ajs_trainer.locale import _, current_language


def to_html(debrief: Debrief) -> str:
    """The sheet, as full as two pages allow."""
    for density in DENSITIES:
        pieces = list(_pieces(debrief, density))
        if fits(pieces):
            return _page(debrief, density, pieces)
    return _page(debrief, LEAST, _shortened(debrief))


def _page(debrief: Debrief, density: Density, pieces: Sequence[Piece]) -> str:
    head, *rest = pieces
    body = "\n".join(piece.html for piece in rest)
    title = safe(cut(f"{debrief.title} {debrief.date}", density.longest))
    return (
        f'<!doctype html>\n<html lang="{safe(current_language())}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy()}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n"
        f'<body class="{density.name}">\n<header>{head.html}</header>\n'
        f"<main>\n{body}\n</main>\n<footer><p>{safe(note(debrief))}</p></footer>\n</body>\n</html>\n"
    )


def _pieces(debrief: Debrief, density: Density) -> Iterator[Piece]:
    """The head, whose height counts the foot of the sheet too, then a piece for each section."""
    title = cut(debrief.title, density.longest)
    head = [
        solid(f"<h1>{safe(title)}</h1>", height(title, density, size=1.8)),
        paragraph(cut(facts(debrief), AGREED), density, "facts"),
    ]
    yield together(head, extra=density.line * 3)
    if debrief.agreement is not None:
        yield _agreement(debrief.agreement, density)
    each, whole = for_each(debrief, density.talk)
    for number, (part, asked) in enumerate(zip(debrief.parts, each, strict=True), start=1):
        yield _part(part, asked, density, f"s{number}")
    yield from practice(debrief, density)
    if len(debrief.parts) > 1:
        yield _whole(debrief, whole, density)


def _agreement(agreement: Agreement, density: Density) -> Piece:
    pieces = [
        section_head(_("Our step"), density, "step"),
        paragraph(cut(agreement.what, AGREED), density, "what", size=1.35),
        *(paragraph(cut(line, AGREED), density) for line in agreed(agreement)),
    ]
    opening = '<section class="step" aria-labelledby="step">'
    return together(pieces, opening, "</section>", density.line)


def _part(part: Part, asked: Sequence[str], density: Density, name: str) -> Piece:
    pieces = [section_head(part.title, density, name)]
    if density.tables:
        pieces += [
            question(told, density, f"{name}q{number}")
            for number, told in enumerate(part.told, start=1)
        ]
    else:
        pieces.append(brief(part.told, density, name))
    pieces.append(talk(asked, density, f"{name}talk"))
    if density.details:
        pieces += [
            thoughts(part.told, density, f"{name}thoughts"),
            ladder(part.told, density),
            titled(_("The way we went"), way(part), density, f"{name}way", "ol"),
            places(part.told, density, f"{name}grid"),
            listing(notes(part), density),
        ]
    return flowing(pieces, f'<section aria-labelledby="{name}">', "</section>")


def _whole(debrief: Debrief, asked: Sequence[str], density: Density) -> Piece:
    every = [told for part in debrief.parts for told in part.told]
    pieces = [
        section_head(_("The whole meeting"), density, "whole"),
        ladder(every, density),
        places(every, density, "wholegrid"),
        talk(asked, density, "wholetalk"),
    ]
    return flowing(pieces, '<section aria-labelledby="whole">', "</section>")


def _shortened(debrief: Debrief) -> list[Piece]:
    """What two pages hold of a very long day: fewer questions a scenario, then fewer scenarios."""
    said = paragraph(_("This sheet is shortened. The whole is in the other formats."), LEAST)
    most = max((len(part.told) for part in debrief.parts), default=0)
    pieces = [said]
    for fewer in shorter(debrief):
        pieces = [*_pieces(fewer, LEAST), said]
        if fits(pieces):
            return pieces
        debrief = fewer
    for questions, parts in [
        *((count, len(debrief.parts)) for count in range(most - 1, 0, -1)),
        *((1, count) for count in range(len(debrief.parts) - 1, -1, -1)),
    ]:
        kept = tuple(replace(part, told=part.told[:questions]) for part in debrief.parts[:parts])
        pieces = [*_pieces(replace(debrief, parts=kept), LEAST), said]
        if fits(pieces):
            break
    return pieces
