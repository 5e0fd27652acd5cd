"""What the page before a meeting promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from ajs_trainer.locale import use_language
from ajs_trainer.tui.lead.kept_for import DEFAULT_DAYS, KeptFor
from ajs_trainer.tui.lead.meeting_start import kept_sentence


@pytest.fixture(autouse=True)
def _swedish() -> None:
    use_language("sv")


@pytest.mark.parametrize(("days", "until"), [(30, "i 30 dagar"), (1, "i 1 dag"), (0, "avslutas")])
def test_how_long_is_said_whichever_way_choices_are_collected(days: int, until: str) -> None:
    for one_by_one in (True, False):
        assert until in kept_sentence(days, one_by_one=one_by_one)


def test_of_raised_hands_only_the_counts_are_kept() -> None:
    assert kept_sentence(30, one_by_one=False).startswith(
        "Det här sparas: antalen och sammanfattningen. Byter ni till laddningsrunda"
    )


@pytest.mark.parametrize("decided", [0, 7])
async def test_what_the_workplace_has_decided_stays(
    decided: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("AJS_HOME", str(tmp_path))
    (tmp_path / "workplace.toml").write_text(f"keep_days = {decided}\n", encoding="utf-8")
    kept = KeptFor()

    await kept.read()
    kept.turn()

    assert kept.days == decided
    assert kept.keep == ("days" if decided else "closing")
    assert kept.told("Så.") == "Så. Så har arbetsplatsen bestämt."


async def test_without_a_decision_the_group_decides(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("AJS_HOME", str(tmp_path))
    kept = KeptFor()

    await kept.read()
    kept.turn()

    assert kept.keep == "closing"
    assert kept.told("Så.") == "Så."
    kept.turn()
    assert kept.days == DEFAULT_DAYS
