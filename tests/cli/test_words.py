"""Every text of the command line and of the models has a Swedish form."""

from __future__ import annotations

import gettext
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from ajs_trainer import locale
from ajs_trainer.model.schema import content_schema

PACKAGE = Path(locale.__file__).parents[1]
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}


def texts(layer: str) -> Iterator[tuple[str, str]]:
    """Source texts of a layer, as singular and plural; the same one twice without a plural."""
    for _file, _line, message, _comments, _context in extract_from_dir(
        str(PACKAGE / layer), method_map=[("**.py", "python")], keywords=KEYWORDS
    ):
        yield (message, message) if isinstance(message, str) else (message[0], message[1])


SWEDISH = gettext.translation(
    "ajs_trainer", str(Path(locale.__file__).parent), languages=["sv"], fallback=True
)
SAME_IN_BOTH = {
    "transport",
    "RELATION",
    "ok",
    "[PLAN|ID]",
    "[ID]",
    "SQLite {version}",
    "g{number}. {choice} ({when}, {strategy})",
}
"""Words that are spelt alike; a text without letters outside its placeholders is too."""


def fields(text: str) -> set[str]:
    """The placeholders of a text."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("layer", ["cli", "model", "tui/notes"])
def test_every_text_is_translated_with_its_placeholders(layer: str) -> None:
    for singular, plural in sorted(set(texts(layer))):
        for number in (1, 2):
            swedish = (
                SWEDISH.gettext(singular)
                if singular == plural
                else SWEDISH.ngettext(singular, plural, number)
            )
            words = "".join(part[0] for part in string.Formatter().parse(singular))
            if singular not in SAME_IN_BOTH and any(map(str.isalpha, words)):
                assert swedish not in (singular, plural), singular
            assert fields(swedish) <= fields(plural) | fields(singular), singular


def test_every_description_in_the_schema_is_in_both_languages() -> None:
    def described(node: object) -> Iterator[str]:
        if isinstance(node, list):
            for item in node:
                yield from described(item)
        elif isinstance(node, dict):
            if isinstance(node.get("description"), str):
                yield node["description"]
            yield from node.get("enumDescriptions", ())
            for value in node.values():
                yield from described(value)

    found = list(described(content_schema()))
    assert len(found) > 60
    for text in found:
        swedish, _separator, english = text.partition("\n\n" if "\n\n" in text else " / ")
        assert swedish
        assert english
        assert swedish != english or swedish == "transport", text
