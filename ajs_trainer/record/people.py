"""Whose choices they are: a random key, found by a code that the person chose."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from ajs_trainer.characters import is_forbidden, visible_line
from ajs_trainer.errors import AjsError
from ajs_trainer.locale import _
from ajs_trainer.record.connection import first
from ajs_trainer.record.faults import Gone
from ajs_trainer.record.tables import insert_sealed, new_key

if TYPE_CHECKING:
    from sqlite_utils import Database

MAX_CODE = 60


def plain_code(code: str) -> str:
    """A code as it is kept: capitals and extra blanks make no difference.

    Raises:
        AjsError: It is too long or holds characters that cannot be shown.
    """
    plain = " ".join(unicodedata.normalize("NFC", code).split()).casefold()
    if len(plain) > MAX_CODE or any(is_forbidden(character) for character in plain):
        raise AjsError(
            _("The code {code} cannot be used.").format(code=visible_line(code[:MAX_CODE])),
            _("Choose a short code of ordinary letters and digits."),
        )
    return plain


def key_of(db: Database, code: str) -> str | None:
    """The key of whoever has this code, or None."""
    row = first(db, "SELECT key FROM participants WHERE code = ?", [code])
    return row["key"] if row else None


def key_for(db: Database, code: str) -> str:
    """The key of whoever has this code, new if nobody has it."""
    key = key_of(db, code)
    if key is None:
        key = new_key()
        insert_sealed(db, "participants", {"key": key, "code": code})
    return key


def require(db: Database, key: str) -> None:
    """Make sure that a participant is there.

    Raises:
        Gone: What was kept about the participant has been erased.
    """
    if first(db, "SELECT 1 FROM participants WHERE key = ?", [key]) is None:
        raise Gone(
            _("Not saved: everything under your code has been erased."),
            _("Go back to the start page and begin again."),
        )
