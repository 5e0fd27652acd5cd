"""The first screen: what can be done, and what is found in the background."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from ajs_trainer.errors import StorageError
from ajs_trainer.play.run import begin, choose
from ajs_trainer.play.story import compile_story
from ajs_trainer.record import Record, open_record
from ajs_trainer.tui.lead.setup import PlanScreen
from ajs_trainer.tui.roleplay.choose import ChooseRolePlay
from ajs_trainer.tui.screens.code import CodeScreen
from ajs_trainer.tui.screens.coming import ComingScreen
from ajs_trainer.tui.screens.help import HelpScreen
from ajs_trainer.tui.screens.history import HistoryScreen
from ajs_trainer.tui.screens.home import HomeScreen
from ajs_trainer.tui.screens.library import LibraryScreen
from ajs_trainer.tui.screens.play import PlayScreen
from ajs_trainer.tui.screens.settings import SettingsScreen
from ajs_trainer.tui.widgets.rows import Rows
from tests.builders import choice, ending, scenario
from tests.tui.driver import SIZES, app_of, press, running, shown, until, until_shown
from tests.tui.fakes import FakeRecord


def practised(folder: Path, code: str = "", title: str = "Provet") -> Callable[[], Record]:
    """A record in which somebody has begun a scenario and made one choice."""
    played = scenario(
        {
            "a": {"text": "A.", "choices": [choice("go", "b")]},
            "b": {"text": "B.", "choices": [choice("on", "c")]},
            "c": ending(),
        },
        title=title,
    )
    story = compile_story(played)
    _run, event = choose(story, begin(story), "go")
    with open_record(folder / "ajs.db") as record:
        key = record.runs.begin(record.runs.participant(code), played).key
        record.runs.append(key, 0, event)
    return lambda: open_record(folder / "ajs.db")


@pytest.mark.parametrize("size", SIZES)
async def test_everything_one_can_do_is_shown_in_every_size(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with running(tmp_path, size=size) as pilot:
        await until_shown(pilot, "Öva i lugn och ro")
        text = shown(pilot)
        for entry in (
            "1  Öva själv",
            "3  Led en träff",
            "4  Rollspel i tre",
            "5  Min historik",
            "6  Inställningar",
            "7  Hjälp",
            "8  Skriv scenarier",
            "0  Avsluta",
            "Tryck på en siffra",
        ):
            assert entry in text
        assert "Fortsätt" not in text


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        ("1", LibraryScreen),
        ("3", PlanScreen),
        ("4", ChooseRolePlay),
        ("8", ComingScreen),
        ("5", HistoryScreen),
        ("6", SettingsScreen),
        ("7", HelpScreen),
    ],
)
async def test_every_digit_leads_somewhere(tmp_path: Path, key: str, screen: type) -> None:
    async with running(tmp_path) as pilot:
        await press(pilot, [key])
        await until(pilot, lambda: isinstance(pilot.app.screen, screen), "not there")
        await press(pilot, ["escape"])
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "not back")


async def test_nothing_is_opened_before_the_first_frame(tmp_path: Path) -> None:
    opened = threading.Event()
    may_open = threading.Event()
    real = practised(tmp_path)

    def slow() -> Record:
        opened.set()
        assert may_open.wait(10)
        return real()

    async with running(tmp_path, record=slow) as pilot:
        await until_shown(pilot, "Öva själv")
        assert "Fortsätt" not in shown(pilot)
        await press(pilot, ["down"])
        await until(pilot, opened.is_set, "the record was never asked")
        assert "Fortsätt" not in shown(pilot)
        may_open.set()
        await until_shown(pilot, "2  Fortsätt")
        marked = pilot.app.screen.query_one(Rows).highlighted_option
        assert marked is not None
        assert marked.id == "lead", "what one was about to choose is still marked"


async def test_nothing_is_made_on_the_disk_by_looking(tmp_path: Path) -> None:
    def never() -> Record:
        raise AssertionError("there is nothing to open")

    async with running(tmp_path, record=never) as pilot:
        await until_shown(pilot, "Öva själv")
        await press(pilot, ["f1", "escape"])
    assert not (tmp_path / "ajs.db").exists()


async def test_an_unfinished_run_is_named_and_continued(tmp_path: Path) -> None:
    async with running(tmp_path, record=practised(tmp_path, title="Skämtet [/")) as pilot:
        await until_shown(pilot, "2  Fortsätt")
        assert "Skämtet [/, efter 1 val" in shown(pilot)
        await press(pilot, ["2"])
        await until(pilot, lambda: isinstance(pilot.app.screen, PlayScreen), "not playing")
        await until_shown(pilot, "B.")


async def test_an_own_code_has_its_own_unfinished_run(tmp_path: Path) -> None:
    record = practised(tmp_path, code="björk-vante")
    async with running(tmp_path, record=record) as pilot:
        await until_shown(pilot, "Öva själv")
        await app_of(pilot).services.ask(lambda _record: None)
        await pilot.pause()
        assert "Fortsätt" not in shown(pilot)
    async with running(tmp_path, record=record, code="björk-vante") as pilot:
        await until_shown(pilot, "2  Fortsätt")
        await until_shown(pilot, "Du övar under koden björk-vante.")


async def test_a_record_that_cannot_be_opened_is_told_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "ajs.db").touch()

    def fail() -> Record:
        raise StorageError("Filen är \x1b[2Jskadad.", "Hämta en säkerhetskopia.")

    async with running(tmp_path, record=fail) as pilot:
        await until_shown(pilot, "skadad. Hämta en säkerhetskopia.")
        assert "\x1b" not in shown(pilot)
        await press(pilot, ["7"])
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen), "stuck")


async def test_escape_marks_quit_and_enter_quits(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await press(pilot, ["escape"])
        marked = pilot.app.screen.query_one(Rows).highlighted_option
        assert marked is not None
        assert marked.id == "quit"
        assert not app_of(pilot)._exit
        await press(pilot, ["enter"])
        await until(pilot, lambda: app_of(pilot)._exit, "still running")


async def test_what_is_coming_says_what_one_can_do_today(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await press(pilot, ["8"])
        await until_shown(pilot, "Till scenarierna")
        assert "inte" in shown(pilot)
        assert "ajs check FIL" in shown(pilot)
        await press(pilot, ["1"])
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen), "no library")


async def test_what_is_coming_can_be_read_to_its_end_in_a_small_window(tmp_path: Path) -> None:
    async with running(tmp_path, size=(50, 16)) as pilot:
        await press(pilot, ["8"])
        await until_shown(pilot, "Till scenarierna")
        for _ in range(4):
            await press(pilot, ["pagedown"])
        await until_shown(pilot, "för att pröva det.")


async def test_the_code_is_reached_through_the_settings(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await press(pilot, ["6", "6"])
        await until(pilot, lambda: isinstance(pilot.app.screen, CodeScreen), "no code screen")


async def test_everything_fits_in_the_smallest_window(tmp_path: Path) -> None:
    record = practised(tmp_path, code="björk-vante")
    async with running(tmp_path, record=record, code="björk-vante", size=(50, 16)) as pilot:
        await until_shown(pilot, "2  Fortsätt")
        await until_shown(pilot, "Provet, efter 1 val")
        assert "0  Avsluta" in shown(pilot)


async def test_what_could_not_be_copied_or_removed_is_told(tmp_path: Path) -> None:
    (tmp_path / "ajs.db").touch()
    record = FakeRecord()
    record.undone = (StorageError("Dagens kopia gick inte att göra.", "Disken är full."),)
    async with running(tmp_path, record=lambda: record) as pilot:
        await until_shown(pilot, "Dagens kopia gick inte att göra. Disken är full.")
