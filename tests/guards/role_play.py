"""The way through a role-play in threes that comes to every screen of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ajs_trainer.tui.lead.debrief import DebriefScreen
from ajs_trainer.tui.roleplay.choose import ChooseRolePlay
from ajs_trainer.tui.roleplay.observer import ObserverScreen
from ajs_trainer.tui.roleplay.private import CardScreen, SlipScreen
from ajs_trainer.tui.roleplay.start import RolePlayStart
from ajs_trainer.tui.roleplay.trio import TrioScreen
from ajs_trainer.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from tests.guards.journeys import Traveller
    from tests.guards.material import Material

SCREENS = "ChooseRolePlay RolePlayStart TrioScreen CardScreen SlipScreen ObserverScreen"


async def in_threes(one: Traveller, material: Material) -> None:
    """Cards, a round with slips and notes, a freeze, the stop word, and the summary."""
    await one.come_to(ChooseRolePlay, "4")
    await one.repeat(there=lambda: bool(one.pilot.app.screen.query_one(Rows).options))
    await one.come_to(RolePlayStart, "1")
    await one.repeat("s", there=lambda: not one.pilot.app.screen.busy)  # type: ignore[attr-defined]
    await one.come_to(TrioScreen, "enter")
    for digit in "123":
        await one.come_to(CardScreen, digit)
        await one.press("enter", "end", "escape")
    await one.press("4", "n")
    await one.come_to(SlipScreen, "l")
    await one.press("enter", "enter", "n", "l", "escape", "n", "f", "enter", "b", "escape", "k")
    await one.come_to(ObserverScreen, "o")
    await one.press("enter", "1", "down", "2", "enter")
    await one.paste(material.text)
    await one.press("enter", "escape")
    await one.press("r", "enter", "enter", "enter", "enter", "4", "s", "enter")
    await one.come_to(DebriefScreen, "enter")
