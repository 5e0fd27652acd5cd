"""Reading and checking 1,000 scenes against PyYAML's C parser alone on the same text."""

from __future__ import annotations

import gc
import tempfile
from pathlib import Path

import yaml

from ajs_trainer.content.load import load_file
from benchmarks.findings import Finding, both
from benchmarks.measuring import cpu_seconds, in_turns, peak_memory
from benchmarks.story import story_yaml

SCENES = 1000


def measure(rounds: int) -> Finding:
    """Check the file, and have PyYAML build its lists and dicts from the text, in turns."""
    text = story_yaml(SCENES)

    def alone() -> object:
        return yaml.load(text, Loader=yaml.CSafeLoader)

    def alone_without_collector() -> object:
        gc.disable()
        try:
            return alone()
        finally:
            gc.enable()

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"bench-{SCENES}.yaml"
        path.write_text(text, encoding="utf-8")
        if load_file(path).scenario is None:
            raise RuntimeError("the generated scenario has errors")
        peak = peak_memory()
        ours = lambda: cpu_seconds(lambda: load_file(path))  # noqa: E731
        pair = in_turns(ours, lambda: cpu_seconds(alone), rounds)
        quiet = in_turns(ours, lambda: cpu_seconds(alone_without_collector), rounds)
    return Finding(
        f"Checking {SCENES:,} scenes against PyYAML's C parser alone on the same text",
        pair.ratio,
        goal=1.5,
        details={
            "processor time": both(pair),
            "against PyYAML with the garbage collector off": f"{quiet.ratio.median:.2f}",
            "size of the text": f"{len(text.encode()) / 1024:.0f} KiB",
            "peak memory of a process that has checked it once": f"{peak:.0f} MiB",
        },
    )
