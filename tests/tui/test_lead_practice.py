"""Value exercises and role-plays of several trios, led as steps of a plan or alone."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ajs_trainer.content.bundled import bundled_scenarios
from ajs_trainer.content.plans import plans
from ajs_trainer.content.practice import exercises, roleplays, skills
from ajs_trainer.debrief.render.text import to_text
from ajs_trainer.debrief.results import Spot
from ajs_trainer.debrief.summary import Debrief, from_json
from ajs_trainer.errors import AjsError
from ajs_trainer.locale import _
from ajs_trainer.model.roleplay import RolePlay
from ajs_trainer.model.vocabulary import PLAY_ROLES
from ajs_trainer.record import open_record
from ajs_trainer.session.cards import card
from ajs_trainer.session.observing import Observation
from ajs_trainer.session.script import SCRIPTS
from ajs_trainer.session.stages import Stage
from ajs_trainer.tui.lead.agenda import put_together, single_practice
from ajs_trainer.tui.lead.meeting_start import MeetingStart
from ajs_trainer.tui.lead.setup_practice import PracticeForMeeting
from tests.tui import roleplaying
from tests.tui.driver import app_of, press, shown, until, until_shown
from tests.tui.fakes import FakeLibrary
from tests.tui.leading import (
    forward,
    go_to,
    leading,
    library,
    projector,
    resume,
    stage,
    tap,
    write,
)

FORMS = {
    "fyra-horn-tystnad": ("Med en gång, så att alla hör", "Eget svar", "Gå till hörnet"),
    "linjen-klienterna": ("Nej, tiden är lika för alla", "Någonstans emellan", "på linjen"),
    "heta-stolen-skamt": ("Byt plats om du håller med", "bytte plats, satt kvar"),
}
DENIED = "nekat-samtal"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AJS_HOME", str(tmp_path / "home"))


@cache
def shipped() -> FakeLibrary:
    """Everything that a meeting can be led with, as it comes with the program."""
    folders = [bundled_scenarios()]
    return replace(
        library(),
        agendas=plans(folders, "sv"),
        known_skills=skills(folders, "sv"),
        known_roleplays=roleplays(folders, "sv"),
        known_exercises=exercises(folders, "sv"),
    )


def denied() -> RolePlay:
    """The role-play of the shipped plan."""
    return next(play for play in shipped().known_roleplays if play.id == DENIED)


async def begin_alone(pilot: Pilot[None]) -> None:
    """From the last page, to which the command line leads, past the welcome."""
    await until_shown(pilot, "Hur många är ni")
    screen = pilot.app.screen
    assert isinstance(screen, MeetingStart)
    await until(pilot, lambda: not screen.busy, "never read")
    await press(pilot, ["enter"])
    await until(pilot, lambda: pilot.app.screen is not screen, "never begun")
    await tap(pilot)
    assert stage(pilot) is Stage.WELCOME
    await tap(pilot, "enter")


def frozen(folder: Path) -> Debrief:
    """The debrief of the latest meeting, as it is in the file."""
    with open_record(folder / "ajs.db") as record:
        text = record.sessions.publication(record.sessions.all()[0].key)
        assert text is not None
        return from_json(text)


async def close(pilot: Pilot[None]) -> None:
    """To the closed meeting."""
    await go_to(pilot, Stage.CLOSE)
    await tap(pilot, *["enter"] * 6)
    await until_shown(pilot, "Det ni kom fram till är sparat.")


def squeezed(text: str) -> str:
    """A text without line breaks and runs of blanks."""
    return " ".join(text.split())


@pytest.mark.parametrize("name", FORMS)
async def test_a_statement_says_where_one_can_stand(tmp_path: Path, name: str) -> None:
    async with leading(tmp_path, found=shipped(), lead=name) as pilot:
        await begin_alone(pilot)
        text = squeezed(shown(pilot))
        exercise = next(each for each in shipped().known_exercises if each.id == name)
        assert exercise.statements[0].text in text
        assert "Vad tycker du? Du får passa" in text
        assert [part for part in FORMS[name] if part not in text] == []
        assert "minut" in text
        assert "nästa påstående" in text


async def test_counts_are_kept_corrected_and_taken_back(tmp_path: Path) -> None:
    async with leading(tmp_path, found=shipped(), lead="linjen-klienterna") as pilot:
        await begin_alone(pilot)
        await write(pilot, "3 2")
        await tap(pilot, "enter")
        assert projector(pilot).meeting.state.stood == (), "two numbers are not three"
        await write(pilot, " 3")
        assert "spara antalen" in shown(pilot)
        await tap(pilot, "enter")
        first = projector(pilot).meeting.place
        assert [each.counts for each in projector(pilot).meeting.state.stood] == [(3, 2, 3)]
        assert "nästa påstående" in shown(pilot)
        await tap(pilot, "enter")
        assert projector(pilot).meeting.place != first
        await tap(pilot, "backspace")
        assert projector(pilot).meeting.place == first
        await press(pilot, ["backspace"] * 5)
        await write(pilot, "4 2 2")
        await tap(pilot, "enter", "enter")
        await write(pilot, "1 1 6")
        await tap(pilot, "enter")
        await press(pilot, ["backspace"] * 5)
        await tap(pilot, "enter")
        assert "0 0 0" in shown(pilot), "the line is as before anything was counted"
        await tap(pilot, "enter", "e")
        assert stage(pilot) is Stage.COMMITMENT
        await close(pilot)
    debrief = frozen(tmp_path)
    stand = debrief.stands[0]
    assert len(debrief.stands) == 1, "what was taken back is told nowhere"
    assert stand.spots[1] == Spot("Någonstans emellan", 2)
    assert [spot.count for spot in stand.spots] == [4, 2, 2]
    assert "4 av 8: Nej, tiden är lika för alla" in to_text(debrief)
    assert debrief.parts == ()


async def test_leaving_the_line_empty_keeps_nothing(tmp_path: Path) -> None:
    async with leading(tmp_path, found=shipped(), lead="heta-stolen-skamt") as pilot:
        await begin_alone(pilot)
        for _statement in range(10):
            assert stage(pilot) is Stage.STATEMENT
            await tap(pilot, "enter")
        assert stage(pilot) is Stage.COMMITMENT
        assert projector(pilot).meeting.state.stood == ()


async def test_an_exercise_goes_on_at_its_statement_with_its_counts(tmp_path: Path) -> None:
    async with leading(tmp_path, found=shipped(), lead="heta-stolen-skamt") as pilot:
        await begin_alone(pilot)
        await tap(pilot, "enter")
        await write(pilot, "5 3")
        await tap(pilot, "enter")
        state = projector(pilot).meeting.state
    async with leading(tmp_path, found=shipped()) as pilot:
        await resume(pilot)
        assert projector(pilot).meeting.state == state
        assert "påstående 2 av 10" in shown(pilot)
        assert "5 3" in shown(pilot)


def secrets(play: RolePlay) -> list[str]:
    """The beginning of everything that is on a card or a slip, or in the notes."""
    skill = next(each for each in shipped().known_skills if each.id == play.skill)
    cards = [card(role, play, skill) for role in PLAY_ROLES]
    told = [said.text for each in cards for said in each.said]
    told += [text for each in cards for _id, text in each.behaviours]
    told += [line for text in told for line in text.split("\n\n")]
    told += [cue.text for cue in play.cues]
    for script in SCRIPTS.values():
        told += [_(text) for text in (script.say, *script.ask)]
    return [squeezed(text)[:30] for text in told if text.strip()]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_no_card_no_slip_and_no_note_is_ever_on_the_projector(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    hidden = secrets(denied())
    assert len(hidden) > 40
    seen = []
    async with leading(tmp_path, found=shipped(), lead="apt-35-rollspel", size=size) as pilot:
        await until_shown(pilot, "ajs roleplay nekat-samtal --print")
        await begin_alone(pilot)
        while stage(pilot) is not Stage.CLOSE:
            text = squeezed(shown(pilot))
            assert [secret for secret in hidden if secret in text] == []
            if stage(pilot) in (Stage.PLAY, Stage.CARDS):
                assert f"omgång {projector(pilot).meeting.place.scene} av 2" in text
            seen.append(stage(pilot))
            await forward(pilot)
        await close(pilot)
    one = [Stage.CARDS, Stage.PLAY, Stage.FEEDBACK, Stage.RETRY]
    assert seen[:10] == [*one, Stage.SWAP, *one, Stage.LEAVE_ROLE]
    (practised,) = frozen(tmp_path).practised
    assert (practised.title, practised.rounds, practised.heard) == ("Nekat samtal", 2, ())
    assert "2 omgångar." in to_text(frozen(tmp_path))


async def test_a_role_play_is_ended_early_paused_and_taken_up_again(tmp_path: Path) -> None:
    async with leading(tmp_path, found=shipped(), lead=DENIED) as pilot:
        await begin_alone(pilot)
        assert "frysa, spola tillbaka eller säga stopp" in squeezed(shown(pilot))
        await tap(pilot, "enter", "p")
        assert "Allt är sparat." in shown(pilot)
    async with leading(tmp_path, found=shipped()) as pilot:
        await resume(pilot)
        assert stage(pilot) is Stage.PLAY
        assert "Ungefär 4 minuter kvar" in shown(pilot)
        await tap(pilot, "e")
        assert stage(pilot) is Stage.LEAVE_ROLE
        await tap(pilot, "e")
        assert stage(pilot) is Stage.LEAVE_ROLE, "everybody leaves the role first"
        await tap(pilot, "enter")
        assert stage(pilot) is Stage.COMMITMENT
        await close(pilot)
    assert frozen(tmp_path).practised[0].rounds == 1


@pytest.mark.parametrize(
    ("keys", "wanted"), [(["end"], "heta stolen"), (["end", "up"], "Danne vill ringa")]
)
async def test_both_kinds_are_chosen_from_a_list(
    tmp_path: Path, keys: list[str], wanted: str
) -> None:
    async with leading(tmp_path, found=shipped()) as pilot:
        await press(pilot, ["3"])
        await until_shown(pilot, "En värderingsövning")
        await press(pilot, [*keys, "enter"])
        await until(pilot, lambda: isinstance(pilot.app.screen, PracticeForMeeting), "no list")
        await until(pilot, lambda: wanted in shown(pilot).replace("Heta", "heta"), "nothing")
        await press(pilot, ["1"])
        await until_shown(pilot, "Hur många är ni")
        assert "Hur väljer ni" not in shown(pilot), "nobody chooses in secret here"
        assert "S Hur länge" not in shown(pilot)


def test_what_a_plan_names_has_to_be_there() -> None:
    plan = single_practice(denied())
    empty = replace(shipped(), known_roleplays=())
    with pytest.raises(AjsError, match=r"Rollspelet ”nekat-samtal”.*finns inte"):
        put_together(empty, plan, "", "raised-hands", "sv")
    empty = replace(shipped(), known_skills=())
    with pytest.raises(AjsError, match=r"Färdigheten ”effektiv-auktoritet”.*finns inte"):
        put_together(empty, plan, "", "raised-hands", "sv")
    plan = single_practice(shipped().known_exercises[0])
    empty = replace(shipped(), known_exercises=())
    with pytest.raises(AjsError, match=r"Övningen ”.*finns inte"):
        put_together(empty, plan, "", "raised-hands", "sv")


async def test_content_notes_of_all_kinds_are_told_at_the_welcome(tmp_path: Path) -> None:
    noted = denied().model_copy(update={"content_note": "Om ett avsked."})
    found = replace(shipped(), known_roleplays=(noted,))
    async with leading(tmp_path, found=found, lead=DENIED) as pilot:
        await begin_alone(pilot)
        assert "Bra att veta: Om ett avsked." in shown(pilot)
        await tap(pilot, "backspace", "enter")


async def test_three_with_a_computer_read_what_was_heard_and_nothing_of_choices(
    tmp_path: Path,
) -> None:
    async with roleplaying.three(tmp_path) as pilot:
        await roleplaying.begin(pilot)
        key = roleplaying.trio(pilot).meeting.info.key
        await tap(pilot, "4", "enter")
        for number, level in ((1, "clear"), (2, "missed")):
            seen = Observation(0, number, "lugn", level, f"Jag hör dig {number}")  # type: ignore[arg-type]
            await app_of(pilot).services.ask(
                lambda record, seen=seen: record.observations.observe(key, seen)  # type: ignore[misc]
            )
        await tap(pilot, "s", "enter")
        await until_shown(pilot, "Det ni övade är sparat.")
    text = to_text(frozen(tmp_path))
    assert "Gör lugn: 1 tydligt, 1 missat tillfälle" in squeezed(text)
    assert "”Jag hör dig 1”" in text
    assert "Ingen bedöms." in text
    for word in ("vem som valde", "För få svar", "Före, under", "Att prata om"):
        assert word not in text
