"""One step through a story: what is offered, and where a choice leads."""

from __future__ import annotations

from ajs_trainer.play.story import Chosen, Move, Situation, State, Step, Story


class NotOffered(ValueError):
    """The choice is not offered in this state."""


def start(story: Story) -> State:
    """The state in which every run begins."""
    return State(story.numbers[story.scenario.start], 0)


def situation(story: Story, state: State) -> Situation:
    """What can be chosen in ``state``; worked out once for each set of flags that matters."""
    scene, flags = state
    key = (scene, flags & story.watched[scene])
    known = story.situations.get(key)
    if known is None:
        known = story.situations[key] = _work_out(story, *key)
    return known


def _work_out(story: Story, scene: int, flags: int) -> Situation:
    offered: list[Move] = []
    locked: list[Move] = []
    for move in story.moves[scene]:
        if move.fits(flags):
            offered.append(move)
        elif move.choice.locked:
            locked.append(move)
    offered_ids = tuple(move.id for move in offered)
    locked_ids = tuple(move.id for move in locked)
    outcomes = {
        move.id: (
            move.target,
            move.sets,
            Chosen(story.scenes[scene], move.id, offered_ids, locked_ids),
        )
        for move in offered
    }
    return Situation(tuple(offered), tuple(locked), outcomes)


def offered(story: Story, state: State) -> tuple[Move, ...]:
    """The choices that can be taken in ``state``, in the order of the file."""
    return situation(story, state).offered


def step(story: Story, state: State, choice: str) -> Step:
    """Make a choice.

    Raises:
        NotOffered: The choice does not exist in the scene, or its flags do not fit.
    """
    outcome = situation(story, state).outcomes.get(choice)
    if outcome is None:
        raise NotOffered(choice)
    target, sets, event = outcome
    return Step(State(target, state.flags | sets), event)
