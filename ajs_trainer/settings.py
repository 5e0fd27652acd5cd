"""What a person chose in the program, and what the workplace decided.

Settings are small, flat and optional: a file that cannot be read is put aside and the
defaults hold, since nobody should be locked out of practice by a settings file.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from ajs_trainer.locale import DEFAULT_LANGUAGE, LANGUAGES

THEMES = ("dark", "light", "contrast")


@dataclass(frozen=True, slots=True)
class Settings:
    """A person's own choices in the program."""

    language: str = DEFAULT_LANGUAGE
    theme: str = "dark"


_ALLOWED = {"language": LANGUAGES, "theme": THEMES}


def read_settings(path: Path) -> Settings:
    """Read settings; a missing file, or a value that is not known, gives the default."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError):
        _put_aside(path)
        return Settings()
    if not isinstance(data, dict):
        _put_aside(path)
        return Settings()
    known = {
        field.name: data[field.name]
        for field in fields(Settings)
        if data.get(field.name) in _ALLOWED[field.name]
    }
    return replace(Settings(), **known)


def write_settings(path: Path, settings: Settings) -> None:
    """Write settings whole or not at all; raises ``OSError`` when that is impossible."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(asdict(settings), indent=2) + "\n", encoding="utf-8")
    draft.replace(path)


def _put_aside(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.replace(path.with_suffix(".unreadable"))
