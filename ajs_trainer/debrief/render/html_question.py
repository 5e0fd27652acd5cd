"""One question on the sheet: in a table of its own, or as a row among others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ajs_trainer.debrief.disclosure import Statement, TooFew
from ajs_trainer.debrief.reading import Direction, leaned, level, moves, stayed
from ajs_trainer.debrief.render.html_parts import (
    NOTHING,
    bar,
    heading,
    listing,
    paragraph,
    table_head,
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
from ajs_trainer.debrief.results import Option
from ajs_trainer.debrief.summary import Told
from ajs_trainer.debrief.words import (
    amount,
    choice,
    how_answered,
    movement,
    none_ahead,
    pairs,
    rounds,
    sentence,
)
from ajs_trainer.locale import _


def question(told: Told, density: Density, name: str) -> Piece:
    """A question with a table of its own: an option a row, a round a column."""
    pieces = [heading(cut(told.question.text, density.longest), density, name)]
    if told.last is None or isinstance(told.last, TooFew):
        pieces.append(listing((choice(option) for option in told.question.options), density))
        if told.last is not None:
            pieces.append(paragraph(pairs(), density, "pairs", size=1.15))
    else:
        pieces.append(paragraph(how_answered(told), density, "aside"))
        pieces.append(_answers(told, density, name))
        if stayed(told):
            pieces += [paragraph(words, density) for words in movement(told)]
    own = titled(_("The room's own suggestions"), told.own_options, density, f"{name}own")
    return together([*pieces, own], '<div class="question">', "</div>")


def _answers(told: Told, density: Density, name: str) -> Piece:
    held = rounds(told)
    titles = [_("Choice"), *(title or _("Answers") for title, _statement in held)]
    twice = len(held) > 1
    head = table_head(titles, "answers" if twice else "answers once", density, name)
    share = 0.44 if twice else 0.62
    rows = []
    for number, option in enumerate(told.question.options):
        content = cut(choice(option), density.longest)
        cells = "".join(_cells(told, number))
        high = max(height(content, density, share, air=0.5), density.line * 2.4)
        rows.append(solid(f'<tr><th scope="row">{safe(content)}</th>{cells}</tr>', high))
    return together([head, *rows], after="</tbody></table>")


def _cells(told: Told, option: int) -> Iterator[str]:
    """The cells of an option; what is said of all options in one is a cell for the whole column."""
    held = rounds(told)
    directions = {move.option: move.direction for move in moves(told)}
    for number, (_title, statement) in enumerate(held, start=1):
        words = sentence(statement)
        if words and option == 0:
            kind = ' class="landed"' if number == len(held) else ""
            yield f'<td{kind} rowspan="{len(told.question.options)}">{safe(words)}</td>'
        elif not words:
            last = number == len(held)
            yield _cell(statement, option, last, directions.get(option) if last else None)


def _cell(statement: Statement, option: int, last: bool, change: Direction | None) -> str:
    shown = level(statement, option)
    if shown is None:
        return "<td></td>"
    words = safe(amount(statement, option))
    if change is not None:
        arrow, word = ("↑", _("more")) if change == "more" else ("↓", _("fewer"))
        words += f' <span class="moved"><span aria-hidden="true">{arrow}</span> {safe(word)}</span>'
    kind = ' class="landed"' if last else ""
    return f"<td{kind}>{bar(shown, 'on' if last else 'was')}{words}</td>"


def brief(questions: Sequence[Told], density: Density, name: str) -> Piece:
    """All questions of a scenario in one table: where the room leaned, before and after."""
    if not questions:
        return NOTHING
    titles = [_("Question"), _("At first"), _("Later")]
    head = table_head(titles, "leaning", density, name)
    rows = [_brief_row(told, density) for told in questions]
    return flowing([head, *rows], after="</tbody></table>")


def _brief_row(told: Told, density: Density) -> Piece:
    asked = cut(told.question.text, density.longest)
    cells = [
        NOTHING if statement is None else _leaning(statement, told.question.options, density)
        for statement in (told.first, told.second)
    ]
    return solid(
        f'<tr><th scope="row">{safe(asked)}</th>'
        + "".join(f"<td>{cell.html}</td>" for cell in cells)
        + "</tr>",
        max(height(asked, density, 0.24, air=0.5), *(cell.height for cell in cells)),
    )


def _leaning(statement: Statement, options: Sequence[Option], density: Density) -> Piece:
    """Where the room leaned: the options ahead with their bars, or that there were none."""
    pieces = []
    for number, option in enumerate(options):
        shown = level(statement, number)
        if shown is None or not leaned(statement, number):
            continue
        content = cut(choice(option), density.longest).rstrip(".")
        words = _("{choice}: {amount}").format(choice=content, amount=amount(statement, number))
        high = height(words, density, 0.30, air=0.5)
        pieces.append(solid(f"<p>{bar(shown)}{safe(words)}</p>", high))
    words = sentence(statement) or none_ahead(statement, len(options))
    return together(pieces) if pieces else solid(safe(words), height(words, density, 0.33, air=0.5))
