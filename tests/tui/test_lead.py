"""Leading a meeting: from the plan to the frozen debrief, on the screen that the room sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from ajs_trainer.debrief.disclosure import Counts
from ajs_trainer.debrief.render.text import to_text
from ajs_trainer.debrief.results import GuideQuestion
from ajs_trainer.debrief.summary import Debrief, from_json
from ajs_trainer.record import open_record
from ajs_trainer.session.events import CountsTyped
from ajs_trainer.session.stages import Stage
from ajs_trainer.tui.lead.blank import BlankScreen
from ajs_trainer.tui.lead.debrief import DebriefScreen
from ajs_trainer.tui.screens.home import HomeScreen
from tests.tui.driver import press, shown, until, until_shown
from tests.tui.leading import (
    begin,
    forward,
    go_to,
    leading,
    projector,
    resume,
    stage,
    steady,
    tap,
    write,
)
from tests.tui.stories import coffee


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AJS_HOME", str(tmp_path / "home"))


async def count_hands(pilot: Pilot[None], line: str) -> None:
    """Write the counts and go on."""
    await write(pilot, line)
    await tap(pilot, "enter")


async def choose_twice(pilot: Pilot[None], first: str, second: str) -> None:
    """From the first choice to what came out."""
    await go_to(pilot, Stage.FIRST)
    await count_hands(pilot, first)
    await go_to(pilot, Stage.SECOND)
    await count_hands(pilot, second)


async def to_the_end(pilot: Pilot[None]) -> None:
    """From the agreed step to the closed meeting."""
    await go_to(pilot, Stage.COMMITMENT)
    for text in ("Vi frågar Sara", "Skiftet", "2026-05-04"):
        await write(pilot, text)
        await tap(pilot, "enter")
    assert stage(pilot) is Stage.CLOSE
    await tap(pilot, "enter", "enter", "enter", "enter", "enter")
    assert "avsluta träffen" in shown(pilot)
    await tap(pilot, "enter")


def frozen(folder: Path) -> Debrief:
    """The debrief of the latest meeting, as it is in the file."""
    with open_record(folder / "ajs.db") as record:
        text = record.sessions.publication(record.sessions.all()[0].key)
        assert text is not None
        return from_json(text)


async def test_a_whole_meeting_ends_with_a_frozen_debrief(tmp_path: Path) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot, "2", "v")
        assert "Välkomna" in shown(pilot)
        assert "Bra att veta: Sexistiskt språk." in shown(pilot)
        await choose_twice(pilot, "3 4 1", "5 2 1")
        assert "Alla val är gjorda." in shown(pilot)
        assert "5 av 8" not in shown(pilot), "nothing before the room looks"
        await tap(pilot, "enter")
        assert "5 av 8" in shown(pilot)
        await go_to(pilot, Stage.WAY)
        assert "Frågar" in shown(pilot)
        await tap(pilot, "1")
        assert "Sara ser upp" in shown(pilot) or stage(pilot) is Stage.READ
        await go_to(pilot, Stage.FIRST)
        await count_hands(pilot, "8 0")
        await go_to(pilot, Stage.COMMITMENT)
        await to_the_end(pilot)
        await until_shown(pilot, "Det ni kom fram till är sparat.")
        await tap(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen), "no debrief")
    debrief = frozen(tmp_path)
    assert debrief.agreement is not None
    assert debrief.agreement.what == "Vi frågar Sara"
    assert debrief.participation.present == 8
    first, second = debrief.parts[0].told
    assert (first.first, first.second) == (Counts((3, 4, 1)), Counts((5, 2, 1)))
    assert second.first == Counts((8, 0))
    assert debrief.parts[0].path[0].how == "majority"
    assert debrief.parts[0].ending == "Efteråt"


async def test_the_questions_of_the_guide_are_frozen_with_the_debrief(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AJS_LIBRARY", str(tmp_path))
    guide = tmp_path / f"{coffee().id}.md"
    guide.write_text("## Frågor efter valet\n### Delat\n- Vad skyddar ni?\n", encoding="utf-8")
    async with leading(tmp_path) as pilot:
        await begin(pilot, "2", "v")
        await choose_twice(pilot, "3 4 1", "4 3 1")
        await to_the_end(pilot)
        await until_shown(pilot, "Det ni kom fram till är sparat.")
    guide.unlink()
    debrief = frozen(tmp_path)
    assert GuideQuestion("Vad skyddar ni?", "", "split") in debrief.parts[0].guide
    assert "Vad skyddar ni?" in to_text(debrief)


async def test_from_home_to_the_first_scene_in_six_keys(tmp_path: Path) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot)  # four keys: lead, plan, scenario, begin
        await tap(pilot, "enter", "enter")
        assert stage(pilot) is Stage.READ
        assert "kaffemaskinen" in shown(pilot)


@pytest.mark.parametrize(
    "wanted", [Stage.LOOK_BACK, Stage.THOUGHTS, Stage.FIRST, Stage.TALK, Stage.GRID]
)
async def test_a_meeting_goes_on_where_it_was_cut_off(tmp_path: Path, wanted: Stage) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot, "2", "v")
        await go_to(pilot, Stage.FIRST) if wanted in (Stage.TALK, Stage.GRID) else None
        if stage(pilot) is Stage.FIRST:
            await count_hands(pilot, "3 4 1")
        await go_to(pilot, wanted)
        state = projector(pilot).meeting.state
    async with leading(tmp_path) as pilot:
        await resume(pilot)
        assert stage(pilot) is wanted
        assert projector(pilot).meeting.state == state


async def test_what_was_typed_before_stands_in_the_line_again(tmp_path: Path) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot, "2", "v")
        await go_to(pilot, Stage.FIRST)
        await count_hands(pilot, "3 4 1")
        await tap(pilot, "backspace")
        assert stage(pilot) is Stage.FIRST
        assert "3 4 1" in shown(pilot)
        for _key in range(5):
            await tap(pilot, "backspace")
        await count_hands(pilot, "2 5 1")
        key = projector(pilot).meeting.info.key
    with open_record(tmp_path / "ajs.db") as record:
        typed = [e for e in record.sessions.events(key) if isinstance(e, CountsTyped)]
    assert [event.counts for event in typed] == [(3, 4, 1), (2, 5, 1)]


@pytest.mark.parametrize("wanted", [Stage.READ, Stage.FIRST, Stage.WAY, Stage.CLOSE])
@pytest.mark.parametrize("key", ["b", "f9"])
async def test_one_key_blanks_the_picture_and_any_key_brings_it_back(
    tmp_path: Path, wanted: Stage, key: str
) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot, "2", "v")
        await go_to(pilot, wanted)
        before = shown(pilot)
        await press(pilot, [key])
        assert isinstance(pilot.app.screen, BlankScreen)
        assert shown(pilot).strip() == ""
        await press(pilot, ["enter"])
        await until(pilot, lambda: shown(pilot) == before, "not brought back")
        assert stage(pilot) is wanted, "the key did nothing else"


async def test_a_pause_says_that_all_is_saved(tmp_path: Path) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot)
        await go_to(pilot, Stage.PEOPLE)
        await tap(pilot, "p")
        assert "Allt är sparat." in shown(pilot)
        assert "Vem" not in shown(pilot)
        await tap(pilot, "s", "e")
        assert stage(pilot) is Stage.PEOPLE
        await tap(pilot, "enter")
        assert "Vem driver" in shown(pilot)


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_leaving_pauses_and_can_be_taken_up_again(tmp_path: Path, key: str) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot)
        await go_to(pilot, Stage.TALK)
        await press(pilot, [key])
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "not home")
        await resume(pilot)
        assert stage(pilot) is Stage.TALK
        assert not projector(pilot).meeting.state.paused


async def test_a_stage_and_the_rest_of_a_scenario_can_be_left_out(tmp_path: Path) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot)
        await tap(pilot, "s")
        assert stage(pilot) is Stage.LOOK_BACK
        await go_to(pilot, Stage.REALISM)
        await tap(pilot, "e")
        assert stage(pilot) is Stage.SAY_ALOUD


async def test_a_change_is_noted_and_offered_as_a_file(tmp_path: Path) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot)
        await go_to(pilot, Stage.REALISM)
        await tap(pilot, "t")
        await write(pilot, "bps")
        await tap(pilot, "enter")
        assert "1 ändring är nedskriven." in shown(pilot)
        assert stage(pilot) is Stage.REALISM, "the letters were written, and did nothing"
        await tap(pilot, "t")
        await write(pilot, "x")
        await tap(pilot, "escape")
        assert stage(pilot) is Stage.REALISM
        await tap(pilot, "e")
        await to_the_end(pilot)
        await tap(pilot, "u")
        await until_shown(pilot, "Sparat: skamtet-vid-kaffet-hos-oss.yaml")
    text = (tmp_path / "home" / "scenarios" / "skamtet-vid-kaffet-hos-oss.yaml").read_text("utf-8")
    assert "# - bps\n" in text
    assert "adapts: skamtet-vid-kaffet\n" in text


async def test_the_next_meeting_looks_back_at_what_was_agreed(tmp_path: Path) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot)
        await go_to(pilot, Stage.READ)
        await tap(pilot, "e")
        await to_the_end(pilot)
        await press(pilot, ["escape"])
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "not home")
        await begin(pilot)
        await forward(pilot)
        for text in ("Vi frågar Sara", "Skiftet", "2026-05-04", "1  Klart", "3  Inte än"):
            assert text in shown(pilot)
        await tap(pilot, "2")
        looked = projector(pilot).meeting.state.looked_back
        assert looked is not None
        assert looked.how == "partly"
        await tap(pilot, "enter")
        assert stage(pilot) is Stage.READ


async def test_who_leads_may_take_the_way_that_was_not_chosen(tmp_path: Path) -> None:
    async with leading(tmp_path) as pilot:
        await begin(pilot, "2", "v")
        await choose_twice(pilot, "6 1 1", "6 1 1")
        await go_to(pilot, Stage.WAY)
        await tap(pilot, "3")
        assert "Frågar" not in shown(pilot), "what most wanted is not offered"
        await tap(pilot, "backspace")
        assert "1  Det de flesta vill" in shown(pilot)
        await tap(pilot, "3", "1")
        assert projector(pilot).meeting.state.went[0].how == "road-not-taken"
        await steady(pilot)
