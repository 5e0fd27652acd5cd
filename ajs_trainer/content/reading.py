"""From a file to its top map; what stands in the way is noted."""

from __future__ import annotations

from pathlib import Path

from ajs_trainer.content.checks.texts import note_personal_data
from ajs_trainer.content.encoding import decode, read_bytes
from ajs_trainer.content.limits import MAX_BYTES_WITHOUT_LIBYAML
from ajs_trainer.content.lines import missing_blank
from ajs_trainer.content.problems import Place, Problems
from ajs_trainer.content.source import WITH_LIBYAML, Unreadable, read_tree
from ajs_trainer.content.syntax import read_forgiving
from ajs_trainer.content.tree import Map, Seq
from ajs_trainer.locale import _

BODIES = frozenset({"scenes", "steps", "behaviours", "staff", "client", "statements"})
"""The fields that begin what is long in a file, whatever its kind."""


def read_root(path: Path, file: str, problems: Problems) -> Map | None:
    """Read a file into its top map; None when there is none."""
    raw = read_bytes(path, file, problems)
    if raw is None:
        return None
    return parse_root(raw, file, problems)


def parse_root(raw: bytes, file: str, problems: Problems) -> Map | None:
    """Read the bytes of a file into its top map; None when there is none."""
    if not WITH_LIBYAML and len(raw) > MAX_BYTES_WITHOUT_LIBYAML:
        place = Place(file, 1, 1)
        problems.add("F002", place, size=len(raw), limit=MAX_BYTES_WITHOUT_LIBYAML)
        return None
    text = decode(raw, file, problems)
    if text is None:
        return None
    note_personal_data(text, file, problems)
    root = read_forgiving(text, file, problems)
    if isinstance(root, Map) and root:
        return root
    if root is None or root == "":
        if not problems.has_errors():
            problems.add("F003", Place(file, 1, 1))
    elif isinstance(root, Seq):
        problems.add("F007", Place(file, 1, 1), what=_("a list"))
    elif isinstance(root, str):
        _note_plain_text(text, file, problems)
    return None


def _note_plain_text(text: str, file: str, problems: Problems) -> None:
    first = next(line for line in text.split("\n") if line.strip())
    slip = missing_blank(first)
    if slip is not None:
        place = Place(file, text.split("\n").index(first) + 1, slip.column)
        problems.add(slip.code, place, **slip.values)
    elif not problems.has_errors():
        what = _("a web page") if first.lstrip().startswith("<") else _("plain text")
        problems.add("F007", Place(file, 1, 1), what=what)


def read_header(path: Path, problems: Problems) -> Map | None:
    """Read the fields above the body of a file only; None when the file cannot be read that far."""
    file = str(path)
    raw = read_bytes(path, file, problems)
    text = decode(raw, file, problems) if raw is not None else None
    if text is None:
        return None
    try:
        header = read_tree(text, file, problems, until=BODIES)
    except Unreadable as unreadable:
        mark = unreadable.error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problems.add("Y122", Place(file, line, column))
        return None
    return header if isinstance(header, Map) else None
