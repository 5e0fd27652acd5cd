"""Texts from outside are never a formula, an element, a link or a heading."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ajs_trainer.characters import visible_line
from ajs_trainer.debrief.render.csv import BYTE_ORDER_MARK, to_csv
from ajs_trainer.debrief.render.html import to_html
from ajs_trainer.debrief.render.markdown import literal, to_markdown
from ajs_trainer.debrief.results import (
    Agreement,
    Heard,
    Practised,
    SessionResult,
    Spot,
    Stand,
)
from ajs_trainer.debrief.summary import summarise
from tests.debrief.results import results
from tests.debrief.rooms import CAR, HOTEL, TWELVE

HOSTILE = (
    '=HYPERLINK("http://x.test";"klicka")',
    "+1+1",
    "-2+3|cmd",
    "@SUM(A1)",
    "\t=1+1",
    "\0=1+1",
    "\n=1+1",
    "  =1+1",
    "＝1+1",
    '";=1+1;"',
    "<script>alert(1)</script>",
    "</style><script src=//x.test></script>",
    "--><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "&lt;b&gt;",
    "# rubrik",
    "- punkt",
    "1. punkt",
    "a | b | c",
    "[länk](http://x.test)",
    "![bild](http://x.test/b.png)",
    "http://x.test www.x.test a@x.test",
    "**fet** `kod` ~~struken~~ <b>",
    "\x1b[2J\x07",
    "\u202egnorw",
)


def hostile(text: str) -> SessionResult:
    """A session where every text from outside is the same."""
    options = tuple(replace(option, text=text) for option in CAR.options)
    asked = tuple(
        replace(
            each,
            question=replace(each.question, text=text, scene=text, options=options),
            own_options=(text,),
            thoughts=tuple(
                replace(told, thought=replace(told.thought, text=text)) for told in each.thoughts
            ),
        )
        for each in HOTEL.asked
    )
    played = replace(
        HOTEL,
        title=text,
        asked=asked,
        path=tuple(replace(step, choice=text) for step in HOTEL.path),
        ending=text,
        guide=tuple(replace(question, text=text) for question in HOTEL.guide),
    )
    return replace(
        TWELVE,
        title=text,
        date=text,
        plan=f"{text} ",
        played=(played, played),
        agreement=Agreement(text, text, text),
        practised=(Practised(text, text, "authority", 2, (Heard(text, {"clear": 1}, (text,)),)),),
        stands=(Stand(text, text, (Spot(text, 2), Spot(text, 3))),),
    )


class Elements(HTMLParser):
    """Counts elements and attributes, and gathers what is read."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: Counter[tuple[str, ...]] = Counter()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found[(tag, *(name for name, _value in attrs))] += 1

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def rows(table: str) -> list[list[str]]:
    """The table as a spreadsheet reads it."""
    assert table.startswith(BYTE_ORDER_MARK)
    return list(csv.reader(io.StringIO(table[1:], newline=""), delimiter=";", strict=True))


def assert_no_formula(result: SessionResult) -> None:
    """Nothing in the table starts as a formula, whatever a spreadsheet skips first."""
    table = rows(to_csv(summarise(result)))
    assert {len(row) for row in table} == {len(table[0])}
    for row in table:
        for field in row:
            assert not field.lstrip().startswith(
                ("=", "+", "-", "@", "\t", "\0", "＝", "＋", "－", "＠")
            )
            assert "\0" not in field
            assert "\n" not in field


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_text_becomes_a_formula(text: str) -> None:
    assert_no_formula(hostile(text))


@given(results)
@settings(deadline=None)
def test_no_session_becomes_a_formula(result: SessionResult) -> None:
    assert_no_formula(result)


def test_every_field_is_quoted_and_every_line_ends_as_excel_wants() -> None:
    table = to_csv(summarise(TWELVE))

    assert table.encode().startswith(b"\xef\xbb\xbf")
    for line in table[1:].removesuffix("\r\n").split("\r\n"):
        assert line.startswith('"')
        assert line.endswith('"')
        assert line.count('";"') == 16


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_text_becomes_an_element(text: str) -> None:
    harmless = Elements(to_html(summarise(hostile("ord"))))
    found = Elements(to_html(summarise(hostile(text))))

    assert found.found == harmless.found


@given(results)
@settings(deadline=None)
def test_no_session_adds_an_element_or_an_attribute(result: SessionResult) -> None:
    elements = {element for element, *_rest in Elements(to_html(summarise(result))).found}

    assert elements <= ALLOWED


ALLOWED = frozenset(
    re.findall(
        r"\w+",
        "html head meta title style body header main section footer div h1 h2 h3 p ul ol li "
        "table colgroup col thead tbody tr th td svg rect span strong",
    )
)


def test_the_page_forbids_everything_that_it_does_not_hold() -> None:
    page = to_html(summarise(TWELVE))

    assert "content=\"default-src 'none'; style-src 'sha256-" in page
    for forbidden in (
        "<script",
        "<link",
        "<img",
        "<a ",
        "href",
        "src=",
        "url(",
        "@import",
        "style=",
    ):
        assert forbidden not in page


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_text_becomes_markup_in_markdown(text: str) -> None:
    parser = MarkdownIt("gfm-like", {"linkify": False})
    document = f"# {literal(text)}\n\n- {literal(text)}\n\n| {literal(text)} |\n| --- |\n"
    kinds = Counter(token.type for token in parser.parse(document))
    harmless = Counter(token.type for token in parser.parse("# ord\n\n- ord\n\n| ord |\n| --- |\n"))
    inside = {child.type for token in parser.parse(document) for child in token.children or ()}

    assert kinds == harmless
    assert inside <= {"text", "text_special"}


@given(st.text())
@settings(deadline=None)
def test_markdown_shows_a_text_as_it_was_written(text: str) -> None:
    parser = MarkdownIt("gfm-like", {"linkify": False})
    shown = "".join(
        child.content
        for token in parser.parse(f"# {literal(text)}")
        for child in token.children or ()
    )

    assert shown.strip() == visible_line(text).strip()


def test_the_whole_markdown_has_only_its_own_headings_and_tables() -> None:
    parser = MarkdownIt("gfm-like", {"linkify": False})

    def shape(text: str) -> list[str]:
        tokens = parser.parse(to_markdown(summarise(hostile(text))))
        return [token.type for token in tokens]

    for text in HOSTILE:
        assert shape(text) == shape("ord"), ascii(text)
