"""Expected faults, and what the process tells its caller."""

from __future__ import annotations

from enum import IntEnum

from ajs_trainer.locale import N_, _

SYSTEM_WORDS = (
    N_("Device or resource busy"),
    N_("Disk quota exceeded"),
    N_("File exists"),
    N_("File name too long"),
    N_("Input/output error"),
    N_("Invalid argument"),
    N_("Is a directory"),
    N_("No space left on device"),
    N_("No such file or directory"),
    N_("Not a directory"),
    N_("Operation not permitted"),
    N_("Permission denied"),
    N_("Read-only file system"),
    N_("Stale file handle"),
    N_("Too many levels of symbolic links"),
    N_("Too many open files"),
    N_("disk I/O error"),
    N_("locking protocol"),
    N_("unable to open database file"),
)
"""What operating systems and SQLite say in English; a person meets it inside our sentences."""


class ExitCode(IntEnum):
    """What ``ajs`` returns to the shell."""

    OK = 0
    FOUND = 1
    """Problems were found (check), or there was nothing to show."""
    USAGE = 2
    """Wrong usage, or input that cannot be read."""
    STORAGE = 3
    """The record could not be read or written."""


class AjsError(Exception):
    """A fault that a person can do something about.

    The message is a whole sentence in the language of the user; ``hint`` says what to do.
    """

    exit_code = ExitCode.USAGE

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class StorageError(AjsError):
    """The record cannot be opened, read or written."""

    exit_code = ExitCode.STORAGE


def reason(error: Exception) -> str:
    """What the system says about a fault, in the language of the user where its words are known.

    It may hold a name of a file: filter it before it is drawn.
    """
    said = (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__
    return _(said) if said in SYSTEM_WORDS else said
