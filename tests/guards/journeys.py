"""Ways through the program that together come to every screen."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field

from textual import events
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from ajs_trainer import tui
from ajs_trainer.debrief.summary import summarise, to_json
from ajs_trainer.session.stages import Stage
from ajs_trainer.tui import navigate
from ajs_trainer.tui.base import AjsModal, AjsScreen
from ajs_trainer.tui.lead.counts import CountsEntry
from ajs_trainer.tui.lead.debrief import DebriefScreen
from ajs_trainer.tui.lead.meeting_screen import MeetingScreen
from ajs_trainer.tui.lead.meeting_start import MeetingStart
from ajs_trainer.tui.lead.pass_round import PassRoundScreen
from ajs_trainer.tui.lead.projector import ProjectorScreen
from ajs_trainer.tui.lead.setup import PlanScreen, ScenarioForMeeting
from ajs_trainer.tui.lead.setup_practice import PracticeForMeeting
from ajs_trainer.tui.roleplay.private import PrivateScreen
from ajs_trainer.tui.screens.code import CodeScreen
from ajs_trainer.tui.screens.ending import EndingScreen
from ajs_trainer.tui.screens.history import HistoryScreen
from ajs_trainer.tui.screens.library import LibraryScreen
from ajs_trainer.tui.screens.play import PlayScreen
from ajs_trainer.tui.screens.play_base import KeepingScreen
from ajs_trainer.tui.screens.play_beats import Beat
from ajs_trainer.tui.screens.start import StartScreen
from ajs_trainer.tui.services import Record
from ajs_trainer.tui.widgets.rows import Rows
from tests.guards import role_play
from tests.guards.material import UNREADABLE, Material
from tests.guards.said import came_to
from tests.tui.driver import app_of, press, until
from tests.tui.fakes import FakeLibrary
from tests.tui.leading import forward, stage, steady
from tests.tui.playing import settled

ABSTRACT = {AjsScreen, AjsModal, KeepingScreen, MeetingScreen, PrivateScreen}
MANY = 40
"""More presses than any of these ways needs to come to the next place."""

Look = Callable[[Pilot[None]], None]
"""Looks at what is drawn; called after each key."""


@dataclass
class Traveller:
    """Somebody who presses keys and looks after each."""

    pilot: Pilot[None]
    look: Look
    library: FakeLibrary
    seen: set[str] = field(default_factory=set)

    async def press(self, *keys: str) -> None:
        """Press keys, each when the one before has been dealt with."""
        for key in keys or ("",):
            await press(self.pilot, [key] if key else [])
            await settled(self.pilot)
            await steady(self.pilot)
            self.seen.add(type(self.pilot.app.screen).__name__)
            self.look(self.pilot)

    async def paste(self, text: str) -> None:
        """Paste a text into the line that has the keyboard."""
        self.pilot.app.screen.post_message(events.Paste(text))
        await self.press()

    async def come_to(self, screen: type[Screen[None]], *keys: str) -> None:
        """Press keys, and wait until the program is at a screen."""
        await press(self.pilot, keys)
        await until(
            self.pilot,
            lambda: isinstance(self.pilot.app.screen, screen),
            f"never came to {screen.__name__}",
        )
        await self.press("f1", "escape")

    async def repeat(self, *keys: str, there: Callable[[], bool]) -> None:
        """Press keys again and again until one is there."""
        for _turn in range(MANY):
            if there():
                return
            await self.press(*keys)
        raise AssertionError(f"never there with {keys}")


async def around_home(one: Traveller, material: Material) -> None:
    """Settings, an own code, help, and what does not exist yet."""
    await one.press()
    await one.press("f1", "escape", "6", "f1", "escape", "down", "6")
    await one.come_to(CodeScreen)
    await one.press("2", "1", "tab", "å")
    await one.paste(material.text)
    await one.press("enter", "escape", "escape", "7", "end", "escape", "8", "f1")


async def choosing(one: Traveller, material: Material) -> None:
    """The library with its filter and its problems, and a scenario that cannot be read."""
    await one.come_to(LibraryScreen, "1")
    await one.press("f2", "down", "enter", "f1", "escape", "escape", "end", "enter", "f1", "escape")
    await one.press("a", "b")
    await one.paste(material.text)
    await one.press("escape")
    navigate.open_start(one.pilot.app, UNREADABLE)
    await one.come_to(StartScreen)


async def playing(one: Traveller, material: Material) -> None:
    """A scenario from its start to an ending, looked back at, gone back into, and erased."""
    navigate.open_start(one.pilot.app, material.scenario().id)
    await one.come_to(StartScreen)
    await one.press("pageup", "pagedown")
    await one.repeat("end", "enter", there=lambda: _asks_how_sure(one.pilot.app.screen))
    await one.press("3")
    await one.come_to(PlayScreen)
    await one.press("t", "space")
    await _to_the_ending(one)
    await one.press("right", "4", "right", "down", "right", "right", "left", "down")
    await one.press("escape", "escape")
    navigate.go_home(one.pilot.app)
    await one.come_to(HistoryScreen, "5")
    await one.press("right", "left", "enter", "escape", "r", "f1", "escape", "2")


async def _to_the_ending(one: Traveller) -> None:
    for _scene in range(MANY):
        screen = one.pilot.app.screen
        if isinstance(screen, EndingScreen):
            await one.press("f1", "escape")
            return
        if isinstance(screen, PlayScreen) and screen.beat is Beat.CHOICES:
            await one.press("t", "down", "1", "pageup", "u", "1")
        await one.press("end", "enter")
    raise AssertionError("no ending")


def _asks_how_sure(screen: Screen[object]) -> bool:
    return isinstance(screen, StartScreen) and screen.asking


async def going_on(one: Traveller, material: Material) -> None:
    """A run whose scenario has another text today."""
    before = material.scenario()
    app = app_of(one.pilot)
    run = await app.services.ask(
        lambda record: record.runs.begin(record.runs.participant(""), before)
    )
    navigate.open_run(app, run)
    await one.come_to(PlayScreen)
    await one.repeat("end", "enter", there=lambda: _beat(one) is Beat.CHOICES)
    await one.press("1", "escape")
    navigate.go_home(app)
    one.library.scenarios[before.id] = material.scenario(changed=True)
    run = await app.services.ask(lambda record: record.runs.get(run.key))
    navigate.open_run(app, run)
    await one.press()
    await one.press("f1", "escape", "down", "down", "up", "1")


def _beat(one: Traveller) -> Beat | None:
    screen = one.pilot.app.screen
    return screen.beat if isinstance(screen, PlayScreen) else None


async def refused(one: Traveller, material: Material) -> None:
    """A record that cannot be opened, on each screen that needs it."""
    await one.press()
    for keys in (["5"], ["3"], ["6", "6", "1"]):
        await one.press(*keys, "f1", "escape")
        navigate.go_home(one.pilot.app)
        await one.press()
    navigate.open_start(one.pilot.app, material.scenario().id)
    await one.come_to(StartScreen)
    await one.repeat("end", "enter", there=lambda: _asks_how_sure(one.pilot.app.screen))
    await one.press("3", "enter")


async def leading(one: Traveller, material: Material) -> None:
    """A meeting from the choice of a plan to its frozen debrief, its choices made in secret."""
    await one.come_to(PlanScreen, "3")
    await _lead(one, material, "1", "s", "s", "v", "v")


async def practising_alone(one: Traveller, _material: Material) -> None:
    """The lists of role-plays and exercises, and a role-play for several trios."""
    await one.come_to(PlanScreen, "3")
    rows = one.pilot.app.screen.query_one(Rows)
    await one.repeat(there=lambda: any(row.id == "exercise" for row in rows.options))
    for last in (("end",), ("end", "up")):
        await one.come_to(PracticeForMeeting, *last, "enter")
        await one.repeat(there=lambda: bool(one.pilot.app.screen.query_one(Rows).options))
        await one.come_to(MeetingStart, "1")
        if last == ("end",):
            await one.press("escape", "escape")
    await one.come_to(ProjectorScreen, "enter")
    await one.press("enter", "enter", "enter", "k", "e", "enter")


async def by_hands(one: Traveller, material: Material) -> None:
    """A meeting with raised hands, after one that agreed on something and one left open."""
    setup = material.meeting()

    def before(record: Record) -> None:
        agreed = record.sessions.begin(setup, title=material.text)
        record.sessions.close(agreed.key, 0, to_json(summarise(came_to(material.text))))
        record.sessions.begin(setup, title=material.text)

    await app_of(one.pilot).services.ask(before)
    await one.come_to(PlanScreen, "3")
    await one.repeat(there=lambda: _goes_on(one.pilot.app.screen.query_one(Rows)))
    await _lead(one, material, "2", "v")


def _goes_on(rows: Rows) -> bool:
    return any((row.id or "").startswith("go-on-") for row in rows.options)


async def _lead(one: Traveller, material: Material, plan: str, *keys: str) -> None:
    await one.come_to(ScenarioForMeeting, plan)
    await one.come_to(MeetingStart, "enter")
    await one.press(*keys)
    await one.come_to(ProjectorScreen, "enter")
    await one.press("b", "escape", "p", "p")
    for _step in range(3 * MANY):
        if not isinstance(one.pilot.app.screen, ProjectorScreen):
            break
        here = stage(one.pilot)
        if here is Stage.FIRST and one.pilot.app.screen.query("#round"):
            await _pass_round(one)
        elif one.pilot.app.screen.query(CountsEntry):
            await _count(one)
        elif here is Stage.CLOSE:
            await one.press("enter")
        else:
            if here is Stage.COMMITMENT:
                await one.paste(material.text)
            await forward(one.pilot)
            await one.press()
    await one.come_to(DebriefScreen)


async def _count(one: Traveller) -> None:
    """Too few numbers, then too many hands, which is left at that."""
    needed = len(one.pilot.app.screen.query_one("#counts", Input).placeholder.split())
    await one.press("9", "enter", *["space", "9"] * (needed - 1), "enter", "enter")


async def _pass_round(one: Traveller) -> None:
    """One person chooses in secret; then the round is closed."""
    await one.come_to(PassRoundScreen, "1")
    await one.press("1", "1", "1", "1", "0", "1", "1", "1", "escape")
    await one.repeat("0", "1", there=lambda: not isinstance(one.pilot.app.screen, PassRoundScreen))


async def noting(one: Traveller, _material: Material) -> None:
    """The facilitator's notes beside a meeting."""
    await one.press()
    await one.press("f1", "escape", "g", "end", "escape", "a", "escape", "k", "end")


@dataclass(frozen=True)
class Journey:
    """A way through the program.

    Attributes:
        go: Travels it.
        screens: The names of the screens that it comes to, those it shares with others left out.
    """

    go: Callable[[Traveller, Material], Awaitable[None]]
    screens: frozenset[str]


def _journey(go: Callable[[Traveller, Material], Awaitable[None]], screens: str) -> Journey:
    return Journey(go, frozenset(screens.split()))


JOURNEYS = {
    "home": _journey(
        around_home, "HomeScreen SettingsScreen CodeScreen HelpScreen ComingScreen HintScreen"
    ),
    "library": _journey(choosing, "LibraryScreen FilterScreen"),
    "play": _journey(playing, "StartScreen PlayScreen EndingScreen HistoryScreen EraseScreen"),
    "changed": _journey(going_on, "ChangedScreen"),
    "refused": _journey(refused, "HistoryScreen CodeScreen StartScreen"),
    "lead": _journey(
        leading,
        "PlanScreen ScenarioForMeeting MeetingStart ProjectorScreen BlankScreen PassRoundScreen "
        "DebriefScreen",
    ),
    "practice": _journey(practising_alone, "PracticeForMeeting"),
    "threes": _journey(role_play.in_threes, role_play.SCREENS),
    "notes": _journey(noting, "NotesScreen"),
}


def screens() -> Iterator[str]:
    """The names of all screens of the program."""
    for info in pkgutil.walk_packages(tui.__path__, "ajs_trainer.tui."):
        module = importlib.import_module(info.name)
        for thing in vars(module).values():
            here = isinstance(thing, type) and thing.__module__ == module.__name__
            if here and issubclass(thing, Screen) and thing not in ABSTRACT:
                yield thing.__name__
