"""What is in the package."""

from __future__ import annotations

import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from ajs_trainer.content import bundled

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("dist")
    [path] = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return zipfile.ZipFile(path)


def names(folder: str) -> set[str]:
    """The files below a folder of the checkout that belong in the package."""
    return {
        path.relative_to(ROOT / folder).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("folder", ["scenarios", "facilitator_guides"])
def test_all_content_is_in_it(wheel: zipfile.ZipFile, folder: str) -> None:
    inside = f"ajs_trainer/_content/{folder}/"
    packed = {name.removeprefix(inside) for name in wheel.namelist() if name.startswith(inside)}

    assert packed == names(folder)
    assert packed


def test_all_code_and_styles_are_in_it(wheel: zipfile.ZipFile) -> None:
    packed = set(wheel.namelist())

    for path in names("ajs_trainer"):
        if path.endswith((".py", ".tcss", "py.typed")):
            assert f"ajs_trainer/{path}" in packed


def test_the_compiled_texts_are_in_it_and_their_sources_are_not(wheel: zipfile.ZipFile) -> None:
    assert "ajs_trainer/locale/sv/LC_MESSAGES/ajs_trainer.mo" in wheel.namelist()
    assert not [name for name in wheel.namelist() if name.endswith(".po")]


def test_nothing_else_is_in_it(wheel: zipfile.ZipFile) -> None:
    tops = {name.partition("/")[0] for name in wheel.namelist()}

    assert tops == {"ajs_trainer", next(top for top in tops if top.endswith(".dist-info"))}
    assert not [name for name in wheel.namelist() if "__pycache__" in name or "test" in name]


def test_it_says_what_it_is(wheel: zipfile.ZipFile) -> None:
    info = next(name for name in wheel.namelist() if name.endswith("/METADATA"))
    metadata = wheel.read(info).decode()
    entry = wheel.read(info.replace("METADATA", "entry_points.txt")).decode()
    licences = {name.rpartition("/")[2] for name in wheel.namelist() if "/licenses/" in name}

    assert "License-Expression: MIT AND CC-BY-4.0" in metadata
    assert "Requires-Python: >=3.11" in metadata
    assert "ajs = ajs_trainer.cli.main:main" in entry
    assert licences == {"LICENSE", "LICENSE-CONTENT"}


def test_development_tools_are_no_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {line.partition(">")[0] for line in project["dependencies"]}

    assert needed == {
        "click",
        "platformdirs",
        "pydantic",
        "pyyaml",
        "rich",
        "sqlite-utils",
        "textual",
        "typing-extensions",
    }


def test_content_is_found_in_a_checkout() -> None:
    assert bundled.bundled_scenarios() == ROOT / "scenarios"
    assert bundled.bundled_guides() == ROOT / "facilitator_guides"


def test_content_is_found_in_an_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "ajs_trainer" / "_content" / "scenarios"
    inside.mkdir(parents=True)
    monkeypatch.setattr(bundled, "files", lambda _package: tmp_path / "ajs_trainer")

    assert bundled.bundled_scenarios() == inside
