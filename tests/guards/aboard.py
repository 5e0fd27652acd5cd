"""The program with a library of one text, ready for a journey."""

from __future__ import annotations

from pathlib import Path

from ajs_trainer.record import open_record
from ajs_trainer.settings import Settings
from ajs_trainer.tui.app import AjsApp
from ajs_trainer.tui.notes.start import NotesApp
from ajs_trainer.tui.services import Options, Services
from ajs_trainer.workplace import Support, Workplace
from tests.guards.material import Material
from tests.tui.fakes import FakeLibrary

PACE = 0.1
"""How often the notes look at the record, in seconds."""


def program(
    journey: str, path: Path, material: Material, settings: Path
) -> tuple[AjsApp, FakeLibrary]:
    """The program that a journey goes through, and the library that it finds.

    Args:
        path: The record.
        settings: The file of the settings.
    """
    library = material.library()
    if journey == "notes":
        return _notes(path, material), library
    if journey == "refused":
        path.touch()
        services = Services(lambda: library, material.refused)
    else:
        services = Services(lambda: library, lambda: open_record(path))
    return AjsApp(Options(None, path), services, Settings(), settings), library


def close(app: AjsApp) -> None:
    """Let go of the files."""
    app.services.close()
    if isinstance(app, NotesApp):
        app.followed.close()


def _notes(path: Path, material: Material) -> NotesApp:
    """The notes of a meeting that has begun."""
    with open_record(path) as record:
        record.sessions.begin(material.meeting(), title=material.text)
    workplace = Workplace(support=(Support(material.text, material.text),))
    return NotesApp(path, Settings(), workplace, PACE)
