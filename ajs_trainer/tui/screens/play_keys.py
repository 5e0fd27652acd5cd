"""The keys of playing."""

from __future__ import annotations

from ajs_trainer.locale import N_
from ajs_trainer.tui.commands import Command

PAUSE = Command(
    "back", "escape,p", N_("Pause"), N_("Pause. You can go on later where you are now.")
)
LEAVE = Command(
    "leave_now",
    "l",
    N_("Leave now"),
    N_("Leave at once. You need no reason, and nobody asks for one."),
)
UNDO = Command("undo", "u,backspace", N_("Undo"), N_("Take back the latest choice."))
THOUGHT = Command("thought", "t", N_("Thoughts"), N_("Go to the next thought."))
READ_BACK = Command("scroll('up')", "pageup", "", N_("Read what came before."), show=False)
READ_ON = Command("scroll('down')", "pagedown", "", N_("Read further down."), show=False)

KEYS = (PAUSE, LEAVE, UNDO, THOUGHT, READ_BACK, READ_ON)
