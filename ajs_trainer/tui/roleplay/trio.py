"""A role-play in threes: the computer in the middle, and each one's card behind a cover."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from typing_extensions import override

from ajs_trainer.locale import N_, _
from ajs_trainer.model.roleplay import Cue
from ajs_trainer.model.vocabulary import PlayRole
from ajs_trainer.session import roleplaying
from ajs_trainer.session.cards import card
from ajs_trainer.session.events import CueGiven, Paused, Resumed, Rewound, SteppedBack, Stopped
from ajs_trainer.session.stages import ROUND, Place, Stage
from ajs_trainer.tui.lead.clock import SoftClock
from ajs_trainer.tui.lead.meeting_screen import MeetingScreen
from ajs_trainer.tui.lead.stages.base import StageView
from ajs_trainer.tui.lead.stages.texts import Said
from ajs_trainer.tui.roleplay.keys import KEYS
from ajs_trainer.tui.roleplay.observer import ObserverScreen
from ajs_trainer.tui.roleplay.private import CardScreen, SlipScreen
from ajs_trainer.tui.roleplay.views import Cards, Frozen, LeaveRole, Play, Talk

LOOK = 0.5
"""Seconds between looks at whether the time of a cue has come."""


class TrioScreen(MeetingScreen):
    """One role-play, from wherever it was left.

    Args:
        session: Key of the role-play in the record.
        now: Tells the time in seconds, for the soft clock and the cues.
    """

    CSS_PATH = "roleplay.tcss"
    HELP_TEXT = N_(
        "The three of you share the computer. Everybody sees this window; cards, slips and notes "
        "are covered until the right one sits alone with them.\n\n"
        "F freezes the play, R plays it again, and S is the stop word: it always works and needs "
        "no reason. Every step is saved before the picture changes."
    )
    BINDINGS: ClassVar[list[BindingType]] = [command.binding() for command in KEYS]

    def __init__(self, session: str, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(session, now)
        self._read_cards: set[tuple[str, PlayRole]] = set()
        self._read_slips: set[tuple[str, str]] = set()

    @override
    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(LOOK, self.look)

    @override
    def picture(self) -> StageView:
        meeting, place = self.meeting, self.meeting.place
        if meeting.state.paused and place.stage in ROUND:
            return Frozen(meeting)
        match place.stage:
            case Stage.CARDS:
                return Cards(meeting, self._read_in(place))
            case Stage.PLAY:
                return Play(meeting, self._unread())
            case Stage.FEEDBACK:
                return Talk(meeting)
            case Stage.LEAVE_ROLE:
                return LeaveRole(meeting)
        return Said(meeting)

    @override
    def place(self) -> str:
        rounds = self.meeting.setup.roleplay(self.meeting.place).rounds
        text = _("round {number} of {all}")
        return text.format(number=self.meeting.place.scene, all=rounds)

    @override
    def used(self) -> float:
        return roleplaying.seconds_played(self.meeting.setup, self.meeting.state)

    def look(self) -> None:
        """Let the next cue come, when its time has come and nobody reads or writes."""
        if not self.ready or self.app.screen is not self or self.meeting.state.paused:
            return
        seconds = self.query_one(SoftClock).seconds
        due = roleplaying.due(self.meeting.setup, self.meeting.state, seconds)
        if due is not None:
            self.keep(CueGiven(due.id))

    def _given(self) -> list[Cue]:
        """The cues that have come in this round, in order."""
        known = {cue.id: cue for cue in self.meeting.setup.roleplay(self.meeting.place).cues}
        return [known[name] for name in roleplaying.given(self.meeting.state)]

    def _unread(self) -> Cue | None:
        """The first cue of the round that nobody has read."""
        number = self.meeting.place.scene
        return next(
            (cue for cue in self._given() if (number, cue.id) not in self._read_slips), None
        )

    def _read_in(self, place: Place) -> list[PlayRole]:
        """The roles whose cards have been read in the round."""
        return [role for number, role in self._read_cards if number == place.scene]

    @on(Cards.Wanted)
    def _card_wanted(self, event: Cards.Wanted) -> None:
        setup, place = self.meeting.setup, self.meeting.place
        told = card(event.role, setup.roleplay(place), setup.skill(place))

        def read(seen: bool | None) -> None:
            if seen:
                self._read_cards.add((place.scene, event.role))
            if isinstance(self.view, Cards):
                self.view.show_read(self._read_in(place))

        _mounting = self.app.push_screen(CardScreen(told), read)

    def action_slip(self) -> None:
        """Read the first slip that nobody has read, or the latest one again."""
        if not self.ready or self.meeting.place.stage is not Stage.PLAY:
            return
        given = self._given()
        cue = self._unread() or (given[-1] if given else None)
        if cue is None:
            self.ajs.say(_("There is no slip yet."))
            return
        number = self.meeting.place.scene

        def read(seen: bool | None) -> None:
            if seen:
                self._read_slips.add((number, cue.id))
            if isinstance(self.view, Play):
                self.view.show_slip(self._unread())

        _mounting = self.app.push_screen(SlipScreen(cue), read)

    def action_next_slip(self) -> None:
        """Let the next thing happen that waits for a key."""
        if not self.ready:
            return
        waiting = roleplaying.on_request(self.meeting.setup, self.meeting.state)
        if waiting:
            self.keep(CueGiven(waiting[0].id))
        else:
            self.ajs.say(_("There are no more slips in this round."))

    def action_observe(self) -> None:
        """Let the observer write."""
        if self.ready and self.meeting.place.stage in ROUND and not self.meeting.state.closed:
            place, setup = self.meeting.place, self.meeting.setup
            screen = ObserverScreen(self.meeting.info.key, place, setup.skill(place))
            _mounting = self.app.push_screen(screen)

    def action_freeze(self) -> None:
        """Freeze the play, or let it go on."""
        if self.ready and self.meeting.place.stage in ROUND:
            self.keep(Resumed() if self.meeting.state.paused else Paused())

    def action_rewind(self) -> None:
        """Play again from where they want."""
        if self.ready:
            self.timed = None
            self._read_slips = {
                each for each in self._read_slips if each[0] != self.meeting.place.scene
            }
            self.keep(*self._thawed(), Rewound())

    def action_stop(self) -> None:
        """The stop word."""
        if self.ready and not self.meeting.state.closed:
            self.keep(*self._thawed(), Stopped())

    def _thawed(self) -> tuple[Resumed, ...]:
        return (Resumed(),) if self.meeting.state.paused else ()

    def action_step_back(self) -> None:
        """Show what was shown before."""
        if self.ready and self.meeting.state.trail:
            self.keep(SteppedBack())

    @override
    def action_back(self) -> None:
        if not self.ready or self.meeting.state.closed or self.meeting.state.paused:
            self.go_home()
        else:
            self.run_worker(self._pause_and_leave(), exclusive=True, group="leaving")
