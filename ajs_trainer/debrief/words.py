"""Statements in words: what is read aloud, printed and heard by a screen reader."""

from __future__ import annotations

from ajs_trainer.debrief.disclosure import (
    BANDS_FROM,
    Bands,
    Counts,
    Majority,
    Statement,
    TooFew,
    bounds,
)
from ajs_trainer.debrief.reading import moves, twice
from ajs_trainer.debrief.results import Agreement, How
from ajs_trainer.debrief.summary import Participation, Told
from ajs_trainer.locale import N_, _, ngettext

HOW_NAMES: dict[How, str] = {
    "majority": N_("most of the room wanted it"),
    "facilitator": N_("the facilitator chose"),
    "road-not-taken": N_("the road we did not take"),
}


def amount(statement: Statement, option: int) -> str:
    """How many stand on an option; empty when it is not told of this option."""
    answered = statement.answered
    least, most = bounds(statement, option)
    match statement:
        case Majority(option=leader) if leader == option:
            return _("more than half of {answered}").format(answered=answered)
        case Bands() if most == answered:
            return _("at least {least} of {answered}").format(least=least, answered=answered)
        case Bands() if least == 0:
            return _("at most {most} of {answered}").format(most=most, answered=answered)
        case Bands():
            return _("{least}–{most} of {answered}").format(
                least=least, most=most, answered=answered
            )
        case Counts():
            return _("{count} of {answered}").format(count=least, answered=answered)
        case _:
            return ""


def sentence(statement: Statement) -> str:
    """What is said about the answers as a whole, when it is not said option by option."""
    match statement:
        case TooFew():
            return _("Too few answers to show.")
        case Majority(option=None, answered=answered) if answered < BANDS_FROM:
            return _("No choice got more than half.")
        case Majority(option=None):
            return _("No choice got more than {most} of {answered}.").format(
                most=bounds(statement, 0)[1], answered=statement.answered
            )
        case _:
            return ""


def pairs() -> str:
    """What a room does when it is too small for anything to be shown."""
    return _(
        "You are too few for the choices to be shown. Talk in pairs instead: "
        "what would help you to do something here, and what would stop you?"
    )


def answers(statement: Statement) -> str:
    """How many answered."""
    number = statement.answered
    return ngettext("{count} answer", "{count} answers", number).format(count=number)


def openly(told: Told) -> bool:
    """Whether the room answered by raised hands, in every round."""
    rounds = [each for each in (told.first, told.second) if each is not None]
    return bool(rounds) and all(isinstance(each, Counts) for each in rounds)


def movement(told: Told) -> tuple[str, ...]:
    """What the talk moved, a sentence for each option; empty when two rounds cannot be compared."""
    if not twice(told):
        return ()
    more, fewer = _("more after the talk"), _("fewer after the talk")
    found = tuple(
        _("{choice}: {change}").format(
            choice=told.question.options[move.option].text.rstrip("."),
            change=more if move.direction == "more" else fewer,
        )
        for move in moves(told)
    )
    return found or (_("The bars stood where they were after the talk."),)


def participants(participation: Participation) -> str:
    """How many took part, and how many women, men and others where that is stated."""
    present = participation.present
    total = ngettext("{count} participant", "{count} participants", present).format(count=present)
    parts = []
    if participation.women is not None:
        women = participation.women
        parts.append(ngettext("{count} woman", "{count} women", women).format(count=women))
    if participation.men is not None:
        men = participation.men
        parts.append(ngettext("{count} man", "{count} men", men).format(count=men))
    others = (
        (participation.other, N_("{count} another gender")),
        (participation.unstated, N_("{count} not stated")),
        (participation.unnamed, N_("{count} another gender or not stated")),
    )
    parts += [_(text).format(count=number) for number, text in others if number]
    if not parts:
        return total
    return _("{total} ({parts})").format(total=total, parts=", ".join(parts))


def agreed(agreement: Agreement) -> tuple[str, ...]:
    """Who sees to the agreed step, and when the room looks back at it."""
    lines = []
    if agreement.role:
        lines.append(_("Who: {role}").format(role=agreement.role))
    if agreement.look_back:
        lines.append(_("We look back: {when}").format(when=agreement.look_back))
    return tuple(lines)
