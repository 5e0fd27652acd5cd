"""One's own runs: the list, what one tends to choose, opening and erasing."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from ajs_trainer.errors import StorageError
from ajs_trainer.model import Scenario
from ajs_trainer.play.run import Returned
from ajs_trainer.tui import navigate
from ajs_trainer.tui.screens.ending import EndingScreen
from ajs_trainer.tui.screens.history import HistoryScreen
from ajs_trainer.tui.screens.history_erase import EraseScreen
from ajs_trainer.tui.screens.play import PlayScreen
from ajs_trainer.tui.services import RunInfo
from tests.builders import choice, ending, scenario
from tests.tui.driver import SIZES, app_of, shown, until_shown
from tests.tui.fakes import FakeErased, FakeRecord
from tests.tui.playing import begun, choose, program, push, recorded, runs_in, settled
from tests.tui.stories import coffee


async def played(pilot: Pilot[None], *digits: str, scenario: Scenario | None = None) -> None:
    """A run with some choices, left."""
    info = await begun(pilot, scenario or coffee())
    navigate.open_run(pilot.app, info)
    await settled(pilot)
    await choose(pilot, *digits)
    navigate.go_home(pilot.app)
    await settled(pilot)


async def at_history(pilot: Pilot[None]) -> HistoryScreen:
    """The history, read."""
    navigate.open_history(pilot.app)
    await settled(pilot)
    assert isinstance(pilot.app.screen, HistoryScreen)
    return pilot.app.screen


@pytest.mark.parametrize("size", SIZES)
async def test_runs_are_listed_the_latest_first(tmp_path: Path, size: tuple[int, int]) -> None:
    async with program(tmp_path, size=size) as pilot:
        await played(pilot, "1", "1")
        await played(pilot, "2")
        latest, _first = await runs_in(pilot)
        await at_history(pilot)
        lines = [line.strip() for line in shown(pilot).splitlines()]
        assert any(line.endswith(f"{latest.begun}, inte klar, 1 val hittills") for line in lines)
        assert any(line.endswith("klar, 2 val") for line in lines)


async def test_a_finished_run_opens_at_its_end_and_an_unfinished_one_at_its_way(
    tmp_path: Path,
) -> None:
    async with program(tmp_path) as pilot:
        await played(pilot, "1", "1")
        await played(pilot, "2")
        await at_history(pilot)
        await push(pilot, "2")
        assert "[Hur det gick]" in shown(pilot)

        await push(pilot, "escape", "1")
        assert isinstance(pilot.app.screen, EndingScreen)
        assert "[Din väg]" in shown(pilot)
        assert "Säger inget och häller upp kaffe." in shown(pilot)
        assert "fortsätt omgången" in shown(pilot)
        await push(pilot, "enter")
        assert isinstance(pilot.app.screen, PlayScreen)
        assert "Passet har börjat." in shown(pilot)


async def test_a_run_without_choices_can_be_gone_on_with(tmp_path: Path) -> None:
    bare = scenario({"a": {"text": "Hit.", "choices": [choice("b", "c")]}, "c": ending()})
    async with program(tmp_path, bare) as pilot:
        await played(pilot, scenario=bare)
        await at_history(pilot)
        await push(pilot, "1")
        assert "fortsätt omgången" in shown(pilot)
        await push(pilot, "left", "right", "enter")
        assert "Hit." in shown(pilot)


async def test_one_can_go_back_in_an_old_run(tmp_path: Path) -> None:
    async with program(tmp_path) as pilot:
        await played(pilot, "1", "1")
        await at_history(pilot)
        await push(pilot, "1", "right", "right", "2", "enter")
        assert isinstance(pilot.app.screen, PlayScreen)
        assert (await recorded(pilot))[-1] == Returned(1)


async def test_what_one_tends_to_choose_is_plain_counts(tmp_path: Path) -> None:
    async with program(tmp_path) as pilot:
        await played(pilot, "1", "1")
        await played(pilot, "2", "1")
        await at_history(pilot)
        await push(pilot, "right")
        rows = {line.split()[0]: line for line in shown(pilot).splitlines() if line.strip()}
        assert rows["stötta"].endswith("2 gånger")
        assert rows["avvakta"].endswith("1 gång")
        assert rows["avled"].endswith("inte än")
        assert rows["efter"].endswith("2 gånger")
        assert "Räknat på 2 omgångar. Det här är antal, inte betyg." in shown(pilot)
        await push(pilot, "enter")
        assert "[Dina omgångar]" in shown(pilot)


async def test_one_run_is_erased_after_one_question(tmp_path: Path) -> None:
    async with program(tmp_path) as pilot:
        await played(pilot, "1")
        await played(pilot, "2")
        await at_history(pilot)
        latest, first = await runs_in(pilot)

        await push(pilot, "r")
        assert isinstance(pilot.app.screen, EraseScreen)
        assert "Det går inte att ångra." in shown(pilot)
        await push(pilot, "enter")
        assert len(await runs_in(pilot)) == 2

        await push(pilot, "delete", "2")
        await until_shown(pilot, "Borta ur filen.")
        assert [run.key for run in await runs_in(pilot)] == [first.key]
        assert latest.key != first.key


async def test_all_runs_are_erased_after_one_question(tmp_path: Path) -> None:
    async with program(tmp_path) as pilot:
        await played(pilot, "1")
        await played(pilot, "2")
        await at_history(pilot)
        await push(pilot, "a")
        assert "Alla dina 2 omgångar" in shown(pilot)
        await push(pilot, "escape")
        assert len(await runs_in(pilot)) == 2

        await push(pilot, "a", "2")
        await until_shown(pilot, "Här finns inga omgångar än.")
        assert await runs_in(pilot) == []


async def test_only_the_runs_of_the_code_are_shown_and_erased(tmp_path: Path) -> None:
    async with program(tmp_path) as pilot:
        await played(pilot, "1")
        app_of(pilot).code = "björk-vante"
        await played(pilot, "2", scenario=coffee().model_copy(update={"title": "Mitt eget"}))
        await at_history(pilot)
        assert "Mitt eget" in shown(pilot)
        assert "Skämtet vid kaffet" not in shown(pilot)
        await push(pilot, "a", "2")
        await until_shown(pilot, "Här finns inga omgångar än.")
        assert [run.title for run in await runs_in(pilot)] == ["Skämtet vid kaffet"]


async def test_an_empty_history_has_nothing_to_do_but_go_back(tmp_path: Path) -> None:
    async with program(tmp_path) as pilot:
        screen = await at_history(pilot)
        assert "Här finns inga omgångar än." in shown(pilot)
        await push(pilot, "r", "a", "enter")
        assert pilot.app.screen is screen
        await push(pilot, "right")
        assert "Det finns inget att räkna än." in shown(pilot)


async def test_what_could_not_be_erased_is_told_and_tried_again(tmp_path: Path) -> None:
    class Locked(FakeRecord):
        locked = True

        def erase(self, run: str) -> FakeErased:
            if self.locked:
                raise StorageError("Filen är låst.")
            return super().erase(run)

        def unfinished(self, participant: str) -> list[RunInfo]:  # type: ignore[override]
            return []

    record = Locked()
    async with program(tmp_path, record=lambda: record) as pilot:
        await played(pilot, "1")
        await at_history(pilot)
        await push(pilot, "r", "2")
        assert "Filen är låst." in shown(pilot)
        record.locked = False
        await push(pilot, "enter")
        assert "Här finns inga omgångar än." in shown(pilot)


async def test_help_explains_this_screen(tmp_path: Path) -> None:
    async with program(tmp_path) as pilot:
        await at_history(pilot)
        await push(pilot, "f1")
        assert "Dina egna omgångar, den senaste först." in shown(pilot)
