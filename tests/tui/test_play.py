"""Playing: what is shown when, what is recorded, and how one gets back."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from ajs_trainer.errors import StorageError
from ajs_trainer.play.run import Event, Recognised, Returned
from ajs_trainer.play.story import Chosen
from ajs_trainer.tui import navigate
from ajs_trainer.tui.screens.ending import EndingScreen
from ajs_trainer.tui.screens.hint import HintScreen
from ajs_trainer.tui.screens.home import HomeScreen
from ajs_trainer.tui.screens.play_beats import Beat
from ajs_trainer.tui.widgets.choices import Choices
from ajs_trainer.tui.widgets.story import StoryColumn
from ajs_trainer.tui.widgets.thoughts import Thoughts
from tests.builders import choice, ending, scenario
from tests.tui.driver import SIZES, press, shown, until_shown
from tests.tui.fakes import FakeRecord
from tests.tui.playing import (
    choose,
    play_screen,
    playing,
    program,
    push,
    read_all,
    recorded,
    runs_in,
    settled,
    to_choices,
)
from tests.tui.stories import coffee, crowded

FIRST = Chosen("kaffet", "fraga", ("fraga", "vantar", "filmar"), ("chefen",))


async def test_a_scene_is_told_in_beats_and_the_next_key_is_named(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        assert "Du står vid kaffemaskinen" in shown(pilot)
        assert "Tankar som snurrar" not in shown(pilot)
        assert "Enter  tankarna" in shown(pilot)

        await push(pilot, "enter")
        assert "Det var ju bara ett skämt." in shown(pilot)
        assert "Frågar Micke" not in shown(pilot)
        assert "vad du kan göra" in shown(pilot)

        await push(pilot, "enter")
        assert "Vad gör du?" in shown(pilot)
        assert "1  Frågar Micke vad han menar." in shown(pilot)
        assert "1–3  välj" in shown(pilot)


async def test_where_there_is_room_everything_is_shown_at_once(tmp_path: Path) -> None:
    async with playing(tmp_path, size=(120, 40)) as pilot:
        for text in ("Du står vid kaffemaskinen", "Tankar som snurrar", "1  Frågar Micke"):
            assert text in shown(pilot)


async def test_a_digit_chooses_and_shows_what_the_choice_did(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await to_choices(pilot)
        await push(pilot, "1")

        assert await recorded(pilot) == (FIRST,)
        for text in ("Den utsatta", "Sara ser upp.", "Utövaren", "De andra", "✓ Sparat"):
            assert text in shown(pilot)

        await push(pilot, "enter")
        assert "Hon nickar när du kommer." in shown(pilot)
        assert "Scen 2" in shown(pilot)


async def test_digits_do_nothing_before_the_choices_are_shown(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await push(pilot, "1", "enter", "1")
        assert await recorded(pilot) == ()


async def test_nothing_is_marked_at_first_and_a_hasty_enter_only_marks(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await to_choices(pilot)
        choices = pilot.app.screen.query_one(Choices)
        assert choices.marked is None

        await push(pilot, "enter")
        assert (choices.marked, await recorded(pilot)) == ("fraga", ())

        await push(pilot, "down", "enter")
        assert [event.choice for event in await recorded(pilot)] == ["vantar"]


async def test_a_click_chooses_and_a_click_on_the_next_key_goes_on(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await pilot.click("#next-keys")
        await pilot.click("#next-keys")
        await pilot.click(Choices, offset=(8, 1))
        await settled(pilot)
        assert [event.choice for event in await recorded(pilot)] == ["vantar"]


async def test_a_locked_choice_says_why_and_cannot_be_taken(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await to_choices(pilot)
        assert "–  Går in till chefen." in shown(pilot)
        assert "Låst: Chefen är inte på plats än." in shown(pilot)

        await push(pilot, "4", "up")
        assert pilot.app.screen.query_one(Choices).marked == "filmar"
        assert await recorded(pilot) == ()


async def test_what_is_not_safe_is_said_after_the_choice_and_not_before(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await to_choices(pilot)
        assert "Inte säkert" not in shown(pilot)

        await push(pilot, "3")
        assert "! Inte säkert eller inte tillåtet" in shown(pilot)
        assert "Mobil och film är inte tillåtet här" in shown(pilot)


async def test_thoughts_can_be_recognised_and_unrecognised(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await push(pilot, "enter", "t", "space")
        assert "den här kände jag igen" in shown(pilot)
        await push(pilot, "space")
        assert "den här kände jag igen" not in shown(pilot)
        assert await recorded(pilot) == (
            Recognised("kaffet", "tystnade"),
            Recognised("kaffet", "tystnade", marked=False),
        )


async def test_t_goes_to_the_thoughts_and_round_and_digits_still_choose(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await to_choices(pilot)
        thoughts = pilot.app.screen.query_one(Thoughts)
        await push(pilot, "t", "t", "t", "t")
        assert thoughts.has_focus
        assert thoughts.marked == "skamt"

        await push(pilot, "2")
        assert [event.choice for event in await recorded(pilot)] == ["vantar"]


async def test_a_thought_marked_after_the_choice_belongs_to_the_scene_shown(
    tmp_path: Path,
) -> None:
    async with playing(tmp_path) as pilot:
        await to_choices(pilot)
        await push(pilot, "1", "t", "space")
        assert (await recorded(pilot))[-1] == Recognised("kaffet", "skamt")


@pytest.mark.parametrize("key", ["u", "backspace"])
async def test_a_choice_can_be_taken_back(tmp_path: Path, key: str) -> None:
    async with playing(tmp_path) as pilot:
        await to_choices(pilot)
        await push(pilot, "1", key)
        assert await recorded(pilot) == (FIRST, Returned(0))
        assert play_screen(pilot).beat is Beat.CHOICES
        assert "Scen 1" in shown(pilot)

        await push(pilot, "2")
        assert [type(event) for event in await recorded(pilot)] == [Chosen, Returned, Chosen]


async def test_at_the_beginning_there_is_nothing_to_take_back(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await push(pilot, "u")
        assert "Du är i början." in shown(pilot)
        assert await recorded(pilot) == ()


async def test_what_has_been_read_is_still_there_above(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await choose(pilot, "1")
        assert "Du står vid kaffemaskinen" not in shown(pilot)
        await push(pilot, "pageup", "pageup", "pageup")
        assert "Du står vid kaffemaskinen" in shown(pilot)
        assert "2  Låter det vara." in shown(pilot)


@pytest.mark.parametrize("key", ["escape", "p"])
async def test_a_pause_goes_home_and_the_run_goes_on_from_the_file(
    tmp_path: Path, key: str
) -> None:
    async with playing(tmp_path) as pilot:
        await choose(pilot, "1")
        await push(pilot, key)
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Pausat. Ditt läge är sparat." in shown(pilot)

    async with program(tmp_path) as pilot:
        (info,) = await runs_in(pilot)
        navigate.open_run(pilot.app, info)
        await settled(pilot)
        assert "Scen 2" in shown(pilot)
        assert "Hon nickar när du kommer." in shown(pilot)

        await choose(pilot, "1")
        assert isinstance(pilot.app.screen, EndingScreen)
        assert len(await recorded(pilot)) == 2


async def test_one_can_leave_without_a_word(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await choose(pilot, "1")
        await push(pilot, "l")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Pausat" not in shown(pilot)
        assert await recorded(pilot) == (FIRST,)


class SlowRecord(FakeRecord):
    """A record on a disk that takes its time."""

    def __init__(self) -> None:
        super().__init__()
        self.may_write = threading.Event()

    def append(self, run: str, step: int, event: Event) -> None:
        self.may_write.wait(10)
        super().append(run, step, event)


async def test_nothing_is_called_saved_before_it_is(tmp_path: Path) -> None:
    slow = SlowRecord()
    async with playing(tmp_path, record=lambda: slow) as pilot:
        await to_choices(pilot)
        await press(pilot, ["1"])
        await until_shown(pilot, "Sparar ...")
        assert "Sara ser upp." not in shown(pilot)
        await press(pilot, ["2", "enter", "u"])

        slow.may_write.set()
        await settled(pilot)
        assert "✓ Sparat" in shown(pilot)
        assert await recorded(pilot) == (FIRST,)


class FullDisk(FakeRecord):
    """A record on a disk that is full until there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.full = True
        self.tries: list[int] = []

    def append(self, run: str, step: int, event: Event) -> None:
        self.tries.append(step)
        if self.full:
            raise StorageError("Inte sparat: disken är full [/.", "Gör plats och försök igen.")
        super().append(run, step, event)


async def test_an_unsaved_choice_stays_and_is_stored_once(tmp_path: Path) -> None:
    disk = FullDisk()
    async with playing(tmp_path, record=lambda: disk) as pilot:
        await to_choices(pilot)
        await push(pilot, "2")
        for text in ("disken är full [/.", "Gör plats", "2  Säger inget", "försök igen"):
            assert text in shown(pilot)
        assert "Sparat" not in shown(pilot)

        await push(pilot, "1", "u", "enter")
        assert disk.tries == [0, 0]
        assert play_screen(pilot).beat is Beat.CHOICES

        disk.full = False
        await push(pilot, "enter")
        assert "✓ Sparat" in shown(pilot)
        assert "disken är full" not in shown(pilot)
        assert [event.choice for event in await recorded(pilot)] == ["vantar"]

        await choose(pilot)
        await push(pilot, "enter")
        await choose(pilot, "1")
        assert disk.tries == [0, 0, 0, 1]


async def test_leaving_with_an_unsaved_choice_says_so(tmp_path: Path) -> None:
    disk = FullDisk()
    async with playing(tmp_path, record=lambda: disk) as pilot:
        await to_choices(pilot)
        await push(pilot, "2", "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        assert "Du lämnade innan" in shown(pilot)
        assert await recorded(pilot) == ()


async def test_a_record_that_cannot_be_read_is_told_and_can_be_tried_again(
    tmp_path: Path,
) -> None:
    class Away(FakeRecord):
        away = True

        def events(self, run: str) -> tuple[Event, ...]:
            if self.away:
                raise StorageError("Filen är borta.", "Leta rätt på den.")
            return super().events(run)

    record = Away()
    async with playing(tmp_path, record=lambda: record) as pilot:
        assert "Filen är borta." in shown(pilot)
        assert "gå tillbaka" in shown(pilot)
        record.away = False
        await push(pilot, "enter")
        assert "Du står vid kaffemaskinen" in shown(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_more_choices_than_digits_can_all_be_reached(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with playing(tmp_path, crowded(14), size=size) as pilot:
        await to_choices(pilot)
        assert "1–9  välj" in shown(pilot)
        await push(pilot, *["down"] * 14)
        assert "Gör det sista." in shown(pilot)
        await push(pilot, "enter")
        assert [event.choice for event in await recorded(pilot)] == ["sist"]


@pytest.mark.parametrize("size", SIZES)
async def test_the_terminal_cursor_follows(tmp_path: Path, size: tuple[int, int]) -> None:
    async with playing(tmp_path, size=size) as pilot:
        await to_choices(pilot)
        choices = pilot.app.screen.query_one(Choices)
        tops = []
        for _number in range(3):
            await push(pilot, "down")
            line = shown(pilot).splitlines()[pilot.app.cursor_position.y]
            assert line.lstrip().startswith("▌"), line
            tops.append(pilot.app.cursor_position.y)
            assert choices.content_region.contains_point(pilot.app.cursor_position)
        assert len(set(tops)) == 3


@pytest.mark.parametrize("size", SIZES)
async def test_choices_and_the_next_key_stay_in_view(tmp_path: Path, size: tuple[int, int]) -> None:
    async with playing(tmp_path, size=size) as pilot:
        await to_choices(pilot)
        await push(pilot, "pageup", "pageup")
        for text in ("1  Frågar Micke", "Vad gör du?", "1–3  välj"):
            assert text in shown(pilot)
        column = pilot.app.screen.query_one(StoryColumn)
        assert column.size.height >= 3
        assert column.query_one("#text").size.width <= 76


async def test_a_long_text_is_read_to_its_end_before_anything_else(tmp_path: Path) -> None:
    lines = "\n\n".join(f"Rad {number}." for number in range(1, 41))
    played = scenario({"a": {"text": lines, "choices": [choice("b", "c")]}, "c": ending()})
    async with playing(tmp_path, played) as pilot:
        seen = await read_all(pilot)
        assert all(f"Rad {number}." in seen for number in range(1, 41))
        assert play_screen(pilot).beat is Beat.SITUATION


async def test_a_scene_where_nothing_can_be_chosen_can_still_be_left(tmp_path: Path) -> None:
    stuck = scenario(
        {
            "a": {"text": "Hit.", "choices": [choice("b", "c"), choice("d", "e", sets=["f"])]},
            "c": {"text": "Fast.", "choices": [choice("d", "e", needs=["f"])]},
            "e": ending(),
        }
    )
    async with playing(tmp_path, stuck) as pilot:
        await choose(pilot, "1")
        await to_choices(pilot)
        assert "Här finns inget att välja." in shown(pilot)
        await push(pilot, "enter", "u")
        assert "Hit." in shown(pilot)


async def test_help_explains_this_screen(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await push(pilot, "f1")
        assert isinstance(pilot.app.screen, HintScreen)
        assert "Läs situationen, sedan tankarna" in shown(pilot)
        await push(pilot, "escape")
        assert "Du står vid kaffemaskinen" in shown(pilot)


async def test_the_place_survives_a_change_of_language(tmp_path: Path) -> None:
    async with playing(tmp_path) as pilot:
        await to_choices(pilot)
        pilot.app.change_settings(language="en")  # type: ignore[attr-defined]
        await settled(pilot)
        assert "Train of thought" in shown(pilot)
        assert "1  Frågar Micke" in shown(pilot)
        await push(pilot, "1")
        assert "✓ Saved" in shown(pilot)
        assert coffee().title in shown(pilot)
