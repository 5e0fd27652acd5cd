"""Every file of one kind in the folders of the library."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol, TypeVar

from ajs_trainer.content.load import load_file
from ajs_trainer.content.problems import Problems
from ajs_trainer.content.reading import read_header
from ajs_trainer.content.shelf import scenario_files, shelf


class Document(Protocol):
    """What every kind of file says of itself."""

    @property
    def id(self) -> str: ...
    @property
    def language(self) -> str: ...


Found = TypeVar("Found", bound=Document)


def collect(folders: Iterable[Path], language: str, kind: str, model: type[Found]) -> list[Found]:
    """Every document of a kind that has no errors, one for each id.

    A later folder wins by id; of one document in two languages the reader's own is chosen.
    """
    folders = tuple(folders)
    known = shelf(folders)
    found: dict[str, dict[str, Found]] = {}
    for path in scenario_files(folders):
        header = read_header(path, Problems())
        if header is None or header.get("kind") != kind:
            continue
        document = load_file(path, known=known).document
        if isinstance(document, model):
            found.setdefault(document.id, {})[document.language] = document
    return [texts.get(language) or next(iter(texts.values())) for texts in found.values()]
