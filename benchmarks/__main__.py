"""Run the measurements: ``python -m benchmarks [NAME ...]``."""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks import alone, report
from benchmarks.processes import ROOT

MEASUREMENTS = {
    "first-frame": ("opening:measure", 15),
    "reveal": ("revealing:measure", 15),
    "help": ("help_text:measure", 21),
    "check": ("checking:measure", 15),
    "choice": ("committing:measure", 21),
    "debrief": ("summing:measure", 7),
    "check-100": ("process:of_100", 15),
    "check-1000": ("process:of_1000", 11),
    "play": ("walking:play", 15),
    "explore": ("walking:search", 15),
}
"""The measurements by name, each with where it is and how many rounds it takes to be steady."""


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; write the report when everything was measured, or where one is told."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(MEASUREMENTS))
    parser.add_argument("--rounds", type=int, help="rounds of each, instead of its own number")
    parser.add_argument("--to", type=Path, help="where to write the report")
    options = parser.parse_args(arguments)
    unknown = set(options.names) - MEASUREMENTS.keys()
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    findings = []
    for name in options.names or MEASUREMENTS:
        place, rounds = MEASUREMENTS[name]
        finding = alone.measured(place, options.rounds or rounds)
        print(report.plain(finding), flush=True)
        findings.append(finding)
    if options.to or not options.names:
        path = options.to or ROOT / "docs" / "benchmarks.md"
        path.write_text(report.page(findings), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
