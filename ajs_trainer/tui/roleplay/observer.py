"""The observer's notes: what was heard of each behaviour, and the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from typing_extensions import override

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import N_, _
from ajs_trainer.model.names import LEVEL_NAMES
from ajs_trainer.model.skill import Skill
from ajs_trainer.model.vocabulary import LEVELS, Level
from ajs_trainer.session.observing import MAX_WORDS, Observation
from ajs_trainer.tui.commands import key_name
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.roleplay.keeping import observe, observed
from ajs_trainer.tui.roleplay.private import PrivateScreen
from ajs_trainer.tui.widgets.line_input import LineInput
from ajs_trainer.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from ajs_trainer.session.stages import Place

MARKS: dict[Level, str] = {"clear": "●", "started": "◐", "missed": "○", "not-applicable": "–"}
"""How a level looks beside its name; never by colour alone."""


class Behaviours(Rows):
    """The behaviours; the digits are levels, for the marked one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(digit), f"level('{level}')", show=False)
        for digit, level in enumerate(LEVELS, start=1)
    ]

    class Heard(Message):
        """A level was given to the marked behaviour."""

        def __init__(self, behaviour: str, level: Level) -> None:
            super().__init__()
            self.behaviour = behaviour
            self.level = level

    def action_level(self, level: Level) -> None:
        """Give the marked behaviour a level."""
        marked = self.highlighted_option
        if marked is not None and marked.id is not None:
            self.post_message(self.Heard(marked.id, level))


class ObserverScreen(PrivateScreen):
    """What the observer hears, kept with each key; of the moment, never of the person.

    Args:
        session: Key of the role-play in the record.
        place: The round that is observed.
        skill: What is practised.
    """

    HELP_TEXT = N_(
        "Mark a behaviour with the arrows. 1 to 4 say how clearly you heard it, Enter lets you "
        "write the words. Everything is kept at once.\n\n"
        "Write what was said, never who said it."
    )

    def __init__(self, session: str, place: Place, skill: Skill) -> None:
        super().__init__("observer")
        self._session = session
        self._place = place
        self._skill = skill
        self._seen: dict[str, Observation] = {}
        self._writing = ""

    @override
    def fill(self) -> None:
        self.run_worker(self._read(), group="read", exclusive=True)

    async def _read(self) -> None:
        try:
            seen = await observed(self.ajs.services, self._session)
        except AjsError as error:
            self.ajs.say(error.message, fault=True)
            seen = ()
        here = (self._place.step, int(self._place.scene))
        self._seen = {each.behaviour: each for each in seen if (each.step, each.round) == here}
        await self._draw()

    @override
    def told(self) -> Iterable[Widget]:
        levels = (f"{digit} {MARKS[level]} {_(LEVEL_NAMES[level])}" for digit, level in _digits())
        yield Static(literal("   ".join(levels)), id="levels", classes="quiet", markup=False)
        yield Behaviours(id="behaviours")
        yield LineInput(id="words", max_length=MAX_WORDS)

    @override
    def take_focus(self) -> None:
        if not self.shown:
            super().take_focus()
            return
        self.query_one("#words", LineInput).display = bool(self._writing)
        self._show_rows()
        self.query_one("#words" if self._writing else "#behaviours").focus()

    def _show_rows(self) -> None:
        self.query_one(Behaviours).show_rows(
            Row(behaviour.id, literal_line(behaviour.text), self._heard(behaviour.id))
            for behaviour in self._skill.behaviours
        )

    def _heard(self, behaviour: str) -> Content:
        seen = self._seen.get(behaviour)
        if seen is None:
            return literal_line(_("not noted yet"), "$quiet")
        level = f"{MARKS[seen.level]} {_(LEVEL_NAMES[seen.level])}"
        words = f"  {_('”{words}”').format(words=seen.words)}" if seen.words else ""
        return Content.assemble(literal_line(level, "bold"), literal_line(words))

    @override
    def keys(self) -> list[tuple[str, str]]:
        if self._writing:
            return [(key_name("enter"), _("keep the words")), (key_name("escape"), _("leave it"))]
        return [
            ("1–4", _("how clearly")),
            (key_name("enter"), _("write the words")),
            (key_name("escape"), _("hide it")),
        ]

    @on(Behaviours.Heard)
    def _level(self, event: Behaviours.Heard) -> None:
        before = self._seen.get(event.behaviour, self._blank(event.behaviour))
        self._keep(replace(before, level=event.level))

    @on(OptionList.OptionSelected)
    def _write(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._writing = event.option_id or ""
        seen = self._seen.get(self._writing)
        line = self.query_one("#words", LineInput)
        line.value = seen.words if seen else ""
        self._turn()

    @on(Input.Submitted)
    def _written(self, event: Input.Submitted) -> None:
        event.stop()
        before = self._seen.get(self._writing, self._blank(self._writing))
        self._writing = ""
        self._keep(replace(before, words=event.value.strip()))
        self._turn()

    def _blank(self, behaviour: str) -> Observation:
        return Observation(self._place.step, int(self._place.scene), behaviour, "started")

    def _keep(self, seen: Observation) -> None:
        self.run_worker(self._save(seen), group="save")

    async def _save(self, seen: Observation) -> None:
        try:
            await observe(self.ajs.services, self._session, seen)
        except AjsError as error:
            self.ajs.say(error.message, fault=True)
            return
        self._seen[seen.behaviour] = seen
        if self.is_attached and self.shown:
            self._show_rows()

    def _turn(self) -> None:
        self.take_focus()
        self._show_keys()

    @override
    def action_next(self) -> None:
        if not self.shown:
            super().action_next()

    @override
    def action_back(self) -> None:
        if self._writing:
            self._writing = ""
            self._turn()
        else:
            super().action_back()


def _digits() -> Iterator[tuple[int, Level]]:
    return enumerate(LEVELS, start=1)
