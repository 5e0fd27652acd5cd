"""Which characters a text may hold, and how a text is made safe to draw.

The same rule guards both doors: content with a forbidden character is refused when it is
read, and whatever is drawn all the same (a file name, an exception) is filtered once more.
"""

from __future__ import annotations

import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_ALLOWED_FORMAT = "\N{SOFT HYPHEN}"
_FORBIDDEN_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def is_forbidden(character: str) -> bool:
    """Whether a character may change or hide what a terminal shows.

    Controls other than newline and tab, C1, bidi and zero-width marks, surrogates, private
    use, unassigned code points and the line separators U+2028 and U+2029.
    """
    if character in "\n\t":
        return False
    if " " <= character <= "~":
        return False
    return unicodedata.category(character) in _FORBIDDEN_CATEGORIES and character != _ALLOWED_FORMAT


def visible(text: str) -> str:
    """Return ``text`` with every forbidden character replaced, so that it is safe to draw."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(REPLACEMENT if is_forbidden(character) else character for character in text)


def visible_line(text: str) -> str:
    """Return ``text`` safe to draw on one line: line breaks and tabs become blanks."""
    return visible(text.replace("\n", " ").replace("\t", " "))
