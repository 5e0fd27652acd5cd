"""What a room wanted to change, as the beginning of a version of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import Path

from ajs_trainer.characters import visible_line
from ajs_trainer.errors import AjsError
from ajs_trainer.locale import _
from ajs_trainer.session.state import Setup


def write_drafts(
    folder: Path, setup: Setup, changes: Mapping[str, Iterable[str]]
) -> tuple[Path, ...]:
    """Write a draft for each scenario that the room wanted to change.

    Raises:
        AjsError: One could not be written; those before it are there.
    """
    try:
        return tuple(
            write_draft(folder, name, setup.stories[name].scenario.language, wanted)
            for name, wanted in changes.items()
        )
    except OSError as error:
        raise AjsError(
            _("The changes could not be saved in {folder}.").format(folder=folder),
            _("Look at whether the folder can be written to, or write them down by hand."),
        ) from error


def write_draft(folder: Path, scenario: str, language: str, changes: Iterable[str]) -> Path:
    """Write a file that adapts a scenario and tells, in comments, what is to be changed.

    As it stands it changes nothing. A file that is there already is left alone.

    Args:
        folder: The user's own scenarios.
        scenario: Id of the scenario.
        language: The language of its texts.
        changes: What the room wanted, in its words.

    Raises:
        OSError: It could not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lines = [
        _("What the room wanted to change. Write it below, and look with “ajs check”."),
        *(f"- {visible_line(change)}" for change in changes),
    ]
    text = "".join(f"# {line}\n" for line in lines)
    text += f"format: 1\nkind: scenario\nadapts: {scenario}\nlanguage: {language}\n"
    for number in count(1):
        name = f"{scenario}-hos-oss" if number == 1 else f"{scenario}-hos-oss-{number}"
        path = folder / f"{name}.yaml"
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            continue
        return path
    raise AssertionError
