"""``ajs --help`` against the ``--help`` of an empty click program: whole processes."""

from __future__ import annotations

from benchmarks.findings import Finding, both
from benchmarks.measuring import Pair, Spread, in_turns
from benchmarks.processes import AJS, Used, footprint, home, run

EMPTY = "from benchmarks.empty_help import main; main()"


def measure(rounds: int) -> Finding:
    """Run both in turns; the ratio is that of processor time, which other work disturbs least."""
    used: dict[str, list[Used]] = {AJS: [], EMPTY: []}

    def cpu(code: str) -> float:
        used[code].append(run(code, ["--help"], environment))
        return used[code][-1].cpu

    with home() as environment:
        pair = in_turns(lambda: cpu(AJS), lambda: cpu(EMPTY), rounds)
        ours, reference = (footprint(code, ["--help"], environment) for code in (AJS, EMPTY))
    wall = Pair(*(Spread(tuple(one.wall for one in used[code][1:])) for code in (AJS, EMPTY)))
    return Finding(
        "`ajs --help` against an empty click program",
        pair.ratio,
        goal=1.25,
        details={
            "processor time": both(pair),
            "time on the clock": both(wall),
            "peak memory": f"{ours.peak:.0f} MiB against {reference.peak:.0f} MiB",
            "modules": f"{len(ours.modules)} against {len(reference.modules)}",
        },
    )
