"""How the command line starts the program in the terminal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ajs_trainer.errors import ExitCode
from ajs_trainer.locale import current_language
from ajs_trainer.paths import places
from ajs_trainer.settings import read_settings
from ajs_trainer.tui.app import AjsApp
from ajs_trainer.tui.services import Library, Options, Record, Services


def run_app(
    library: Path | None,
    record: Path,
    participant_code: str,
    start: str | None = None,
    *,
    lead: str | None = None,
    roleplay: str | None = None,
    insist: bool = False,
) -> int:
    """Run the program until the person quits.

    Args:
        library: A folder of scenarios besides the usual ones, or None.
        record: The file with the choices.
        participant_code: The own code of the person; empty for whoever sits at the computer.
        start: Id or file of a scenario to start at once, or None for the home screen.
        lead: Id of a plan or a scenario to lead a meeting with, empty to choose one, or None.
        roleplay: Id of a role-play in threes, empty to choose one, or None.
        insist: Use the record even on a network drive or in a synchronised folder.

    The language is the one that texts are shown in when this is called.

    Returns:
        The exit code of the process.

    Raises:
        Exception: The unexpected fault that ended the program; the terminal is restored.
    """
    options = Options(library, record, participant_code, start, lead, roleplay)
    services = Services(lambda: _find(library), lambda: _open(record, insist=insist))
    settings_path = places().settings
    settings = replace(read_settings(settings_path), language=current_language())
    app = AjsApp(options, services, settings, settings_path)
    try:
        app.run()
    finally:
        services.close()
    if app.fault is not None:
        raise app.fault
    return app.return_code or ExitCode.OK


def _find(folder: Path | None) -> Library:
    from ajs_trainer.content.library import Library, search_path

    return Library(search_path(folder))


def _open(path: Path, *, insist: bool) -> Record:
    from ajs_trainer.record import open_record

    return open_record(path, insist=insist)
