"""Random play and exploration of 1,000 scenes: how many steps and states a second."""

from __future__ import annotations

import gc
import random

from ajs_trainer.play.exploration import explore
from ajs_trainer.play.step import offered, start, step
from ajs_trainer.play.story import Story, compile_story
from benchmarks.findings import Finding
from benchmarks.measuring import Spread, cpu_seconds, peak_memory, repeated
from benchmarks.story import scenario

SCENES = 1000
STEPS = 100_000
STEPS_A_SECOND = 400_000
STATES_A_SECOND = 150_000


def play(rounds: int) -> Finding:
    """Choose at random from what is offered, from the start to an ending, again and again."""
    story = compile_story(scenario(SCENES))
    before = peak_memory()
    rng = random.Random(1)
    seconds = repeated(lambda: cpu_seconds(lambda: wander(story, STEPS, rng)) / STEPS, rounds)
    return _rate("Steps of random play a second", seconds, STEPS_A_SECOND, before)


def search(rounds: int) -> Finding:
    """Visit every state that can be reached."""
    story = compile_story(scenario(SCENES))
    states = explore(story).states
    gc.collect()
    before = peak_memory()
    seconds = repeated(lambda: cpu_seconds(lambda: explore(story)) / states, rounds)
    return _rate(f"States explored a second ({states:,} states)", seconds, STATES_A_SECOND, before)


def wander(story: Story, steps: int, rng: random.Random) -> int:
    """Play at random until ``steps`` choices have been made; returns how many were."""
    first = state = start(story)
    for _ in range(steps):
        moves = offered(story, state)
        while not moves:
            state = first
            moves = offered(story, state)
        state = step(story, state, moves[int(rng.random() * len(moves))].id).state
    return steps


def _rate(what: str, seconds: Spread, goal: int, before: float) -> Finding:
    """A rate; ``seconds`` are those of one."""
    rates = Spread(tuple(1 / one for one in seconds.samples))
    after = peak_memory()
    return Finding(
        f"{what}, against {goal:,}",
        Spread(tuple(rate / goal for rate in rates.samples)),
        goal=1.0,
        at_least=True,
        details={
            "a second": f"{rates.median:,.0f} ({rates.low:,.0f} to {rates.high:,.0f})",
            "peak memory": f"{after:.0f} MiB, of which {before:.0f} MiB to read the scenario",
        },
    )
