"""A stage in which the facilitator may write something down for the group."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static
from typing_extensions import override

from ajs_trainer.locale import _
from ajs_trainer.session.events import Noted, NoteKind
from ajs_trainer.tui.commands import key_name
from ajs_trainer.tui.lead.stages.base import Keys, StageView
from ajs_trainer.tui.literal import literal
from ajs_trainer.tui.widgets.line_input import LineInput

NOTE_LENGTH = 300


class NotingView(StageView):
    """A stage with a line that is shown when there is something to write."""

    NOTE: ClassVar[NoteKind]
    """What kind of thing is written down here."""

    @override
    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield Static(literal(self.noted()), id="noted", classes="quiet", markup=False)
        yield LineInput(id="note", max_length=NOTE_LENGTH)

    @override
    def on_mount(self) -> None:
        self.stop_writing()

    @override
    def keys(self) -> Keys:
        if self.writing:
            return [(key_name("enter"), _("keep it")), (key_name("escape"), _("leave it"))]
        keys = super().keys()
        return keys if self.reading.more_below else [*keys, ("t", self.note_key())]

    def noted(self) -> str:
        """What has been written down here before."""
        return ""

    def note_key(self) -> str:
        """What the key for writing is called."""
        return _("write")

    @property
    def writing(self) -> bool:
        """Whether something is being written down."""
        return self.query_one("#note").display

    def write(self) -> None:
        """Begin to write something down."""
        line = self.query_one("#note", Input)
        line.display = True
        line.focus()
        self.post_message(self.Turned())

    def stop_writing(self) -> None:
        """Leave what was being written."""
        line = self.query_one("#note", Input)
        line.display = False
        line.value = ""
        self.post_message(self.Turned())

    @on(Input.Submitted, "#note")
    def _written(self, event: Input.Submitted) -> None:
        event.stop()
        text = event.value.strip()
        if text:
            self.did(Noted(self.NOTE, text))
        else:
            self.stop_writing()
            self.take_focus()
