"""Solve what is told of random trees: whole ways through stories of up to three questions.

usage: python benchmarks/branching.py [TREES]

Each tree has rooms of 4 to 12 people who choose twice in each scene, some of whom may decline. What
the debrief tells of the way is solved as equations, for anybody and for insiders who pool their
answers. Stops at the first tree from which something about somebody follows.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.debrief.test_branching import WAYS, solve


def main(trees: int) -> int:
    """Solve so many trees, and say how long it took."""
    began = time.process_time()
    every = settings(
        max_examples=trees,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    every(given(*WAYS)(solve))()
    print(f"{trees} trees, {time.process_time() - began:.0f} s: nothing is certain")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
