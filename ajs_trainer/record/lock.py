"""A file that says who has a record open, for places whose locks cannot be trusted."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from pathlib import Path

from ajs_trainer.characters import visible_line
from ajs_trainer.locale import _
from ajs_trainer.record.faults import InUse, shown, translated


class HostLock:
    """The lock file of a record: the name of the computer and the number of the process."""

    def __init__(self, record: Path) -> None:
        self._path = record.with_name(f"{record.name}.lock")

    def take(self) -> None:
        """Take the lock; one that a dead process of this computer left is taken over.

        Raises:
            InUse: Somebody else has it.
            StorageError: The lock file cannot be written.
        """
        with translated(self._path, saving=True):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            while not self._created():
                holder = self._holder()
                if holder is None:
                    continue
                host, process = holder
                if host != socket.gethostname() or not process or is_alive(process):
                    raise InUse(
                        _("The record is already open on the computer {host}.").format(
                            host=visible_line(host) or "?"
                        ),
                        _(
                            "Close the program there. If it is not running, remove the file {path}."
                        ).format(path=shown(self._path)),
                    )
                self._path.unlink(missing_ok=True)

    def release(self) -> None:
        """Let go of the lock."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _created(self) -> bool:
        try:
            handle = os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            return False
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"{socket.gethostname()}\n{os.getpid()}\n")
        return True

    def _holder(self) -> tuple[str, int] | None:
        """Computer and process in the lock file; None when it has just been removed."""
        try:
            lines = self._path.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return None
        host, process = (*lines, "", "")[:2]
        return host, int(process) if process.isascii() and process.isdigit() else 0


def is_alive(process: int) -> bool:
    """Whether a process of this computer is running."""
    if sys.platform == "win32":
        import ctypes

        query = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
        handle = ctypes.windll.kernel32.OpenProcess(query, False, process)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
