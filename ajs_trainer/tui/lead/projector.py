"""The window that the room sees: one stage after the other, large and calm."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from typing_extensions import override

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import N_, _
from ajs_trainer.paths import places
from ajs_trainer.session.events import (
    Advanced,
    Closed,
    LeftScenario,
    Paused,
    Resumed,
    SessionEvent,
    Skipped,
    SteppedBack,
)
from ajs_trainer.session.stages import Stage, planned_minutes
from ajs_trainer.tui.lead.clock import SoftClock
from ajs_trainer.tui.lead.keeper import Keeper, open_meeting
from ajs_trainer.tui.lead.projector_keys import KEYS
from ajs_trainer.tui.lead.stages.base import StageView
from ajs_trainer.tui.lead.stages.choosing import Choosing
from ajs_trainer.tui.lead.stages.views import view_of
from ajs_trainer.tui.lead.stages.way import Way
from ajs_trainer.tui.literal import literal_line
from ajs_trainer.tui.screens.play_base import KeepingScreen
from ajs_trainer.tui.widgets.story_reading import Reading
from ajs_trainer.tui.widgets.topbar import TopBar


class ProjectorScreen(KeepingScreen):
    """A meeting, from wherever it was left.

    Args:
        session: Key of the meeting.
        now: Tells the time in seconds, for the soft clock.
    """

    CSS_PATH = "projector.tcss"
    HELP_TEXT = N_(
        "The room sees this window. The line above the keys always says what comes next.\n\n"
        "Every step is saved before the picture changes. If the computer stops, start the "
        "program again and go on from “Lead a session”."
    )
    BINDINGS: ClassVar[list[BindingType]] = [command.binding() for command in KEYS]

    def __init__(self, session: str, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._session = session
        self._now = now
        self._meeting: Keeper | None = None
        self._timed: object = None

    @override
    def content(self) -> ComposeResult:
        yield Vertical(id="picture")
        yield SoftClock(self._now)

    @property
    def meeting(self) -> Keeper:
        """The open meeting; there is one as soon as something is shown."""
        assert self._meeting is not None  # noqa: S101
        return self._meeting

    @property
    def ready(self) -> bool:
        """Whether keys may change something now."""
        return self._meeting is not None and not self.busy

    @property
    def view(self) -> StageView | None:
        """What is shown of the meeting."""
        return next(iter(self.query(StageView)), None)

    @override
    def heading(self) -> str:
        return self._meeting.info.title if self._meeting else ""

    @override
    def fill(self) -> None:
        if self._meeting is None:
            self.attempt(self._open)
            super().fill()
        else:
            self.attempt(self._show)

    async def _open(self) -> None:
        self._meeting = await open_meeting(self.ajs.services, self._session)
        await self._show()

    async def _show(self) -> None:
        """Show where the meeting is."""
        view = view_of(self.meeting)
        await view.prepare()
        picture = self.query_one("#picture")
        await picture.remove_children()
        await picture.mount(view)
        self._show_place()
        self._time()
        view.take_focus()

    def _show_place(self) -> None:
        topbar = self.query_one(TopBar)
        topbar.show_heading(literal_line(self.heading()))
        place = _("part {number} of {all}").format(
            number=self.meeting.place.step + 1, all=len(self.meeting.setup.plan.steps)
        )
        topbar.show_place(literal_line(place))

    def _time(self) -> None:
        """Count the minutes of a stage from when one comes to it."""
        state = self.meeting.state
        here = (state.place, state.paused, state.closed)
        if here == self._timed:
            return
        self._timed = here
        step = self.meeting.setup.step(state.place)
        still = state.paused or state.closed
        self.query_one(SoftClock).start(0 if still else planned_minutes(step, state.place.stage))

    def keep(self, *events: SessionEvent) -> None:
        """Commit events one after the other, and show where the meeting is then."""
        if not self.ready:
            return
        left = list(events)

        async def deed() -> None:
            while left:
                await self._keep(left[0])
                del left[0]
            await self._show()

        if self.meeting.fits(*events):
            self.attempt(deed)
        else:
            self.ajs.say(_("That cannot be done here."))

    async def _keep(self, event: SessionEvent) -> None:
        if isinstance(event, Closed):
            await self.meeting.close()
        else:
            await self.meeting.keep(event)

    @override
    def next_keys(self) -> list[tuple[str, str]]:
        return self.view.keys() if self.view and self.view.is_mounted else []

    @override
    def show_next(self) -> None:
        super().show_next()
        if self.view is not None:
            self.view.disabled = self.failed

    @override
    def go_on(self) -> None:
        if self._meeting is None or self.view is None or self.view.enter():
            return
        self.keep(Resumed() if self.meeting.state.paused else Advanced())

    @on(StageView.Did)
    def _did(self, event: StageView.Did) -> None:
        self.keep(*event.events)

    @on(StageView.Turned)
    @on(Reading.Moved)
    def _turned(self) -> None:
        self.show_next()

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

    def action_blank(self) -> None:
        """Show nothing, at once, whatever is being done."""
        from ajs_trainer.tui.lead.blank import BlankScreen

        _mounting = self.app.push_screen(BlankScreen())

    def action_leave_scenario(self) -> None:
        """Leave the rest of the scenario."""
        if self.ready:
            self.keep(LeftScenario())

    def action_write(self) -> None:
        """Write something down for the group."""
        if self.ready and self.view is not None:
            self.view.write()

    def action_other_way(self) -> None:
        """Collect the choices in the other way."""
        if self.ready and isinstance(self.view, Choosing):
            self.view.change_way()

    def action_clock(self) -> None:
        """Stop the clock, or let it go on."""
        self.query_one(SoftClock).toggle()

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
        if self.view is not None and self.view.writing:
            self.view.stop_writing()
            self.view.take_focus()
        elif not self.ready or self.meeting.state.closed:
            self.go_home()
        else:
            self.run_worker(self._pause_and_leave(), exclusive=True, group="leaving")

    async def _pause_and_leave(self) -> None:
        """Leave also when the pause cannot be kept: all before it is."""
        try:
            if not self.meeting.state.paused:
                await self.meeting.keep(Paused())
        except AjsError as error:
            self.ajs.say(error.message, fault=True)
        else:
            self.ajs.say(_("Paused. Everything is saved."))
        self.go_home()
