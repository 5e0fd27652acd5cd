"""Statements in words: what is read aloud, printed and heard by a screen reader."""

from __future__ import annotations

from ajs_trainer.debrief.disclosure import (
    BANDS_FROM,
    Bands,
    Counts,
    Level,
    Majority,
    Statement,
    TooFew,
    bounds,
)
from ajs_trainer.debrief.grid import Grid
from ajs_trainer.debrief.reading import moves, stayed
from ajs_trainer.debrief.results import Agreement, How, Option
from ajs_trainer.debrief.summary import Debrief, Part, Participation, Told
from ajs_trainer.locale import N_, _, ngettext

HOW_NAMES: dict[How, str] = {
    "majority": N_("the room chose"),
    "facilitator": N_("the facilitator chose"),
    "road-not-taken": N_("the road we did not take"),
}

LEVEL_NAMES: dict[Level, str] = {"low": N_("few"), "middle": N_("several"), "high": N_("many")}


def choice(option: Option) -> str:
    """The text of an option; one that is unsafe or unlawful says so wherever it is read."""
    return _("{choice} (unsafe)").format(choice=option.text) if option.unsafe else option.text


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
            return none_ahead(statement, 1)
        case _:
            return ""


def none_ahead(statement: Statement, options: int) -> str:
    """That no option got more than the largest number it can have got."""
    most = max((bounds(statement, option)[1] for option in range(options)), default=0)
    return _("No choice got more than {most} of {answered}.").format(
        most=most, answered=statement.answered
    )


def grid_title(found: Grid) -> str:
    """What the grid of strategy and time shows: where the room leaned, or only what there was."""
    if any(cell.level for cell in found.cells.values()):
        return _("Before, during and after: where you leaned")
    return _("Before, during and after")


def pairs() -> str:
    """What a room does when it is too small for anything to be shown."""
    return _(
        "Too few answers for the choices to be shown. Talk in pairs instead: "
        "what would help you to do something here, and what would stop you?"
    )


def rounds(told: Told) -> tuple[tuple[str, Statement], ...]:
    """The rounds that were held, each with its name; a round that stands alone needs none."""
    if told.first is not None and told.second is not None:
        return (_("At first"), told.first), (_("Later"), told.second)
    return () if told.last is None else (("", told.last),)


def how_answered(told: Told) -> str:
    """In which way the room answered, and whether it did so again after the talk."""
    hands = [isinstance(statement, Counts) for _name, statement in rounds(told)]
    match hands:
        case [True]:
            return _("Raised hands, counted.")
        case [True, True]:
            return _("Raised hands, counted before and after the talk.")
        case [False, True]:
            return _("First each for oneself, then raised hands after the talk.")
        case [True, False]:
            return _("First raised hands, then each for oneself after the talk.")
        case [False, False]:
            return _("Each chose alone, before and after the talk.")
        case _:
            return _("Each chose alone.")


def movement(told: Told) -> tuple[str, ...]:
    """What the talk moved, a sentence for each option; empty when that cannot be told."""
    if stayed(told):
        return (_("The picture is the same after the talk."),)
    more, fewer = _("more after the talk"), _("fewer after the talk")
    return tuple(
        _("“{choice}”: {change}.").format(
            choice=told.question.options[move.option].text.rstrip("."),
            change=more if move.direction == "more" else fewer,
        )
        for move in moves(told)
    )


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


def facts(debrief: Debrief) -> str:
    """When, how long and how many, in one line; minutes that the plan is named after once only."""
    parts = [debrief.date]
    if debrief.plan and debrief.plan != debrief.title:
        parts.append(debrief.plan)
    minutes = debrief.minutes
    if str(minutes) not in debrief.plan:
        parts.append(ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes))
    parts.append(participants(debrief.participation))
    return ", ".join(parts)


def way(part: Part) -> tuple[str, ...]:
    """The way that the room took through a scenario, and where it ended."""
    lines = [
        _("{choice} ({how})").format(choice=step.choice.rstrip("."), how=_(HOW_NAMES[step.how]))
        for step in part.path
    ]
    if part.ending:
        lines.append(_("It ended with: {ending}").format(ending=part.ending))
    return tuple(lines)


def notes(part: Part) -> tuple[str, ...]:
    """How much the room wanted to change for it to be like here."""
    number = part.realism_notes
    if not number:
        return ()
    text = ngettext(
        "{count} change noted to make it more like here.",
        "{count} changes noted to make it more like here.",
        number,
    )
    return (text.format(count=number),)


def note(debrief: Debrief) -> str:
    """What the sheet is and is not."""
    leaned = _(
        "This shows where the room leaned, never who chose what. No choice is right or wrong."
    )
    heard = _("This is what was practised and what was heard. It assesses nobody.")
    if not debrief.practised:
        return leaned
    return f"{leaned} {heard}" if debrief.parts or debrief.stands else heard
