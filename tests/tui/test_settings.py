"""Language and look: at once, and kept for next time."""

from __future__ import annotations

from pathlib import Path

import pytest

from ajs_trainer.settings import Settings, read_settings
from tests.tui.driver import SIZES, app_of, press, running, shown, until_shown


@pytest.mark.parametrize(("digit", "theme"), [("3", "dark"), ("4", "light"), ("5", "contrast")])
async def test_a_look_takes_effect_at_once_and_is_kept(
    tmp_path: Path, digit: str, theme: str
) -> None:
    async with running(tmp_path) as pilot:
        await press(pilot, ["6"])
        await until_shown(pilot, "Utseende")
        await press(pilot, [digit])
        assert app_of(pilot).theme == f"ajs-{theme}"
        chosen = [line for line in shown(pilot).splitlines() if "●" in line]
        assert len(chosen) == 2, "one language and one look"
        assert f" {digit}  ●" in chosen[1]
    assert read_settings(tmp_path / "settings.json") == Settings(theme=theme)


async def test_settings_that_cannot_be_kept_hold_until_one_quits(tmp_path: Path) -> None:
    folder = tmp_path / "no folder"
    folder.write_text("")
    async with running(folder) as pilot:
        await press(pilot, ["6"])
        await until_shown(pilot, "Utseende")
        await press(pilot, ["4"])
        await until_shown(pilot, "Inställningarna gick inte att spara.")
        assert app_of(pilot).theme == "ajs-light"


async def test_a_language_for_one_call_is_not_kept_with_the_look(tmp_path: Path) -> None:
    async with running(tmp_path, settings=Settings(language="en")) as pilot:
        await press(pilot, ["6"])
        await until_shown(pilot, "Appearance")
        await press(pilot, ["4"])
        assert app_of(pilot).theme == "ajs-light"
        assert app_of(pilot).settings.language == "en"
    assert read_settings(tmp_path / "settings.json") == Settings(theme="light")


@pytest.mark.parametrize("size", SIZES)
async def test_every_row_can_be_reached(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, size=size) as pilot:
        await press(pilot, ["6"])
        await until_shown(pilot, "Utseende")
        await press(pilot, ["end"])
        await until_shown(pilot, "7  Se eller radera")


async def test_the_place_of_the_record_is_told(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await press(pilot, ["6"])
        await until_shown(pilot, "skickas")
        assert str(tmp_path / "ajs.db")[:40] in shown(pilot)
