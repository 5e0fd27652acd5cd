"""The ways between screens; each screen is imported when somebody goes there.

A screen asks for another one here and nowhere else, so that the first frame imports nothing it
does not draw. Screens are made anew each time: Textual would keep one that is pushed by name,
with the texts of a language that may no longer hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    from ajs_trainer.model.plan import Plan
    from ajs_trainer.model.roleplay import RolePlay
    from ajs_trainer.tui.services import RunInfo


def open_library(app: App[None]) -> None:
    """Choose a scenario."""
    from ajs_trainer.tui.screens.library import LibraryScreen

    _show(app, LibraryScreen())


def open_start(app: App[None], scenario: str) -> None:
    """Go to the start of a scenario: its content note, and how sure one is.

    Args:
        scenario: The id of a scenario in the library, or the path of a file.
    """
    from ajs_trainer.tui.screens.start import StartScreen

    _show(app, StartScreen(scenario))


def open_run(app: App[None], run: RunInfo) -> None:
    """Go on with an unfinished run where it was left."""
    from ajs_trainer.tui.screens.play import PlayScreen

    _show(app, PlayScreen(run))


def go_on_to_run(app: App[None], run: RunInfo, *, resumed: bool = False) -> None:
    """Play a run in the place of the screen that is shown."""
    from ajs_trainer.tui.screens.play import PlayScreen

    _replace(app, PlayScreen(run, resumed=resumed))


def go_on_to_ending(app: App[None], run: RunInfo) -> None:
    """See how a run turned out, in the place of the screen that is shown."""
    from ajs_trainer.tui.screens.ending import EndingScreen

    _replace(app, EndingScreen(run))


def open_way(app: App[None], run: RunInfo) -> None:
    """Look back at a run of one's own, finished or not."""
    from ajs_trainer.tui.screens.ending import EndingScreen

    _show(app, EndingScreen(run))


def go_home(app: App[None]) -> None:
    """Close every screen but the one at which the program begins."""
    while len(app.screen_stack) > 1:
        _removing = app.pop_screen()


def open_history(app: App[None]) -> None:
    """See one's own runs."""
    from ajs_trainer.tui.screens.history import HistoryScreen

    _show(app, HistoryScreen())


def open_code(app: App[None]) -> None:
    """Choose an own code."""
    from ajs_trainer.tui.screens.code import CodeScreen

    _show(app, CodeScreen())


def open_settings(app: App[None]) -> None:
    """Choose language and look."""
    from ajs_trainer.tui.screens.settings import SettingsScreen

    _show(app, SettingsScreen())


def open_help(app: App[None]) -> None:
    """Read about the program."""
    from ajs_trainer.tui.screens.help import HelpScreen

    _show(app, HelpScreen())


def open_lead(app: App[None], wanted: str = "") -> None:
    """Lead a meeting: choose a plan, or go on with the plan or scenario ``wanted``."""
    from ajs_trainer.tui.lead.setup import PlanScreen

    _show(app, PlanScreen(wanted))


def choose_scenario_for(app: App[None], plan: Plan | None) -> None:
    """Choose a scenario for a plan, or for a meeting with nothing else."""
    from ajs_trainer.tui.lead.setup import ScenarioForMeeting

    _show(app, ScenarioForMeeting(plan))


def choose_practice_for_meeting(app: App[None], kind: Literal["roleplay", "exercise"]) -> None:
    """Choose a role-play for several trios, or a value exercise, for a meeting with that alone."""
    from ajs_trainer.tui.lead.setup_practice import PracticeForMeeting

    _show(app, PracticeForMeeting(kind))


def open_meeting_start(app: App[None], plan: Plan, scenario: str) -> None:
    """Decide how many one is and how choices are collected."""
    from ajs_trainer.tui.lead.meeting_start import MeetingStart

    _show(app, MeetingStart(plan, scenario))


def begin_meeting(app: App[None], session: str) -> None:
    """Show the room a meeting that has just been begun."""
    from ajs_trainer.tui.lead.projector import ProjectorScreen

    _replace(app, ProjectorScreen(session))


def open_meeting(app: App[None], session: str) -> None:
    """Go on with a meeting where it was left."""
    from ajs_trainer.tui.lead.projector import ProjectorScreen

    _show(app, ProjectorScreen(session))


def open_role_plays(app: App[None], wanted: str = "") -> None:
    """Choose a role-play, or go to the one called ``wanted``."""
    from ajs_trainer.tui.roleplay.choose import ChooseRolePlay

    _show(app, ChooseRolePlay(wanted))


def open_role_play_start(app: App[None], play: RolePlay) -> None:
    """Read what a role-play is about before it begins."""
    from ajs_trainer.tui.roleplay.start import RolePlayStart

    _show(app, RolePlayStart(play))


def begin_role_play(app: App[None], session: str) -> None:
    """Show three people a role-play that has just been begun."""
    from ajs_trainer.tui.roleplay.trio import TrioScreen

    _replace(app, TrioScreen(session))


def open_role_play(app: App[None], session: str) -> None:
    """Go on with a role-play where it was left."""
    from ajs_trainer.tui.roleplay.trio import TrioScreen

    _show(app, TrioScreen(session))


def open_coming(app: App[None], what: str) -> None:
    """Read plainly what does not exist yet: ``write``."""
    from ajs_trainer.tui.screens.coming import ComingScreen

    _show(app, ComingScreen(what))


def _replace(app: App[None], screen: Screen[None]) -> None:
    _uncover(app)
    _mounting = app.switch_screen(screen)


def _show(app: App[None], screen: Screen[None]) -> None:
    _mounting = app.push_screen(screen)


def _uncover(app: App[None]) -> None:
    """Take the notice for a small window away, so that it is not taken for the screen below.

    The screen that comes puts it back.
    """
    from ajs_trainer.tui.screens.too_small import TooSmall

    if isinstance(app.screen, TooSmall):
        _removing = app.pop_screen()
