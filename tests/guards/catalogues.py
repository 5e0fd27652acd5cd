"""What the code says, what the catalogues hold, and where the two disagree."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import string
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
from babel.messages.pofile import read_po

from ajs_trainer import model as models
from ajs_trainer.model.fields import Model

PACKAGE = Path(__file__).parents[2] / "ajs_trainer"
SWEDISH = PACKAGE / "locale" / "sv" / "LC_MESSAGES"
TEXTS_OF = {"_": 1, "N_": 1, "gettext": 1, "ngettext": 2}
"""The functions that mark a text, and how many forms of it they take."""

Text = tuple[str, ...]
"""A source text: alone, or its singular and its plural."""


def said_in(folder: Path) -> dict[Text, str]:
    """Every text in the code below a folder, with a place where it stands.

    Read from the syntax tree, since Babel overlooks what stands inside an f-string.
    """
    said: dict[Text, str] = {}
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                text = tuple(_constants(node.args[: TEXTS_OF.get(node.func.id, 0)]))
                if text:
                    said.setdefault(text, f"{path.relative_to(folder)}:{node.lineno}")
    return said


def _constants(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def kept_in(folder: Path) -> dict[Text, Text]:
    """Every text in the catalogues of a language, with its translations."""
    kept: dict[Text, Text] = {}
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="sv"):
                if message.id:
                    kept[_text(message.id)] = _text(message.string)
    return kept


def _text(message: str | tuple[str, ...] | list[str] | None) -> Text:
    return (message or "",) if isinstance(message, str | None) else tuple(message)


def of_click() -> set[Text]:
    """What click says: it has no Swedish of its own."""
    return set(said_in(Path(click.__file__).parent))


def of_the_schema() -> set[Text]:
    """What the models say about themselves and their fields."""
    texts: set[Text] = set()
    for info in pkgutil.iter_modules(models.__path__, f"{models.__name__}."):
        importlib.import_module(info.name)
    for model in Model.__subclasses__():
        texts.add((inspect.getdoc(model) or "",))
        texts.update((field.description or "",) for field in model.model_fields.values())
    return texts


def disagreements(
    said: Mapping[Text, str], kept: Mapping[Text, Text], others: set[Text]
) -> Iterator[str]:
    """What is missing in the catalogues, what is superfluous, and placeholders that differ.

    Args:
        said: What must be there.
        others: What may be there besides.
    """
    for text, place in said.items():
        if text not in kept or not all(kept[text]):
            yield f"{place}: {text[0]!r} has no translation"
    for text, translations in kept.items():
        if text not in said and text not in others:
            yield f"{text[0]!r} is in a catalogue but nowhere in the code"
        if text in said:
            yield from _other_placeholders(text, translations)


def _other_placeholders(text: Text, translations: Text) -> Iterator[str]:
    """One of something may be said without its number, as in English."""
    for source, translation in zip(text, translations, strict=True):
        known, there = fields(source) | fields(text[-1]), fields(translation)
        needed = fields(source) if len(text) == 1 or source is text[-1] else set()
        if translation and not needed <= there <= known:
            yield f"{source!r} and {translation!r} have different placeholders"


def fields(text: str) -> set[str]:
    """The placeholders of a text."""
    return {name for _before, name, _spec, _conversion in string.Formatter().parse(text) if name}
