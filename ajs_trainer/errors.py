"""Expected faults, and what the process tells its caller."""

from __future__ import annotations

from enum import IntEnum


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
