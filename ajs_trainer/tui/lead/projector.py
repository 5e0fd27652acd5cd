"""The window that the room sees: one stage after the other, large and calm."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from typing_extensions import override

from ajs_trainer.locale import N_, _
from ajs_trainer.paths import places
from ajs_trainer.session.events import (
    LeftScenario,
    Paused,
    Resumed,
    Skipped,
    SteppedBack,
    Stopped,
)
from ajs_trainer.session.stages import Stage
from ajs_trainer.tui.lead.meeting_screen import MeetingScreen
from ajs_trainer.tui.lead.projector_keys import KEYS
from ajs_trainer.tui.lead.stages.choosing import Choosing
from ajs_trainer.tui.lead.stages.noting import NotingView
from ajs_trainer.tui.lead.stages.way import Way


class ProjectorScreen(MeetingScreen):
    """A meeting, from wherever it was left, and what the facilitator does with keys."""

    CSS_PATH = "projector.tcss"
    HELP_TEXT = N_(
        "The room sees this window. The line above the keys always says what comes next.\n\n"
        "Every step is saved before the picture changes. If the computer stops, start the "
        "program again and go on from “Lead a session”."
    )
    BINDINGS: ClassVar[list[BindingType]] = [command.binding() for command in KEYS]

    def action_step_back(self) -> None:
        """Show what was shown before."""
        if not self.ready or (isinstance(self.view, Way) and self.view.step_back()):
            return
        if self.meeting.state.trail:
            self.keep(SteppedBack())
        else:
            self.ajs.say(_("There is nothing to go back to here."))

    def action_skip(self) -> None:
        """Leave the stage out."""
        if self.ready:
            last = self.meeting.place.stage is Stage.CLOSE
            self.keep(*([] if last else [Skipped()]))

    def action_pause(self) -> None:
        """Pause, or go on."""
        if self.ready and not self.meeting.state.closed:
            self.keep(Resumed() if self.meeting.state.paused else Paused())

    def action_leave_scenario(self) -> None:
        """Leave the rest of the scenario, the exercise or the role-play."""
        if self.ready:
            setup, place = self.meeting.setup, self.meeting.place
            stops = setup.step(place).kind == "roleplay"
            self.keep(Stopped() if stops else LeftScenario())

    def action_write(self) -> None:
        """Write something down for the group."""
        if self.ready and isinstance(self.view, NotingView):
            self.view.write()

    def action_other_way(self) -> None:
        """Collect the choices in the other way."""
        if self.ready and isinstance(self.view, Choosing):
            self.view.change_way()

    def action_draft(self) -> None:
        """Save what the room wanted to change as files of one's own."""
        if self.ready and self.meeting.state.closed and self.meeting.changes:
            self.attempt(self._write_drafts)

    async def _write_drafts(self) -> None:
        from ajs_trainer.tui.lead.draft import write_drafts

        meeting = self.meeting
        paths = await self.ajs.services.browse(
            lambda _library: write_drafts(places().library, meeting.setup, meeting.changes)
        )
        if self.view is not None:
            for path in paths:
                self.view.tell(_("Saved: {path}").format(path=path.name))

    @override
    def action_back(self) -> None:
        if isinstance(self.view, NotingView) and self.view.writing:
            self.view.stop_writing()
            self.view.take_focus()
        elif not self.ready or self.meeting.state.closed:
            self.go_home()
        else:
            self.run_worker(self._pause_and_leave(), exclusive=True, group="leaving")
