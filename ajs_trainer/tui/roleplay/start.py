"""The last page before a role-play: what it is about, what is kept, and that one may stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static
from typing_extensions import override

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import N_, _, current_language, ngettext
from ajs_trainer.tui import navigate
from ajs_trainer.tui.commands import Command, key_name
from ajs_trainer.tui.lead.kept_for import KeptFor
from ajs_trainer.tui.literal import literal
from ajs_trainer.tui.roleplay.keeping import begin_trio
from ajs_trainer.tui.screens.play_base import KeepingScreen
from ajs_trainer.tui.services import Library
from ajs_trainer.tui.widgets.story_reading import Reading

if TYPE_CHECKING:
    from ajs_trainer.model.roleplay import RolePlay
    from ajs_trainer.model.skill import Skill

_KEPT = Command("kept", "s", N_("How long"), N_("Change how long the notes are kept."))


class RolePlayStart(KeepingScreen):
    """One page; Enter begins.

    Args:
        play: The role-play.
    """

    CSS_PATH = "roleplay.tcss"
    HELP_TEXT = N_(
        "Enter begins. Anybody can freeze the play, play it again or say stop, at any time and "
        "without a reason.\n\nS changes how long the observer's notes are kept."
    )
    BINDINGS: ClassVar[list[BindingType]] = [_KEPT.binding()]

    def __init__(self, play: RolePlay) -> None:
        super().__init__()
        self._play = play
        self._skill: Skill | None = None
        self._kept = KeptFor()

    @override
    def heading(self) -> str:
        return self._play.title

    @override
    def content(self) -> ComposeResult:
        with Reading(id="about"):
            yield Static(id="summary", classes="said", markup=False)
            yield Static(id="skill", classes="said", markup=False)
            yield Static(id="time", classes="said", markup=False)
            yield Static(id="note", classes="said", markup=False)
            yield Static(id="safety", classes="said", markup=False)
            yield Static(id="kept", classes="said quiet", markup=False)

    @override
    def fill(self) -> None:
        if self._skill is None:
            self.attempt(self._read)
        self._show()
        self.query_one("#about", Reading).focus()
        super().fill()

    async def _read(self) -> None:
        await self._kept.read()
        name, language = self._play.skill, current_language()

        def find(library: Library) -> Skill | None:
            return next((each for each in library.skills(language) if each.id == name), None)

        self._skill = await self.ajs.services.browse(find)
        if self._skill is None:
            raise AjsError(
                _("There is no skill called “{name}”.").format(name=name),
                _("“ajs check” shows every mistake."),
            )
        self._show()

    def _show(self) -> None:
        play = self._play
        self._say("#summary", play.summary)
        skill = self._skill.title if self._skill else ""
        self._say("#skill", _("You practise: {skill}").format(skill=skill))
        text = ngettext(
            "{rounds} round of about {minutes} minutes.",
            "{rounds} rounds of about {minutes} minutes each. You swap roles in between.",
            play.rounds,
        )
        self._say("#time", text.format(rounds=play.rounds, minutes=play.minutes.total))
        note = play.content_note.strip()
        self._say("#note", _("Good to know: {note}").format(note=note) if note else "")
        self.query_one("#note").display = bool(note)
        self._say(
            "#safety",
            _(
                "Everybody may freeze, play again or say stop at any time, and needs no reason. "
                "You play a role. Nobody is graded."
            ),
        )
        self._say("#kept", self._kept.told(kept_sentence(self._kept.days)))

    def _say(self, where: str, text: str) -> None:
        self.query_one(where, Static).update(literal(text))

    @override
    def next_keys(self) -> list[tuple[str, str]]:
        if self._skill is None:
            return []
        keys = [(key_name("enter"), _("begin"))]
        return keys if self._kept.fixed else [*keys, ("s", _("how long"))]

    def action_kept(self) -> None:
        """Keep the notes for some days, or until the role-play is closed."""
        self._kept.turn()
        self._show()

    @override
    def go_on(self) -> None:
        if self._skill is not None:
            self.attempt(self._begin)

    async def _begin(self) -> None:
        if self._skill is None:
            return
        kept = self._kept
        key = await begin_trio(self.ajs.services, self._play, self._skill, kept.keep, kept.days)
        navigate.begin_role_play(self.app, key)


def kept_sentence(days: int) -> str:
    """What is kept and how long, in one sentence."""
    if not days:
        return _(
            "Kept: what the observer notes, without names, until the role-play is closed; the "
            "summary stays."
        )
    return ngettext(
        "Kept: what the observer notes, without names, for {days} day; the summary stays.",
        "Kept: what the observer notes, without names, for {days} days; the summary stays.",
        days,
    ).format(days=days)
