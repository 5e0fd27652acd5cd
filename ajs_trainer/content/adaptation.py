"""A workplace's own version of a scenario: only what differs, merged field by field.

Fields are merged into fields. In a list of things with ids (choices, thoughts, cast) an item
replaces the fields of the one with the same id, or is added last; any other list replaces
the whole list. Records keep the id of the base, so results stay comparable.
"""

from __future__ import annotations

from ajs_trainer.content.problems import Problems
from ajs_trainer.content.tree import Map, Seq, id_of

FOLLOWS_BASE = ("relation", "role", "skill")
"""Header fields that would make it another scenario."""
OWN_FIELDS = ("format", "kind", "id", "adapts", "language")


def adapted(base: Map, change: Map, problems: Problems) -> Map:
    """Merge an adaptation into its base; neither tree is changed."""
    kept = Map()
    for key, value in change.items():
        mark = change.marks[key]
        if key in FOLLOWS_BASE:
            problems.add("A503", mark.key, field=key)
        elif key not in OWN_FIELDS:
            kept.put(key, value, mark)
    return _merged_fields(base, kept)


def _merged(base: str | Map | Seq | None, change: str | Map | Seq) -> str | Map | Seq:
    if isinstance(base, Map) and isinstance(change, Map):
        return _merged_fields(base, change)
    if isinstance(base, Seq) and isinstance(change, Seq) and _has_ids(base) and _has_ids(change):
        return _merged_items(base, change)
    return change


def _merged_fields(base: Map, change: Map) -> Map:
    result = Map()
    for key, value in base.items():
        result.put(key, value, base.marks[key])
    for key, value in change.items():
        merged = _merged(base.get(key), value)
        mark = change.marks[key]
        if merged is not value and key in base and isinstance(merged, Map):
            mark = base.marks[key]
        result.put(key, merged, mark)
    return result


def _merged_items(base: Seq, change: Seq) -> Seq:
    result = Seq()
    changes = {id_of(item): item for item in change}
    for item, mark in zip(base, base.marks, strict=True):
        new = changes.get(id_of(item))
        result.put(item if new is None else _merged(item, new), mark)
    known = {id_of(item) for item in base}
    for item, mark in zip(change, change.marks, strict=True):
        if id_of(item) not in known:
            result.put(item, mark)
    return result


def _has_ids(items: Seq) -> bool:
    return all(id_of(item) for item in items)
