"""What the room may see while a meeting is led, and what happens when something goes wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ajs_trainer.errors import StorageError
from ajs_trainer.locale import _
from ajs_trainer.model.plan import Plan
from ajs_trainer.record.sessions import Sessions
from ajs_trainer.session.events import SessionEvent
from ajs_trainer.session.script import SCRIPTS
from ajs_trainer.session.stages import Stage
from ajs_trainer.tui.lead.blank import BlankScreen
from ajs_trainer.tui.lead.meeting_start import MeetingStart
from ajs_trainer.tui.screens.hint import keys_of
from ajs_trainer.tui.screens.home import HomeScreen
from tests.session.rehearsals import exercise, roleplay, skill
from tests.tui.driver import press, shown, until, until_shown
from tests.tui.fakes import FakeLibrary
from tests.tui.leading import begin, forward, go_to, leading, library, projector, stage, tap
from tests.tui.stories import hostile

KINDS = (
    "welcome",
    "look-back",
    "discussion",
    "survey",
    "break",
    "scenario",
    "roleplay",
    "exercise",
    "commitment",
    "close",
)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AJS_HOME", str(tmp_path / "home"))


@pytest.fixture
def _decided(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "workplace.toml").write_text(
        "keep_days = 0\nsupport = [{name = 'Hälsan', contact = 'plan 2'}]\n", encoding="utf-8"
    )


def every_stage() -> Plan:
    """A plan in which every kind of step comes once, each with notes."""
    steps = [
        {"kind": kind, "minutes": 5, "notes": f"Viskas bara till den som leder {kind}."}
        | {"roleplay": {"roleplay": "samtalet"}, "exercise": {"exercise": "ovningen"}}.get(kind, {})
        for kind in KINDS
    ]
    header = {"format": 1, "kind": "plan", "id": "alla", "language": "sv", "title": "Alla steg"}
    return Plan.model_validate({**header, "summary": "Alla steg.", "steps": steps})


def with_every_stage() -> FakeLibrary:
    """The plan with every stage, and nothing else."""
    found = library()
    found.agendas = [every_stage()]
    found.known_roleplays, found.known_skills = (roleplay(),), (skill(),)
    found.known_exercises = (exercise("line", "ja", "nej"),)
    return found


async def begin_at(pilot: Pilot[None], *keys: str) -> None:
    """From the last page, to which the command line leads, to the projector."""
    await until_shown(pilot, "Hur många är ni")
    screen = pilot.app.screen
    assert isinstance(screen, MeetingStart)
    await until(pilot, lambda: not screen.busy, "never read")
    await press(pilot, [*keys, "enter"])
    await until(pilot, lambda: pilot.app.screen is not screen, "never begun")
    await tap(pilot)


async def stages(pilot: Pilot[None]) -> AsyncIterator[Stage]:
    """Every stage of a meeting on the way to its close, once each."""
    seen = [stage(pilot)]
    while seen[-1] is not Stage.CLOSE:
        await forward(pilot)
        if stage(pilot) is not seen[-1]:
            seen.append(stage(pilot))
            yield seen[-1]


def on_one_line(text: str) -> str:
    """A text without line breaks and runs of blanks."""
    return " ".join(text.split())


def notes() -> list[str]:
    """What is for the facilitator alone."""
    said = [text for script in SCRIPTS.values() for text in (script.say, *script.ask)]
    return [on_one_line(_(text))[:40] for text in said] + ["Viskas bara"]


async def test_no_notes_are_ever_on_the_projector(tmp_path: Path) -> None:
    async with leading(tmp_path, found=with_every_stage(), size=(120, 40)) as pilot:
        await press(pilot, ["3"])
        await until_shown(pilot, "Alla steg")
        await press(pilot, ["1"])
        await until_shown(pilot, "1 av 1")
        await press(pilot, ["enter"])
        await begin_at(pilot, "v")
        seen = {stage(pilot)}
        async for here in stages(pilot):
            seen.add(here)
            text = on_one_line(shown(pilot))
            assert [note for note in notes() if note in text] == []
        assert seen == set(Stage)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (50, 16)])
async def test_the_next_key_is_always_written(tmp_path: Path, size: tuple[int, int]) -> None:
    async with leading(tmp_path, size=size, lead="skamtet-vid-kaffet") as pilot:
        await begin_at(pilot, "v")
        async for _here in stages(pilot):
            lines = shown(pilot).splitlines()
            keys = next(iter(pilot.app.screen.query("#next-keys"))).region
            line = lines[keys.y]
            assert any(key in line for key in (" Enter ", " 1–3 ", " 1 ")), shown(pilot)
            assert max(len(line) for line in lines) <= size[0]


async def test_a_scenario_that_means_harm_is_drawn_as_text(tmp_path: Path) -> None:
    told = hostile()
    async with leading(tmp_path, found=library(told), size=(50, 16), lead=told.id) as pilot:
        await begin_at(pilot, "v")
        async for _here in stages(pilot):
            text = shown(pilot)
            bad = [c for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cf")]
            assert bad == []


async def test_what_could_not_be_saved_stays_on_the_screen_until_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append = Sessions.append
    broken = [True]

    def fails(self: Sessions, session: str, step: int, event: SessionEvent) -> None:
        if broken[0]:
            raise StorageError("Disken är full.", "Gör plats.")
        append(self, session, step, event)

    async with leading(tmp_path) as pilot:
        await begin(pilot)
        monkeypatch.setattr(Sessions, "append", fails)
        await tap(pilot, "enter")
        assert "Disken är full." in shown(pilot)
        assert "försök igen" in shown(pilot)
        await tap(pilot, "s", "p", "e")
        assert stage(pilot) is Stage.WELCOME
        broken[0] = False
        await tap(pilot, "enter")
        assert stage(pilot) is Stage.LOOK_BACK
        assert "Disken är full." not in shown(pilot)


async def test_one_can_leave_although_nothing_can_be_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(self: Sessions, session: str, step: int, event: SessionEvent) -> None:
        raise StorageError("Disken är full.", "Gör plats.")

    async with leading(tmp_path) as pilot:
        await begin(pilot)
        monkeypatch.setattr(Sessions, "append", fails)
        await press(pilot, ["escape"])
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "not home")


async def test_the_last_page_counts_people_and_says_what_is_kept(tmp_path: Path) -> None:
    async with leading(tmp_path, lead="skamtet-vid-kaffet") as pilot:
        await until_shown(pilot, "Hur många är ni?  8")
        await press(pilot, ["1", "2"])
        assert "Hur många är ni?  12" in shown(pilot)
        await press(pilot, ["backspace"])
        assert "Hur många är ni?  1\n" in shown(pilot)
        assert "i 30 dagar" in shown(pilot)
        await press(pilot, ["s"])
        assert "tills träffen avslutas" in on_one_line(shown(pilot))
        assert "laddningsrunda" in shown(pilot)
        await press(pilot, ["v"])
        assert "räckta händer" in shown(pilot)


@pytest.mark.usefixtures("_decided")
async def test_the_workplace_decides_what_is_kept_and_whom_to_turn_to(tmp_path: Path) -> None:
    async with leading(tmp_path, lead="skamtet-vid-kaffet") as pilot:
        await until_shown(pilot, "Så har arbetsplatsen bestämt.")
        await press(pilot, ["s"])
        assert "tills träffen avslutas" in on_one_line(shown(pilot))
        await begin_at(pilot)
        assert "Hälsan, plan 2" in shown(pilot)
        assert projector(pilot).meeting.info.keep == "closing"


async def test_a_name_that_is_nothing_is_said(tmp_path: Path) -> None:
    async with leading(tmp_path, lead="finns-inte") as pilot:
        await until_shown(pilot, "Det finns ingen plan, inget scenario, inget rollspel")


async def test_the_way_of_choosing_can_be_changed_in_the_middle(tmp_path: Path) -> None:
    async with leading(tmp_path, lead="skamtet-vid-kaffet") as pilot:
        await begin_at(pilot)
        await go_to(pilot, Stage.FIRST)
        assert "0 klara." in shown(pilot)
        await tap(pilot, "v")
        assert "Räkna händerna" in shown(pilot)
        await tap(pilot, "v")
        assert "0 klara." in shown(pilot)


async def test_letters_count_with_caps_lock_on_and_are_named_once(tmp_path: Path) -> None:
    async with leading(tmp_path, lead="skamtet-vid-kaffet") as pilot:
        await begin_at(pilot)
        await tap(pilot, "S")
        assert stage(pilot) is Stage.READ
        keys = [keys for keys, _text in keys_of(projector(pilot))]
        assert {"S", "P", "B, F9", "Esc, Q"} <= set(keys)
        assert len(keys) == len(set(keys))
        await press(pilot, ["B"])
        assert isinstance(pilot.app.screen, BlankScreen)
