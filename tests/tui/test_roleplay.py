"""Three people and one computer: what each sees, what comes when, and what is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from ajs_trainer.model.roleplay import RolePlay
from ajs_trainer.model.vocabulary import PLAY_ROLES, PlayRole
from ajs_trainer.record import open_record
from ajs_trainer.session import roleplaying
from ajs_trainer.session.cards import card
from ajs_trainer.session.observing import Observation
from ajs_trainer.session.stages import Stage
from ajs_trainer.tui.lead.debrief import DebriefScreen
from ajs_trainer.tui.roleplay.observer import ObserverScreen
from ajs_trainer.tui.roleplay.private import CardScreen, SlipScreen
from ajs_trainer.tui.roleplay.trio import TrioScreen
from tests.session.rehearsals import BEHAVIOURS, CUES, roleplay, skill
from tests.tui.driver import SIZES, press, shown, until
from tests.tui.leading import steady, tap, write
from tests.tui.roleplaying import begin, drawn, resume, stage, three, trio, wait

SLIPS = [str(cue["text"]) for cue in CUES]


def secrets(role: PlayRole, play: RolePlay | None = None) -> list[str]:
    """What is on one card and on no other."""
    told = card(role, play or roleplay(), skill())
    texts = [text for _heading, text in told.said] + [text for _id, text in told.behaviours]
    return [text for text in texts if text.startswith(("Klientens", "Du sitter", "Gör", "När"))]


async def test_from_the_list_to_the_first_round_in_two_keys(tmp_path: Path) -> None:
    async with three(tmp_path) as pilot:
        await begin(pilot)
        assert stage(pilot) is Stage.CARDS
        assert "omgång 1 av 2" in shown(pilot)


@pytest.mark.parametrize("digit", [1, 2, 3])
async def test_a_card_is_seen_by_its_role_alone(tmp_path: Path, digit: int) -> None:
    role = PLAY_ROLES[digit - 1]
    others = [text for each in PLAY_ROLES if each != role for text in secrets(each)]
    async with three(tmp_path) as pilot:
        await begin(pilot)
        await tap(pilot, str(digit))
        assert isinstance(pilot.app.screen, CardScreen)
        covered = drawn(pilot)
        await tap(pilot, "enter")
        await until(pilot, lambda: secrets(role)[0] in drawn(pilot), "the card is not shown")
        uncovered = drawn(pilot)
        await tap(pilot, "escape")
        assert isinstance(pilot.app.screen, TrioScreen)
        after = drawn(pilot)

    assert [text for text in secrets(role) if text not in uncovered] == []
    assert [text for text in others if text in uncovered] == []
    for common in (covered, after):
        assert [text for text in [*secrets(role), *others] if text in common] == []


async def test_a_card_that_was_read_is_ticked(tmp_path: Path) -> None:
    async with three(tmp_path) as pilot:
        await begin(pilot)
        await tap(pilot, "2", "escape")
        assert "✓ läst" not in shown(pilot)
        await tap(pilot, "2", "enter", "enter")
        assert shown(pilot).count("✓ läst") == 1


async def test_timed_cues_come_covered_and_to_whom_they_are_for(tmp_path: Path) -> None:
    async with three(tmp_path) as pilot:
        await begin(pilot)
        await tap(pilot, "4")
        await wait(pilot, 59)
        assert "Lapp till" not in shown(pilot)

        await wait(pilot, 1)
        assert "Lapp till: KLIENT" in shown(pilot)
        assert [slip for slip in SLIPS if slip in drawn(pilot)] == []

        await tap(pilot, "l")
        assert isinstance(pilot.app.screen, SlipScreen)
        assert [slip for slip in SLIPS if slip in drawn(pilot)] == []
        assert "klient" in shown(pilot)
        await tap(pilot, "enter")
        await until(pilot, lambda: SLIPS[0] in shown(pilot), "the slip is not shown")
        await tap(pilot, "enter")
        assert [slip for slip in SLIPS if slip in drawn(pilot)] == []
        assert "Lapp till" not in shown(pilot)

        await wait(pilot, 60)
        assert "Lapp till: PERSONAL" in shown(pilot)


async def test_a_cue_on_a_key_comes_once(tmp_path: Path) -> None:
    async with three(tmp_path) as pilot:
        await begin(pilot)
        await tap(pilot, "4")
        assert "n  en lapp till" in shown(pilot)
        await tap(pilot, "n")
        await until(pilot, lambda: "Lapp till: KLIENT" in shown(pilot), "no slip")
        await tap(pilot, "n")
        assert roleplaying.given(trio(pilot).meeting.state) == ("tystna",)


async def test_a_frozen_play_holds_the_clock_and_the_cues(tmp_path: Path) -> None:
    async with three(tmp_path) as pilot:
        await begin(pilot)
        await tap(pilot, "4", "f")
        assert "Stå stilla." in shown(pilot)
        assert "klockan står still" in shown(pilot)
        await wait(pilot, 300)
        assert roleplaying.given(trio(pilot).meeting.state) == ()
        await tap(pilot, "enter")
        assert stage(pilot) is Stage.PLAY
        assert "klockan står still" not in shown(pilot)


async def test_rewinding_begins_the_play_and_its_clock_anew(tmp_path: Path) -> None:
    async with three(tmp_path) as pilot:
        await begin(pilot)
        await tap(pilot, "4")
        await wait(pilot, 130)
        await steady(pilot)
        await tap(pilot, "r")
        assert roleplaying.given(trio(pilot).meeting.state) == ()
        assert "Ungefär 4 minuter kvar" in shown(pilot)


@pytest.mark.parametrize("before", ["", "4", "4 f", "4 enter", "4 enter enter"])
async def test_the_stop_word_works_everywhere(tmp_path: Path, before: str) -> None:
    async with three(tmp_path) as pilot:
        await begin(pilot)
        await tap(pilot, *before.split(), "s")
        assert stage(pilot) is Stage.LEAVE_ROLE
        assert "Säg ditt eget namn" in shown(pilot)


async def test_what_the_observer_hears_is_kept_at_once(tmp_path: Path) -> None:
    async with three(tmp_path) as pilot:
        await begin(pilot)
        await tap(pilot, "4", "o")
        assert isinstance(pilot.app.screen, ObserverScreen)
        assert [text for text in secrets("observer") if text in drawn(pilot)] == []
        await tap(pilot, "enter")
        await until(pilot, lambda: "inget antecknat" in shown(pilot), "no behaviours")
        await tap(pilot, "1", "down", "3", "enter")
        await write(pilot, "Inte nu 2")
        await tap(pilot, "enter")
        await until(pilot, lambda: "”Inte nu 2”" in shown(pilot), "the words are not there")
        key = trio(pilot).meeting.info.key
    with open_record(tmp_path / "ajs.db") as record:
        assert record.observations.of(key) == (
            Observation(0, 1, "lugn", "clear"),
            Observation(0, 1, "regel", "missed", "Inte nu 2"),
        )
    assert BEHAVIOURS[:2] == ("lugn", "regel")


async def test_a_second_round_begins_with_an_empty_sheet(tmp_path: Path) -> None:
    async with three(tmp_path) as pilot:
        await begin(pilot)
        await tap(pilot, "4", "o", "enter")
        await until(pilot, lambda: "inget antecknat" in shown(pilot), "no behaviours")
        await tap(pilot, "1")
        await until(pilot, lambda: shown(pilot).count("inget antecknat") == 4, "not kept")
        await tap(pilot, "escape", *["enter"] * 4)
        assert "omgång 2 av 2" in shown(pilot)
        assert "✓ läst" not in shown(pilot)
        await tap(pilot, "4", "o", "enter")
        await until(pilot, lambda: shown(pilot).count("inget antecknat") == 5, "not empty")


async def test_what_was_frozen_stays_frozen_and_goes_on_from_there(tmp_path: Path) -> None:
    async with three(tmp_path) as pilot:
        await begin(pilot)
        await tap(pilot, "4")
        await wait(pilot, 60)
        await tap(pilot, "f")
    async with three(tmp_path) as pilot:
        await resume(pilot)
        assert "Stå stilla." in shown(pilot)
        await tap(pilot, "enter")
        assert roleplaying.given(trio(pilot).meeting.state) == ("hoj",)
        assert "Lapp till: KLIENT" in shown(pilot), "it may not have been read"
        assert [slip for slip in SLIPS if slip in drawn(pilot)] == []
        await wait(pilot, 60)
        assert roleplaying.given(trio(pilot).meeting.state) == ("hoj", "ropar")


async def test_leaving_pauses_and_home_offers_it_again(tmp_path: Path) -> None:
    async with three(tmp_path) as pilot:
        await begin(pilot)
        await tap(pilot, "4", "escape")
    async with three(tmp_path) as pilot:
        await resume(pilot)
        assert stage(pilot) is Stage.PLAY


async def test_the_end_is_out_of_the_role_and_a_summary(tmp_path: Path) -> None:
    async with three(tmp_path, roleplay(rounds="1")) as pilot:
        await begin(pilot)
        await tap(pilot, "4", "enter", "enter", "enter")
        assert stage(pilot) is Stage.LEAVE_ROLE
        await tap(pilot, "enter")
        await until(pilot, lambda: "Det ni övade är sparat." in shown(pilot), "not closed")
        await press(pilot, ["enter"])
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen), "no summary")
        key = trio(pilot).meeting.info.key
    with open_record(tmp_path / "ajs.db") as record:
        assert record.sessions.get(key).closed


@pytest.mark.parametrize("size", SIZES)
async def test_every_window_is_large_enough(tmp_path: Path, size: tuple[int, int]) -> None:
    async with three(tmp_path, size=size) as pilot:
        await begin(pilot)
        assert "4  Alla har läst: spela" in shown(pilot)
        await tap(pilot, "4", "o", "enter")
        await until(pilot, lambda: "1 ●" in shown(pilot), "no levels")
        assert "Gör bekraftar." in drawn(pilot) or "Gör lugn." in shown(pilot)
