"""The language of the user interface.

Source texts are English; Swedish, the language of the product, comes from the catalogue
``sv``. The language is chosen once at start and may be changed while the program runs, so
texts are translated where they are shown, never at import.
"""

from __future__ import annotations

import gettext
import os

LANGUAGES = ("sv", "en")
DEFAULT_LANGUAGE = "sv"
FOLDER = os.path.dirname(__file__)  # noqa: PTH120 - pathlib would slow every call down
"""Where the catalogues are."""

_catalogue: gettext.NullTranslations | None = None
_language = DEFAULT_LANGUAGE


def use_language(language: str) -> None:
    """Show texts in ``language``; an unknown one gives the default language."""
    global _catalogue, _language
    _language = language if language in LANGUAGES else DEFAULT_LANGUAGE
    _catalogue = gettext.translation("ajs_trainer", FOLDER, languages=[_language], fallback=True)


def use_catalogue(catalogue: gettext.NullTranslations) -> None:
    """Show texts through a catalogue of one's own (the pseudo-locale test)."""
    global _catalogue
    _catalogue = catalogue


def current_language() -> str:
    """The language texts are shown in: one of :data:`LANGUAGES`."""
    return _language


def _texts() -> gettext.NullTranslations:
    if _catalogue is None:
        use_language(DEFAULT_LANGUAGE)
    assert _catalogue is not None  # noqa: S101
    return _catalogue


def _(message: str) -> str:
    """Translate a text; placeholders are filled in after translation."""
    return _texts().gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Translate a text that depends on a number."""
    return _texts().ngettext(singular, plural, number)


def N_(message: str) -> str:  # noqa: N802 - gettext's customary name
    """Mark a text for translation where it is shown later."""
    return message
