"""The first frame of the home screen against an empty Textual app with the same widgets."""

from __future__ import annotations

from ajs_trainer.locale import _, use_language
from benchmarks.empty_home import MARKER
from benchmarks.findings import Finding, both
from benchmarks.measuring import Pair, Spread, in_turns
from benchmarks.processes import AJS, home
from benchmarks.terminal import FirstFrame, first_frame

EMPTY = "from benchmarks.empty_home import main; main()"


def measure(rounds: int) -> Finding:
    """Start both in turns: from the fork until the last line of text of the list is drawn."""
    use_language("sv")
    markers = {AJS: _("The program, the keys, and what is kept."), EMPTY: MARKER}
    seen: dict[str, list[FirstFrame]] = {AJS: [], EMPTY: []}

    def wall(code: str) -> float:
        seen[code].append(first_frame(code, markers[code], environment))
        return seen[code][-1].wall

    with home() as environment:
        pair = in_turns(lambda: wall(AJS), lambda: wall(EMPTY), rounds)
    cpu = Pair(*(Spread(tuple(one.cpu for one in seen[code][1:])) for code in (AJS, EMPTY)))
    ours, reference = (max(one.peak for one in seen[code]) for code in (AJS, EMPTY))
    details = {"time on the clock": both(pair)}
    if cpu.reference.median:
        details["processor time until then"] = f"{cpu.ratio.median:.2f}: {both(cpu)}"
        details["memory until then"] = f"{ours:.0f} MiB against {reference:.0f} MiB"
    return Finding(
        "The first frame of `ajs` against an empty Textual app with the same widgets",
        pair.ratio,
        goal=1.15,
        details=details,
    )
