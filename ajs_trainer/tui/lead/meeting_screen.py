"""A meeting on the screen: what is kept, and what is shown of it."""

from __future__ import annotations

import time
from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from typing_extensions import override

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import _
from ajs_trainer.session.events import Advanced, Closed, Paused, Resumed, SessionEvent
from ajs_trainer.tui.lead.clock import SoftClock
from ajs_trainer.tui.lead.keeper import Keeper, open_meeting
from ajs_trainer.tui.lead.stages.base import StageView
from ajs_trainer.tui.lead.stages.views import view_of
from ajs_trainer.tui.literal import literal_line
from ajs_trainer.tui.screens.play_base import KeepingScreen
from ajs_trainer.tui.widgets.story_reading import Reading
from ajs_trainer.tui.widgets.topbar import TopBar


class MeetingScreen(KeepingScreen):
    """A meeting, one stage at a time; each event is kept before the picture changes.

    Args:
        session: Key of the meeting.
        now: Tells the time in seconds, for the soft clock.
    """

    def __init__(self, session: str, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._session = session
        self._now = now
        self._meeting: Keeper | None = None
        self.timed: object = None
        self._held = False

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
        """What is shown of the meeting; None while one picture gives way to the next."""
        return next((view for view in self.query(StageView) if view.query(Reading)), None)

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
        view = self.picture()
        await view.prepare()
        picture = self.query_one("#picture")
        await picture.remove_children()
        await picture.mount(view)
        self._show_place()
        self._time()
        view.take_focus()

    def picture(self) -> StageView:
        """What is shown of where the meeting is."""
        return view_of(self.meeting)

    def place(self) -> str:
        """How far the meeting has come, in a few words."""
        return _("part {number} of {all}").format(
            number=self.meeting.place.step + 1, all=len(self.meeting.setup.plan.steps)
        )

    def _show_place(self) -> None:
        topbar = self.query_one(TopBar)
        topbar.show_heading(literal_line(self.heading()))
        topbar.show_place(literal_line(self.place()))

    def used(self) -> float:
        """How many seconds of the stage have gone when one comes to it."""
        return 0

    def _time(self) -> None:
        """Count the minutes of a stage from when one comes to it; a pause holds the clock."""
        state, clock = self.meeting.state, self.query_one(SoftClock)
        here = (state.place, state.closed)
        if here != self.timed:
            clock.start(0 if state.closed else self.meeting.setup.minutes(state.place), self.used())
            clock.run(not state.paused)
        elif state.paused != self._held:
            clock.run(not state.paused)
        self.timed, self._held = here, state.paused

    def keep(self, *events: SessionEvent) -> None:
        """Commit events one after the other, and show where the meeting is then."""
        if not self.ready:
            return
        left = list(events)

        async def deed() -> None:
            while left:
                await self._keep(left[0])
                del left[0]
            self.app.clear_notifications()
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

    def action_clock(self) -> None:
        """Stop the clock, or let it go on; what hangs on it waits."""
        self.query_one(SoftClock).toggle()

    def action_blank(self) -> None:
        """Show nothing, at once, whatever is being done."""
        from ajs_trainer.tui.lead.blank import BlankScreen

        _mounting = self.app.push_screen(BlankScreen())

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
