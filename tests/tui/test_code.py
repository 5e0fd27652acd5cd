"""The own code: suggested, written, or none; and never mistaken for a password."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual.events import Paste
from textual.widgets import Input

from ajs_trainer.errors import StorageError
from ajs_trainer.record import Record, open_record
from ajs_trainer.tui.screens.code import CodeScreen
from ajs_trainer.tui.words import suggest, words
from tests.tui.driver import app_of, press, running, shown, until, until_shown
from tests.tui.test_home import practised


def test_there_are_words_enough_and_they_are_easy_to_write() -> None:
    known = words()
    assert len(set(known)) == len(known) >= 256
    assert all(word.isalpha() and word == word.lower() for word in known)
    assert all(set(word) <= set("abcdefghijklmnopqrstuvwxyzåäöé") for word in known)
    assert max(map(len, known)) <= 12


def test_two_different_words_are_suggested() -> None:
    offered: list[Sequence[str]] = []

    def first(some: Sequence[str]) -> str:
        offered.append(some)
        return some[0]

    one, two = suggest(first).split("-")
    assert one != two
    assert len(offered[1]) == len(offered[0]) - 1


async def test_a_suggested_code_is_taken_and_can_be_left(tmp_path: Path) -> None:
    async with running(tmp_path, record=lambda: open_record(tmp_path / "ajs.db")) as pilot:
        await press(pilot, ["6", "6"])
        await until_shown(pilot, "Ta koden")
        assert "inget lösenord" in shown(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, CodeScreen)
        before = screen._suggestion
        await press(pilot, ["2"])
        await until(pilot, lambda: screen._suggestion != before, "the same words again")
        await press(pilot, ["1"])
        await until(pilot, lambda: app_of(pilot).code == screen._suggestion, "not taken")
        await until_shown(pilot, "Ingen historik är sparad där än.")
        await press(pilot, ["3"])
        await until(pilot, lambda: app_of(pilot).code == "", "still a code")
        await until_shown(pilot, "Nu övar du utan kod.")


async def test_a_code_that_has_been_used_shows_its_history(tmp_path: Path) -> None:
    record = practised(tmp_path, code="björk-vante")
    async with running(tmp_path, record=record) as pilot:
        await press(pilot, ["6", "6", "tab"])
        assert pilot.app.screen.query_one(Input).has_focus
        await press(pilot, [*"Bj", "ö", *"rk", "minus", *"vante", "enter"])
        await until_shown(pilot, "Där finns 1 tidigare omgång.")
        await press(pilot, ["escape"])
        await until_shown(pilot, "Egen kod")
        assert "Björk-vante" in shown(pilot)
        await press(pilot, ["escape"])
        await until_shown(pilot, "2  Fortsätt")
        assert "Du övar under koden Björk-vante." in shown(pilot)


async def test_what_is_pasted_cannot_steer_the_terminal(tmp_path: Path) -> None:
    async with running(tmp_path) as pilot:
        await press(pilot, ["6", "6", "tab"])
        field = pilot.app.screen.query_one(Input)
        field.post_message(Paste("a\x1b[2J\u202eb\tc"))
        await until(pilot, lambda: field.value == "a[2Jb c", "not pasted")


async def test_a_record_that_fails_keeps_the_code_as_it_was(tmp_path: Path) -> None:
    def fail() -> Record:
        raise StorageError("Disken är full.", "Gör plats.")

    async with running(tmp_path, record=fail) as pilot:
        await press(pilot, ["6", "6", "1"])
        await until_shown(pilot, "Disken är full. Gör plats.")
        assert app_of(pilot).code == ""
