"""What was practised besides scenarios, and where the room stood, in words."""

from __future__ import annotations

from collections.abc import Iterable

from ajs_trainer.debrief.results import Heard, Practised, Stand
from ajs_trainer.debrief.summary import Debrief
from ajs_trainer.locale import _, ngettext
from ajs_trainer.model.names import KKA_STRATEGY_NAMES, LEVEL_NAMES
from ajs_trainer.model.vocabulary import LEVELS


def practised_title(practised: Practised, debrief: Debrief) -> str:
    """What stands above a role-play: its title, unless that is what the whole debrief is called."""
    if practised.title == debrief.title:
        return _("The conversation that you practised")
    return practised.title


def stood_title(exercise: str, debrief: Debrief) -> str:
    """What stands above an exercise, likewise."""
    return _("Where you stood") if exercise == debrief.title else exercise


def skill_line(practised: Practised) -> str:
    """Which skill, and which strategy of KKA it belongs to."""
    return _("Skill: {skill}. KKA strategy: {strategy}.").format(
        skill=practised.skill.rstrip("."), strategy=_(KKA_STRATEGY_NAMES[practised.strategy])
    )


def rounds_line(practised: Practised) -> str:
    """How many rounds were played."""
    number = practised.rounds
    return ngettext("{count} round.", "{count} rounds.", number).format(count=number)


def levels_line(heard: Heard) -> str:
    """In how many rounds each level was noted; no sum, since nothing is assessed."""
    return ", ".join(
        _("{count} {level}").format(count=heard.levels[level], level=_(LEVEL_NAMES[level]))
        for level in LEVELS
        if level in heard.levels
    )


def heard_line(heard: Heard, most: int | None = None) -> str:
    """A behaviour, how it was noted, and the words that were heard, ``most`` of them."""
    line = _("{behaviour}: {levels}").format(
        behaviour=heard.behaviour.rstrip("."), levels=levels_line(heard)
    )
    words = [_("”{words}”").format(words=words) for words in heard.words[:most]]
    return "  ".join([line, *words])


def spot_lines(stand: Stand) -> tuple[str, ...]:
    """How many stood where."""
    return tuple(
        _("{count} of {all}: {place}").format(
            count=spot.count, all=stand.counted, place=spot.text.rstrip(".")
        )
        for spot in stand.spots
    )


def stand_line(stand: Stand) -> str:
    """A statement and how many stood where, in one line."""
    spots = "; ".join(
        _("{place}: {count}").format(count=spot.count, place=spot.text.rstrip("."))
        for spot in stand.spots
    )
    return f"{stand.statement} {spots}"


def exercises(stands: Iterable[Stand]) -> dict[str, list[Stand]]:
    """The statements by exercise, in the order of the meeting."""
    found: dict[str, list[Stand]] = {}
    for stand in stands:
        found.setdefault(stand.exercise, []).append(stand)
    return found


def heard_title() -> str:
    """What stands above what an observer heard."""
    return _("What was heard, in all rounds together")
