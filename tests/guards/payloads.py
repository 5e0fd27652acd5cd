"""Texts that mean harm, and how to tell whether any of them got through."""

from __future__ import annotations

import re

from ajs_trainer.characters import REPLACEMENT, is_forbidden

MARK = "PAYLOAD"
"""In the clear in every payload, so that one can tell that it was drawn at all."""

STEERING = {
    "title of the window": f"\x1b]0;{MARK}\x07",
    "clipboard": f"\x1b]52;c;{MARK}\x07",
    "link": f"\x1b]8;;http://{MARK}\x1b\\here\x1b]8;;\x1b\\",
    "colour": f"\x1b[31m{MARK}",
    "erase": f"\x1b[2J\x1b[3J{MARK}",
    "cursor": f"\x1b[666;666H{MARK}",
    "report": f"\x1b[6n\x1b[5n\x1b[c{MARK}",
    "reset": f"\x1bc{MARK}",
    "device string": f"\x1bP+q{MARK}\x1b\\",
    "one-byte controls": f"\x9b31m\x9d0;{MARK}\x9c",
    "other controls": f"{MARK}\x00\x07\x08\x0b\x0c\x0e\x7f",
    "backwards": f"\u202e{MARK}\u202c\u2066{MARK}\u2069\u200f",
    "unseen": f"\u200b\u200d\u2060\ufeff{MARK}\U000e0041",
    "private": f"\ue000{MARK}",
    "line separators": f"\u2028{MARK}\u2029",
}
LITERAL = (
    "[/",
    "[/]",
    "[a=1]",
    f"[@click=app.quit]{MARK}[/]",
    "[link=http://evil.example]x[/link]",
    "[red]$name {x} %s \\",
)
WIDE = "漢字" * 40 + " " + "e\u0301" * 40 + " " + "\U0001f469" * 10
LONG = "å" * 10_000
HOSTILE = " ".join([*STEERING.values(), *LITERAL])
ENDLESS = f"{HOSTILE} {WIDE} {LONG}"
BRIEF = f"\x1b]0;{MARK}\x07\x1b[31m\x9b31m\u202e[@click=app.quit][red]"
"""The worst in one line, also for the name of a file."""

_OF_TEXTUAL = re.compile(
    r"\x1b(?:"
    r"\[[0-9;]*m"
    r"|\[\d+;\d+H"
    r"|\[\?(?:7|25|1000|1003|1004|1006|1015|1016|1049|2004|2026|2048)[hl]"
    r"|\[\?(?:2026|2048)\$p"
    r"|\[(?:>\d+u|<u)"
    r"|\]22;default\x07"
    r")"
)
"""Everything that Textual itself writes to a terminal besides text."""

_BASIC_COLOUR = re.compile(r"\x1b\[(?:3[0-7]|4[0-7])m")


def got_through(written: bytes) -> list[str]:
    """What a terminal would obey and Textual did not write itself, so that it came from a text."""
    text = written.decode(errors="backslashreplace")
    found = [f"colour {match!r}" for match in _BASIC_COLOUR.findall(text)]
    if "\x1b[666;666H" in text:
        found.append("cursor")
    rest = _OF_TEXTUAL.sub("", text)
    if f"{MARK}\x07" in rest:
        found.append("bell")
    for match in re.finditer(r"\x1b.{0,12}", rest, re.DOTALL):
        found.append(f"sequence {match[0]!r}")
    found += sorted({f"character {c!r}" for c in rest if is_forbidden(c) and c not in "\x1b\r\x07"})
    return found


def drawn(written: bytes) -> bool:
    """Whether payloads were drawn in their harmless form: otherwise nothing has been proved.

    Looked for in three places, since a line may end within one of them.
    """
    text = _OF_TEXTUAL.sub("", written.decode(errors="replace"))
    signs = (f"{REPLACEMENT}]0;{MARK[0]}", f"{MARK[-3:]}{REPLACEMENT}", "[@click=app.quit]")
    return any(sign in text for sign in signs)
