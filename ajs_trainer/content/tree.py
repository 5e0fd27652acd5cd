"""A file as text, lists and maps that remember where everything stood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ajs_trainer.content.problems import Place


class Mark(NamedTuple):
    """Where a value stands, and the name of its field (or the hyphen of its item)."""

    file: str
    key_line: int
    key_column: int
    line: int
    column: int

    @property
    def key(self) -> Place:
        """The place of the field's name."""
        return Place(self.file, self.key_line, self.key_column)

    @property
    def value(self) -> Place:
        """The place of the value."""
        return Place(self.file, self.line, self.column)


class Map(dict[str, "str | Map | Seq"]):
    """Fields by name; ``marks`` has the place of each."""

    __slots__ = ("marks",)

    def __init__(self) -> None:
        super().__init__()
        self.marks: dict[str, Mark] = {}

    def put(self, key: str, value: str | Map | Seq, mark: Mark) -> None:
        """Set a field and where it stands."""
        self[key] = value
        self.marks[key] = mark

    def remove(self, key: str) -> None:
        """Delete a field."""
        del self[key]
        del self.marks[key]


class Seq(list["str | Map | Seq"]):
    """Items in order; ``marks`` has the place of each."""

    __slots__ = ("marks",)

    def __init__(self) -> None:
        super().__init__()
        self.marks: list[Mark] = []

    def put(self, value: str | Map | Seq, mark: Mark) -> None:
        """Add an item and where it stands."""
        self.append(value)
        self.marks.append(mark)


Path = Sequence[str | int]
"""Names of fields and numbers of items, from the top of the file."""


def mark_at(root: Map, path: Path) -> Mark:
    """The mark of the deepest existing node on a path."""
    mark = next(iter(root.marks.values()), Mark("", 1, 1, 1, 1))
    node: str | Map | Seq | None = root
    for step in path:
        parent, node = node, child(node, step)
        if node is None:
            break
        mark = parent.marks[step]  # type: ignore[union-attr, index]
    return mark


def node_at(root: Map, path: Path) -> str | Map | Seq | None:
    """The node at a path, or None where there is none."""
    node: str | Map | Seq | None = root
    for step in path:
        node = child(node, step)
    return node


def child(node: str | Map | Seq | None, step: str | int) -> str | Map | Seq | None:
    """One step down, or None where there is nothing."""
    if isinstance(node, Map) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Seq) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def id_of(item: str | Map | Seq) -> str:
    """The id of a list item that has one, else an empty string."""
    name = item.get("id") if isinstance(item, Map) else None
    return name if isinstance(name, str) else ""
