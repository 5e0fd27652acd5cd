"""Each measurement in a fresh process, so that memory and caches are its own."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module

from benchmarks.findings import Finding


def measured(place: str, rounds: int) -> Finding:
    """Run a measurement, named as ``module:function``, in a process of its own."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=context) as pool:
        return pool.submit(_run, place, rounds).result()


def _run(place: str, rounds: int) -> Finding:
    module, _, function = place.partition(":")
    finding: Finding = getattr(import_module(f"benchmarks.{module}"), function)(rounds)
    return finding
