"""The findings as text for the terminal and as a page for the documentation."""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version

import yaml

from benchmarks.findings import Finding

LIBRARIES = ("textual", "click", "pyyaml", "pydantic", "sqlite-utils")

INTRODUCTION = """\
# Benchmarks

Made by `python -m benchmarks`; do not edit by hand. Each figure is a ratio, ours to a named
reference, both measured in turns in the same run, so that it means the same on every machine.
It is the median of the turns; in brackets are the quartiles, which show the noise. The first
frame and the durable choice are times on the clock, the others processor time. Nothing here is
asserted in a test: times depend on the machine and on what else it does.
"""


def plain(finding: Finding) -> str:
    """A finding for the terminal."""
    lines = [
        finding.what.replace("`", ""),
        f"  {finding.measured}, goal {finding.wanted}: {finding.verdict}",
    ]
    lines += [f"  {name}: {value}" for name, value in finding.details.items()]
    return "\n".join(lines) + "\n"


def page(findings: Sequence[Finding]) -> str:
    """The findings as Markdown, with the date and the machine."""
    rows = [
        f"| {finding.what} | {finding.measured} | {finding.wanted} | {finding.verdict} |"
        for finding in findings
    ]
    table = "\n".join(["| what | ratio | goal | verdict |", "|---|---|---|---|", *rows])
    parts = [INTRODUCTION, f"{_circumstances()}\n", f"{table}\n"]
    for finding in findings:
        details = "\n".join(f"- {name}: {value}" for name, value in finding.details.items())
        parts.append(f"## {finding.what}\n\n{details}\n")
    return "\n".join(parts)


def _circumstances() -> str:
    """The date and the machine, in general terms."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    libyaml = "with" if yaml.__with_libyaml__ else "without"
    return (
        f"Measured on {datetime.now(UTC):%Y-%m-%d}: {platform.system()} on {platform.machine()}, "
        f"{os.cpu_count()} cores, {platform.python_implementation()} {platform.python_version()}, "
        f"{libraries} ({libyaml} libyaml), SQLite {sqlite3.sqlite_version}. "
        f"Other work ran on the machine: load {os.getloadavg()[1]:.1f} over five minutes."
    )
