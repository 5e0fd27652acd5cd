"""How the command line starts the facilitator's notes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import BindingType
from textual.screen import Screen
from typing_extensions import override

from ajs_trainer.errors import ExitCode
from ajs_trainer.locale import N_, current_language
from ajs_trainer.paths import places
from ajs_trainer.settings import Settings, read_settings
from ajs_trainer.tui.app import AjsApp
from ajs_trainer.tui.commands import Command
from ajs_trainer.tui.notes.follow import Watch
from ajs_trainer.tui.notes.screen import PACE, NotesScreen
from ajs_trainer.tui.services import Options, Services
from ajs_trainer.workplace import Workplace, read_workplace

if TYPE_CHECKING:
    from collections.abc import Callable

QUIT = Command(
    "quit", "ctrl+q", N_("Quit"), N_("Quit; the meeting is not touched by it."), priority=True
)


class NotesApp(AjsApp):
    """A window that follows a meeting and writes nothing about it.

    Args:
        record: The file with the meetings.
        settings: What the person has chosen in the program.
        workplace: What the workplace decided.
        pace: How often the record is looked at, in seconds.
        now: Tells the time in seconds, for the clock.

    Attributes:
        followed: The record, for as long as the window is open.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["../app.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [QUIT.binding()]

    def __init__(
        self,
        record: Path,
        settings: Settings,
        workplace: Workplace,
        pace: float = PACE,
        now: Callable[[], float] | None = None,
    ) -> None:
        services = Services(_not_asked, _not_asked)
        super().__init__(Options(None, record), services, settings, places().settings)
        self.followed = Watch(record, workplace.floor)
        self._workplace = workplace
        self._timing = (pace,) if now is None else (pace, now)

    @override
    def get_default_screen(self) -> Screen[None]:
        return NotesScreen(self.followed, self._workplace, *self._timing)


def run_notes(record: Path) -> int:
    """Follow the meeting that is going on until the person quits.

    Args:
        record: The file with the meetings; it need not be there yet.

    Returns:
        The exit code of the process.

    Raises:
        AjsError: The workplace's file cannot be read.
        Exception: The unexpected fault that ended the program; the terminal is restored.
    """
    settings = replace(read_settings(places().settings), language=current_language())
    app = NotesApp(record, settings, read_workplace(places().workplace))
    try:
        app.run()
    finally:
        app.services.close()
        app.followed.close()
    if app.fault is not None:
        raise app.fault
    return app.return_code or ExitCode.OK


def _not_asked() -> Any:
    raise NotImplementedError("the notes read the meeting, and nothing else")
