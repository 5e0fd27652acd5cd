"""Which role-play it is going to be; one that was interrupted stands first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import N_, _, current_language
from ajs_trainer.tui import navigate
from ajs_trainer.tui.base import AjsScreen
from ajs_trainer.tui.lead.keeper import unfinished_meetings
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.widgets.rows import Between, Row, Rows

if TYPE_CHECKING:
    from ajs_trainer.model.roleplay import RolePlay
    from ajs_trainer.record.sessions import SessionInfo

_GO_ON = "go-on-"
_PLAY = "play-"
_DIGITS = "123456789"
_OFFERED = 3
"""How many unfinished role-plays are offered, the latest first."""


class ChooseRolePlay(AjsScreen[None]):
    """The role-plays there are.

    Args:
        wanted: Id of a role-play to go to at once; empty to choose here.
    """

    CSS_PATH = "roleplay.tcss"
    HEADING = N_("Role-play in threes")
    HELP_TEXT = N_(
        "You need to be three: one plays staff, one plays the client and one observes. The "
        "computer stands in the middle.\n\n"
        "With more people than three: print the cards with “ajs roleplay ID --print”, or take a "
        "plan with role-play under “Lead a session”."
    )

    def __init__(self, wanted: str = "") -> None:
        super().__init__()
        self._wanted = wanted
        self._plays: Sequence[RolePlay] = ()
        self._unfinished: Sequence[SessionInfo] = ()

    @override
    def body(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Static(id="question", classes="heading", markup=False)
            yield Rows(id="plays")
            yield Static(id="fault", classes="fault", markup=False)

    @override
    def fill(self) -> None:
        asked = _("Which conversation do you practise?")
        self.query_one("#question", Static).update(literal_line(asked))
        self.query_one(Rows).focus()
        self.run_worker(self._read(), exclusive=True)

    def on_screen_resume(self) -> None:
        """A role-play may have been begun, or closed, since."""
        self.call_after_refresh(self._look_again)

    def _look_again(self) -> None:
        if self._plays and not self.left:
            self.run_worker(self._read(), exclusive=True)

    async def _read(self) -> None:
        language, services = current_language(), self.ajs.services
        try:
            self._plays = await services.browse(lambda library: library.roleplays(language))
            if self.ajs.options.record.exists():
                found = await unfinished_meetings(services, trio=True)
                self._unfinished = [info for info, _state in found]
        except AjsError as error:
            self._say(f"{error.message} {error.hint}")
        self.query_one(Rows).show_rows(self._rows())
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._choose(wanted)

    def _rows(self) -> Iterator[Option]:
        digits = iter(_DIGITS)
        for info in self._unfinished[:_OFFERED]:
            text = _("Go on: {title}").format(title=info.title)
            yield _row(f"{_GO_ON}{info.key}", next(digits), text, info.date)
        if self._unfinished:
            yield Between()
        for play in self._plays:
            yield _row(f"{_PLAY}{play.id}", next(digits, " "), play.title, play.summary)

    def _choose(self, name: str) -> None:
        play = next((play for play in self._plays if play.id == name), None)
        if play is not None:
            navigate.open_role_play_start(self.app, play)
        else:
            self._say(_("There is no role-play called “{name}”.").format(name=name))

    def _say(self, text: str) -> None:
        self.query_one("#fault", Static).update(literal(text))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        name = event.option_id or ""
        if name.startswith(_GO_ON):
            navigate.open_role_play(self.app, name.removeprefix(_GO_ON))
        elif name.startswith(_PLAY):
            self._choose(name.removeprefix(_PLAY))


def _row(name: str, digit: str, text: str, detail: str) -> Row:
    quiet = literal_line(detail, "$quiet")
    return Row(name, literal_line(text), quiet, digit=digit, beside=28, below=True)
