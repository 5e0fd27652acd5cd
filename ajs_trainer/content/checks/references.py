"""Whether what a file names by id can be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ajs_trainer.content.problems import Problems
from ajs_trainer.content.structure import STAND_IN
from ajs_trainer.content.tree import Map, mark_at

if TYPE_CHECKING:
    from ajs_trainer.content.shelf import Shelf


def check_exists(
    kind: str,
    name: str,
    root: Map,
    problems: Problems,
    known: Shelf,
    path: tuple[str | int, ...],
) -> None:
    """Note the id at a path when there is no file of that kind with it."""
    if name == STAND_IN or known.find(kind, name) is not None:
        return
    place = mark_at(root, path).value
    meant = problems.closest(name, known.names(kind))
    problems.add("K905", place, kind=kind, name=name, suggestion=meant)
