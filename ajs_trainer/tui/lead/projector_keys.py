"""The keys of the window that the room sees."""

from __future__ import annotations

from ajs_trainer.locale import N_
from ajs_trainer.tui.commands import Command

STEP_BACK = Command(
    "step_back", "backspace", N_("Back"), N_("Go back to what was shown before."), show=False
)
SKIP = Command("skip", "s", N_("Skip"), N_("Leave this out and go on."))
PAUSE = Command("pause", "p", N_("Pause"), N_("Pause. Everything is saved."))
BLANK = Command(
    "blank", "b,f9", N_("Blank"), N_("Blank the screen at once. Any key brings it back.")
)
LEAVE_SCENARIO = Command(
    "leave_scenario",
    "e",
    N_("End it"),
    N_("Leave the rest of the scenario, the exercise or the role-play."),
    show=False,
)
WRITE = Command("write", "t", N_("Write"), N_("Write something down for the group."), show=False)
CLOCK = Command("clock", "k", N_("Clock"), N_("Stop the clock, or let it go on."), show=False)
OTHER_WAY = Command(
    "other_way",
    "v",
    N_("Other way"),
    N_("Collect the choices in the other way: the computer goes round, or raised hands."),
    show=False,
)
DRAFT = Command(
    "draft",
    "u",
    N_("Save changes"),
    N_("At the end: save what the room wanted to change in your own folder of scenarios."),
    show=False,
)
LEAVE = Command(
    "back", "escape,q", N_("Leave"), N_("Pause and leave. You can go on another time."), show=False
)

KEYS = (
    SKIP,
    PAUSE,
    BLANK,
    STEP_BACK,
    LEAVE_SCENARIO,
    WRITE,
    OTHER_WAY,
    CLOCK,
    DRAFT,
    LEAVE,
)
