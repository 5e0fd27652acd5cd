"""The base: rows, keys, help, size, language."""

from __future__ import annotations

from pathlib import Path

from tests.tui.driver import running, shown, until_shown


async def test_the_first_screen_is_drawn(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await until_shown(pilot, "ajs_trainer")
        assert "1  " in shown(pilot)
