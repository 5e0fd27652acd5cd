"""``ajs check``"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ajs_trainer.cli.option import Argument, Option
from ajs_trainer.cli.output import FORMAT_OPTION, remark, write, write_json
from ajs_trainer.cli.parts import Command
from ajs_trainer.cli.shared import library_folder
from ajs_trainer.errors import AjsError, ExitCode
from ajs_trainer.locale import N_, _, ngettext

if TYPE_CHECKING:
    from ajs_trainer.content.library import Library
    from ajs_trainer.content.load import Loaded
    from ajs_trainer.content.problems import Problem

BASE_NOT_FOUND = "A501"
GUIDE = ".md"


@click.command(
    "check",
    cls=Command,
    options_metavar=N_("[OPTIONS]"),
    help=N_(
        "Look for mistakes in scenario files and the guides that belong to them: in the files and "
        "folders that are named, or in everything that can be played. Each mistake is printed as "
        "file:line:column, what is wrong and what to do. The exit code is 1 when something must be "
        "mended; warnings and notes alone give 0."
    ),
)
@click.argument(
    "paths", cls=Argument, nargs=-1, metavar=N_("[PATH]..."), type=click.Path(path_type=Path)
)
@click.option(
    "--release", cls=Option, is_flag=True, help=N_("Refuse drafts, as before a publication.")
)
@click.option("--format", "form", cls=Option, **FORMAT_OPTION)
def command(paths: tuple[Path, ...], release: bool, form: str) -> int:
    """Check files and say what was found."""
    from ajs_trainer.content.folders import search_path
    from ajs_trainer.content.library import Library

    folders = search_path(library_folder())
    library = Library(folders)
    tally = Tally()
    found: list[dict[str, object]] = []
    for path in _files(paths or _everything(folders), library):
        is_guide = path.suffix == GUIDE
        loaded = _guide(path, library) if is_guide else _load(path, library, release=release)
        tally.count(loaded)
        if form == "json":
            found.extend(_plain(problem) for problem in loaded.problems)
        else:
            _print(loaded)
    if form == "json":
        write_json(found)
    remark(tally.sentence())
    return ExitCode.FOUND if tally.errors else ExitCode.OK


def _everything(folders: Iterable[Path]) -> list[Path]:
    from ajs_trainer.content.bundled import bundled_guides

    every = [*folders, bundled_guides()]
    return [_seen_from_here(folder) for folder in every if folder.is_dir()]


def _seen_from_here(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _files(paths: Iterable[Path], library: Library) -> list[Path]:
    """The files themselves; of a folder, the scenarios in and below it and their guides, once each.

    Raises:
        AjsError: There is nothing at a path.
    """
    files: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            files.update(dict.fromkeys(sorted(path.rglob("*.yaml"))))
            guides = (each for each in path.rglob(f"*{GUIDE}") if _scenario_of(each, library))
            files.update(dict.fromkeys(sorted(guides)))
        elif path.exists() or path.is_symlink():
            files[path] = None
        else:
            raise AjsError(
                _("There is no file or folder “{path}”.").format(path=path),
                _("Look at how it is spelt, and at which folder you are in."),
            )
    return list(files)


def _load(path: Path, library: Library, *, release: bool) -> Loaded:
    """Read a file; what it builds on is looked for beside it, and then in the library."""
    from ajs_trainer.content.load import load_file

    known = library.known()
    loaded = load_file(path, release=release, known=known)
    if any(problem.code == BASE_NOT_FOUND for problem in loaded.problems):
        loaded = load_file(path, library.base_path, release=release, known=known)
    return loaded


def _guide(path: Path, library: Library) -> Loaded:
    """Read a guide; its scenes are those of the scenario that it is named after."""
    from ajs_trainer.content.guides import load_guide
    from ajs_trainer.content.load import Loaded

    file = _scenario_of(path, library)
    scenario = None if file is None else _load(file, library, release=False).scenario
    return Loaded(None, load_guide(path, scenario.scenes if scenario else None).problems)


def _scenario_of(guide: Path, library: Library) -> Path | None:
    """The scenario that a guide is named after: beside it, or in the library."""
    beside = guide.with_suffix(".yaml")
    return beside if beside.is_file() else library.base_path(guide.stem)


def _print(loaded: Loaded) -> None:
    for problem in loaded.problems:
        write(problem.text())
    if loaded.more:
        remark(
            ngettext(
                "... and {count} more in the same file.",
                "... and {count} more in the same file.",
                loaded.more,
            ).format(count=loaded.more)
        )


def _plain(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }


@dataclass(slots=True)
class Tally:
    """How much was checked, and how much of what was found."""

    files: int = 0
    errors: int = 0
    warnings: int = 0
    notes: int = 0

    def count(self, loaded: Loaded) -> None:
        """Add a file."""
        self.files += 1
        for problem in loaded.problems:
            self.errors += problem.severity == "error"
            self.warnings += problem.severity == "warning"
            self.notes += problem.severity == "note"

    def sentence(self) -> str:
        """What a person wants to know at the end."""
        found = [
            ngettext("{count} error", "{count} errors", self.errors).format(count=self.errors)
            if self.errors
            else _("no errors")
        ]
        if self.warnings:
            found.append(
                ngettext("{count} warning", "{count} warnings", self.warnings).format(
                    count=self.warnings
                )
            )
        if self.notes:
            found.append(
                ngettext("{count} note", "{count} notes", self.notes).format(count=self.notes)
            )
        return ngettext("{count} file, {found}.", "{count} files, {found}.", self.files).format(
            count=self.files, found=", ".join(found)
        )
