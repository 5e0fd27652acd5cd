"""The author's promises (``expect``), proved over every reachable state."""

from __future__ import annotations

from ajs_trainer.content.checks.states import shown_way
from ajs_trainer.content.checks.subject import Subject
from ajs_trainer.model import Promise
from ajs_trainer.model.vocabulary import STRATEGIES
from ajs_trainer.play.exploration import Exploration
from ajs_trainer.play.step import start
from ajs_trainer.play.story import State, Story


def check_promises(subject: Subject, story: Story, found: Exploration) -> None:
    """Note promises that do not hold, each with a way that breaks it.

    Nothing is proved of a story with errors: what is mended may keep the promise.
    """
    if subject.problems.has_errors():
        return
    for number, promise in enumerate(subject.scenario.expect):
        place = subject.key("expect", number)
        unknown = _unknown_name(promise, story)
        if bool(promise.can_reach) == bool(promise.every_ending_has):
            subject.problems.add("M218", place)
        elif unknown:
            subject.problems.add("G314", place, name=unknown)
        elif found.complete:
            broken = _broken(promise, story, found)
            if broken is not None:
                subject.problems.add(
                    "G312", place, promise=_said(promise), way=shown_way(found, broken)
                )


def _after(promise: Promise) -> str:
    """From where the promise holds; a field left empty says nothing else than the default."""
    return promise.after.strip() or "any"


def _said(promise: Promise) -> str:
    if promise.can_reach:
        return f"{_after(promise)} → {promise.can_reach}"
    return f"{promise.every_ending_has}"


def _unknown_name(promise: Promise, story: Story) -> str:
    if _after(promise) != "any":
        scene, _, choice = _after(promise).partition("/")
        number = story.numbers.get(scene)
        if number is None:
            return scene
        if choice and choice not in {move.id for move in story.moves[number]}:
            return _after(promise)
    if promise.can_reach and promise.can_reach not in {*story.numbers, *story.flags}:
        return promise.can_reach
    has = promise.every_ending_has
    if has and has not in {*STRATEGIES, *story.flags}:
        return has
    return ""


def _broken(promise: Promise, story: Story, found: Exploration) -> State | None:
    """A state that breaks the promise, or None."""
    if promise.can_reach:
        return _out_of_reach(_after(promise), promise.can_reach, story, found)
    wanted = promise.every_ending_has or ""
    if wanted in story.flags:
        bit = 1 << story.flags.index(wanted)
        endings = (state for state in found.visited() if not story.moves[state.scene])
        return min((state for state in endings if not state.flags & bit), default=None)
    return _ending_never_offered(wanted, story)


def _out_of_reach(after: str, goal: str, story: Story, found: Exploration) -> State | None:
    bit = 1 << story.flags.index(goal) if goal in story.flags else 0
    scene = story.numbers.get(goal, -1)
    hopeless = set(
        found.cannot_reach(lambda state: bool(state.flags & bit) or state.scene == scene)
    )
    for state in sorted(_states_after(after, story, found)):
        if state in hopeless and story.moves[state.scene]:
            return state
    return None


def _states_after(after: str, story: Story, found: Exploration) -> set[State]:
    scene, _, choice = after.partition("/")
    number = None if after == "any" else story.numbers[scene]
    return {
        State(move.target, state.flags | move.sets)
        for state in found.visited()
        if number is None or state.scene == number
        for move in story.moves[state.scene]
        if move.fits(state.flags) and choice in ("", move.id)
    }


def _ending_never_offered(strategy: str, story: Story) -> State | None:
    """An ending that can be reached without the strategy ever being offered."""
    first = start(story)
    seen = {first}
    waiting = [first]
    while waiting:
        state = waiting.pop()
        moves = [move for move in story.moves[state.scene] if move.fits(state.flags)]
        if not moves:
            return state
        if any(move.choice.strategy == strategy for move in moves):
            continue
        for move in moves:
            after = State(move.target, state.flags | move.sets)
            if after not in seen:
                seen.add(after)
                waiting.append(after)
    return None
