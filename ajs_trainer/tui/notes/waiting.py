"""What the notes say when no meeting is going on."""

from __future__ import annotations

from ajs_trainer.locale import _
from ajs_trainer.tui.notes.blocks import Block


def waiting() -> list[Block]:
    """Before a meeting."""
    return [
        Block("heading", _("Waiting for a meeting")),
        Block("text", _("Begin it in the other window with “ajs lead”. The notes come then.")),
        Block("text", _("Meanwhile you can read the handbook with G.")),
    ]


def ended() -> list[Block]:
    """After a meeting."""
    return [
        Block("heading", _("The meeting is closed")),
        Block("text", _("Thank you for leading it. “ajs debrief” shows what it came to.")),
        Block("text", _("You can close this window. If another meeting begins, it follows that.")),
    ]
