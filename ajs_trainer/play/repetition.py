"""Which dialogue to practise next: a rule that can be told in one sentence.

The skill that one has practised least comes first, then the one that was longest ago.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ajs_trainer.model import Choice, Scenario
from ajs_trainer.model.skill import Skill
from ajs_trainer.play.run import Adopted, Event
from ajs_trainer.play.story import Chosen


@dataclass(frozen=True, slots=True)
class Played:
    """One run of one person, as the record tells of it.

    Attributes:
        begun: Year, month and day on which it began (2026-03-03).
        first: Hash of the text on which it began.
        texts: The texts of the run, by hash.
        events: All that happened.
    """

    begun: str
    first: str
    texts: Mapping[str, Scenario]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Times:
    """How often something was practised, and the date of the last time (empty: never)."""

    often: int = 0
    last: str = ""

    def once_more(self, date: str) -> Times:
        """The same, practised once more on a date."""
        return Times(self.often + 1, max(self.last, date))


@dataclass(frozen=True, slots=True)
class Tally:
    """What a person has practised in dialogues.

    Attributes:
        behaviours: By (skill, behaviour): how often a reply showed it, and when last.
        skills: By skill: in how many runs one replied at all, and when last.
    """

    behaviours: Mapping[tuple[str, str], Times]
    skills: Mapping[str, Times]

    def often(self, skill: Skill) -> int:
        """How often the behaviours of a skill were shown, all together."""
        return sum(
            self.behaviours.get((skill.id, behaviour.id), Times()).often
            for behaviour in skill.behaviours
        )

    def last(self, skill: str) -> str:
        """The date on which a skill was last practised; empty when it never was."""
        return self.skills.get(skill, Times()).last


def tally(runs: Iterable[Played]) -> Tally:
    """Count what was practised in some runs; those that are no dialogues do not count.

    A reply that was taken back counts too, since it was practised all the same; but each reply
    counts once a run, however often one came back to it.
    """
    behaviours: dict[tuple[str, str], Times] = {}
    skills: dict[str, Times] = {}
    for run in runs:
        replies = _replies(run)
        for skill in {skill for skill, _reply in replies}:
            skills[skill] = skills.get(skill, Times()).once_more(run.begun)
        for skill, reply in replies:
            for behaviour in dict.fromkeys(reply.shows):
                key = (skill, behaviour)
                behaviours[key] = behaviours.get(key, Times()).once_more(run.begun)
    return Tally(behaviours, skills)


def _replies(run: Played) -> list[tuple[str, Choice]]:
    """The replies that were given, each with the skill of the text that held when it was."""
    found: dict[tuple[str, str], tuple[str, Choice]] = {}
    text = run.texts.get(run.first)
    for event in run.events:
        if isinstance(event, Adopted):
            text = run.texts.get(event.content)
        elif isinstance(event, Chosen) and text is not None and text.skill is not None:
            scene = text.scenes.get(event.scene)
            for choice in scene.choices if scene else ():
                if choice.id == event.choice:
                    found[event.scene, event.choice] = (text.skill, choice)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Dialogue:
    """A dialogue that can be practised, and how many minutes it takes."""

    id: str
    title: str
    skill: Skill
    minutes: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What to practise next, and why: the date of the last time, empty when there was none."""

    dialogue: Dialogue
    last: str


def propose(dialogues: Iterable[Dialogue], practised: Tally) -> Proposal | None:
    """The dialogue whose skill was practised least, then longest ago; None without dialogues.

    Between dialogues for which both are the same, the shortest is proposed, then by id.
    """
    chosen = min(
        dialogues,
        key=lambda one: (
            practised.often(one.skill),
            practised.last(one.skill.id),
            one.minutes,
            one.id,
        ),
        default=None,
    )
    return None if chosen is None else Proposal(chosen, practised.last(chosen.skill.id))
