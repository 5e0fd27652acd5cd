"""What can be wrong with a list of things in any kind of file, and with words that are shown."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from ajs_trainer.content.problems import Problems
from ajs_trainer.content.structure import STAND_IN
from ajs_trainer.content.tree import Map, mark_at
from ajs_trainer.locale import _

Path = tuple[str | int, ...]


def check_ids(ids: Sequence[str], root: Map, problems: Problems, path: Path) -> None:
    """Note an id that stands twice in the list at a path."""
    if len(set(ids)) == len(ids):
        return
    first: dict[str, int] = {}
    for number, name in enumerate(ids):
        place = mark_at(root, (*path, number, "id")).value
        if name in first and name != STAND_IN:
            problems.add("M208", place, id=name, line=first[name])
        first.setdefault(name, place.line)


def check_count(
    count: int, root: Map, problems: Problems, path: Path, *, least: int, most: int = 0
) -> None:
    """Note a list with too few or too many items; nothing is said of one that was mended."""
    name = str(path[-1])
    if name in problems.lost or (count >= least and (not most or count <= most)):
        return
    wanted = f"{least}–{most}" if most else _("at least {count}").format(count=least)
    problems.add("K901", mark_at(root, path).key, field=name, count=count, wanted=wanted)


def check_length(
    text: str, root: Map, problems: Problems, path: Path, *, rows: int, columns: int
) -> None:
    """Note a text that does not fit where it is shown."""
    if len(text) <= columns and "\n" not in text:
        return
    taken = sum(len(textwrap.wrap(line, columns)) or 1 for line in text.strip().split("\n"))
    if taken > rows:
        problems.add("K902", mark_at(root, path).key, rows=taken, limit=rows)
