"""Looks: contrast in every theme and colour system, and never colour alone."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from textual.app import App
from textual.binding import Binding
from textual.color import Color
from textual.dom import DOMNode
from textual.screen import Screen

from ajs_trainer import tui
from ajs_trainer.locale import _, use_language
from ajs_trainer.settings import THEMES as THEME_NAMES
from ajs_trainer.settings import Settings
from ajs_trainer.tui.themes import PAIRS, THEMES
from ajs_trainer.tui.widgets.rows import MARK
from tests.tui.driver import running, shown, until_shown

ENOUGH = {"dark": 4.5, "light": 4.5, "contrast": 7.0}


def colours(name: str) -> dict[str, str]:
    """Every colour of a theme, by its name."""
    theme = THEMES[name]
    return {**theme.to_color_system().generate(), **theme.variables}


def brightness(colour: Color) -> float:
    """Relative luminance as WCAG 2.1 defines it."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)


def contrast(one: Color, other: Color) -> float:
    """Contrast ratio as WCAG 2.1 defines it, 1 to 21."""
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def reduced(colour: str, system: ColorSystem) -> Color:
    """What is left of a colour in a terminal with fewer colours."""
    fewer = RichColor.parse(colour).downgrade(system)
    return Color(*fewer.get_truecolor(DEFAULT_TERMINAL_THEME))


def test_the_contrast_is_measured_rightly() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_every_look_in_the_settings_exists() -> None:
    assert set(THEMES) == set(THEME_NAMES) == set(ENOUGH)


@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read(theme: str, pair: tuple[str, str]) -> None:
    text, ground = (colours(theme)[name] for name in pair)
    assert contrast(Color.parse(text), Color.parse(ground)) >= ENOUGH[theme]
    assert contrast(*(reduced(c, ColorSystem.EIGHT_BIT) for c in (text, ground))) >= 4.0
    assert contrast(*(reduced(c, ColorSystem.STANDARD) for c in (text, ground))) >= 3.0


@pytest.mark.parametrize("theme", THEMES)
async def test_without_colour_the_marked_row_is_still_marked(
    tmp_path: Path, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with running(tmp_path, settings=Settings(theme=theme)) as pilot:
        await until_shown(pilot, f"{MARK} 1  Öva själv")
        assert shown(pilot).count(MARK) == 1
        for strip in pilot.app.screen._compositor.render_strips():
            for segment in strip.apply_filter(pilot.app._filters[-1], Color.parse("#000")):
                colour = segment.style.color if segment.style else None
                if colour is not None and colour.triplet is not None:
                    assert len(set(colour.triplet)) == 1, "grey only"


def modules() -> Iterator[object]:
    """Every module of the terminal UI."""
    for info in pkgutil.walk_packages(tui.__path__, "ajs_trainer.tui."):
        yield importlib.import_module(info.name)


def words_for_keys() -> set[str]:
    """Every word that a binding of a class we use, or that Textual gave it, may show."""
    used: set[type] = {App, Screen}
    for module in modules():
        classes = [thing for thing in vars(module).values() if isinstance(thing, type)]
        used.update(c for c in classes if issubclass(c, DOMNode))
    words: set[str] = set()
    for one in used:
        for base in one.__mro__:
            for binding in base.__dict__.get("BINDINGS", ()):
                if isinstance(binding, Binding):
                    words |= {binding.description, binding.tooltip}
    return words - {""}


def test_every_word_for_a_key_is_translated_textuals_own_too() -> None:
    use_language("sv")
    words = words_for_keys()
    assert "Page Down" in words, "the words of Textual are looked at"
    same = {"Filter"}
    assert {word for word in words if _(word) == word} <= same
