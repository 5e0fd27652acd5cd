"""Go through every outcome of the disclosure rule: up to 40 answers with 2 to 5 options.

usage: python benchmarks/disclosure.py [MOST ANSWERS]

Prints, for each number of options, what some outcome would make certain about somebody else: to
anybody, to one insider, or from 7 answers to two who pool theirs. Nothing is the only good answer;
the command returns 1 otherwise. Takes half a minute.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.debrief.enumeration import leaks, outcomes


def main(most: int) -> int:
    """Print a line for each number of options, and return the exit code."""
    found = False
    for options in (2, 3, 4, 5):
        began = time.process_time()
        seen = 0
        told: list[str] = []
        for people in range(5, most + 1):
            seen += sum(1 for _ in outcomes(people, options))
            leak = leaks(people, options, 2 if people >= 7 else 1)
            told += [f"{people} answers: {', '.join(sorted(leak))}"] if leak else []
        found |= bool(told)
        seconds = time.process_time() - began
        print(
            f"{options} options, 5-{most} answers, {seen} outcomes, {seconds:.0f} s:",
            "; ".join(told) or "nothing is certain",
            flush=True,
        )
    return int(found)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 40))
