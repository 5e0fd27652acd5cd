"""Where files live on this computer.

``AJS_HOME`` puts everything in one folder (tests, a USB stick, a locked-down profile).
Otherwise the platform's *local* per-user folders are used, never a roaming one.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files of one user on one computer."""

    record: Path
    """The SQLite file with the choices."""
    backups: Path
    """Folder of verified copies of the record."""
    settings: Path
    """What the person chose in the program (JSON, written by the program)."""
    workplace: Path
    """What the workplace decided (TOML, never written by the program)."""
    library: Path
    """The user's own folder of scenarios."""


def places() -> Places:
    """Find the places; nothing is created or opened."""
    home = os.environ.get("AJS_HOME")
    if home:
        data = config = Path(home)
    else:
        import platformdirs

        data = Path(platformdirs.user_data_dir("ajs_trainer", appauthor=False, roaming=False))
        config = Path(platformdirs.user_config_dir("ajs_trainer", appauthor=False, roaming=False))
    return Places(
        record=data / "ajs.db",
        backups=data / "backups",
        settings=config / "settings.json",
        workplace=config / "workplace.toml",
        library=data / "scenarios",
    )
