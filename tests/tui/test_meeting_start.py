"""What the page before a meeting promises."""

from __future__ import annotations

import pytest

from ajs_trainer.locale import use_language
from ajs_trainer.tui.lead.meeting_start import kept_sentence


@pytest.fixture(autouse=True)
def _swedish() -> None:
    use_language("sv")


@pytest.mark.parametrize(("days", "until"), [(30, "i 30 dagar"), (1, "i 1 dag"), (0, "avslutas")])
def test_how_long_is_said_whichever_way_choices_are_collected(days: int, until: str) -> None:
    for one_by_one in (True, False):
        assert until in kept_sentence(days, fixed=False, one_by_one=one_by_one)


def test_of_raised_hands_only_the_counts_are_kept() -> None:
    assert kept_sentence(30, fixed=False, one_by_one=False).startswith(
        "Det här sparas: antalen och sammanfattningen. Byter ni till laddningsrunda"
    )
