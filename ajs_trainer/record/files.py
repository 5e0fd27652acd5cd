"""Files that only their owner may read, and that appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE_MODE = 0o600
FOLDER_MODE = 0o700


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, if they are missing; only its owner may enter it."""
    if not folder.is_dir():
        folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)


def keep_to_owner(path: Path) -> None:
    """Let nobody but the owner read a file; what the owner may do stays as it is."""
    with contextlib.suppress(OSError):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & ~stat.S_IRWXU:
            path.chmod(mode & stat.S_IRWXU)


@contextmanager
def draft(final: Path) -> Iterator[Path]:
    """A new, empty file beside ``final`` to write in; it is gone afterwards."""
    path = final.with_name(f".{final.name}.{secrets.token_hex(4)}.new")
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))
    try:
        yield path
    finally:
        for leftover in (path, journal_of(path)):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)


def publish(path: Path, final: Path) -> None:
    """Give a finished draft its name.

    Raises:
        FileExistsError: There is a file with that name; it is left alone.
    """
    sync(path)
    try:
        os.link(path, final)
    except FileExistsError:
        raise
    except OSError:  # no hard links here
        if os.path.lexists(final):
            raise FileExistsError(final) from None
        path.rename(final)
    sync(final.parent)


def replace(path: Path, final: Path) -> None:
    """Put a finished draft in the place of ``final``."""
    sync(path)
    path.replace(final)
    sync(final.parent)


def sync(path: Path) -> None:
    """Wait until a file, or what a folder lists, is on the disk."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def journal_of(path: Path) -> Path:
    """The rollback journal that SQLite keeps beside a database."""
    return path.with_name(f"{path.name}-journal")
