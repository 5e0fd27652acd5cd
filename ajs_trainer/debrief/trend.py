"""What a workplace has practised over several meetings, from frozen debriefs only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ajs_trainer.debrief.disclosure import FLOOR
from ajs_trainer.debrief.grid import grid, steps
from ajs_trainer.debrief.results import Agreement
from ajs_trainer.debrief.summary import Debrief
from ajs_trainer.model.vocabulary import (
    KKA_STRATEGIES,
    STRATEGIES,
    Barrier,
    KkaStrategy,
    Strategy,
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting."""

    date: str
    title: str
    leaned: tuple[Strategy, ...]
    """Strategies that more than a small part of the room stood on in some question."""
    met: tuple[Strategy, ...]
    """Strategies that some question offered, ``leaned`` among them."""
    recognised: tuple[Barrier, ...]
    """Steps held back by a thought that more than a small part of the room recognised."""
    agreement: Agreement | None


@dataclass(frozen=True, slots=True)
class Trend:
    """The meetings, oldest first."""

    meetings: tuple[Meeting, ...]
    left_out: int
    """Meetings that too few took part in; nothing about their choices is shown."""
    practised: Mapping[KkaStrategy, int] = field(default_factory=dict)
    """In how many meetings each KKA strategy was practised, in threes or in a larger group."""

    def never_leaned(self) -> tuple[Strategy, ...]:
        """Ways to act that no meeting leaned to: something to practise."""
        used = {strategy for meeting in self.meetings for strategy in meeting.leaned}
        return tuple(each for each in STRATEGIES if each not in used and each != "wait")

    def never_practised(self) -> tuple[KkaStrategy, ...]:
        """KKA strategies without a role-play; empty where there was none at all."""
        missing = tuple(each for each in KKA_STRATEGIES if each not in self.practised)
        return missing if self.practised else ()


def trend(debriefs: Iterable[Debrief], floor: int = FLOOR) -> Trend:
    """Put meetings together in order of date, without those that fewer than ``floor`` were at.

    Raises:
        ValueError: The floor is lower than the disclosure rule allows.
    """
    if floor < FLOOR:
        raise ValueError(floor)
    meetings = []
    left_out = 0
    practised: Counter[KkaStrategy] = Counter()
    for debrief in sorted(debriefs, key=lambda each: each.date):
        practised.update({each.strategy for each in debrief.practised})
        if debrief.participation.present < floor:
            left_out += bool(debrief.parts) or not debrief.practised
        else:
            meetings.append(_meeting(debrief))
    counted = {each: practised[each] for each in KKA_STRATEGIES if practised[each]}
    return Trend(tuple(meetings), left_out, counted)


def _meeting(debrief: Debrief) -> Meeting:
    questions = [told for part in debrief.parts for told in part.told]
    places = grid(questions)
    leaned = {strategy for strategy, _when in places.leaned()}
    met = {strategy for strategy, _when in places.cells}
    return Meeting(
        date=debrief.date,
        title=debrief.title,
        leaned=tuple(strategy for strategy in STRATEGIES if strategy in leaned),
        met=tuple(strategy for strategy in STRATEGIES if strategy in met),
        recognised=steps(questions).recognised,
        agreement=debrief.agreement,
    )
