"""What can be seen while choices are made in secret, and what can be hidden at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from ajs_trainer.session.stages import Stage
from ajs_trainer.tui.lead.blank import BlankScreen
from ajs_trainer.tui.lead.pass_round import PassRoundScreen
from ajs_trainer.tui.lead.projector import ProjectorScreen
from tests.tui.driver import press, shown, until, until_shown
from tests.tui.leading import begin, go_to, leading, stage, tap, write


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AJS_HOME", str(tmp_path / "home"))


async def to_the_round(pilot: Pilot[None]) -> None:
    """From home to the first choice, with the computer about to go round."""
    await begin(pilot)
    await go_to(pilot, Stage.FIRST)
    await press(pilot, ["1"])
    await asked_for_dark(pilot)


async def asked_for_dark(pilot: Pilot[None]) -> None:
    """Wait for the line that asks whoever leads to make the projector dark."""
    await until(
        pilot, lambda: "stäng av projektorn" in " ".join(shown(pilot).split()), "never asked"
    )


async def one_chooses(pilot: Pilot[None], *keys: str) -> str:
    """Somebody takes the computer, chooses and confirms; gives what can be read then."""
    await press(pilot, ["1"])
    await until_shown(pilot, "Ditt kort:")
    await press(pilot, ["1", *keys])
    await until_shown(pilot, "Ditt val:")
    await press(pilot, ["1"])
    await until_shown(pilot, "Tack.")
    return shown(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (50, 16)])
async def test_the_projector_is_made_dark_before_anybody_gets_the_computer(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with leading(tmp_path, size=size) as pilot:
        await to_the_round(pilot)
        assert "Det är min tur" not in shown(pilot)
        await press(pilot, ["escape"])
        await until(pilot, lambda: isinstance(pilot.app.screen, ProjectorScreen), "not back")
        assert stage(pilot) is Stage.FIRST
        await press(pilot, ["1"])
        await asked_for_dark(pilot)
        await press(pilot, ["1"])
        await until_shown(pilot, "1  Det är min tur")
        await press(pilot, ["0"])
        await until_shown(pilot, "Tänd sedan")


async def test_between_two_people_nothing_tells_what_was_chosen(tmp_path: Path) -> None:
    seen: list[list[str]] = []
    for choices in (("10", "0", "3120"), ("210", "0", "10")):
        folder = tmp_path / str(len(seen))
        folder.mkdir()
        async with leading(folder) as pilot:
            await to_the_round(pilot)
            await press(pilot, ["1"])
            await until_shown(pilot, "1  Det är min tur")
            seen.append([await one_chooses(pilot, *keys) for keys in choices])
            assert isinstance(pilot.app.screen, PassRoundScreen)
    assert seen[0] == seen[1]


async def test_the_picture_can_be_blanked_while_something_is_written(tmp_path: Path) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot, "2", "v")
        await go_to(pilot, Stage.REALISM)
        assert "B Släck" in shown(pilot)
        await tap(pilot, "t")
        await write(pilot, "b")
        await until_shown(pilot, "F9 Släck")
        assert "B Släck" not in shown(pilot)
        await press(pilot, ["f9"])
        assert isinstance(pilot.app.screen, BlankScreen)
        assert shown(pilot).strip() == ""
        await press(pilot, ["enter"])
        await until_shown(pilot, "F9 Släck")
        assert stage(pilot) is Stage.REALISM
