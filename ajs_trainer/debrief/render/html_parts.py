"""The lists and tables of the sheet that do not belong to one question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ajs_trainer.debrief.disclosure import Level
from ajs_trainer.debrief.grid import Cell, grid, steps
from ajs_trainer.debrief.reading import RECOGNISED, level
from ajs_trainer.debrief.render.bars import FILLED
from ajs_trainer.debrief.render.sheet import Density, Piece, cut, height, safe, solid, together
from ajs_trainer.debrief.summary import Told, ToldThought
from ajs_trainer.debrief.words import LEVEL_NAMES, amount, grid_title
from ajs_trainer.locale import _
from ajs_trainer.model.names import BARRIER_NAMES, STRATEGY_NAMES, WHEN_NAMES
from ajs_trainer.model.vocabulary import BARRIERS, STRATEGIES, WHENS

NOTHING = Piece("")


def bar(shown: Level, kind: str = "on") -> str:
    """Three blocks; a screen reader passes them by, since the words beside them say the same."""
    blocks = "".join(
        f'<rect class="{kind if block < FILLED[shown] else "off"}"'
        f' x="{block * 31 + 0.5}" y="0.5" width="28" height="8"/>'
        for block in range(3)
    )
    return f'<svg class="bar" viewBox="0 0 92 9" aria-hidden="true">{blocks}</svg>'


def heading(title: str, density: Density, name: str) -> Piece:
    """A heading below that of a scenario; ``name`` is what a table is labelled by."""
    return solid(f'<h3 id="{name}">{safe(title)}</h3>', height(title, density, size=1.08, air=0.8))


def section_head(title: str, density: Density, name: str) -> Piece:
    """The heading of a section, which ``name`` labels."""
    content = cut(title, density.longest)
    return solid(f'<h2 id="{name}">{safe(content)}</h2>', height(content, density, 1, 1.35, 1.5))


def paragraph(content: str, density: Density, kind: str = "", size: float = 1.0) -> Piece:
    """A paragraph of a class of the style sheet."""
    mark = f' class="{kind}"' if kind else ""
    return solid(f"<p{mark}>{safe(content)}</p>", height(content, density, size=size))


def listing(texts: Iterable[str], density: Density, tag: str = "ul", size: float = 1.0) -> Piece:
    """A list of texts from outside; nothing when it is empty."""
    pieces = [
        solid(f"<li>{safe(each)}</li>", height(each, density, 0.94, size))
        for each in (cut(each, density.longest) for each in texts)
    ]
    return together(pieces, f"<{tag}>", f"</{tag}>", density.line * 0.4) if pieces else NOTHING


def titled(title: str, texts: Sequence[str], density: Density, name: str, tag: str = "ul") -> Piece:
    """A list below a heading of its own; nothing when the list is empty."""
    if not texts:
        return NOTHING
    pieces = [heading(title, density, name), listing(texts, density, tag)]
    return together(pieces, '<div class="keep">', "</div>")


def talk(texts: Sequence[str], density: Density, name: str) -> Piece:
    """The questions that carry the talk on."""
    if not texts:
        return NOTHING
    return together(
        [heading(_("To talk about"), density, name), listing(texts, density, size=1.1)],
        '<div class="talk">',
        "</div>",
        density.line * 1.6,
    )


def table_head(titles: Sequence[str], kind: str, density: Density, name: str) -> Piece:
    """The opening of a table that the heading ``name`` labels; ``</tbody></table>`` closes it."""
    columns = '<col class="what">' + "<col>" * (len(titles) - 1)
    cells = "".join(f'<th scope="col">{safe(title)}</th>' for title in titles)
    return solid(
        f'<table class="{kind}" aria-labelledby="{name}"><colgroup>{columns}</colgroup>'
        f"<thead><tr>{cells}</tr></thead><tbody>",
        density.line * 1.4,
    )


def thoughts(questions: Sequence[Told], density: Density, name: str) -> Piece:
    """The thoughts that something is told about, with the step that each holds back."""
    rows = [
        _thought(thought, density)
        for told in questions
        for thought in told.thoughts
        if level(thought.statement, RECOGNISED) is not None
    ]
    if not rows:
        return NOTHING
    title = heading(_("Thoughts: how many recognised them"), density, name)
    titles = [_("Thought"), _("Holds back the step"), _("Recognised it")]
    head = table_head(titles, "thoughts", density, name)
    return together([title, head, *rows], '<div class="keep">', "</tbody></table></div>")


def _thought(told: ToldThought, density: Density) -> Piece:
    shown = level(told.statement, RECOGNISED)
    barrier = told.thought.barrier
    step = "" if barrier is None else _(BARRIER_NAMES[barrier])
    content = cut(told.thought.text, density.longest)
    drawn = "" if shown is None else bar(shown)
    return solid(
        f'<tr><th scope="row">”{safe(content)}”</th><td>{safe(step)}</td>'
        f"<td>{drawn}{safe(amount(told.statement, RECOGNISED))}</td></tr>",
        height(content, density, 0.48, air=0.5),
    )


def ladder(questions: Sequence[Told], density: Density) -> Piece:
    """The five steps from noticing to acting; nothing when no thought was about any."""
    found = steps(questions)
    if not found.met:
        return NOTHING
    about = (
        _("Five steps to doing something. Marked: where thoughts that you know hold back.")
        if found.recognised
        else _("Five steps to doing something. Where does it stop here?")
    )
    names = {step: safe(_(BARRIER_NAMES[step])) for step in BARRIERS}
    items = "".join(
        f'<li class="known"><strong>{name}</strong></li>'
        if step in found.recognised
        else f"<li>{name}</li>"
        for step, name in names.items()
    )
    boxes = solid(f'<ol class="steps">{items}</ol>', density.line * 1.9)
    return together([paragraph(about, density), boxes], '<div class="keep">', "</div>")


def places(questions: Sequence[Told], density: Density, name: str) -> Piece:
    """Strategy by time; the empty squares are what the room could add."""
    if not questions:
        return NOTHING
    found = grid(questions)
    titles = [_("Kind of action"), *(_(WHEN_NAMES[when]) for when in WHENS)]
    rows = "".join(
        f'<tr><th scope="row">{safe(_(STRATEGY_NAMES[strategy]))}</th>'
        + "".join(_place(found.cell(strategy, when)) for when in WHENS)
        + "</tr>"
        for strategy in STRATEGIES
    )
    pieces = [
        heading(grid_title(found), density, name),
        table_head(titles, "grid", density, name),
        solid(f"{rows}</tbody></table>", density.line * 1.48 * len(STRATEGIES)),
        paragraph(_("Empty squares had no choice. What could stand there?"), density),
    ]
    return together(pieces, '<div class="keep">', "</div>")


def _place(cell: Cell) -> str:
    if not cell.options:
        return "<td></td>"
    if cell.level is None:
        offered = _("to choose from")
        return f"<td>{safe(offered)}</td>"
    return f"<td>{bar(cell.level)}{safe(_(LEVEL_NAMES[cell.level]))}</td>"
