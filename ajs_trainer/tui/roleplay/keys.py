"""The keys of a role-play in threes."""

from __future__ import annotations

from ajs_trainer.locale import N_
from ajs_trainer.tui.commands import Command
from ajs_trainer.tui.lead.projector_keys import CLOCK, LEAVE, STEP_BACK

FREEZE = Command("freeze", "f", N_("Freeze"), N_("Freeze: everybody stands still."))
REWIND = Command("rewind", "r", N_("Rewind"), N_("Play again from where you want."), show=False)
STOP = Command("stop", "s", N_("Stop"), N_("The stop word: nobody plays on. Always works."))
SLIP = Command("slip", "l", N_("Slip"), N_("Read the latest slip, alone."), show=False)
NEXT_SLIP = Command(
    "next_slip",
    "n",
    N_("Next slip"),
    N_("Let the next thing happen, to whom it is for."),
    show=False,
)
OBSERVE = Command("observe", "o", N_("Observe"), N_("The observer's notes."), show=False)
BLANK = Command("blank", "b,f9", N_("Blank"), N_("Blank the screen at once."), show=False)
KEYS = (FREEZE, STOP, REWIND, SLIP, NEXT_SLIP, OBSERVE, CLOCK, BLANK, STEP_BACK, LEAVE)
