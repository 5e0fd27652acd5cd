"""Every state that can be reached, visited once, breadth first.

Flags are only ever set, so the states of a story are finite and a search over them is a
proof: what it has not seen within its budget is undecided, what it has not seen at all is
impossible.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ajs_trainer.play.step import start
from ajs_trainer.play.story import State, Story

DEFAULT_BUDGET = 300_000
"""Choices to follow; a second or less."""

Edge = tuple[int, int, int, int, int]
"""Number of the choice, target scene, flags needed, flags that must be unset, flags set."""


@dataclass(frozen=True, slots=True)
class Exploration:
    """What a search found.

    Attributes:
        complete: Whether every reachable state was visited within the budget.
        reached: The scenes that were entered.
        offered: Every (scene, choice) that was offered somewhere.
        stuck: Scenes that have choices, each with a state where none is offered.
        endless: Scenes, each with a state from which neither an ending nor a stuck state can
            be reached; empty unless the search is complete.
    """

    complete: bool
    reached: frozenset[str]
    offered: frozenset[tuple[str, str]]
    stuck: dict[str, State]
    endless: dict[str, State]
    _search: _Search

    @property
    def states(self) -> int:
        """How many states were visited."""
        return len(self._search.states)

    def visited(self) -> frozenset[State]:
        """Every state that was visited."""
        return frozenset(self._search.state(number) for number in range(self.states))

    def cannot_reach(self, goal: Callable[[State], bool]) -> list[State]:
        """The visited states from which no visited state fits ``goal``."""
        states = [self._search.state(number) for number in range(self.states)]
        goals = [number for number, state in enumerate(states) if goal(state)]
        return [states[number] for number in self._search.not_leading_to(goals)]

    def way_to(self, state: State) -> tuple[tuple[str, str], ...]:
        """A shortest way, as (scene, choice), from the start to a visited state."""
        return self._search.way_to(state)


def explore(story: Story, budget: int = DEFAULT_BUDGET) -> Exploration:
    """Visit the reachable states of a story, following at most ``budget`` choices."""
    search = _Search(story)
    complete = search.run(budget)
    last = [number for number in search.halts if not story.moves[search.state(number).scene]]
    stuck = [number for number in search.halts if story.moves[search.state(number).scene]]
    return Exploration(
        complete=complete,
        reached=frozenset(story.scenes[code % len(story.scenes)] for code in search.states),
        offered=frozenset(
            (story.scenes[scene], story.moves[scene][number].id) for scene, number in search.offered
        ),
        stuck=search.first_by_scene(stuck),
        endless=search.first_by_scene(search.not_leading_to(last + stuck)) if complete else {},
        _search=search,
    )


class _Search:
    """A breadth-first search; a state is coded as one integer, flags times scenes plus scene."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.edges: list[list[Edge]] = [
            [
                (number, move.target, move.needs, move.unless, move.sets)
                for number, move in enumerate(moves)
            ]
            for moves in story.moves
        ]
        first = start(story)
        self.states = [first.scene]
        self.numbers = {first.scene: 0}
        self.origins = [(0, 0)]
        self.before: list[list[int]] = [[]]
        self.halts: list[int] = []
        self.offered: set[tuple[int, int]] = set()

    def run(self, budget: int) -> bool:
        """Search until nothing is new; False when the budget cut it short."""
        states, numbers, origins, before = self.states, self.numbers, self.origins, self.before
        scenes = len(self.edges)
        left = budget
        for here, code in enumerate(states):
            flags, scene = divmod(code, scenes)
            free = False
            left -= len(self.edges[scene])
            if left < 0:
                return False
            for number, target, needs, unless, sets in self.edges[scene]:
                if flags & needs != needs or flags & unless:
                    continue
                free = True
                self.offered.add((scene, number))
                after = (flags | sets) * scenes + target
                known = numbers.get(after)
                if known is not None:
                    before[known].append(here)
                else:
                    numbers[after] = len(states)
                    states.append(after)
                    origins.append((here, number))
                    before.append([here])
            if not free:
                self.halts.append(here)
        return True

    def state(self, number: int) -> State:
        """The visited state with this number."""
        flags, scene = divmod(self.states[number], len(self.edges))
        return State(scene, flags)

    def way_to(self, state: State) -> tuple[tuple[str, str], ...]:
        """A shortest way from the start, as (scene, choice)."""
        way = []
        number = self.numbers[state.flags * len(self.edges) + state.scene]
        while number:
            number, choice = self.origins[number]
            scene = self.state(number).scene
            way.append((self.story.scenes[scene], self.story.moves[scene][choice].id))
        return tuple(reversed(way))

    def not_leading_to(self, goals: list[int]) -> list[int]:
        """The visited states from which none of the goals can be reached."""
        good = bytearray(len(self.states))
        for goal in goals:
            good[goal] = 1
        waiting = list(goals)
        while waiting:
            for number in self.before[waiting.pop()]:
                if not good[number]:
                    good[number] = 1
                    waiting.append(number)
        return [number for number, leads in enumerate(good) if not leads]

    def first_by_scene(self, numbers: list[int]) -> dict[str, State]:
        """For each scene, the first of the states."""
        found: dict[str, State] = {}
        for number in numbers:
            state = self.state(number)
            found.setdefault(self.story.scenes[state.scene], state)
        return found
