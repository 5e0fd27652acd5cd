"""Where things are kept, in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ajs_trainer.locale import N_, _
from ajs_trainer.paths import places


@dataclass(frozen=True, slots=True)
class Place:
    """A file or folder with what is in it."""

    name: str
    label: str
    path: Path

    def text(self) -> str:
        """One line: what it is, where it is, and whether it is there yet."""
        line = f"{_(self.label)}: {self.path}"
        return line if self.path.exists() else _("{line} (not there yet)").format(line=line)


def kept_in(record: Path) -> list[Place]:
    """The places of this call, whose record may be another one than usual."""
    usual = places()
    return [
        Place("record", N_("Your choices"), record.absolute()),
        Place("backups", N_("Backups"), record.absolute().parent / "backups"),
        Place("settings", N_("Settings"), usual.settings),
        Place("workplace", N_("The workplace's decisions"), usual.workplace),
        Place("library", N_("Your own scenarios"), usual.library),
    ]
