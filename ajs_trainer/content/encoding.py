"""From the bytes of a file to text with nothing hidden in it."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from pathlib import Path

from ajs_trainer.characters import is_forbidden
from ajs_trainer.content.fields import FIELD_NAMES
from ajs_trainer.content.limits import MAX_BYTES, MAX_LINE
from ajs_trainer.content.problems import MAX_PROBLEMS, Place, Problems
from ajs_trainer.errors import reason
from ajs_trainer.locale import N_, _

_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_BINARIES = (
    (b"PK\x03\x04", N_("a Word document or zip file")),
    (b"\xd0\xcf\x11\xe0", N_("an older Word document")),
    (b"%PDF", N_("a PDF")),
    (b"\x89PNG", N_("a picture")),
    (b"\xff\xd8\xff", N_("a picture")),
    (b"{\\rtf", N_("a formatted text (RTF)")),
    (b"SQLite format 3", N_("a database")),
)
_UNUSUAL = re.compile(r"[^\t\n\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]")
_CONFLICT = re.compile(r"^(<{7}|={7}|>{7})( |$)", re.MULTILINE)
_TWICE = re.compile(r"Ã[\x80-\xbf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[œ\x9d“”™˜]")
_ODD_BLANK = re.compile(r"[^\S \n]")
_ODD_AFTER_COLON = re.compile(
    rf" *(?:- +)*(?:[\w-]+:(?= *\t)|(?:{'|'.join(sorted(FIELD_NAMES))}):) *([^\S \n][^\S\n]*)"
)


TAB = 2
"""How far in a tab is taken to stand, until it is replaced: one step to the right."""


def read_bytes(path: Path, file: str, problems: Problems) -> bytes | None:
    """Read an ordinary file, at most one byte over the limit; None when that is impossible."""
    start = Place(file, 1, 1)
    try:
        if not path.is_file():
            missing = _("there is no such file") if not path.exists() else _("not a regular file")
            problems.add("F001", start, reason=missing)
            return None
        with path.open("rb") as opened:
            raw = opened.read(MAX_BYTES + 1)
    except OSError as error:
        problems.add("F001", start, reason=reason(error))
        return None
    if len(raw) > MAX_BYTES:
        problems.add("F002", start, size=path.stat().st_size, limit=MAX_BYTES)
        return None
    return raw


def decode(raw: bytes, file: str, problems: Problems) -> str | None:
    """Turn bytes into text with ``\\n`` as line break; None when it is not text in UTF-8.

    Characters that are not allowed are noted and left out, so that reading can go on.
    """
    if not raw.strip():
        problems.add("F003", Place(file, 1, 1))
        return None
    if _is_something_else(raw, file, problems):
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _note_bad_byte(raw, error.start, file, problems)
        return None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    conflict = _CONFLICT.search(text)
    if conflict and conflict[0].startswith("<"):
        problems.add("F008", _place(text, conflict.start(), file))
        return None
    if _has_long_line(text, file, problems):
        return None
    _note_double_encoding(text, file, problems)
    return _without_surprises(text, file, problems)


def _is_something_else(raw: bytes, file: str, problems: Problems) -> bool:
    start = Place(file, 1, 1)
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            problems.add("F004", start, encoding=encoding)
            return True
    for magic, what in _BINARIES:
        if raw.startswith(magic):
            problems.add("F006", start, what=_(what))
            return True
    nul = raw.find(0)
    if nul >= 0:
        if raw.count(0) * 3 > len(raw):
            problems.add("F004", start, encoding="UTF-16")
        else:
            place = _place(raw.decode("latin-1"), nul, file)
            problems.add("F011", place, character="U+0000")
        return True
    return False


def _note_bad_byte(raw: bytes, offset: int, file: str, problems: Problems) -> None:
    line = raw.count(b"\n", 0, offset) + 1
    start = raw.rfind(b"\n", 0, offset) + 1
    end = raw.find(b"\n", offset)
    whole = raw[start : end if end >= 0 else len(raw)]
    column = len(raw[start:offset].decode("utf-8", "replace")) + 1
    guess = whole.decode("cp1252", "replace").strip()
    problems.add("F005", Place(file, line, column), guess=guess)


def _has_long_line(text: str, file: str, problems: Problems) -> bool:
    if len(text) <= MAX_LINE:
        return False
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            place = Place(file, number, MAX_LINE + 1)
            problems.add("F010", place, length=len(line), limit=MAX_LINE)
            return True
    return False


def _note_double_encoding(text: str, file: str, problems: Problems) -> None:
    """Note the first word that shows it; the others come from the same saving."""
    for match in islice(_TWICE.finditer(text), MAX_PROBLEMS):
        line_start = text.rfind("\n", 0, match.start()) + 1
        line_end = text.find("\n", match.end())
        before = text[line_start : match.start()].split(" ")[-1]
        word = before + text[match.start() : line_end if line_end >= 0 else None].split(" ")[0]
        try:
            repaired = word.encode("cp1252").decode("utf-8")
        except ValueError:
            continue
        problems.add("F009", _place(text, match.start(), file), repaired=repaired)
        return


def _without_surprises(text: str, file: str, problems: Problems) -> str:
    """Note what cannot be seen but changes the meaning, and put something harmless there."""
    if _ODD_BLANK.search(text):
        lines = text.split("\n")
        text = "\n".join(
            _plain_blanks(line, number, file, problems) for number, line in enumerate(lines, 1)
        )
    if not _UNUSUAL.search(text):
        return text
    for match in _UNUSUAL.finditer(text):
        if is_forbidden(match[0]):
            character = code_point(match[0])
            problems.add("F011", _place(text, match.start(), file), character=character)
            if len(problems) >= MAX_PROBLEMS:
                break
    return without_forbidden(text)


def _plain_blanks(line: str, number: int, file: str, problems: Problems) -> str:
    """Note and mend odd blanks where they change the structure: in the indent, after a colon."""
    rest = line.lstrip()
    width = len(line) - len(rest)
    indent = line[:width]
    odd = indent.lstrip(" ")
    if odd and rest:
        _note_odd_blank(odd[0], Place(file, number, width - len(odd) + 1), problems)
        line = " " * len(indent.expandtabs(TAB)) + rest
    after = _ODD_AFTER_COLON.match(line)
    if after:
        _note_odd_blank(after[1][0], Place(file, number, after.start(1) + 1), problems)
        line = line[: after.start(1)] + " " + line[after.end(1) :]
    return line


def _note_odd_blank(character: str, place: Place, problems: Problems) -> None:
    if character == "\t":
        problems.add("F012", place)
    else:
        problems.add("F013", place, character=code_point(character))


def without_forbidden(text: str) -> str:
    """The text with every character left out that must not be in it."""
    return _UNUSUAL.sub(lambda match: "" if is_forbidden(match[0]) else match[0], text)


def code_point(character: str) -> str:
    """How an author can look a character up, for example ``U+200B ZERO WIDTH SPACE``."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()


def _place(text: str, index: int, file: str) -> Place:
    return Place(file, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
