"""``ajs lead``: what it says before any screen is opened."""

from __future__ import annotations

import pytest

from ajs_trainer.cli.commands import lead
from ajs_trainer.cli.main import main
from ajs_trainer.errors import ExitCode


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """What the screens were opened with."""
    asked: list[str | None] = []

    def start(*, lead: str | None = None) -> int:
        asked.append(lead)
        return 0

    monkeypatch.setattr(lead, "has_terminal", lambda: True)
    monkeypatch.setattr(lead, "start_screen", start)
    return asked


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ([], ""),
        (["apt-45"], "apt-45"),
        (["hotellrummet"], "hotellrummet"),
        (["nekat-samtal"], "nekat-samtal"),
        (["fyra-horn-tystnad"], "fyra-horn-tystnad"),
    ],
)
def test_it_opens_the_screens(opened: list[str | None], arguments: list[str], wanted: str) -> None:
    assert main(["lead", *arguments]) == ExitCode.OK
    assert opened == [wanted]


def test_what_does_not_exist_is_said_at_once(
    opened: list[str | None], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lead", "finns-inte"]) == ExitCode.USAGE
    assert "finns-inte" in capsys.readouterr().err
    assert opened == []


def test_without_a_terminal_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lead, "has_terminal", lambda: False)
    assert main(["lead"]) == ExitCode.USAGE
    assert capsys.readouterr().err
