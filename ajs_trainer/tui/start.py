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

__all__ = ["Options", "run_app"]


def run_app(options: Options, *, insist: bool = False) -> int:
    """Run the program until the person quits.

    Args:
        options: What it was started with.
        insist: Use the record even on a network drive or in a synchronised folder.

    The language is the one that texts are shown in when this is called.

    Returns:
        The exit code of the process.

    Raises:
        Exception: The unexpected fault that ended the program; the terminal is restored.
    """
    services = Services(
        lambda: _find(options.library), lambda: _open(options.record, insist=insist)
    )
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
    from ajs_trainer.content.folders import search_path
    from ajs_trainer.content.library import Library

    return Library(search_path(folder))


def _open(path: Path, *, insist: bool) -> Record:
    from ajs_trainer.record import open_record

    return open_record(path, insist=insist)
