"""What the workplace decided, in a TOML file that the program only reads."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import _


@dataclass(frozen=True, slots=True)
class Workplace:
    """The workplace's decisions."""

    libraries: tuple[Path, ...] = ()
    """Shared folders with scenarios of the workplace's own."""


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
                path=path, reason=error
            ),
            _("mend the file or ask whoever looks after it"),
        ) from error
    folders = data.get("libraries", [])
    if not isinstance(folders, list) or not all(isinstance(item, str) for item in folders):
        raise AjsError(
            _("“libraries” in {path} should be a list of folders").format(path=path),
            _("write for example: libraries = ['S:\\AJS\\scenarier']"),
        )
    return Workplace(tuple(Path(item).expanduser() for item in folders))
