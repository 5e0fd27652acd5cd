"""Whether everything is in place on this computer, point by point."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ajs_trainer import locale
from ajs_trainer.cli.output import sentence
from ajs_trainer.cli.places import kept_in
from ajs_trainer.cli.version import version
from ajs_trainer.errors import AjsError
from ajs_trainer.locale import _, current_language, ngettext

SMALLEST = (50, 16)
"""Columns and rows below which the screens show nothing but a notice."""
WAL_RACE = ((3, 7, 0), (3, 51, 2))
"""The first and the last SQLite in which a journal in WAL mode may damage a file."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One point.

    Attributes:
        name: What it is about, for programs.
        ok: Whether all is well.
        text: A sentence for people.
    """

    name: str
    ok: bool
    text: str


def examine(record: Path, library: Path | None) -> Iterator[Finding]:
    """Look at every point, one after the other."""
    yield Finding("version", True, f"ajs {version()}, Python {platform.python_version()}")
    yield _sqlite()
    yield _libyaml()
    yield _catalogue()
    yield from _terminal()
    for place in kept_in(record):
        yield Finding(place.name, True, place.text())
    yield _location(record)
    yield _record(record)
    yield _library(library)


def _sqlite() -> Finding:
    import sqlite3

    from ajs_trainer.record.connection import OLDEST_SQLITE

    found = sqlite3.sqlite_version_info
    if found < OLDEST_SQLITE:
        oldest = ".".join(map(str, OLDEST_SQLITE))
        text = _("SQLite {version} is too old: {oldest} is needed. Install a newer Python.")
        return Finding("sqlite", False, text.format(version=sqlite3.sqlite_version, oldest=oldest))
    text = _("SQLite {version}")
    if WAL_RACE[0] <= found <= WAL_RACE[1]:
        text = _("SQLite {version} has a fault in WAL mode, which this program does not use.")
    return Finding("sqlite", True, text.format(version=sqlite3.sqlite_version))


def _libyaml() -> Finding:
    from ajs_trainer.content.source import WITH_LIBYAML

    if WITH_LIBYAML:
        return Finding("libyaml", True, _("libyaml is there: files are read fast."))
    return Finding(
        "libyaml",
        False,
        _("libyaml is missing: files are read slowly, and large ones are refused."),
    )


def _catalogue() -> Finding:
    language = current_language()
    file = Path(locale.__file__).parent / language / "LC_MESSAGES" / "ajs_trainer.mo"
    if language == "en" or file.is_file():
        return Finding("language", True, _("The program speaks English."))
    return Finding(
        "language",
        False,
        _("The texts in the language “{language}” are missing. Install the program again.").format(
            language=language
        ),
    )


def _terminal() -> Iterator[Finding]:
    if not sys.stdout.isatty():
        yield Finding("terminal", True, _("No terminal here: output goes to a file or a pipe."))
    else:
        columns, rows = shutil.get_terminal_size()
        large = columns >= SMALLEST[0] and rows >= SMALLEST[1]
        text = _("The terminal is {columns} columns wide and {rows} rows high.")
        if not large:
            text = _(
                "The terminal is {columns} columns wide and {rows} rows high. Make it larger, or "
                "play with --plain."
            )
        yield Finding("terminal", large, text.format(columns=columns, rows=rows))
    yield Finding("colours", True, _("Colours: {colours}.").format(colours=_colours()))
    encoding = (sys.stdout.encoding or "").lower().replace("_", "-")
    text = _("Characters are written as {encoding}.")
    utf8 = encoding in ("utf-8", "utf8")
    if not utf8:
        text = _("Characters are written as {encoding}, so some may be replaced by “?”.")
    yield Finding("encoding", utf8, text.format(encoding=encoding))


def _colours() -> str:
    if os.environ.get("NO_COLOR"):
        return _("none, since NO_COLOR is set")
    if os.environ.get("TERM") == "dumb":
        return _("none, since the terminal is a simple one")
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return _("all of them")
    return _("256 or fewer") if os.environ.get("TERM") else _("as the terminal says")


def _location(record: Path) -> Finding:
    from ajs_trainer.record.location import unsafe

    found = unsafe(record.absolute().parent)
    if found is None:
        text = _("Your choices are kept on this computer.")
        return Finding("location", True, text)
    if found.kind == "network":
        text = _("Your choices would be on a network drive ({name}), where they can be lost.")
    else:
        text = _("Your choices would be in a synchronised folder ({name}), where they can be lost.")
    return Finding("location", False, text.format(name=found.name))


def _record(record: Path) -> Finding:
    if not record.exists():
        return Finding("choices", True, _("Nothing has been kept yet."))
    from ajs_trainer.record import open_record

    try:
        open_record(record, read_only=True).close()
    except AjsError as error:
        return Finding("choices", False, sentence(error))
    return Finding("choices", True, _("The file with your choices is whole."))


def _library(folder: Path | None) -> Finding:
    from ajs_trainer.content.folders import search_path
    from ajs_trainer.content.library import Library

    try:
        library = Library(search_path(folder))
        count = len(library.entries(current_language()))
    except AjsError as error:
        return Finding("scenarios", False, sentence(error))
    text = ngettext("{count} scenario can be played.", "{count} scenarios can be played.", count)
    faults = len(library.problems)
    if faults:
        text = ngettext(
            "{count} scenario can be played. “ajs check” tells what is wrong with other files.",
            "{count} scenarios can be played. “ajs check” tells what is wrong with other files.",
            count,
        )
    return Finding("scenarios", bool(count) and not faults, text.format(count=count))
