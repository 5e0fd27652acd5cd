"""One step, who took part, and the end of the meeting."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from ajs_trainer.locale import N_, _
from ajs_trainer.session.events import Advanced, Agreed, Attended, Closed
from ajs_trainer.session.script import SCRIPTS
from ajs_trainer.tui.commands import key_name
from ajs_trainer.tui.lead.form import Field, Form
from ajs_trainer.tui.lead.stages.base import Keys, StageView, paragraph
from ajs_trainer.tui.lead.stages.texts import support
from ajs_trainer.tui.literal import literal_line

_STEP_LENGTH = 200


class Commitment(StageView):
    """What is done, by whom as a role, and when the room looks back."""

    @override
    def page(self) -> Iterable[Widget]:
        yield paragraph(_("One thing, so small that it can be done tomorrow."))
        agreed = self.meeting.state.agreed or Agreed("", "", "")
        labels = SCRIPTS[self.meeting.place.stage].shown
        values = (agreed.step, agreed.role, agreed.look_back)
        yield Form(
            *(
                Field(name, _(label), value, _STEP_LENGTH)
                for name, label, value in zip(
                    ("step", "role", "look-back"), labels, values, strict=True
                )
            )
        )
        yield Static(id="not-agreed", classes="fault", markup=False)
        yield paragraph(_("Write a role, never a name."), "apart quiet")

    @override
    def own_keys(self) -> Keys:
        return [(key_name("enter"), _("next line")), ("↑ ↓", _("between the lines"))]

    @override
    def take_focus(self) -> None:
        self.query_one(Form).take_focus()

    @override
    def enter(self) -> bool:
        self.query_one(Form).submit()
        return True

    @on(Form.Filled)
    def _filled(self, event: Form.Filled) -> None:
        event.stop()
        what, role, when = event.values
        if what:
            self.did(Agreed(what, role, when), Advanced())
        elif role or when:
            said = _("Write what you do. To leave this out, empty all the lines.")
            self.query_one("#not-agreed", Static).update(literal_line(said))
            self.take_focus()
        else:
            self.did(Advanced())


_COUNTED = (
    ("present", N_("How many took part?")),
    ("women", N_("women")),
    ("men", N_("men")),
    ("other", N_("another gender")),
    ("unstated", N_("not stated")),
)
_PEOPLE = 4
"""Digits in a number of people."""


class Close(StageView):
    """How many took part; then the meeting is closed, and thanks are said."""

    @override
    def page(self) -> Iterable[Widget]:
        if self.meeting.state.closed:
            yield paragraph(_("What you came to is kept. Nobody can be told apart in it."))
            yield from support(self.meeting)
        elif self.meeting.state.attended is None:
            yield paragraph(_("Only numbers. All but the first may be left empty."))
            yield self._form()
        else:
            yield paragraph(_("Enter closes the meeting. Then nothing in it can be changed."))
            yield from support(self.meeting)

    def _form(self) -> Form:
        size = self.meeting.info.group_size
        fields = (
            Field(name, _(label), str(size) if name == "present" and size else "", _PEOPLE)
            for name, label in _COUNTED
        )
        return Form(*fields, digits=True)

    @override
    def own_keys(self) -> Keys:
        enter = key_name("enter")
        if self.meeting.state.closed:
            keys = [(enter, _("see what you came to"))]
            if self.meeting.changes:
                keys.append(("u", _("save what you wanted to change")))
            return keys
        if self.meeting.state.attended is None:
            return [(enter, _("next line"))]
        return [(enter, _("close the meeting"))]

    @override
    def take_focus(self) -> None:
        forms = self.query(Form)
        if forms:
            forms.first().take_focus()
        else:
            super().take_focus()

    @override
    def enter(self) -> bool:
        if self.query(Form):
            self.query_one(Form).submit()
        elif not super().enter():
            if self.meeting.state.closed:
                from ajs_trainer.tui.lead.debrief import DebriefScreen

                _mounting = self.app.push_screen(DebriefScreen(self.meeting.info.key))
            else:
                self.did(Closed())
        return True

    @on(Form.Filled)
    def _filled(self, event: Form.Filled) -> None:
        event.stop()
        present, *parts = (int(value) if value else None for value in event.values)
        self.did(Attended(present or 0, *parts))
