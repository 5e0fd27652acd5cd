"""The base: rows, keys, help, size, language, faults, foreign text."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widgets import Footer, OptionList
from typing_extensions import override

from ajs_trainer.characters import is_forbidden
from ajs_trainer.settings import Settings
from ajs_trainer.tui import base
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.screens.coming import ComingScreen
from ajs_trainer.tui.screens.hint import HintScreen
from ajs_trainer.tui.screens.home import HomeScreen
from ajs_trainer.tui.screens.library import LibraryScreen
from ajs_trainer.tui.screens.settings import SettingsScreen
from ajs_trainer.tui.screens.too_small import TooSmall
from ajs_trainer.tui.themes import DARK
from ajs_trainer.tui.widgets.rows import MARK, Between, Row, Rows
from tests.tui.driver import app_of, press, running, shown, until, until_shown

HOSTILE = "\x1b]0;ägd\x07\x1b[2J\x9b31m[/ [@click=app.quit]Läs[/] [a=1] {x} $name \u202e\x00\u200b"


class ListApp(App[None]):
    """A list and nothing else."""

    CSS_PATH = Path(base.__file__).with_name("app.tcss")
    chosen = ""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name

    @override
    def compose(self) -> ComposeResult:
        yield Rows(
            Row("one", literal("Ett"), literal("liten rad"), digit="1", beside=10),
            Between(literal("Rubrik")),
            Row("two", literal("Två " * 30), digit="2"),
            Row("never", literal("Går inte"), digit="3", disabled=True),
            Row("four", literal("Fyra"), digit="4"),
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.chosen += f"{event.option_id} "


async def chosen_after(keys: list[str]) -> str:
    """What has been chosen after some keys."""
    app = ListApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        return app.chosen.strip()


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (["enter"], "one"),
        (["down", "enter"], "two"),
        (["down", "down", "enter"], "four"),
        (["up", "enter"], "four"),
        (["2"], "two"),
        (["4", "1"], "four one"),
        (["3"], ""),
        (["9"], ""),
    ],
)
async def test_rows_are_chosen_with_digits_arrows_and_enter(keys: list[str], chosen: str) -> None:
    assert await chosen_after(keys) == chosen


async def test_a_row_is_chosen_with_the_mouse() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.click(Rows, offset=(8, 2))
        await pilot.pause()
        assert app.chosen.strip() == "two"


async def test_the_mark_stands_on_every_line_of_the_marked_row_and_nowhere_else() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("down")
        await pilot.pause()
        rows = app.query_one(Rows)
        lines = [rows.render_line(y).text for y in range(rows.size.height)]
        marked = [y for y, line in enumerate(lines) if line.startswith(MARK)]
        assert marked == [2, 3, 4]
        assert all("Två" in lines[y] for y in marked)
        assert lines[3].startswith(f"{MARK}    Två"), "wrapped lines stand under the first one"


async def test_the_mark_stays_on_its_row_when_rows_come_and_go() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 20)) as pilot:
        rows = app.query_one(Rows)
        rows.mark("four")
        rows.show_rows([Row("new", literal("Ny")), Row("four", literal("Fyra"))])
        await pilot.pause()
        option = rows.highlighted_option
        assert option is not None
        assert option.id == "four"


async def test_the_cursor_stands_at_the_marked_row() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert app.cursor_position == (2, 0)
        await pilot.press("down", "down")
        await pilot.pause()
        assert app.cursor_position == (2, 6), "below a heading, three lines and a closed row"


@pytest.mark.parametrize("text", [HOSTILE, "[/", "[b]", "a\tb\nc"])
def test_literal_text_is_neither_markup_nor_control(text: str) -> None:
    content = literal(text, "bold")
    assert not any(is_forbidden(character) for character in content.plain)
    assert content.markup.count("[bold]") == 1
    assert len(content.plain) == len(text)
    assert "\n" not in literal_line(text).plain


async def test_escape_goes_back_and_f1_explains(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await press(pilot, ["6"])
        await until_shown(pilot, "Utseende")
        await press(pilot, ["f1"])
        assert isinstance(pilot.app.screen, HintScreen)
        assert "Tryck på en siffra för att ändra något." in shown(pilot)
        assert "Enter" in shown(pilot)
        assert "Välj den markerade raden." in shown(pilot)
        await press(pilot, ["f1"])
        assert isinstance(pilot.app.screen, SettingsScreen)
        await press(pilot, ["escape"])
        assert isinstance(pilot.app.screen, HomeScreen)


@pytest.mark.parametrize("keys", [["1"], ["3"], ["4"], ["5"], ["6"], ["6", "6"], ["7"], ["8"]])
async def test_every_screen_explains_itself(tmp_path: Path, keys: list[str]) -> None:
    async with running(tmp_path) as pilot:
        for depth, key in enumerate(keys, start=2):
            await press(pilot, [key])
            await until(
                pilot, partial(_deep, pilot, depth), f"no screen opened after {key} at {depth}"
            )
        await press(pilot, ["f1"])
        await until(pilot, lambda: isinstance(pilot.app.screen, HintScreen), "no help")
        text = pilot.app.screen.query_one("#hint-text").render()
        assert str(text).strip()


def _deep(pilot: Pilot[None], depth: int) -> bool:
    return len(pilot.app.screen_stack) == depth


async def test_the_keys_stand_in_the_footer_and_in_the_help_once(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await press(pilot, ["1"])
        await until_shown(pilot, "F2 Filter")
        footer = shown(pilot).splitlines()[-1]
        assert " ".join(footer.split()) == "Enter Välj / Sök F2 Filter Esc Tillbaka F1 Hjälp"
        await press(pilot, ["f1"])
        assert shown(pilot).count("Gå mellan raderna.") == 1


async def test_a_window_that_is_too_small_says_so_until_it_is_not(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await press(pilot, ["8"])
        await pilot.resize_terminal(49, 16)
        await until(pilot, lambda: isinstance(pilot.app.screen, TooSmall), "no notice")
        assert "49 × 16" in shown(pilot)
        await press(pilot, ["escape", "enter", "0", "f1"])
        assert isinstance(pilot.app.screen, TooSmall), "no key reaches what cannot be seen"
        await pilot.resize_terminal(50, 15)
        await until_shown(pilot, "50 × 15")
        await pilot.resize_terminal(50, 16)
        await until(pilot, lambda: isinstance(pilot.app.screen, ComingScreen), "still covered")


async def test_a_screen_that_opens_in_a_small_window_is_covered(tmp_path: Path) -> None:
    async with running(tmp_path, size=(40, 10)) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, TooSmall), "no notice")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "still covered")


@pytest.mark.parametrize(
    ("size", "classes"),
    [
        ((50, 16), {"-narrow", "-short"}),
        ((80, 24), {"-normal", "-medium"}),
        ((120, 40), {"-wide", "-tall"}),
    ],
)
async def test_a_screen_knows_its_room(
    tmp_path: Path, size: tuple[int, int], classes: set[str]
) -> None:
    async with running(tmp_path, size=size) as pilot:
        await until(
            pilot, lambda: classes <= set(pilot.app.screen.classes), f"no classes {classes}"
        )
        assert pilot.app.screen.query_one(Footer).compact == (size[0] < 80)


async def test_everything_changes_language_at_once(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await press(pilot, ["6"])
        await until_shown(pilot, "Inställningar")
        await press(pilot, ["2"])
        await until_shown(pilot, "Settings")
        for swedish in ("Språk", "Utseende", "Tillbaka", "Välj", "Hjälp", "sparas"):
            assert swedish not in shown(pilot)
        await press(pilot, ["escape"])
        await until_shown(pilot, "Practise on your own")
        await until_shown(pilot, "Quit  F1 Help")
        assert "Öva" not in shown(pilot)
        assert app_of(pilot).settings == Settings(language="en")
        await press(pilot, ["1"])
        await until_shown(pilot, "Write to search")


async def test_messages_tell_what_was_chosen(tmp_path: Path) -> None:
    messages: list[Message] = []
    async with running(tmp_path, messages=messages) as pilot:
        await press(pilot, ["1"])
        await until(pilot, lambda: isinstance(pilot.app.screen, LibraryScreen), "no library")
        chosen = {m.option_id for m in messages if isinstance(m, OptionList.OptionSelected)}
        assert chosen == {"practise"}


async def test_ctrl_c_says_how_to_quit_and_ctrl_q_quits_from_a_box(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await press(pilot, ["ctrl+c"])
        await until_shown(pilot, "Tryck Ctrl+Q för att avsluta.")
        await press(pilot, ["f1", "ctrl+q"])
        await until(pilot, lambda: app_of(pilot)._exit, "still running")


async def test_a_fault_ends_the_program_without_telling_what_was_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    class Unexpected(Exception):
        pass

    def fail() -> None:
        raise Unexpected

    kept: list[Pilot[None]] = []

    async def run() -> None:
        async with running(tmp_path, code="hemlig-kod") as pilot:
            kept.append(pilot)
            pilot.app.call_later(fail)
            await pilot.pause()

    with pytest.raises(Unexpected):
        await run()
    app = app_of(kept[0])
    assert isinstance(app.fault, Unexpected)
    app._print_error_renderables()
    assert capsys.readouterr() == ("", "")


async def test_the_keys_are_made_anew_only_when_they_are_others(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await press(pilot, ["tab"])
        before = list(pilot.app.screen.query_one(Footer).children)
        pilot.app.screen.refresh_bindings()
        await pilot.pause()
        assert before
        assert list(pilot.app.screen.query_one(Footer).children) == before
        app_of(pilot).change_settings(language="en")
        await until_shown(pilot, "F1 Help")
