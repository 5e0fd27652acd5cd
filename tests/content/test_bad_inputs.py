"""What an author may type or save, and the code, line and column each gets.

The rows are those of the project's table of bad inputs (reliability study, rows 1-52).
"""

from __future__ import annotations

import pytest

from tests.content.reading import spots, tree

AS_WRITTEN = [
    ("1 key no", "språk:\n  sv: Hej\n  no: Hei\n", {"språk": {"sv": "Hej", "no": "Hei"}}),
    (
        "2 yes and no",
        "a: No\nb: Yes\nc: off\nd: på\n",
        {"a": "No", "b": "Yes", "c": "off", "d": "på"},
    ),
    ("3 id yes", "a:\n  - id: yes\n  - id: no\n", {"a": [{"id": "yes"}, {"id": "no"}]}),
    ("4 time", "a: 12:30\nb: 08:30\n", {"a": "12:30", "b": "08:30"}),
    ("5 decimals", "a: 12.30\nb: 1.10\n", {"a": "12.30", "b": "1.10"}),
    ("6 numbers", "a: 010\nb: 0x1F\nc: 1_000\n", {"a": "010", "b": "0x1F", "c": "1_000"}),
    ("7 dates", "a: 2026-03-01\nb: 2026-02-30\n", {"a": "2026-03-01", "b": "2026-02-30"}),
    ("8 nothing", "a: ~\nb: Null\nc:\n", {"a": "~", "b": "Null", "c": ""}),
    ("9 infinity", "a: .inf\nb: =\n", {"a": ".inf", "b": "="}),
    ("33 old Mac line ends", "a: 1\rb: 2\r", {"a": "1", "b": "2"}),
    ("42 BOM and CRLF", "\ufeffå: 1\r\nb: 2\r\n", {"å": "1", "b": "2"}),
    ("52 a very long number", "a: " + "9" * 3_000 + "\n", {"a": "9" * 3_000}),
    ("quotes inside", 'text: Han sa "hej"\n', {"text": 'Han sa "hej"'}),
    ("typographic quotes", "text: ”Hej” sa han\n", {"text": "”Hej” sa han"}),
    ("folded", "text: >\n  rad ett\n  rad två\n", {"text": "rad ett rad två\n"}),
    ("a real comment", "setting: prison  # var\n", {"setting": "prison"}),
    (
        "63 markup",
        "text: 'Svar [A] [/] [@click=app.quit]x[/]'\n",
        {"text": "Svar [A] [/] [@click=app.quit]x[/]"},
    ),
]

REFUSED = [
    ("10 cut at #", "text: Rum #3 är låst\n", [("Y110", 1, 11)]),
    ("10 only a #", "text: # tänker hon\n", [("Y110", 1, 7)]),
    ("11 anchor", "text: &sen då\n", [("Y111", 1, 7)]),
    ("12 lone tag", "text: ! Stopp\n", [("Y113", 1, 7)]),
    ("13 colon in text", "text: Kollegan säger: Nej\n", [("Y102", 1, 21)]),
    ("14 quotation ends early", 'text: "Hej" sa han\n', [("Y103", 1, 13)]),
    ("15 apostrophe", "text: 'Det är hen's val'\n", [("Y104", 1, 19)]),
    ("16 asterisk", "text: *Suck* säger hon\n", [("Y101", 1, 7)]),
    ("16 tag", "text: !Stopp\n", [("Y113", 1, 7)]),
    ("16 at sign", "text: @chefen\n", [("Y101", 1, 7)]),
    ("16 percent", "text: %80\n", [("Y101", 1, 7)]),
    ("16 percent first in the file", "%80 av oss\n", [("Y101", 1, 1)]),
    ("16 backtick", "text: `suck`\n", [("Y101", 1, 7)]),
    ("17 hyphen", "text: - Nej, sa hon\n", [("Y101", 1, 7)]),
    ("17 question mark", "text: ? Vad\n", [("Y101", 1, 7)]),
    ("18 brackets", "text: [paus] Hon tiger\n", [("Y101", 1, 7)]),
    ("18 braces", "text: {namn} går\n", [("Y101", 1, 7)]),
    ("19 no blank after colon", "text:hej\n", [("Y107", 1, 5)]),
    ("19 the same among others", "a: 1\ntext:hej\nb: 2\n", [("Y107", 2, 5)]),
    ("20 no blank after hyphen", "val:\n-ja\n-nej\n", [("Y108", 2, 1), ("Y108", 3, 1)]),
    ("20 dash from Word", "val:\n– ja\n– nej\n", [("Y108", 2, 1), ("Y108", 3, 1)]),
    ("21 indent in a block", "text: |\n  rad ett\n rad två\n", [("Y109", 3, 2)]),
    ("22 open quotation", 'text: "Hej\nnod: b\n', [("Y105", 1, 7)]),
    ("23 backslash", 'a: "C:\\Users\\anna"\n', [("Y106", 1, 7)]),
    ("24 same key twice", "text: ett\nid: a\ntext: två\n", [("Y117", 3, 1)]),
    ("25 same key, composed and not", "\u00e5: 1\na\u030a: 2\n", [("Y117", 2, 1)]),
    ("27 no-break space as indent", "a:\n\u00a0\u00a0b: 1\n", [("F013", 2, 1)]),
    ("28 tab as indent", "a:\n\tb: 1\n", [("F012", 2, 1)]),
    ("28 tab after colon", "a:\tb\n", [("F012", 1, 3)]),
    ("29 zero width", "id: no\u200bd\n", [("F011", 1, 7)]),
    ("29 bidi", "text: a\u202eb\n", [("F011", 1, 8)]),
    ("30 escape codes", 'text: "\\e[2Jx\\a"\n', [("Y106", 1, 7)]),
    ("31 surrogate", 'text: "\\ud800"\n', [("Y106", 1, 8)]),
    ("32 next line", "a: b\u0085c\n", [("F011", 1, 5)]),
    ("33 line separator", "a: b\u2028c\n", [("F011", 1, 5)]),
    ("34 merge conflict", "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n", [("F008", 1, 1)]),
    ("35 two documents", "a: 1\n---\nb: 2\n", [("Y115", 2, 1)]),
    ("35 rubbish after the end", "a: 1\n...\nskräp: [\n", [("Y115", 3, 1)]),
    ("36 empty", "", [("F003", 1, 1)]),
    ("36 only comments", "# hej\n", [("F003", 1, 1)]),
    ("37 web page", "<!DOCTYPE html>\n<p>x</p>\n", [("F007", 1, 1)]),
    ("37 plain letter", "Hej alla\n", [("F007", 1, 1)]),
    ("37 list", "- a\n- b\n", [("F007", 1, 1)]),
    ("44 python tag", "a: !!python/name:os.system x\n", [("Y113", 1, 4)]),
    ("44 include", "a: !include /etc/passwd\n", [("Y113", 1, 4)]),
    ("45 binary", "a: !!binary aGVq\n", [("Y113", 1, 4)]),
    ("47 merge key", "a: {<<: {b: c}}\n", [("Y114", 1, 5)]),
    ("48 contains itself", "a: &a [*a]\n", [("Y111", 1, 4), ("Y112", 1, 8)]),
    ("49 deep", "a: " + "[" * 40 + "]" * 40 + "\n", [("Y118", 1, 19)]),
    ("51 a long line", "a: " + "b" * 4_000 + "\n", [("F010", 1, 4001)]),
    ("directive", "%YAML 1.2\n---\na: no\n", [("Y116", 1, 1)]),
    ("list as key", "? [a, b]\n: x\n", [("Y121", 1, 3)]),
]

BYTES = [
    ("38 Word document", b"PK\x03\x04\x14\x00\x06\x00", [("F006", 1, 1)]),
    ("39 Windows-1252", "text: Får jag gå?\n".encode("cp1252"), [("F005", 1, 8)]),
    ("40 UTF-16 with BOM", "å: 1\n".encode("utf-16"), [("F004", 1, 1)]),
    ("40 UTF-16 without BOM", "å: 1\n".encode("utf-16-be"), [("F004", 1, 1)]),
    ("41 encoded twice", "text: Får".encode().decode("latin-1").encode(), [("F009", 1, 8)]),
    ("43 NUL", b"a: b\x00c\n", [("F011", 1, 5)]),
]


@pytest.mark.parametrize(("row", "text", "meant"), AS_WRITTEN, ids=lambda value: str(value)[:30])
def test_text_stays_what_the_author_wrote(row: str, text: str, meant: object) -> None:
    assert tree(text.encode()) == (meant, [])


@pytest.mark.parametrize(("row", "text", "expected"), REFUSED, ids=lambda value: str(value)[:30])
def test_a_slip_is_named_where_it_stands(
    row: str, text: str, expected: list[tuple[str, int, int]]
) -> None:
    _root, problems = tree(text.encode())
    assert spots(problems) == expected


@pytest.mark.parametrize(("row", "raw", "expected"), BYTES, ids=lambda value: str(value)[:30])
def test_a_file_that_is_not_utf8_is_recognised(
    row: str, raw: bytes, expected: list[tuple[str, int, int]]
) -> None:
    _root, problems = tree(raw)
    assert spots(problems) == expected


def test_the_guess_at_a_windows_line_is_shown() -> None:
    _root, (problem,) = tree("text: Får jag gå?\n".encode("cp1252"))
    assert "text: Får jag gå?" in problem.message


def test_several_slips_are_found_in_one_run() -> None:
    text = "a: Hon säger: nej\nb: @chefen\nc: 'hen's'\nd:hej\n"
    _root, problems = tree(text.encode())
    assert [(problem.code, problem.line) for problem in problems] == [
        ("Y102", 1),
        ("Y101", 2),
        ("Y104", 3),
        ("Y107", 4),
    ]


def test_a_quoted_part_of_the_file_cannot_harm_the_terminal() -> None:
    _root, problems = tree(b'a: 1\n"\\e[2J\\e]0;x\\a": 1\n"\\e[2J\\e]0;x\\a": 2\n')
    assert problems
    assert not any(set(problem.text()) & {"\x1b", "\x07"} for problem in problems)
