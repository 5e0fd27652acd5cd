"""A strict reading of YAML: text, lists and maps, nothing else.

Built on PyYAML's stream of events, so that nothing is constructed, merged or shared and no
recursion follows the nesting of the file. Every scalar stays the text that was written; the
model decides what it means. Anchors, aliases, tags, merge keys, directives, double keys and
a second document are refused where they stand, and reading goes on to find the rest.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from ajs_trainer.content.encoding import clean
from ajs_trainer.content.limits import MAX_LEVELS, MAX_TEXT, MAX_VALUES
from ajs_trainer.content.problems import Place, Problems
from ajs_trainer.content.tree import Map, Mark, Seq

WITH_LIBYAML = bool(yaml.__with_libyaml__)
"""Whether PyYAML has its fast parser here; ``ajs doctor`` reports it."""

_Loader: Any = yaml.CSafeLoader if WITH_LIBYAML else yaml.SafeLoader


class Unreadable(Exception):
    """The file is not YAML from here on; ``error`` is PyYAML's own."""

    def __init__(self, error: yaml.MarkedYAMLError) -> None:
        super().__init__(str(error))
        self.error = error


class _Enough(Exception):
    """The rest is not read; what was read so far is kept."""


class _TooMuch(Exception):
    """A bound was passed; what was read so far says nothing about the whole."""


def read_tree(text: str, file: str, problems: Problems, until: str = "") -> Map | Seq | str | None:
    """Read a document into a tree.

    Args:
        text: What :func:`ajs_trainer.content.encoding.decode` returned.
        until: Stop before this field of the top map (the rest is not parsed).

    Returns:
        The top node, or None for a document without content or beyond the bounds.

    Raises:
        Unreadable: The text is not YAML. Problems found before that are in ``problems``.
    """
    builder = _Builder(text, file, problems, until)
    with _collector_paused():
        loader = _Loader(text)
        try:
            builder.consume(loader)
        except yaml.MarkedYAMLError as error:
            raise Unreadable(error) from None
        except _TooMuch:
            return None
        except _Enough:
            pass
        finally:
            loader.dispose()
    return builder.root


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Thousands of small containers are built and none is garbage: do not look for any."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Builder:
    """Puts events together; the stack holds the open lists and maps."""

    def __init__(self, text: str, file: str, problems: Problems, until: str) -> None:
        self.text = text
        self.file = file
        self.problems = problems
        self.until = until
        self.root: Map | Seq | str | None = None
        self.stack: list[Map | Seq] = []
        self.keys: list[tuple[str, int, int] | None] = []
        self.values = 0

    def consume(self, loader: Any) -> None:
        """Read events to the end of the document."""
        next_event = loader.get_event
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                self.scalar(event)
            elif kind is MappingStartEvent:
                self.open(event, Map())
            elif kind is SequenceStartEvent:
                self.open(event, Seq())
            elif isinstance(event, CollectionEndEvent):
                self.stack.pop()
                self.keys.pop()
            elif kind is AliasEvent:
                self.problems.add("Y112", self.place(event), name=event.anchor)
                self.attach("", event)
            elif kind is DocumentStartEvent:
                self.document(event)
            elif kind is StreamEndEvent:
                return

    def document(self, event: Any) -> None:
        """The document begins; there is only one, without directives."""
        if self.root is not None:
            self.problems.add("Y115", self.place(event))
            raise _Enough
        if event.tags or event.version:
            self.problems.add("Y116", self.place(event))

    def scalar(self, event: Any) -> None:
        """A text: the name of a field, or a value."""
        value = event.value
        stack = self.stack
        if stack and self.keys[-1] is None and type(stack[-1]) is Map:
            self.key(value, event)
            return
        if event.anchor or event.tag:
            self.check_properties(event)
        if len(value) > MAX_TEXT:
            place = self.place(event)
            self.problems.add("Y120", place, length=len(value), limit=MAX_TEXT)
        if not event.style:
            value = self.uncut(value, event)
        elif event.style == '"':
            value = self.without_escapes(value, event)
        self.attach(value, event)

    def key(self, name: str, event: Any) -> None:
        """The name of a field."""
        if event.anchor or event.tag:
            self.check_properties(event)
        if name == "<<" and not event.style:
            self.problems.add("Y114", self.place(event))
        mark = event.start_mark
        if not self.stack[1:] and name == self.until:
            raise _Enough
        self.keys[-1] = (name, mark.line + 1, mark.column + 1)

    def open(self, event: Any, node: Map | Seq) -> None:
        """A list or map begins."""
        if self.stack and self.keys[-1] is None and type(self.stack[-1]) is Map:
            self.problems.add("Y121", self.place(event))
            raise _TooMuch
        if event.anchor or event.tag:
            self.check_properties(event)
        if len(self.stack) >= MAX_LEVELS:
            self.problems.add("Y118", self.place(event), limit=MAX_LEVELS)
            raise _TooMuch
        self.attach(node, event)
        self.stack.append(node)
        self.keys.append(None)

    def attach(self, node: Map | Seq | str, event: Any) -> None:
        """Hang a value where it belongs."""
        self.values += 1
        start = event.start_mark
        line, column = start.line + 1, start.column + 1
        if self.values > MAX_VALUES:
            self.problems.add("Y119", Place(self.file, line, column), limit=MAX_VALUES)
            raise _TooMuch
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if isinstance(parent, Seq):
            parent.put(node, Mark(self.file, line, column, line, column))
            return
        key = self.keys[-1]
        self.keys[-1] = None
        if key is None:
            self.problems.add("Y121", self.place(event))
            raise _TooMuch
        name, key_line, key_column = key
        if name in parent:
            first = parent.marks[name].key_line
            place = Place(self.file, key_line, key_column)
            self.problems.add("Y117", place, key=name, line=first)
            return
        parent.put(name, node, Mark(self.file, key_line, key_column, line, column))

    def check_properties(self, event: Any) -> None:
        """Anchors and tags are not part of the format."""
        if event.anchor:
            self.problems.add("Y111", self.place(event), name=event.anchor)
        if event.tag:
            self.problems.add("Y113", self.place(event), tag=event.tag)

    def uncut(self, value: str, event: Any) -> str:
        """A plain text followed by one blank and ``#`` was probably meant to go on."""
        end = event.end_mark.index
        if self.text[end : end + 2] != " #":
            return value
        mark = event.end_mark
        self.problems.add("Y110", Place(self.file, mark.line + 1, mark.column + 2))
        stop = self.text.find("\n", end)
        return (value + self.text[end : stop if stop >= 0 else None]).strip()

    def without_escapes(self, value: str, event: Any) -> str:
        """A quoted text can name a character that must not be written out."""
        return clean(value, self.place(event), self.problems)

    def place(self, event: Event) -> Place:
        """Where an event begins."""
        mark: Any = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)
