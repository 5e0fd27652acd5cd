"""What a call costs before it does anything: guarded by what is loaded, not by the clock."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {"textual", "rich", "yaml", "pydantic", "sqlite_utils", "sqlite3", "platformdirs"}

OURS = 12
"""How many modules of the program the help may need."""

REPORT = """
import json, sys
from ajs_trainer.cli.main import main
sys.argv = ["ajs", *sys.argv[1:]]
code = main()
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


def modules_of(*arguments: str) -> tuple[int, set[str]]:
    """The exit code of a call, and the modules that it loaded."""
    process = subprocess.run(
        [sys.executable, "-c", REPORT, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    code, names = json.loads(process.stderr.splitlines()[-1])
    return code, set(names)


@pytest.mark.parametrize(
    "arguments", [["--help"], ["-h"], [], ["nothing"], ["--lang", "en", "--help"]]
)
def test_the_help_loads_nothing_heavy(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.delenv("AJS_HOME")
    _code, loaded = modules_of(*arguments)

    assert not loaded & HEAVY
    assert len([name for name in loaded if name.startswith("ajs_trainer")]) <= OURS


@pytest.mark.parametrize(
    ("arguments", "kept_away"),
    [
        (["data", "where"], HEAVY - {"platformdirs"}),
        (["list", "--format", "json"], {"textual", "rich", "sqlite_utils"}),
        (["check"], {"textual", "rich", "sqlite_utils", "sqlite3"}),
        (["schema"], {"textual", "rich", "sqlite_utils", "sqlite3", "yaml"}),
        (["history"], {"textual", "rich", "yaml"}),
    ],
)
def test_a_command_loads_only_what_it_needs(arguments: list[str], kept_away: set[str]) -> None:
    _code, loaded = modules_of(*arguments)

    assert not loaded & kept_away


def test_the_guard_sees_a_heavy_module() -> None:
    _code, loaded = modules_of("schema")

    assert "pydantic" in loaded & HEAVY
