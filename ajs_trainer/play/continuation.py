"""Going on with a run after its scenario has been edited.

A run is pinned to the text it was played on. What the text of today calls the same scene or
choice is decided by ids, never by position or wording: a new id may claim earlier ones with
``was``. Only a claim that the old text did not already make counts, so that an id may be
used again later. Where ids do not settle it, nothing is the same and the person is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ajs_trainer.model import Choice, Scenario
from ajs_trainer.play.run import (
    Adopted,
    Diverged,
    Event,
    Returned,
    Run,
    apply,
    begin,
    choose,
)
from ajs_trainer.play.step import NotOffered
from ajs_trainer.play.story import Story


@dataclass(frozen=True, slots=True)
class Continuation:
    """How a run goes on with another text of its scenario.

    Attributes:
        fits: Whether the whole way leads to the same place in both texts. Then the run goes
            on without a question; otherwise the person chooses between going on from the
            last common scene, starting anew and finishing on the old text.
        common: How many choices of the way the two texts share.
        events: What to append to the record to go on with the new text.
        run: The run on the new story after these events.
    """

    fits: bool
    common: int
    events: tuple[Event, ...]
    run: Run


def compare(old: Story, new: Story, run: Run, content: str) -> Continuation:
    """Follow the way of a run on ``old`` through ``new``, whose hash is ``content``."""
    names = _Names(old.scenario, new.scenario)
    carried = _carried(names, old, new, run)
    common = len(carried.way)
    same_start = names.scene(old.scenario.start) == new.scenario.start
    back = () if common == len(run.way) else (Returned(common),)
    return Continuation(
        fits=same_start and not back,
        common=common,
        events=(*back, Adopted(content)),
        run=carried,
    )


def replay_run(stories: Mapping[str, Story], first: str, events: Iterable[Event]) -> Run:
    """Fold the events of a run that may have gone on with other texts of its scenario.

    Args:
        stories: The story of every text of the run, by hash.
        first: Hash of the text on which the run began.
        events: All events of the run.

    Raises:
        Diverged: An event does not fit the text that holds where it happened.
        KeyError: A text of the run is not among the stories.
    """
    story = stories[first]
    run = begin(story)
    for position, event in enumerate(events):
        try:
            if isinstance(event, Adopted):
                new = stories[event.content]
                run = _adopt(story, new, run)
                story = new
            else:
                run = apply(story, run, event)
        except ValueError as error:
            raise Diverged(position) from error
    return run


def _adopt(old: Story, new: Story, run: Run) -> Run:
    carried = _carried(_Names(old.scenario, new.scenario), old, new, run)
    if len(carried.way) != len(run.way):
        raise ValueError(len(carried.way))
    return carried


def _carried(names: _Names, old: Story, new: Story, run: Run) -> Run:
    """The run on the new story: as much of the way as the two share, marks and ratings."""
    carried = begin(new)
    states = [taken.state for taken in run.way] + [run.state]
    if names.scene(old.scenes[states[0].scene]) == new.scenario.start:
        for taken, after in zip(run.way, states[1:], strict=True):
            pair = names.choice(taken.event.scene, taken.event.choice)
            if pair is None:
                break
            try:
                further, _ = choose(new, carried, pair[1])
            except NotOffered:
                break
            if new.scenes[further.state.scene] != names.scene(old.scenes[after.scene]):
                break
            carried = further
    tried = {pair for scene, choice in run.tried if (pair := names.choice(scene, choice))}
    marks = {mark for scene, thought in run.recognised if (mark := names.thought(scene, thought))}
    return replace(
        carried,
        tried=carried.tried | tried,
        recognised=frozenset(marks),
        before=run.before,
        after=run.after,
    )


class _Names:
    """What the ids of an old text are called in a new one."""

    def __init__(self, old: Scenario, new: Scenario) -> None:
        self._old = old
        self._new = new
        self._scenes = _renamed(
            {id_: scene.was for id_, scene in old.scenes.items()},
            {id_: scene.was for id_, scene in new.scenes.items()},
        )

    def scene(self, scene: str) -> str | None:
        """The new id of a scene, or None when the new text does not have it."""
        return self._scenes.get(scene)

    def choice(self, scene: str, choice: str) -> tuple[str, str] | None:
        """The new (scene, choice) of a choice, or None."""
        there = self._scenes.get(scene)
        if there is None:
            return None
        renamed = _renamed(
            _claims(self._old.scenes[scene].choices), _claims(self._new.scenes[there].choices)
        )
        found = renamed.get(choice)
        return None if found is None else (there, found)

    def thought(self, scene: str, thought: str) -> tuple[str, str] | None:
        """The new (scene, thought) of a thought, or None."""
        there = self._scenes.get(scene)
        if there is None or all(thought != one.id for one in self._new.scenes[there].thoughts):
            return None
        return there, thought


def _claims(choices: Iterable[Choice]) -> dict[str, tuple[str, ...]]:
    return {choice.id: choice.was for choice in choices}


def _renamed(
    old: Mapping[str, tuple[str, ...]], new: Mapping[str, tuple[str, ...]]
) -> dict[str, str]:
    """Old id to new id, from the earlier ids that each id claims in the old and the new text.

    An id that claims another one and also keeps its name may be a merger or a replacement;
    two that claim the same one may be anything. Neither is settled, so neither is given.
    """
    claimed = {
        id_: {earlier for earlier in was if earlier in old and earlier not in old.get(id_, ())}
        - {id_}
        for id_, was in new.items()
    }
    found: dict[str, str] = {}
    for id_ in old:
        claimants = [other for other, earlier in claimed.items() if id_ in earlier]
        if len(claimants) == 1:
            found[id_] = claimants[0]
        elif not claimants and id_ in new and not claimed[id_]:
            found[id_] = id_
    return found
