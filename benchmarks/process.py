"""The whole process of ``ajs check`` for 100 and 1,000 scenes."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.findings import Finding, both, ms
from benchmarks.measuring import Spread, in_turns
from benchmarks.processes import AJS, Footprint, footprint, home, run
from benchmarks.story import story_yaml

LIBRARIES = (
    "import click, pydantic.main, yaml\n"
    "class Model(pydantic.BaseModel): text: str\n"
    "yaml.load('text: a', yaml.CSafeLoader)"
)
"""What no check can do without: its libraries, doing next to nothing."""

SCREENS = frozenset({"rich", "textual"})


def of_100(rounds: int) -> Finding:
    """The processor time of a check of 100 scenes."""
    return _measured(100, 0.15, rounds)


def of_1000(rounds: int) -> Finding:
    """The processor time of a check of 1,000 scenes."""
    return _measured(1000, 0.5, rounds)


def _measured(scenes: int, point: float, rounds: int) -> Finding:
    with home() as environment, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"bench-{scenes}.yaml"
        path.write_text(story_yaml(scenes), encoding="utf-8")
        call = ["check", str(path)]
        pair = in_turns(
            lambda: run(AJS, call, environment).cpu,
            lambda: run(LIBRARIES, [], environment).cpu,
            rounds,
        )
        print_ = footprint(AJS, call, environment)
    refuse_screens(print_)
    to_point = Spread(tuple(seconds / point for seconds in pair.ours.samples))
    return Finding(
        f"The process of `ajs check` for {scenes:,} scenes against the reference point "
        f"{point:.2f} s",
        to_point,
        goal=1.0,
        details={
            "processor time": ms(pair.ours),
            "against importing click, PyYAML and pydantic alone": (
                f"{pair.ratio.median:.2f}: {both(pair)}"
            ),
            "peak memory": f"{print_.peak:.0f} MiB",
            "modules": f"{len(print_.modules)}, none of the screens",
        },
    )


def refuse_screens(seen: Footprint) -> None:
    """Make sure that a check does without the screens.

    Raises:
        RuntimeError: It has imported some of them.
    """
    found = {name for name in seen.modules if name.split(".")[0] in SCREENS}
    found |= {name for name in seen.modules if name.startswith("ajs_trainer.tui")}
    if found:
        raise RuntimeError(f"ajs check imports {', '.join(sorted(found))}")
