"""The lines that the room's agreement and its numbers are written in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from ajs_trainer.session.stages import Stage
from tests.tui.driver import until
from tests.tui.leading import begin, go_to, leading, projector, stage, steady, tap


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AJS_HOME", str(tmp_path / "home"))


async def type_ahead(pilot: Pilot[None], keys: Iterable[str]) -> None:
    """Press keys faster than anything can be dealt with."""
    for key in keys:
        character = key if len(key) == 1 else None
        pilot.app.post_message(events.Key(key, character))
    await pilot.pause()
    await steady(pilot)


def focused(pilot: Pilot[None]) -> Input:
    """The line that has the keyboard."""
    line = pilot.app.screen.focused
    assert isinstance(line, Input)
    return line


async def test_each_text_stands_in_its_own_line_however_fast_it_is_typed(tmp_path: Path) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot, "2", "v")
        await go_to(pilot, Stage.COMMITMENT)
        await type_ahead(
            pilot, [*"Sagx", "backspace", *"er", "enter", *"Alla", "enter", *"Snart", "enter"]
        )
        await until(pilot, lambda: stage(pilot) is Stage.CLOSE, "not agreed")
        agreed = projector(pilot).meeting.state.agreed
        assert agreed is not None
        assert (agreed.step, agreed.role, agreed.look_back) == ("Sager", "Alla", "Snart")
        await type_ahead(
            pilot, ["9", "enter", "5", "enter", "up", "4", "enter", *["enter"] * 2, "1", "enter"]
        )
        await until(pilot, lambda: projector(pilot).meeting.state.attended is not None, "no count")
        attended = projector(pilot).meeting.state.attended
        assert attended is not None
        assert (attended.present, attended.women, attended.men) == (9, 4, None)
        assert (attended.other, attended.unstated) == (None, 1)


async def test_the_cursor_of_the_terminal_stands_in_the_line_that_has_the_keyboard(
    tmp_path: Path,
) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot, "2", "v")
        await go_to(pilot, Stage.COMMITMENT)
        for _line in range(3):
            await until(
                pilot,
                lambda: focused(pilot).content_region.contains_point(pilot.app.cursor_position),
                "the cursor is elsewhere",
            )
            await tap(pilot, "enter")
