"""What the three see together, stage by stage; never what is on a card."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

from ajs_trainer.locale import _, ngettext
from ajs_trainer.model.roleplay import Cue
from ajs_trainer.model.vocabulary import PLAY_ROLES, PlayRole
from ajs_trainer.session import roleplaying
from ajs_trainer.session.cards import role_name
from ajs_trainer.session.events import Advanced, Closed
from ajs_trainer.session.script import SCRIPTS
from ajs_trainer.session.stages import Stage
from ajs_trainer.tui.commands import key_name
from ajs_trainer.tui.lead.stages.base import Keys, StageView, bullets, paragraph
from ajs_trainer.tui.lead.stages.texts import support
from ajs_trainer.tui.literal import literal_line
from ajs_trainer.tui.widgets.rows import Between, Row, Rows

if TYPE_CHECKING:
    from ajs_trainer.tui.lead.keeper import Keeper


_PLAY = "play"


class Cards(StageView):
    """Everybody reads their own card.

    Args:
        meeting: The role-play, as far as it has been kept.
        read: The roles whose cards have been read in this round.
    """

    @dataclass
    class Wanted(Message):
        """Somebody wants to read their card."""

        role: PlayRole

    def __init__(self, meeting: Keeper, read: Collection[PlayRole]) -> None:
        super().__init__(meeting)
        self._read = read

    @override
    def page(self) -> Iterable[Widget]:
        for line in SCRIPTS[Stage.CARDS].shown:
            yield paragraph(_(line))

    @override
    def panel(self) -> Iterable[Widget]:
        yield Rows(id="roles")

    @override
    def on_mount(self) -> None:
        super().on_mount()
        self.show_read(self._read)

    def show_read(self, read: Collection[PlayRole]) -> None:
        """Tick the roles whose cards have been read, in place: no key is lost meanwhile."""
        self._read = read
        play = self.meeting.setup.roleplay(self.meeting.place)
        names = {"client": f"{role_name('client')}, {play.client.name}"}
        rows: list[Option] = [
            Row(
                role,
                literal_line(names.get(role, role_name(role))),
                literal_line(_("✓ read") if role in self._read else _("not read yet"), "$quiet"),
                digit=str(number),
                beside=18,
            )
            for number, role in enumerate(PLAY_ROLES, start=1)
        ]
        rows += [Between(), Row(_PLAY, literal_line(_("Everybody has read: play")), digit="4")]
        ready = len(set(self._read)) == len(PLAY_ROLES)
        self.query_one(Rows).show_rows(rows, marked=_PLAY if ready else self._next())

    def _next(self) -> PlayRole:
        """The first role whose card has not been read."""
        return next(role for role in PLAY_ROLES if role not in self._read)

    @override
    def own_keys(self) -> Keys:
        return [("1–3", _("read a card")), ("4", _("play"))]

    @override
    def take_focus(self) -> None:
        self.query_one(Rows).focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        for role in PLAY_ROLES:
            if event.option_id == role:
                self.post_message(self.Wanted(role))
        if event.option_id == _PLAY:
            self.did(Advanced())


class Play(StageView):
    """Two play and one listens; slips are told of, never shown.

    Args:
        meeting: The role-play, as far as it has been kept.
        slip: A cue that somebody has not read yet.
    """

    def __init__(self, meeting: Keeper, slip: Cue | None) -> None:
        super().__init__(meeting)
        self._slip = slip

    @override
    def page(self) -> Iterable[Widget]:
        for line in SCRIPTS[Stage.PLAY].shown:
            yield paragraph(_(line))
        yield Static(id="waiting", classes="said apart", markup=False)

    @override
    def on_mount(self) -> None:
        super().on_mount()
        self.show_slip(self._slip)

    def show_slip(self, slip: Cue | None) -> None:
        """Tell whom a slip is for that nobody has read, in place: no key is lost meanwhile."""
        self._slip = slip
        waiting = self.query_one("#waiting", Static)
        waiting.display = slip is not None
        if slip is not None:
            whom = _("A slip for: {role}").format(role=role_name(slip.to).upper())
            waiting.update(literal_line(whom, "bold"))
        self.post_message(self.Turned())

    @override
    def own_keys(self) -> Keys:
        if self._slip is not None:
            return [("l", _("read the slip")), ("f", _("freeze"))]
        keys = [(key_name("enter"), _("talk about it")), ("f", _("freeze")), ("o", _("observe"))]
        left = len(roleplaying.on_request(self.meeting.setup, self.meeting.state))
        if left:
            keys.append(
                ("n", ngettext("one more slip", "{number} more slips", left).format(number=left))
            )
        return keys


class Frozen(StageView):
    """Everybody stands still; nobody leaves the role yet."""

    @override
    def title(self) -> str:
        return _("Freeze")

    @override
    def page(self) -> Iterable[Widget]:
        yield paragraph(_("Stand still. What happens just now, and what could be said next?"))
        yield paragraph(_("Anybody may say stop, without saying why."), "quiet")

    @override
    def own_keys(self) -> Keys:
        return [
            (key_name("enter"), _("play on")),
            ("r", _("rewind")),
            ("s", _("stop the role-play")),
        ]


class Talk(StageView):
    """Who speaks in which order; what the observer noted is one key away."""

    @override
    def page(self) -> Iterable[Widget]:
        yield from bullets((_(line) for line in SCRIPTS[Stage.FEEDBACK].shown), "close")

    @override
    def own_keys(self) -> Keys:
        return [*super().own_keys(), ("o", _("the observer's notes")), ("r", _("play it again"))]


class LeaveRole(StageView):
    """Out of the role; then what was practised is kept."""

    @override
    def page(self) -> Iterable[Widget]:
        if self.meeting.state.closed:
            yield paragraph(_("What you practised is kept. It tells nobody apart."))
        else:
            yield from bullets((_(line) for line in SCRIPTS[Stage.LEAVE_ROLE].shown), "close")
        yield from support(self.meeting)

    @override
    def own_keys(self) -> Keys:
        if self.meeting.state.closed:
            return [(key_name("enter"), _("see what you practised"))]
        return [(key_name("enter"), _("close the role-play"))]

    @override
    def enter(self) -> bool:
        if super().enter():
            return True
        if self.meeting.state.closed:
            from ajs_trainer.tui.lead.debrief import DebriefScreen

            _mounting = self.app.push_screen(DebriefScreen(self.meeting.info.key))
        else:
            self.did(Closed())
        return True
