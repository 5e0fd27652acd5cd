"""One step through a story: what is offered, and where a choice leads."""

from __future__ import annotations

from ajs_trainer.play.story import Chosen, Move, Situation, State, Step, Story


class NotOffered(ValueError):
    """The choice is not offered in this state."""


def start(story: Story) -> State:
    """The state in which every run begins."""
    return State(story.numbers[story.scenario.start], 0)


def situation(story: Story, state: State) -> Situation:
    """What can be chosen in ``state``; worked out once for each state that is visited."""
    known = story.situations.get(state)
    if known is None:
        known = story.situations[state] = _work_out(story, state)
    return known


def _work_out(story: Story, state: State) -> Situation:
    scene, flags = state
    offered: list[Move] = []
    locked: list[Move] = []
    for move in story.moves[scene]:
        if move.fits(flags):
            offered.append(move)
        elif move.choice.locked:
            locked.append(move)
    offered_ids = tuple(move.id for move in offered)
    locked_ids = tuple(move.id for move in locked)
    steps = {
        move.id: Step(
            State(move.target, flags | move.sets),
            Chosen(story.scenes[scene], move.id, offered_ids, locked_ids),
        )
        for move in offered
    }
    return Situation(tuple(offered), tuple(locked), steps)


def offered(story: Story, state: State) -> tuple[Move, ...]:
    """The choices that can be taken in ``state``, in the order of the file."""
    return situation(story, state).offered


def step(story: Story, state: State, choice: str) -> Step:
    """Make a choice.

    Raises:
        NotOffered: The choice does not exist in the scene, or its flags do not fit.
    """
    made = situation(story, state).steps.get(choice)
    if made is None:
        raise NotOffered(choice)
    return made
