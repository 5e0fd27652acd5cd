"""What a file may refer to by kind and id: a skill, a role-play, an exercise.

Looked for beside the file first, so that what is written together is checked together, and then
in the folders of the library, where a later one wins. A file that refers to nothing costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice
from pathlib import Path

from ajs_trainer.content.limits import MAX_FILES
from ajs_trainer.content.problems import Problems
from ajs_trainer.content.reading import read_header, read_root
from ajs_trainer.content.tree import Seq, id_of


class _Index:
    """The files of some folders by name, listed when first asked for."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)

    @cached_property
    def by_name(self) -> dict[str, list[Path]]:
        """Every file with a name, the one that wins first."""
        found: dict[str, list[Path]] = {}
        for path in scenario_files(self._folders):
            found.setdefault(path.stem, []).insert(0, path)
        return found


@dataclass(frozen=True, slots=True)
class Shelf:
    """Files by kind and id: those beside a file, and those of the library."""

    _index: _Index
    _file: Path | None = None

    def beside(self, file: Path) -> Shelf:
        """The same folders, looked at from a file."""
        return replace(self, _file=file)

    def find(self, kind: str, name: str) -> Path | None:
        """The file of this kind with this id, or None."""
        near = neighbours(self._file, name) if self._file else iter(())
        paths: Iterator[Path] = chain(near, self._index.by_name.get(name, ()))
        return next((path for path in paths if _kind(path) == kind), None)

    def names(self, kind: str) -> list[str]:
        """The ids of every file of this kind."""
        around = _folders_around(self._file) if self._file else iter(())
        near = (path for folder in around for path in sorted(folder.glob("*.yaml")))
        paths = {path.stem: path for path in islice(near, MAX_FILES)}
        paths |= {name: files[0] for name, files in self._index.by_name.items()}
        return sorted(name for name, path in paths.items() if _kind(path) == kind)

    def behaviours(self, skill: str) -> tuple[str, ...] | None:
        """The ids of a skill's behaviours, or None when there is no such skill."""
        path = self.find("skill", skill)
        root = read_root(path, str(path), Problems()) if path else None
        if root is None:
            return None
        items = root.get("behaviours")
        return tuple(id_of(item) for item in items) if isinstance(items, Seq) else ()


def shelf(folders: Iterable[Path]) -> Shelf:
    """What stands in a list of folders, in order; later ones win."""
    return Shelf(_Index(folders))


def neighbours(file: Path, name: str) -> Iterator[Path]:
    """Files with an id beside a file, in the folder above, and in the folders there."""
    own = file.resolve()
    for folder in _folders_around(own):
        path = folder / f"{name}.yaml"
        if path != own and path.is_file():
            yield path


def _folders_around(file: Path) -> Iterator[Path]:
    here = file.resolve().parent
    yield from (here, here.parent, *sorted(here.parent.glob("*/")))


def scenario_files(folders: Iterable[Path]) -> Iterator[Path]:
    """Every file that may hold something to use, folder by folder."""
    found = (path for folder in folders for path in sorted(folder.rglob("*.yaml")))
    return islice(found, MAX_FILES)


def _kind(path: Path) -> str:
    header = read_header(path, Problems())
    kind = header.get("kind") if header is not None else None
    return kind if isinstance(kind, str) else ""
