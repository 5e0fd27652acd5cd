"""The sheet in a browser: it prints on at most two A4 pages, and is accessible."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ajs_trainer.debrief.render.html import to_html
from ajs_trainer.debrief.results import Agreement, SessionResult
from ajs_trainer.debrief.summary import summarise
from ajs_trainer.locale import use_language
from tests.debrief.browser import AXE, Browser, chromium
from tests.debrief.rooms import CAR, FOUR, OPEN, PRACTISED, SIX, STOOD, TRIO, TWELVE, day

pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(
        chromium() is None, reason="the sheet is looked at in Chromium: run .ci/browser"
    ),
]

LONG = "Säger lugnt vad man såg och frågar om det stämmer. " * 30
UNBROKEN = "Skämt" * 200


def stuffed(session: SessionResult, text: str) -> SessionResult:
    """The same session with a long text in every place that is written by somebody."""
    played = tuple(
        replace(
            each,
            title=text,
            ending=text,
            path=tuple(replace(step, choice=text) for step in each.path),
            guide=tuple(
                replace(question, text=text + str(n)) for n, question in enumerate(each.guide)
            ),
            asked=tuple(
                replace(
                    asked,
                    question=replace(
                        asked.question,
                        text=text,
                        options=tuple(replace(o, text=text) for o in asked.question.options),
                    ),
                    own_options=(text, text),
                    thoughts=tuple(
                        replace(told, thought=replace(told.thought, text=text))
                        for told in asked.thoughts
                    ),
                )
                for asked in each.asked
            ),
        )
        for each in session.played
    )
    practised = tuple(
        replace(
            each,
            title=text,
            skill=text,
            heard=tuple(replace(heard, behaviour=text, words=(text, text)) for heard in each.heard),
        )
        for each in session.practised
    )
    stands = tuple(
        replace(
            each,
            exercise=f"{text}{number}",
            statement=text,
            spots=tuple(replace(spot, text=text) for spot in each.spots),
        )
        for number, each in enumerate(session.stands)
    )
    return replace(
        session,
        title=text,
        plan=f"{text}2",
        played=played,
        agreement=Agreement(text, text, text),
        practised=practised,
        stands=stands,
    )


DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGA"
    "WjR9awAAAABJRU5ErkJggg=="
)
PRACTICE_DAY = replace(TWELVE, practised=PRACTISED * 4, stands=STOOD * 8)
SIZES = ((1, 1), (1, 3), (1, 4), (1, 6), (1, 8), (2, 1), (2, 3), (3, 2), (5, 3), (6, 4), (12, 6))
SESSIONS = {
    "twelve": TWELVE,
    "six": SIX,
    "four": FOUR,
    "open": OPEN,
    "empty": replace(TWELVE, played=(), agreement=None),
    "half a day": day(2, 2),
    "a day": day(),
    "long texts": stuffed(TWELVE, LONG),
    "words without an end": stuffed(TWELVE, UNBROKEN),
    "wide letters": stuffed(SIX, "WMÅÄÖ " * 200),
    "a day with long texts": stuffed(day(), LONG),
    "trio": TRIO,
    "practice": replace(TWELVE, practised=PRACTISED, stands=STOOD),
    "practice with long texts": stuffed(PRACTICE_DAY, LONG),
    "practice with wide letters": stuffed(PRACTICE_DAY, "WMÅÄÖ " * 200),
    "a day with everything": replace(day(), practised=PRACTISED * 2, stands=STOOD * 4),
    **{f"{parts} scenarios, {asked} questions": day(parts, asked) for parts, asked in SIZES},
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all pages."""
    with Browser() as found:
        yield found


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Where the sheet is written."""
    return tmp_path / "blad.html"


@pytest.mark.parametrize("name", SESSIONS)
def test_the_sheet_prints_on_at_most_two_pages(name: str, browser: Browser, page: Path) -> None:
    page.write_text(to_html(summarise(SESSIONS[name])), encoding="utf-8")
    browser.show(page)

    assert 1 <= browser.pages() <= 2


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not there: run .ci/browser")
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", ["twelve", "six", "four", "open", "empty", "a day", "practice"])
def test_axe_finds_nothing_to_mend(name: str, language: str, browser: Browser, page: Path) -> None:
    use_language(language)
    try:
        page.write_text(to_html(summarise(SESSIONS[name])), encoding="utf-8")
    finally:
        use_language("sv")
    browser.show(page)
    browser.run(AXE.read_text(encoding="utf-8"))
    found = json.loads(
        browser.run(
            "axe.run().then(found => JSON.stringify([found.passes.length,"
            " found.violations.map(each => each.id + ': ' + each.nodes.map(n => n.html))]))"
        )
    )

    assert found[1] == []
    assert found[0] > 15, "axe looked at the page"


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not there: run .ci/browser")
def test_axe_sees_what_is_wrong(browser: Browser, page: Path) -> None:
    broken = to_html(summarise(TWELVE)).replace('<html lang="sv">', "<html>", 1)
    page.write_text(broken, encoding="utf-8")
    browser.show(page)
    browser.run(AXE.read_text(encoding="utf-8"))

    found = browser.run("axe.run().then(found => found.violations.map(each => each.id))")

    assert found == ["html-has-lang"]


def test_the_style_is_the_only_one_that_the_policy_lets_in(browser: Browser, page: Path) -> None:
    page.write_text(to_html(summarise(TWELVE)), encoding="utf-8")
    browser.show(page)
    size = "getComputedStyle(document.querySelector('h1')).fontSize"
    styled = browser.run(size)

    page.write_text(
        to_html(summarise(TWELVE)).replace("h1 {", "h1 { color: red;", 1), encoding="utf-8"
    )
    browser.show(page)

    assert styled != browser.run(size), "a style that was tampered with is not used"


def test_the_sheet_loads_nothing_and_runs_nothing(browser: Browser, page: Path) -> None:
    sheet = to_html(summarise(TWELVE))
    alien = f'<img src="{DOT}"><script>document.title = "ran"</script>'
    planted = sheet.replace("<main>", f"<main>{alien}", 1)
    state = "[document.title === 'ran', document.images[0].naturalWidth]"
    seen = []
    for shown in (planted, planted.replace('http-equiv="Content-Security-Policy"', "", 1)):
        page.write_text(shown, encoding="utf-8")
        browser.show(page)
        seen.append(browser.run(state))

    assert seen == [[False, 0], [True, 1]], "forbidden with the policy, possible without it"


def test_a_reader_hears_every_amount(browser: Browser, page: Path) -> None:
    """The accessibility tree names the options, the rounds and the amounts in words."""
    page.write_text(to_html(summarise(TWELVE)), encoding="utf-8")
    browser.show(page)
    nodes = browser.send("Accessibility.getFullAXTree")["nodes"]
    heard = [
        (node["role"]["value"], node["name"]["value"])
        for node in nodes
        if not node["ignored"] and node.get("name", {}).get("value")
    ]

    assert ("columnheader", "Först") in heard
    assert ("rowheader", CAR.options[1].text) in heard
    assert ("table", "Vad gör du med de fyra milen?") in heard
    assert any(role == "StaticText" and name == "minst 8 av 12" for role, name in heard)
    assert not any(role in ("image", "graphics-document") for role, _name in heard)
