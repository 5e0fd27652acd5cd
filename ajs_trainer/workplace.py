"""What the workplace decided, in a TOML file that the program only reads."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ajs_trainer.errors import AjsError, reason
from ajs_trainer.locale import _

LOWEST_FLOOR = 5
"""The rule for what may be shown about secret choices; a workplace may only raise it."""
LONGEST_KEPT = 365


@dataclass(frozen=True, slots=True)
class Support:
    """Somebody whom one can turn to after a meeting."""

    name: str
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Workplace:
    """The workplace's decisions."""

    libraries: tuple[Path, ...] = ()
    """Shared folders with scenarios of the workplace's own."""
    support: tuple[Support, ...] = ()
    """Whom one can turn to, as it is shown at a meeting."""
    floor: int = LOWEST_FLOOR
    """From how many answers anything is told about what a group chose in secret."""
    keep_days: int | None = None
    """How many days single answers of a meeting are kept, 0 for until it is closed; None leaves
    it to whoever leads the meeting."""


def read_workplace(path: Path) -> Workplace:
    """Read the file; without one, nothing is decided.

    Raises:
        AjsError: The file is not TOML, or a value is not what it should be.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Workplace()
    except (OSError, ValueError) as error:
        raise AjsError(
            _("the workplace's file {path} cannot be read: {reason}").format(
                path=path, reason=_why(error)
            ),
            _("mend the file or ask whoever looks after it"),
        ) from error
    return Workplace(
        _libraries(data, path),
        _support(data, path),
        _number(data, path, "floor", LOWEST_FLOOR, 1_000) or LOWEST_FLOOR,
        _number(data, path, "keep_days", 0, LONGEST_KEPT),
    )


def _why(error: OSError | ValueError) -> str:
    """What is wrong with the file; of what tomllib says in English only the place is told."""
    if isinstance(error, OSError):
        return reason(error)
    if isinstance(error, UnicodeDecodeError):
        return _("it is not saved as UTF-8")
    place = re.search(r"at line (\d+)", str(error))
    if place is None:
        return _("it ends too early")
    return _("line {line} is not as it should be").format(line=place[1])


def _libraries(data: dict[str, Any], path: Path) -> tuple[Path, ...]:
    folders = data.get("libraries", [])
    if not isinstance(folders, list) or not all(isinstance(item, str) for item in folders):
        raise AjsError(
            _("“libraries” in {path} should be a list of folders").format(path=path),
            _("write for example: libraries = ['S:\\AJS\\scenarier']"),
        )
    return tuple(Path(item).expanduser() for item in folders)


def _support(data: dict[str, Any], path: Path) -> tuple[Support, ...]:
    listed = data.get("support", [])
    fields = {"name", "contact"}
    fine = isinstance(listed, list) and all(
        isinstance(each, dict)
        and "name" in each
        and each.keys() <= fields
        and all(isinstance(value, str) for value in each.values())
        for each in listed
    )
    if not fine:
        raise AjsError(
            _("“support” in {path} should be a list of names and contacts").format(path=path),
            _("write for example: support = [{name = 'Företagshälsan', contact = 'plan 2'}]"),
        )
    return tuple(Support(**each) for each in listed)


def _number(data: dict[str, Any], path: Path, name: str, least: int, most: int) -> int | None:
    value = data.get(name)
    if value is None or (type(value) is int and least <= value <= most):
        return value
    raise AjsError(
        _("“{name}” in {path} should be a number from {least} to {most}").format(
            name=name, path=path, least=least, most=most
        ),
        _("mend the file or ask whoever looks after it"),
    )
