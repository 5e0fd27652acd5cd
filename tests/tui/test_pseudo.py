"""Every text on the screens can be translated: nothing is left in the language of the code."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from typing_extensions import override

from ajs_trainer.locale import use_catalogue, use_language
from ajs_trainer.tui.base import AjsScreen
from tests.tui.driver import press, running, shown, until
from tests.tui.fakes import FakeEntry, FakeLibrary, FakeProblem

KEYS = ("Enter", "Esc", "F1", "F2", "Tab", "Ctrl+Q")
NAMES = ("ajs_trainer", "Svenska", "English", "ajs.db", "scenarios", *KEYS)
ENTRY = FakeEntry(title="ÅÄÖ", summary="åäö", content_note="ÄÖÅ", id="x")
PROBLEM = FakeProblem(file="ÅÖ", message="ÖÄ", hint="ÄÅ")


class Pseudo(gettext.NullTranslations):
    """Turns every English letter of a text into another one; placeholders stay."""

    @override
    def gettext(self, message: str) -> str:
        parts = re.split(r"(\{\w+\})", message)
        return "".join(part if part.startswith("{") else _changed(part) for part in parts)

    @override
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def _changed(text: str) -> str:
    return "".join(
        "\N{LATIN SMALL LETTER O WITH STROKE}" if c.isascii() and c.isalpha() else c for c in text
    )


@pytest.fixture(autouse=True)
def _swedish_afterwards() -> Iterator[None]:
    yield
    use_language("sv")


@pytest.mark.parametrize(
    "keys",
    [
        [],
        ["f1"],
        ["1"],
        ["1", "f1"],
        ["1", "f2"],
        ["1", "end"],
        ["3"],
        ["4"],
        ["6"],
        ["6", "6"],
        ["7"],
    ],
    ids="-".join,
)
async def test_no_text_stays_untranslated(
    tmp_path: Path, keys: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AJS_HOME", "ø")
    monkeypatch.setattr("ajs_trainer.tui.screens.code.suggest", lambda: "åå-öö")
    library = FakeLibrary(listed=(ENTRY,), problems=(PROBLEM,))
    async with running(Path(), library=library) as pilot:
        use_catalogue(Pseudo())
        for key in keys:
            before = pilot.app.screen
            await press(pilot, [key])
            if key != "end":
                await until(pilot, partial(_left, pilot, before), f"nothing opened after {key}")
        screen = pilot.app.screen
        assert isinstance(screen, AjsScreen)
        screen.retranslate()
        await until(pilot, lambda: not left_over(shown(pilot)), "English or Swedish is left")


def _left(pilot: Pilot[None], screen: Screen[object]) -> bool:
    return pilot.app.screen is not screen


def left_over(text: str) -> list[str]:
    """Words with English letters that are no names."""
    for name in NAMES:
        text = text.replace(name, "")
    text = text.replace("\N{BULLET}", "")
    return re.findall(r"[A-Za-z]+", text)


def test_what_is_left_over_is_seen() -> None:
    assert left_over("ÅÄÖ Enter Tillbaka") == ["Tillbaka"]
