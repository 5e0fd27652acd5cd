"""Writing to the standard streams: data to stdout, words for the person to stderr."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO

import click

from ajs_trainer.errors import AjsError, reason
from ajs_trainer.locale import N_, _

FORMAT_OPTION = {
    "type": click.Choice(["text", "json"]),
    "default": "text",
    "help": N_("How to write it: text to read, or JSON for other programs."),
}

_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def prepare_streams() -> None:
    """Make every character writable, whatever the code page.

    A terminal keeps its own encoding, since it cannot show another; files and pipes are UTF-8.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="replace")


def write(text: str = "") -> None:
    """Write a line, or several, of data."""
    sys.stdout.write(_visible(text) + "\n")


def write_json(value: object) -> None:
    """Write data for another program.

    What a terminal would obey is written as ``\\uXXXX``: the data stays the same.
    """
    import json

    from ajs_trainer.characters import is_forbidden

    text = json.dumps(value, ensure_ascii=False, indent=2)
    for character in filter(is_forbidden, set(text)):
        text = text.replace(character, _escaped(character))
    sys.stdout.write(text + "\n")


def _escaped(character: str) -> str:
    """A character as JSON can write it in ASCII."""
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))


def put(text: str) -> None:
    """Write a whole document as it is: the same bytes to every file and pipe."""
    if sys.stdout.isatty():
        lines = text.removeprefix(_BYTE_ORDER_MARK).replace("\r\n", "\n")
        sys.stdout.write(_visible(lines))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def remark(text: str) -> None:
    """Write a line for the person's eye only."""
    sys.stderr.write(_visible(text) + "\n")


def _visible(text: str) -> str:
    from ajs_trainer.characters import visible

    return visible(text)


def sentence(error: AjsError) -> str:
    """An expected fault on one line, with what to do about it."""
    if not error.hint:
        return error.message
    return _("{message} ({hint})").format(message=error.message, hint=error.hint)


def has_terminal() -> bool:
    """Whether a full-screen program can run: a terminal on both sides that can move its cursor."""
    return terminal_in_and_out() and os.environ.get("TERM") != "dumb"


def terminal_in_and_out() -> bool:
    """Whether a person sits at both ends."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stdout)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()


def save_new(text: str, path: Path) -> None:
    """Write a file that was not there.

    Raises:
        AjsError: It is there, or it cannot be written.
    """
    try:
        with path.open("xb") as file:
            file.write(text.encode())
    except FileExistsError as error:
        raise AjsError(
            _("{path} is already there.").format(path=path),
            _("Choose another name, or remove that file first."),
        ) from error
    except OSError as error:
        raise AjsError(
            _("{path} was not written: {reason}").format(path=path, reason=reason(error)),
            _("Choose another folder."),
        ) from error
    remark(_("Written: {path}").format(path=path))
