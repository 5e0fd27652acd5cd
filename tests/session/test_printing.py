"""The printed cards: one card a page, nothing cut, and fit for a screen reader."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from ajs_trainer.content.bundled import bundled_scenarios
from ajs_trainer.content.practice import roleplays, skills
from ajs_trainer.model.roleplay import RolePlay
from ajs_trainer.session.printing import cards_html
from tests.debrief.browser import AXE, Browser, chromium
from tests.session.rehearsals import roleplay, skill

pytestmark = pytest.mark.xdist_group("browser")
in_browser = pytest.mark.skipif(
    chromium() is None, reason="the cards are looked at in Chromium: run .ci/browser"
)
CARDS = 3
PAGES = CARDS + 2
"""Staff, client, observer; the slips; and how a round goes."""


@cache
def shipped() -> dict[str, RolePlay]:
    """The role-plays that come with the program."""
    return {play.id: play for play in roleplays([bundled_scenarios()], "sv")}


def sheet(name: str) -> str:
    """The cards of a shipped role-play."""
    play = shipped()[name]
    known = {each.id: each for each in skills([bundled_scenarios()], "sv")}
    return cards_html(play, known[play.skill])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all pages."""
    with Browser() as found:
        yield found


@in_browser
@pytest.mark.parametrize("name", shipped())
def test_each_card_has_a_page_of_its_own(name: str, browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "kort.html"
    page.write_text(sheet(name), encoding="utf-8")
    browser.show(page)

    assert browser.pages() == PAGES
    wide = (
        "[...document.querySelectorAll('*')].some(each => each.scrollWidth > each.clientWidth + 1)"
    )
    assert not browser.run(wide), "something is cut off at the side"


@in_browser
@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not there: run .ci/browser")
@pytest.mark.parametrize("name", shipped())
def test_axe_finds_nothing_to_mend(name: str, browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "kort.html"
    page.write_text(sheet(name), encoding="utf-8")
    browser.show(page)
    browser.run(AXE.read_text(encoding="utf-8"))
    found = json.loads(
        browser.run(
            "axe.run().then(found => JSON.stringify([found.passes.length,"
            " found.violations.map(each => each.id + ': ' + each.nodes.map(n => n.html))]))"
        )
    )

    assert found[1] == []
    assert found[0] > 10, "axe looked at the page"


def test_what_is_on_a_card_stands_on_its_page_alone() -> None:
    sections = cards_html(roleplay(), skill()).split("<section>")[1:]

    assert len(sections) == PAGES
    assert ["Klientens wish." in section for section in sections] == [0, 1, 0, 0, 0]
    assert ["Du sitter i vakten." in section for section in sections] == [1, 0, 0, 0, 0]
    assert ["Gör lugn." in section for section in sections] == [0, 0, 1, 0, 0]
    assert ["Höj rösten." in section for section in sections] == [0, 0, 0, 1, 0]


def test_what_comes_from_a_file_is_never_markup() -> None:
    evil = "<script>alert(1)</script>\x1b[2J\u202e"
    play = roleplay(title=evil, cues=[{"id": "a", "to": "client", "text": evil}] * 1)

    text = cards_html(play, skill())

    assert "<script" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "&lt;script&gt;" in text
