"""Texts in blocks, for the screen and for a pipe alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Literal, NamedTuple

from ajs_trainer.content.guides import plain_words

WIDTH = 78


class Block(NamedTuple):
    """A heading, a paragraph, or an item of a list; one line, empty between paragraphs."""

    kind: Literal["heading", "text", "item"]
    text: str


def section(title: str, items: Iterable[str]) -> list[Block]:
    """A heading with a list below it; nothing when the list is empty."""
    found = [Block("item", item) for item in items]
    return [Block("heading", title), *found] if found else []


def from_markdown(text: str) -> list[Block]:
    """The blocks of a guide. Bold, italics and links lose their signs, never their words."""
    blocks: list[Block] = []
    joined = False
    for line in text.splitlines():
        words = plain_words(line.strip())
        if not words:
            joined = False
        elif line.startswith("#"):
            blocks.append(Block("heading", words.lstrip("# ")))
            joined = False
        elif line.lstrip().startswith(("- ", "* ")):
            blocks.append(Block("item", plain_words(line.strip()[2:])))
            joined = True
        elif joined:
            blocks[-1] = blocks[-1]._replace(text=f"{blocks[-1].text} {words}")
        else:
            if blocks and blocks[-1].kind != "heading":
                blocks.append(Block("text", ""))
            blocks.append(Block("text", words))
            joined = True
    return blocks


def to_lines(blocks: Iterable[Block], width: int = WIDTH) -> Iterator[str]:
    """The blocks as lines of text, a blank one before each heading but the first."""
    before = False
    for block in blocks:
        if block.kind == "heading" and before:
            yield ""
        before = True
        lead = "- " if block.kind == "item" else ""
        indent = " " * len(lead)
        yield from wrap(block.text, width, initial_indent=lead, subsequent_indent=indent) or [""]
