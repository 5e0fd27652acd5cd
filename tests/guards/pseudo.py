"""A language that the program does not speak: what is still readable in it was never translated."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from typing_extensions import override

from ajs_trainer.locale import use_language

LETTER = "\N{LATIN SMALL LETTER O WITH STROKE}"
_KEPT = re.compile(r"(\{\w*(?:[!:][^{}]*)?\}|%\(\w+\)s)")
"""Placeholders."""


class Pseudo(gettext.NullTranslations):
    """Turns every English letter of a text into another one; placeholders stay."""

    @override
    def gettext(self, message: str) -> str:
        parts = _KEPT.split(message)
        return "".join(part if _KEPT.match(part) else _changed(part) for part in parts)

    @override
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def _changed(text: str) -> str:
    return "".join(LETTER if c.isascii() and c.isalpha() else c for c in text)


@contextmanager
def spoken() -> Iterator[None]:
    """Let whoever asks for a catalogue find this language, whichever one they ask for.

    So it holds after a change of language too, and for the words of click.
    """
    with patch("gettext.translation", lambda *_name, **_place: Pseudo()):
        use_language("sv")
        yield
    use_language("sv")


def left_over(text: str, *names: str) -> list[str]:
    """Words with English letters that are no names.

    Args:
        names: What is called the same in every language.
    """
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "", text)
    return re.findall(r"\w*[A-Za-z]\w*", text)
