"""The layers: read from the source, and seen when the modules are imported."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "ajs_trainer"

SCREENS = {"textual", "rich"}
HEAVY = SCREENS | {"yaml", "pydantic", "sqlite_utils", "platformdirs"}
LAYERS = ("model", "play", "debrief", "session", "content", "record", "tui", "cli")


def ours(*layers: str) -> set[str]:
    """The packages of some layers."""
    return {f"ajs_trainer.{layer}" for layer in layers}


PURE = (HEAVY - {"pydantic"}) | {"click", "sqlite3"}

MAY_NOT_LOAD = {
    "beside": HEAVY | {"click", "sqlite3"} | ours(*LAYERS),
    "model": PURE | ours(*LAYERS[1:]),
    "play": PURE | ours(*LAYERS[2:]),
    "debrief": PURE | ours(*LAYERS[3:]),
    "session": PURE | ours(*LAYERS[4:]),
    "content": SCREENS | {"sqlite3", "sqlite_utils", "click"} | ours("record", "tui", "cli"),
    "record": SCREENS | {"yaml"} | ours("content", "tui", "cli"),
    "tui": {"yaml", "sqlite_utils", "click"} | ours("cli"),
    "cli": HEAVY | {"sqlite3"} | ours(*LAYERS[:-1]),
    "playing": SCREENS | {"yaml", "sqlite_utils"} | ours("tui"),
}
"""What importing a module of a layer must not bring along."""

WHEN_PLAYING = {"plain", "plain_texts", "practised_texts", "sitting", "resume"}
"""Modules of the command line that are imported only when a scenario is played."""

REPORT = """
import importlib, json, sys
sys.path.insert(0, sys.argv[1])
brought = {}
for name in sys.argv[2:]:
    before = set(sys.modules)
    importlib.import_module(name)
    brought[name] = sorted(set(sys.modules) - before)
print(json.dumps(brought))
"""


def modules(package: Path = PACKAGE) -> Iterator[str]:
    """Every module of the package, by its dotted name."""
    for path in sorted(package.rglob("*.py")):
        parts = list(path.relative_to(package.parent).with_suffix("").parts)
        if parts[-1] == "__main__":
            continue
        if parts[-1] == "__init__":
            parts.pop()
        yield ".".join(parts)


def layer_of(module: str) -> str:
    """The layer that a module belongs to."""
    parts = module.split(".")
    layer = parts[1] if len(parts) > 1 and parts[1] in LAYERS else "beside"
    return "playing" if layer == "cli" and parts[-1] in WHEN_PLAYING else layer


def brought_by(names: list[str], root: Path = ROOT) -> dict[str, set[str]]:
    """What each module brings into a fresh interpreter, one after the other."""
    found = subprocess.run(
        [sys.executable, "-c", REPORT, str(root), *names],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
    )
    return {name: set(loaded) for name, loaded in json.loads(found.stdout).items()}


def offences(layer: str, root: Path = ROOT) -> dict[str, set[str]]:
    """The modules of a layer that bring along what they may not know, with what that is.

    All of a layer are imported into one interpreter: what none of them brings, no one brings.
    """
    names = [name for name in modules(root / "ajs_trainer") if layer_of(name) == layer]
    assert names
    return {
        name: bad
        for name, loaded in brought_by(names, root).items()
        if (bad := loaded & MAY_NOT_LOAD[layer])
    }


@pytest.mark.parametrize("layer", MAY_NOT_LOAD)
def test_a_layer_brings_nothing_along_that_it_may_not_know(layer: str) -> None:
    assert offences(layer) == {}


def check_contracts(root: Path) -> subprocess.CompletedProcess[str]:
    """Read the imports below a folder and hold them against the contracts in its pyproject."""
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as c; c()",
            "--no-cache",
        ],
        capture_output=True,
        text=True,
        cwd=root,
        env=os.environ
        | {"PYTHONPATH": str(root), "NO_COLOR": "1", "PYTHONUTF8": "1", "COLUMNS": "200"},
    )


def test_the_source_keeps_every_contract() -> None:
    found = check_contracts(ROOT)

    assert found.returncode == 0, found.stdout
    assert " 0 broken" in found.stdout


PLANTED = {
    "Arrows point downwards only": ("play", "from ajs_trainer import record"),
    "What stands beside the layers imports none of them": ("", "from ajs_trainer import model"),
    "The command line knows one door to the screens": ("cli", "from ajs_trainer.tui import app"),
    "Only the screens import Textual and Rich": ("record", "import rich"),
    "Only the record imports SQLite": ("content", "import sqlite_utils"),
    "Only content imports YAML": ("model", "import yaml"),
    "Playing, sessions and telling are pure": (
        "play",
        "import random",
    ),
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the source to plant violations in."""
    shutil.copytree(PACKAGE, tmp_path / "ajs_trainer", ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_each_contract_can_be_broken(copy: Path) -> None:
    for layer, line in PLANTED.values():
        module = copy / "ajs_trainer" / layer / ("story.py" if layer == "play" else "__init__.py")
        if not layer:
            module = copy / "ajs_trainer" / "characters.py"
        module.write_text(f"{module.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")

    found = check_contracts(copy)

    assert found.returncode == 1
    for contract in PLANTED:
        assert f"{contract} BROKEN" in found.stdout


@pytest.mark.parametrize(
    ("module", "line", "caught"),
    [
        ("cli/output.py", "import yaml", "yaml"),
        ("cli/commands/list.py", "import ajs_trainer.content", "ajs_trainer.content"),
        ("cli/plain.py", "import sqlite_utils", "sqlite_utils"),
        ("play/story.py", "import sqlite3", "sqlite3"),
        ("content/problems.py", "import rich", "rich"),
        ("characters.py", "import ajs_trainer.model", "ajs_trainer.model"),
    ],
)
def test_a_planted_import_is_seen_at_run_time(
    copy: Path, module: str, line: str, caught: str
) -> None:
    path = copy / "ajs_trainer" / module
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    name = "ajs_trainer." + module.removesuffix(".py").replace("/", ".")

    found = offences(layer_of(name), copy)

    assert caught in set().union(*found.values())
