"""What a dialogue gave to practise: what was shown, what was there to take, what to say aloud.

Behaviours are named by their ids, since the skill they belong to may be replaced by a workplace.
Nothing here is counted for anybody to see: a dialogue has no score.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ajs_trainer.model import Choice
from ajs_trainer.model.skill import Skill
from ajs_trainer.play.run import Run
from ajs_trainer.play.story import Story
from ajs_trainer.play.summary import Stop, way_taken

ALOUD = 2
"""How many replies are proposed for saying aloud."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment on the way that offered behaviours which the reply did not take.

    Attributes:
        scene: Id of the scene.
        said: The reply that was given there.
        behaviours: What the moment offered, by id.
    """

    scene: str
    said: Choice
    behaviours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """Something to say, the scene it belongs to, and what it shows."""

    scene: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class Practised:
    """A dialogue looked back at.

    Attributes:
        shown: Behaviours that were shown, each once, in the order in which they came.
        there: Moments that offered something else, in the order of the way.
        aloud: The replies most worth saying aloud, at most two, in the order of the way.
    """

    shown: tuple[str, ...]
    there: tuple[Moment, ...]
    aloud: tuple[Reply, ...]


def look_back(story: Story, run: Run) -> Practised:
    """What a run on a dialogue gave to practise; replies that were taken back do not count.

    Two replies are proposed for saying aloud. The first one is what one said that showed the
    most behaviours. The second is what one said that showed the most of the others, so that
    the two practise different things; between equals the earlier one. Where one said fewer
    than two that showed something, a reply that was offered takes the place: of those that
    show what was missed in that very moment, the one that shows the most that is new. A reply
    that is unsafe is never proposed.
    """
    way = way_taken(story, run)
    return Practised(
        shown=tuple(dict.fromkeys(shown for stop in way for shown in stop.choice.shows)),
        there=tuple(_missed(way)),
        aloud=tuple(_aloud(story, run, way)),
    )


def _missed(way: Iterable[Stop]) -> Iterator[Moment]:
    for stop in way:
        if stop.choice.misses:
            yield Moment(stop.scene, stop.choice, stop.choice.misses)


def _aloud(story: Story, run: Run, way: tuple[Stop, ...]) -> list[Reply]:
    places: dict[Reply, int] = {}
    said = [Reply(stop.scene, stop.choice) for stop in way]
    for place, reply in enumerate(said):
        places.setdefault(reply, place)
    own = [reply for reply in places if _worth_saying(reply.choice)]
    for place, reply in _that_take_what_was_missed(story, run, way):
        places.setdefault(reply, place)
    others = [reply for reply in places if reply not in said]
    chosen: list[Reply] = []
    for left in (own, others):
        while left and len(chosen) < ALOUD:
            best = _worthiest(left, chosen)
            left.remove(best)
            chosen.append(best)
    return sorted(chosen, key=lambda reply: places[reply])


def _that_take_what_was_missed(
    story: Story, run: Run, way: tuple[Stop, ...]
) -> Iterator[tuple[int, Reply]]:
    """Replies that stood beside the one that was given and show what it missed."""
    for stop, taken in zip(way, run.way, strict=True):
        for choice in story.scenario.scenes[stop.scene].choices:
            takes = set(choice.shows) & set(stop.choice.misses)
            if takes and choice.id in taken.event.offered and _worth_saying(choice):
                yield stop.kept, Reply(stop.scene, choice)


def _worth_saying(choice: Choice) -> bool:
    return bool(choice.shows) and not choice.unsafe


def _worthiest(replies: Iterable[Reply], chosen: Iterable[Reply]) -> Reply:
    """The reply that shows the most beside what was chosen; the earliest of equals."""
    covered = {shown for reply in chosen for shown in reply.choice.shows}

    def worth(reply: Reply) -> tuple[int, int]:
        shows = set(reply.choice.shows)
        return len(shows - covered), len(shows)

    return max(replies, key=worth)


def behaviour_text(skill: Skill | None, behaviour: str) -> str:
    """What a behaviour is in words; its id made readable when the skill does not have it."""
    for known in skill.behaviours if skill else ():
        if known.id == behaviour:
            return known.text
    return readable(behaviour)


def readable(name: str) -> str:
    """An id as one would write it: ``talar-lugnt`` becomes *Talar lugnt*."""
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]


def is_working_material(skill: Skill | None, behaviours: Iterable[str]) -> bool:
    """Whether one of the behaviours is to be checked against the training given locally."""
    if skill is None:
        return False
    told = set(behaviours)
    return any(skill.is_working_material(one) for one in skill.behaviours if one.id in told)


def client_name(story: Story) -> str:
    """Whom one talks to in a dialogue; empty in any other scenario."""
    if story.scenario.skill is None:
        return ""
    return next((one.name for one in story.scenario.cast if one.id == "client"), "")
