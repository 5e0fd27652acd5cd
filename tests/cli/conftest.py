"""What every test of the command line stands on."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ajs_trainer.cli.main import main
from ajs_trainer.locale import use_language


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own for every test, and no language left behind."""
    folder = tmp_path / "home"
    monkeypatch.setenv("AJS_HOME", str(folder))
    for name in ("AJS_LANG", "AJS_LIBRARY", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    yield folder
    use_language("sv")


@dataclass(frozen=True, slots=True)
class Result:
    """What a call gave back."""

    code: int
    out: str
    err: str


class Keyboard(io.StringIO):
    """Answers that a person types at a terminal."""

    def isatty(self) -> bool:
        """A person sits here."""
        return True


Call = Callable[..., Result]
"""Calls ``ajs`` with some arguments.

``answers`` is what comes on stdin; a person types it when ``typed`` is true.
"""


@pytest.fixture
def ajs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the command line in this process, without a terminal."""

    def call(
        *arguments: object, answers: str = "", language: str = "en", typed: bool = False
    ) -> Result:
        monkeypatch.setattr(sys, "stdin", Keyboard(answers) if typed else io.StringIO(answers))
        capsys.readouterr()
        spoken = ["--lang", language] if language else []
        code = main([*spoken, *map(str, arguments)])
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return call
