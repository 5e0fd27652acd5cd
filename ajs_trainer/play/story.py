"""A scenario prepared for play: scenes by number, flags as bits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ajs_trainer.model import Choice, Part, Scenario


class State(NamedTuple):
    """Where one is: the number of the scene, and the flags that are set (one bit each)."""

    scene: int
    flags: int


class Move(NamedTuple):
    """A choice with its target and conditions resolved."""

    id: str
    choice: Choice
    target: int
    needs: int
    unless: int
    sets: int

    def fits(self, flags: int) -> bool:
        """Whether the choice is offered when ``flags`` are set."""
        return flags & self.needs == self.needs and not flags & self.unless


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice was made. ``offered`` and ``locked`` tell what else was on the screen."""

    scene: str
    choice: str
    offered: tuple[str, ...]
    locked: tuple[str, ...] = ()


class Step(NamedTuple):
    """What a choice leads to: the state after it and the event that tells of it."""

    state: State
    event: Chosen


@dataclass(frozen=True, slots=True)
class Situation:
    """What can be chosen in a state."""

    offered: tuple[Move, ...]
    locked: tuple[Move, ...]
    """Shown with a reason, but cannot be taken."""
    steps: dict[str, Step]
    """What every choice that is offered leads to, by its id."""


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """A scenario with every id resolved to a number.

    Attributes:
        scenario: What was compiled.
        scenes: Id of each scene, in the order of the file.
        flags: Name of each bit of ``State.flags``, lowest first.
        moves: The choices of each scene, by number of the scene.
    """

    scenario: Scenario
    scenes: tuple[str, ...]
    flags: tuple[str, ...]
    moves: tuple[tuple[Move, ...], ...]
    numbers: dict[str, int] = field(repr=False)
    situations: dict[State, Situation] = field(default_factory=dict, repr=False)

    def flag_names(self, state: State) -> frozenset[str]:
        """The names of the flags that are set."""
        return frozenset(name for bit, name in enumerate(self.flags) if state.flags >> bit & 1)


class UnknownTarget(ValueError):
    """A choice leads to a scene that does not exist."""


def compile_story(scenario: Scenario) -> Story:
    """Prepare a scenario for play.

    Raises:
        UnknownTarget: A choice, or ``start``, names a scene that does not exist.
    """
    numbers = {scene: number for number, scene in enumerate(scenario.scenes)}
    if scenario.start not in numbers:
        raise UnknownTarget(scenario.start)
    flags = tuple(_flags_in(scenario))
    bits = {flag: 1 << bit for bit, flag in enumerate(flags)}
    moves = []
    for scene in scenario.scenes.values():
        moves.append(tuple(_move(choice, numbers, bits) for choice in scene.choices))
    return Story(scenario, tuple(scenario.scenes), flags, tuple(moves), numbers)


def _move(choice: Choice, numbers: dict[str, int], bits: dict[str, int]) -> Move:
    if choice.goto not in numbers:
        raise UnknownTarget(choice.goto)
    return Move(
        choice.id,
        choice,
        numbers[choice.goto],
        _mask(choice.needs, bits),
        _mask(choice.unless, bits),
        _mask(choice.sets, bits),
    )


def _mask(flags: Sequence[str], bits: dict[str, int]) -> int:
    mask = 0
    for flag in flags:
        mask |= bits[flag]
    return mask


def _flags_in(scenario: Scenario) -> dict[str, None]:
    """Every flag that is set or asked for, in the order of the file."""
    flags: dict[str, None] = {}
    for scene in scenario.scenes.values():
        prose = scene.text + (scene.ending.text if scene.ending else ())
        for part in prose:
            flags.update(dict.fromkeys(part.needs + part.unless))
        for choice in scene.choices:
            flags.update(dict.fromkeys(choice.sets + choice.needs + choice.unless))
    return flags


def shown_text(parts: Iterable[Part], flags: frozenset[str]) -> str:
    """Join the parts whose flags fit; each part is a paragraph of its own."""
    return "\n\n".join(
        part.text.strip()
        for part in parts
        if flags.issuperset(part.needs) and flags.isdisjoint(part.unless)
    )
