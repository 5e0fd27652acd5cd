"""One person's run: a fold over its events.

The events are the truth. A run is what they add up to, so resuming is replaying, and an
effect can happen only once however often a run is saved and loaded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from ajs_trainer.play.step import NotOffered, start, step
from ajs_trainer.play.story import Chosen, State, Story

Moment = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class Returned:
    """One went back along the way, keeping the first ``kept`` choices."""

    kept: int


@dataclass(frozen=True, slots=True)
class Recognised:
    """A thought was marked as familiar, or the mark was taken away."""

    scene: str
    thought: str
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Rated:
    """How sure one is of doing something here, 1-5, before or after."""

    moment: Moment
    value: int


@dataclass(frozen=True, slots=True)
class Adopted:
    """The run goes on with another text of the scenario (see ``continuation.replay_run``)."""

    content: str
    """Hash of the text that holds from here on."""


Event = Chosen | Returned | Recognised | Rated | Adopted


@dataclass(frozen=True, slots=True)
class Taken:
    """A choice on the way, and the state it was made in."""

    state: State
    event: Chosen


@dataclass(frozen=True, slots=True)
class Run:
    """What the events of a run add up to.

    Attributes:
        state: Where one is now.
        way: The choices that led here, first one first.
        tried: Every (scene, choice) that was ever taken, also on ways left behind.
        recognised: Thoughts marked as familiar, as (scene, thought).
        before, after: How sure one was, 1-5, or None when it was not said.
    """

    state: State
    way: tuple[Taken, ...] = ()
    tried: frozenset[tuple[str, str]] = frozenset()
    recognised: frozenset[tuple[str, str]] = frozenset()
    before: int | None = None
    after: int | None = None


class Diverged(ValueError):
    """The events do not fit the story from event number ``position`` on (0 is the first)."""

    def __init__(self, position: int) -> None:
        super().__init__(position)
        self.position = position


def begin(story: Story) -> Run:
    """A run before anything has happened."""
    return Run(start(story))


def choose(story: Story, run: Run, choice: str) -> tuple[Run, Chosen]:
    """Make a choice; raises ``NotOffered`` when it cannot be made."""
    event = step(story, run.state, choice).event
    return apply(story, run, event), event


def undo(story: Story, run: Run) -> tuple[Run, Returned] | None:
    """Take the latest choice back, or None at the start."""
    if not run.way:
        return None
    event = Returned(len(run.way) - 1)
    return apply(story, run, event), event


def apply(story: Story, run: Run, event: Event) -> Run:
    """Fold one event into the run.

    Raises:
        NotOffered: A choice that cannot be made here.
        ValueError: A return to a place that is not on the way, or the adoption of another text,
            which takes the stories of both (``continuation.replay_run``).
    """
    match event:
        case Chosen(scene=scene, choice=choice):
            if story.scenes[run.state.scene] != scene:
                raise NotOffered(choice)
            after = step(story, run.state, choice).state
            taken = Taken(run.state, event)
            tried = run.tried | {(scene, choice)}
            return replace(run, state=after, way=(*run.way, taken), tried=tried)
        case Returned(kept=kept):
            if not 0 <= kept < len(run.way):
                raise ValueError(kept)
            return replace(run, state=run.way[kept].state, way=run.way[:kept])
        case Recognised(scene=scene, thought=thought, marked=marked):
            mark = {(scene, thought)}
            recognised = run.recognised | mark if marked else run.recognised - mark
            return replace(run, recognised=recognised)
        case Rated(moment="before", value=value):
            return replace(run, before=value)
        case Rated(value=value):
            return replace(run, after=value)
        case Adopted(content=content):
            raise ValueError(content)


def replay(story: Story, events: Iterable[Event]) -> Run:
    """Fold the events of a run.

    Raises:
        Diverged: An event does not fit the story.
    """
    run = begin(story)
    for position, event in enumerate(events):
        try:
            run = apply(story, run, event)
        except ValueError as error:
            raise Diverged(position) from error
    return run
