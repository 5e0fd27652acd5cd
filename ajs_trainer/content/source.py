"""A strict reading of YAML: text, lists and maps, nothing else.

Built on PyYAML's stream of events, so that nothing is constructed, merged or shared and no
recursion follows the nesting of the file. Every scalar stays the text that was written; the
model decides what it means. Anchors, aliases, tags, merge keys, directives, double keys and
a second document are refused where they stand, and reading goes on to find the rest.
"""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator
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

from ajs_trainer.content.braces import field_without_value
from ajs_trainer.content.encoding import without_forbidden
from ajs_trainer.content.limits import MAX_LEVELS, MAX_TEXT, MAX_VALUES
from ajs_trainer.content.problems import Place, Problems
from ajs_trainer.content.scanning import PlainLoader
from ajs_trainer.content.tree import Map, Mark, Seq

WITH_LIBYAML = bool(yaml.__with_libyaml__)
"""Whether PyYAML has its fast parser here; ``ajs doctor`` reports it."""

_NEAR = 100
"""How far to look back, in characters, so that a large file is not searched over and over."""

_Loader: Any = yaml.CSafeLoader if WITH_LIBYAML else PlainLoader


class Unreadable(Exception):
    """The file is not YAML from here on; ``error`` is PyYAML's own."""

    def __init__(self, error: yaml.MarkedYAMLError) -> None:
        super().__init__(str(error))
        self.error = error


class _Enough(Exception):
    """The rest is not read; what was read so far is kept."""


class _TooMuch(Exception):
    """A bound was passed; what was read so far says nothing about the whole."""


def read_tree(
    text: str, file: str, problems: Problems, until: Collection[str] = ()
) -> Map | Seq | str | None:
    """Read a document into a tree.

    Args:
        text: What :func:`ajs_trainer.content.encoding.decode` returned.
        until: Stop before the first of these fields of the top map (the rest is not parsed).

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

    def __init__(self, text: str, file: str, problems: Problems, until: Collection[str]) -> None:
        self.text = text
        self.file = file
        self.problems = problems
        self.until = until
        self.root: Map | Seq | str | None = None
        self.stack: list[Map | Seq] = []
        self.keys: list[tuple[str, int, int] | None] = []
        self.merging: list[Map | Seq] = []
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
                self.close()
            elif kind is AliasEvent:
                self.problems.add("Y112", self.place(event), name=event.anchor)
                self.attach(f"*{event.anchor}", event)
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
            value = value or str(event.anchor or event.tag)
        elif not value and not event.style and self.is_cut_at_comma(event):
            return
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
            self.merging.append(self.stack[-1])
        mark = event.start_mark
        if not self.stack[1:] and name in self.until:
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

    def close(self) -> None:
        """A list or map ends; what it merges is put among its own fields."""
        node = self.stack.pop()
        self.keys.pop()
        if self.merging and self.merging[-1] is node and isinstance(node, Map):
            self.merging.pop()
            merged = node.get("<<")
            node.remove("<<")
            if isinstance(merged, Map):
                for name in merged.keys() - node.keys():
                    node.put(name, merged[name], merged.marks[name])

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
            self.double(parent, node, name, Mark(self.file, key_line, key_column, line, column))
            return
        parent.put(name, node, Mark(self.file, key_line, key_column, line, column))

    def double(self, parent: Map, node: Map | Seq | str, name: str, mark: Mark) -> None:
        """A field stands twice; a second ``id`` in a list begins an item without its hyphen."""
        first = parent.marks[name]
        items = self.stack[-2] if len(self.stack) > 1 else None
        if name == "id" and isinstance(items, Seq) and mark.key_line > first.key_line:
            self.problems.add("Y108", mark.key, character=name)
            item = Map()
            item.put(name, node, mark)
            items.put(item, mark)
            self.stack[-1] = item
        else:
            self.problems.add("Y117", mark.key, key=name, line=first.key_line)
            if not parent[name]:
                parent.put(name, node, mark)

    def is_cut_at_comma(self, event: Any) -> bool:
        """Inside braces, a comma in a text makes the rest of it a field without a value."""
        parent, key = self.stack[-1] if self.stack else None, self.keys[-1] if self.keys else None
        if not isinstance(parent, Map) or key is None:
            return False
        name, line, column = key
        end = event.start_mark.index
        start = self.text.rfind(name, max(0, end - len(name) - _NEAR), end)
        before = self.text[max(0, start - _NEAR) : max(0, start)].rstrip()[-1:]
        if before not in {",", "{"} or ":" in self.text[start + len(name) : end]:
            return False
        code, field, rest = field_without_value(name)
        if field:
            self.problems.add(code, Place(self.file, line, column), field=field)
            self.keys[-1] = (field, line, column)
            self.attach(rest, event)
            return True
        cut = next(reversed(parent), "")
        text = parent.get(cut)
        if not isinstance(text, str) or before != ",":
            return False
        self.problems.add(code, parent.marks[cut].value)
        parent[cut] = f"{text}, {name}"
        self.keys[-1] = None
        return True

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
        """A quoted text can name a character that must not be written out, as ``\\e`` does."""
        allowed = without_forbidden(value)
        if allowed != value:
            self.problems.add("Y106", self.place(event))
        return allowed

    def place(self, event: Event) -> Place:
        """Where an event begins."""
        mark: Any = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)
