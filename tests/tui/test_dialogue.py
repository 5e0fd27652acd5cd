"""A dialogue on the screens: its start, its ending, its place in the list, and the proposal."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ajs_trainer.locale import _, use_language
from ajs_trainer.play.repetition import Dialogue, Proposal
from ajs_trainer.play.run import Returned
from ajs_trainer.play.story import Chosen
from ajs_trainer.record import open_record
from ajs_trainer.tui import navigate
from ajs_trainer.tui.practising import MONTHS, day_in_words, reason
from ajs_trainer.tui.screens.ending import EndingScreen
from ajs_trainer.tui.screens.home import HomeScreen
from ajs_trainer.tui.screens.play import PlayScreen
from ajs_trainer.tui.screens.start import StartScreen
from tests.play.dialogues import BEHAVIOURS, corridor, skill
from tests.tui.driver import SIZES, app_of, press, running, shown, until, until_shown
from tests.tui.fakes import FakeEntry, FakeLibrary
from tests.tui.playing import begun, choose, push, read_all, recorded, runs_in, settled

ENTRY = FakeEntry(
    id="korridoren",
    title="Korridoren",
    summary="Jamal slår i en dörr.",
    relation="",
    grounds=(),
    severity="",
    minutes=6,
    skill="samtala",
)
UNSURE = [
    {"id": one, "text": f"Gör det: {one}.", "working_material": one == "vantar"}
    for one in BEHAVIOURS
]


def shelf(*, with_skill: bool = True) -> FakeLibrary:
    """A library with a scenario and a dialogue."""
    known = skill(behaviours=UNSURE, strategy="problem-solving")
    return FakeLibrary(
        listed=(FakeEntry(), ENTRY),
        scenarios={"korridoren": corridor(id="korridoren", title="Korridoren")},
        known_skills=(known,) if with_skill else (),
    )


async def play(pilot: Pilot[None], *digits: str) -> None:
    """Play the dialogue to its end."""
    info = await begun(pilot, corridor(id="korridoren", title="Korridoren"))
    navigate.open_run(pilot.app, info)
    await settled(pilot)
    await choose(pilot, *digits)
    await until(pilot, lambda: isinstance(pilot.app.screen, EndingScreen), "not at the end")


async def page(pilot: Pilot[None], name: str) -> str:
    """Everything on one page of the ending."""
    screen = pilot.app.screen
    assert isinstance(screen, EndingScreen)
    for _turn in range(7):
        if screen.page == name:
            break
        await push(pilot, "right")
    assert screen.page == name
    return flowing(await read_all(pilot))


def flowing(text: str) -> str:
    """Text without its line breaks."""
    return " ".join(text.split())


@pytest.mark.parametrize("size", SIZES)
async def test_the_ending_tells_what_one_did_and_what_was_there(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    record = tmp_path / "ajs.db"
    async with running(
        tmp_path, library=shelf(), record=lambda: open_record(record), size=size
    ) as pilot:
        await play(pilot, "1", "1", "1")
        told = await page(pilot, "done")
        for text in (
            "Samtala",
            "KKA-strategi: Problemlösning",
            "Det här gjorde du • Gör det: lugn. • Gör det: namner.",
            "Det här fanns att ta",
            "När du sa: – Hej, Jamal. • Gör det: fragar.",
            "När du sa: – Du slog i dörren. • Gör det: vantar.",
            "Arbetsmaterial, stäm av med er KKA-utbildning.",
        ):
            assert text in told
        aloud = await page(pilot, "aloud")
        assert "– Hej, Jamal. • Gör det: lugn. – Du slog i dörren." in aloud


async def test_a_dialogue_has_no_grid_and_no_score(tmp_path: Path) -> None:
    async with running(
        tmp_path, library=shelf(), record=lambda: open_record(tmp_path / "ajs.db")
    ) as pilot:
        await play(pilot, "3", "1", "1")
        seen = "".join([await page(pilot, name) for name in ("ending", "sure", "way", "done")])
        seen += await page(pilot, "aloud")
        for word in ("säg ifrån", "under", "Kvar att pröva", "poäng", "rätt", "%"):
            assert word not in seen
        assert not re.search(r"\d ?/ ?\d|\d av \d", re.sub(r"Sida \d av \d", "", seen))
        assert "hitta orden" in seen


async def test_what_is_not_working_material_has_no_note(tmp_path: Path) -> None:
    async with running(
        tmp_path, library=shelf(), record=lambda: open_record(tmp_path / "ajs.db")
    ) as pilot:
        await play(pilot, "2", "2", "1")
        told = await page(pilot, "done")
        assert "Arbetsmaterial" in told
        assert "Det här fanns att ta" not in told


async def test_where_nothing_was_shown_a_reply_that_was_there_is_to_be_said(
    tmp_path: Path,
) -> None:
    async with running(
        tmp_path, library=shelf(), record=lambda: open_record(tmp_path / "ajs.db")
    ) as pilot:
        info = await begun(pilot, corridor(id="korridoren", title="Korridoren"))
        navigate.open_run(pilot.app, info)
        await settled(pilot)
        await choose(pilot, "3")
        await push(pilot, "escape")
        navigate.open_way(pilot.app, info)
        await settled(pilot)
        assert "Den här gången gick du andra vägar." in await page(pilot, "done")
        assert "– Hur är det?" in await page(pilot, "aloud")


async def test_the_client_is_named_where_a_reply_has_followed(tmp_path: Path) -> None:
    async with running(
        tmp_path, library=shelf(), record=lambda: open_record(tmp_path / "ajs.db")
    ) as pilot:
        info = await begun(pilot, corridor(id="korridoren", title="Korridoren"))
        navigate.open_run(pilot.app, info)
        await settled(pilot)
        while "1  – Hej" not in shown(pilot):
            await push(pilot, "enter")
        await push(pilot, "1")
        assert "Jamal   Han nickar." in shown(pilot)
        assert "utsatt" not in shown(pilot)
        await push(pilot, "enter")
        await choose(pilot, "1", "1")
        way = await page(pilot, "way")
        assert "Jamal: Han nickar." in way
        assert "utsatt" not in way


async def test_without_the_file_of_the_skill_the_ids_are_told(tmp_path: Path) -> None:
    async with running(
        tmp_path,
        library=shelf(with_skill=False),
        record=lambda: open_record(tmp_path / "ajs.db"),
    ) as pilot:
        await play(pilot, "1", "1", "1")
        told = await page(pilot, "done")
        assert "Det här gjorde du • Lugn • Namner" in told
        assert "• Fragar" in told
        navigate.open_start(pilot.app, "korridoren")
        await settled(pilot)
        await until_shown(pilot, "Du övar: Samtala")


async def test_one_goes_back_and_says_something_else(tmp_path: Path) -> None:
    async with running(
        tmp_path, library=shelf(), record=lambda: open_record(tmp_path / "ajs.db")
    ) as pilot:
        await play(pilot, "3", "1", "1")
        await page(pilot, "way")
        await push(pilot, "1", "enter")
        assert isinstance(pilot.app.screen, PlayScreen)
        assert Returned(0) in await recorded(pilot)
        await choose(pilot, "2", "2", "1")
        assert "Gör det: fragar. • Gör det: lugn." in await page(pilot, "done")


async def test_the_start_tells_the_skill_and_why(tmp_path: Path) -> None:
    async with running(tmp_path, library=shelf()) as pilot:
        navigate.open_start(pilot.app, "korridoren")
        await settled(pilot)
        await until_shown(pilot, "hitta orden här?")
        assert "Du övar: Samtala" in shown(pilot)
        assert "Det går att öva." in shown(pilot)
        assert "klient – personal" not in shown(pilot)


async def test_the_list_shows_dialogues_apart(tmp_path: Path) -> None:
    async with running(tmp_path, library=shelf(), size=(120, 40)) as pilot:
        await press(pilot, ["1"])
        await until_shown(pilot, "2 av 2")
        lines = [line.split("│")[0].strip(" ▌") for line in shown(pilot).splitlines()]
        assert lines.index("KKA-samtal, att öva själv") < lines.index("2  Korridoren")
        await press(pilot, ["end"])
        await until_shown(pilot, "Färdighet")
        assert "Samtala" in shown(pilot)
        assert "Problemlösning" in shown(pilot)
        assert "Grund " not in shown(pilot)
        await press(pilot, ["f2", "5"])
        await until_shown(pilot, "‹ scenarier ›")
        await press(pilot, ["5"])
        await until_shown(pilot, "‹ KKA-samtal ›")
        await press(pilot, ["0"])
        await until_shown(pilot, "1 av 2, KKA-samtal")
        assert "Skämtet vid kaffet" not in shown(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_every_row_of_the_filter_is_in_view(tmp_path: Path, size: tuple[int, int]) -> None:
    async with running(tmp_path, library=shelf(), size=size) as pilot:
        await press(pilot, ["1"])
        await until_shown(pilot, "2 av 2")
        await press(pilot, ["f2"])
        await until_shown(pilot, "2 scenarier passar.")
        for row in ("1  Verksamhet", "5  Typ", "6  Visa alla", "0  Klart"):
            assert row in shown(pilot)


async def test_a_meeting_offers_no_dialogues(tmp_path: Path) -> None:
    async with running(tmp_path, library=shelf()) as pilot:
        navigate.choose_scenario_for(pilot.app, None)
        await until_shown(pilot, "1 av 1")
        assert "Korridoren" not in shown(pilot)


async def test_a_meeting_is_not_led_with_a_dialogue(tmp_path: Path) -> None:
    async with running(tmp_path, library=shelf(), lead="korridoren") as pilot:
        await until_shown(pilot, "heter ”korridoren”.")


def practised(folder: Path, *replies: str, code: str = "") -> None:
    """A record in which somebody has replied in the dialogue."""
    with open_record(folder / "ajs.db") as record:
        key = record.runs.begin(record.runs.participant(code), corridor(id="korridoren")).key
        for step, name in enumerate(replies):
            record.runs.append(key, step, Chosen("dorren", name, (name,)))


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_screen_proposes_a_dialogue_and_opens_its_start(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    practised(tmp_path, "hej", code="björk-vante")
    long = skill(title="Strukturerad färdighetsträning med flera")
    library = replace(shelf(), known_skills=(long,))
    async with running(
        tmp_path,
        library=library,
        record=lambda: open_record(tmp_path / "ajs.db"),
        size=size,
        code="björk-vante",
    ) as pilot:
        await until_shown(pilot, "9  Öva ett KKA-samtal")
        assert "färdighetsträning med flera” övade du senast" in flowing(shown(pilot))
        for row in ("1  Öva själv", "2  Fortsätt", "3  Led en träff", "0  Avsluta", "björk-vante"):
            assert row in shown(pilot)
        await press(pilot, ["9"])
        await until(pilot, lambda: isinstance(pilot.app.screen, StartScreen), "not started")
        await until_shown(pilot, "Korridoren")


async def test_a_skill_that_was_never_practised_is_named(tmp_path: Path) -> None:
    practised(tmp_path)
    async with running(
        tmp_path, library=shelf(), record=lambda: open_record(tmp_path / "ajs.db")
    ) as pilot:
        await until_shown(pilot, "Du har inte övat ”Samtala” än.")


async def test_the_reason_has_the_date_once_one_has_practised(tmp_path: Path) -> None:
    practised(tmp_path, "hej")
    async with running(
        tmp_path, library=shelf(), record=lambda: open_record(tmp_path / "ajs.db")
    ) as pilot:
        await until_shown(pilot, "”Samtala” övade du senast")
        begun_on = date.fromisoformat((await runs_in(pilot))[0].begun)
        assert f"senast {day_in_words(begun_on.isoformat(), begun_on)}." in shown(pilot)


async def test_nothing_is_proposed_without_dialogues_or_their_skills(tmp_path: Path) -> None:
    practised(tmp_path, "hej")
    for library in (FakeLibrary(listed=(FakeEntry(),)), shelf(with_skill=False)):
        async with running(
            tmp_path, library=library, record=lambda: open_record(tmp_path / "ajs.db")
        ) as pilot:
            await until_shown(pilot, "2  Fortsätt")
            await app_of(pilot).services.browse(lambda _library: None)
            await app_of(pilot).services.ask(lambda _record: None)
            await pilot.pause()
            assert isinstance(pilot.app.screen, HomeScreen)
            assert "KKA-samtal" not in shown(pilot)


def test_a_date_is_said_as_one_says_it() -> None:
    proposal = Proposal(Dialogue("a", "A", skill(), 5), "2026-03-03")

    use_language("sv")
    assert reason(proposal, date(2026, 11, 1)) == "”Samtala” övade du senast 3 mars."
    assert reason(proposal, date(2027, 1, 1)) == "”Samtala” övade du senast 3 mars 2026."
    assert [day_in_words(f"2026-{n:02}-01", date(2026, 1, 1)) for n in range(1, 13)] == [
        f"1 {_(month)}" for month in MONTHS
    ]
