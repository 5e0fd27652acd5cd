"""``ajs roleplay``: what it opens, what it prints, and what it says when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from ajs_trainer.cli.commands import roleplay
from ajs_trainer.cli.main import main
from ajs_trainer.errors import ExitCode


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """What the screens were opened with."""
    asked: list[str | None] = []

    def start(*, roleplay: str | None = None) -> int:
        asked.append(roleplay)
        return 0

    monkeypatch.setattr(roleplay, "has_terminal", lambda: True)
    monkeypatch.setattr(roleplay, "start_screen", start)
    return asked


@pytest.mark.parametrize(("arguments", "wanted"), [([], ""), (["nekat-samtal"], "nekat-samtal")])
def test_it_opens_the_screens(opened: list[str | None], arguments: list[str], wanted: str) -> None:
    assert main(["roleplay", *arguments]) == ExitCode.OK
    assert opened == [wanted]


def test_what_does_not_exist_is_said_at_once(
    opened: list[str | None], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["roleplay", "finns-inte"]) == ExitCode.USAGE
    assert "finns-inte" in capsys.readouterr().err
    assert opened == []


def test_without_a_terminal_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(roleplay, "has_terminal", lambda: False)
    assert main(["roleplay"]) == ExitCode.USAGE
    assert "--print" in capsys.readouterr().err


def test_the_cards_go_through_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roleplay", "nekat-samtal", "--print"]) == ExitCode.OK
    text = capsys.readouterr().out
    assert text.startswith("<!doctype html>")
    assert "Du är Danne" in text


def test_the_cards_go_to_a_file_and_never_over_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kort.html"
    assert main(["roleplay", "nekat-samtal", "--output", str(path)]) == ExitCode.OK
    before = path.read_text(encoding="utf-8")
    assert "Du är Danne" in before
    assert "kort.html" in capsys.readouterr().err

    assert main(["roleplay", "forsta-natten", "--output", str(path)]) == ExitCode.USAGE
    assert path.read_text(encoding="utf-8") == before


def test_one_has_to_say_which_cards(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["roleplay", "--print"]) == ExitCode.USAGE
    assert "ID" in capsys.readouterr().err
