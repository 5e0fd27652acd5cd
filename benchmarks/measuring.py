"""Measuring two things in turns, so that what else the machine does strikes both."""

from __future__ import annotations

import gc
import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Measure = Callable[[], float]
"""Does something once and tells what it took."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Many measurements of one thing."""

    samples: tuple[float, ...]

    @property
    def median(self) -> float:
        """The one in the middle."""
        return statistics.median(self.samples)

    @property
    def low(self) -> float:
        """A quarter of them are below it."""
        return self._quartiles()[0]

    @property
    def high(self) -> float:
        """A quarter of them are above it."""
        return self._quartiles()[2]

    def _quartiles(self) -> list[float]:
        if len(self.samples) < 2:
            return [*self.samples] * 3
        return statistics.quantiles(self.samples, n=4, method="inclusive")


@dataclass(frozen=True, slots=True)
class Pair:
    """Something of ours and its reference, measured in turns."""

    ours: Spread
    reference: Spread

    @property
    def ratio(self) -> Spread:
        """Ours to the reference, turn by turn."""
        turns = zip(self.ours.samples, self.reference.samples, strict=True)
        return Spread(tuple(ours / reference for ours, reference in turns))


def in_turns(ours: Measure, reference: Measure, rounds: int) -> Pair:
    """Measure both ``rounds`` times after one turn to warm up; who goes first alternates."""
    taken: dict[Measure, list[float]] = {ours: [], reference: []}
    order = [ours, reference]
    for measure in order:
        measure()
    for _ in range(rounds):
        for measure in order:
            taken[measure].append(measure())
        order.reverse()
    return Pair(Spread(tuple(taken[ours])), Spread(tuple(taken[reference])))


def repeated(measure: Measure, rounds: int) -> Spread:
    """Measure ``rounds`` times after one time to warm up."""
    measure()
    return Spread(tuple(measure() for _ in range(rounds)))


def cpu_seconds(work: Callable[[], object]) -> float:
    """How long the processor works on something, with no garbage of others to look through."""
    gc.collect()
    gc.freeze()
    started = time.process_time()
    result = work()
    taken = time.process_time() - started
    del result
    gc.unfreeze()
    return taken


def peak_memory() -> float:
    """The most memory that this process has used so far, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():
        return peak_in(status.read_text(encoding="ascii"))
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def peak_in(status: str) -> float:
    """The peak that a ``/proc/*/status`` tells of, in MiB.

    ``ru_maxrss`` would count what the parent used before the process became another program.
    """
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
