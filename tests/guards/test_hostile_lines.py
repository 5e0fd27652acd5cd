"""What the command line prints obeys nobody: titles, file names, problems, paths, answers."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from ajs_trainer.cli.main import main
from ajs_trainer.locale import use_language
from tests.guards.payloads import BRIEF, HOSTILE, MARK, got_through
from tests.guards.shelf import Shelf

if sys.platform == "win32":
    pytest.skip("such names of files are impossible", allow_module_level=True)

ANSWERS = "\n3\n\n1\n\n1\n3\n" + "\n" * 20


@pytest.fixture
def _shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A home with a hostile name, and the library in the place of the real one."""
    monkeypatch.setenv("AJS_HOME", str(tmp_path / BRIEF))
    monkeypatch.setattr("ajs_trainer.content.library.Library", partial(Shelf, HOSTILE))
    for name in ("AJS_LANG", "AJS_LIBRARY", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANGUAGE", "sv")
    monkeypatch.chdir(tmp_path)
    yield
    use_language("sv")


def said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str
) -> str:
    """Everything that a call writes."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(ANSWERS))
    capsys.readouterr()
    main(arguments)
    return "".join(capsys.readouterr())


CALLS = [
    ("list",),
    ("list", "--format", "json"),
    ("play", "provet", "--plain"),
    ("play", "trasig", "--plain"),
    ("play", BRIEF),
    ("check", f"{BRIEF}.yaml"),
    ("check", f"{BRIEF}.yaml", "--format", "json"),
    ("check", f"saknas {BRIEF}"),
    ("history",),
    ("history", "--format", "json"),
    ("--as", BRIEF, "history"),
    ("--library", BRIEF, "list"),
    ("data", "where"),
    ("data", "show"),
    ("data", "check"),
    ("data", "backup"),
    ("doctor",),
    ("doctor", "--format", "json"),
    (BRIEF,),
]


@pytest.mark.usefixtures("_shelf")
@pytest.mark.parametrize("call", CALLS, ids=lambda call: " ".join(call).replace(BRIEF, "X"))
def test_no_line_steers_a_terminal(
    call: tuple[str, ...],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / f"{BRIEF}.yaml").write_text(f"{HOSTILE}: {HOSTILE}\n", encoding="utf-8")
    said(capsys, monkeypatch, "play", "provet", "--plain")

    seen = said(capsys, monkeypatch, *call)

    assert MARK in seen
    assert got_through(seen.encode()) == []


@pytest.mark.usefixtures("_shelf")
def test_json_keeps_what_it_must_not_show(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    main(["list", "--format", "json"])

    (entry,) = json.loads(capsys.readouterr().out)
    assert entry["title"] == HOSTILE


def test_the_guard_can_fail() -> None:
    assert got_through(f"{HOSTILE}\n".encode()) != []
    assert got_through(f"{BRIEF}\n".encode()) != []
