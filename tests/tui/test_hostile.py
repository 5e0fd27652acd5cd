"""Whatever a scenario holds is drawn as it is: it neither acts, crashes nor steers a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from ajs_trainer.characters import is_forbidden
from ajs_trainer.model import Scenario
from ajs_trainer.model.identity import content_hash, content_text
from ajs_trainer.play.run import Event, begin, choose
from ajs_trainer.play.story import compile_story
from ajs_trainer.tui import navigate
from ajs_trainer.tui.screens.changed import ChangedScreen
from ajs_trainer.tui.screens.ending import EndingScreen
from ajs_trainer.tui.screens.history import HistoryScreen
from ajs_trainer.tui.screens.history_erase import EraseScreen
from ajs_trainer.tui.screens.play import PlayScreen
from ajs_trainer.tui.screens.play_beats import Beat
from ajs_trainer.tui.screens.start import StartScreen
from tests.tui.driver import SIZES, shown
from tests.tui.fakes import FakeRecord, FakeRunInfo
from tests.tui.playing import begun, play_screen, program, push, read_all, settled
from tests.tui.stories import HOSTILE, LONG, hostile

TEXTS = {"hostile": HOSTILE, "long": LONG, "both": HOSTILE * 120, "one-word": "å" * 10_000}


def harmless(pilot: Pilot[None]) -> None:
    """Nothing on the screen steers the terminal, and nothing on it acts when clicked."""
    seen = shown(pilot)
    assert not [character for character in seen if is_forbidden(character)]
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            assert segment.style is None or segment.style.link is None
            assert segment.style is None or "@click" not in segment.style.meta


async def through(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and look at the screen after each."""
    for key in keys:
        await push(pilot, key)
        harmless(pilot)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        *(("hostile", size) for size in SIZES),
        *((text, SIZES[-1]) for text in ("long", "both", "one-word")),
    ],
)
async def test_a_scenario_cannot_harm_from_its_start_to_its_end(
    tmp_path: Path, text: str, size: tuple[int, int]
) -> None:
    scenario = hostile(TEXTS[text])
    async with program(tmp_path, scenario, record=FakeRecord, size=size) as pilot:
        navigate.open_start(pilot.app, scenario.id)
        await settled(pilot)
        assert isinstance(pilot.app.screen, StartScreen)
        await through(pilot, "f1", "escape", "pageup", "pagedown")
        await _begin(pilot)
        await through(pilot, "f1", "escape", "end", "enter", "t", "space", "end", "enter")
        await _to_choices(pilot)
        await through(pilot, "t", "down", "1", "pageup", "u", "1", "end", "enter")
        assert isinstance(pilot.app.screen, EndingScreen)
        await through(pilot, "right", "4", "right", "down", "right", "right", "left", "f1")


async def _begin(pilot: Pilot[None]) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, StartScreen)
    while not screen.asking:
        await through(pilot, "end", "enter")
    await through(pilot, "3")
    assert isinstance(pilot.app.screen, PlayScreen)


async def _to_choices(pilot: Pilot[None]) -> None:
    for _press in range(10):
        if play_screen(pilot).beat is Beat.CHOICES:
            return
        await through(pilot, "end", "enter")
    raise AssertionError(shown(pilot))


async def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    scenario = hostile("[/] slut [A] [@click=app.quit]Läs mer[/] $name {x} %s")
    async with program(tmp_path, scenario, record=FakeRecord) as pilot:
        navigate.open_run(pilot.app, await begun(pilot, scenario))
        await settled(pilot)
        assert "[/] slut [A] [@click=app.quit]Läs mer[/] $name {x} %s" in await read_all(pilot)


class OldRecord(FakeRecord):
    """A record with a run whose scenario has another text now."""

    def __init__(self, old: Scenario) -> None:
        super().__init__()
        self.info = self.begin("p-", old)
        self.append(self.info.key, 0, _first(old))

    def of(self, participant: str) -> list[FakeRunInfo]:
        return super().of("p-")


def _first(scenario: Scenario) -> Event:
    story = compile_story(scenario)
    return choose(story, begin(story), "ett")[1]


async def test_history_and_a_changed_scenario_cannot_harm_either(tmp_path: Path) -> None:
    old = hostile()
    scenes = dict(old.scenes)
    kept = scenes["kaffet"]
    scenes["kaffet"] = kept.model_copy(update={"choices": kept.choices[1:]})
    today = old.model_copy(update={"scenes": scenes})
    assert content_hash(content_text(old)) != content_hash(content_text(today))
    record = OldRecord(old)
    async with program(tmp_path, today, record=lambda: record) as pilot:
        harmless(pilot)
        navigate.open_history(pilot.app)
        await settled(pilot)
        assert isinstance(pilot.app.screen, HistoryScreen)
        await through(pilot, "right", "left", "r")
        assert isinstance(pilot.app.screen, EraseScreen)
        harmless(pilot)
        await through(pilot, "escape")
        navigate.open_run(pilot.app, record.info)
        await settled(pilot)
        assert isinstance(pilot.app.screen, ChangedScreen)
        await through(pilot, "f1", "escape", "1")
