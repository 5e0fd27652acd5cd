"""The facilitator's notes follow a meeting, and never touch it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ajs_trainer.errors import StorageError
from ajs_trainer.record import Record, open_record
from ajs_trainer.session.events import (
    Advanced,
    CountsTyped,
    Paused,
    Resumed,
    Revealed,
    RoundClosed,
    Skipped,
    WentOn,
)
from ajs_trainer.session.stages import Stage
from ajs_trainer.tui.notes import screen
from ajs_trainer.tui.notes.follow import Follower, Seen, Watch
from ajs_trainer.tui.notes.stage_notes import stage_notes
from ajs_trainer.workplace import Support, Workplace
from tests.tui.driver import SIZES, press, shown, until, until_shown
from tests.tui.noting import begun, closed, do, following

TO_FIRST = (Advanced(), Advanced(), Advanced(), Advanced(), Advanced())
"""From the welcome over reading, thoughts, realism and people to the first choice."""
COUNTED = (CountsTyped("first", (5, 5)), RoundClosed("first"), Advanced())
"""To the talk in pairs."""
REVEALED = (Advanced(), CountsTyped("second", (5, 5)), RoundClosed("second"), Advanced())

WRITER = """
import sys
from pathlib import Path
from ajs_trainer.record import open_record
from ajs_trainer.session.events import Paused, Resumed
with open_record(Path(sys.argv[1])) as record:
    for step in range(int(sys.argv[3])):
        record.sessions.append(sys.argv[2], step, Resumed() if step % 2 else Paused())
"""

KILLED = """
import os, signal, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA journal_mode = TRUNCATE")
db.execute("PRAGMA cache_size = 1")
db.execute("BEGIN IMMEDIATE")
db.execute("CREATE TABLE half (a)")
db.executemany("INSERT INTO half VALUES (?)", [("x" * 900,)] * 500)
os.kill(os.getpid(), signal.SIGKILL)
"""


@contextmanager
def writing(path: Path, session: str, times: int) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that pauses and resumes a meeting."""
    command = [sys.executable, "-c", WRITER, str(path), session, str(times)]
    with subprocess.Popen(command) as writer:
        try:
            yield writer
        finally:
            writer.kill()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ajs.db"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    """The record as the window on the projector has it."""
    with open_record(path) as opened:
        yield opened


@pytest.fixture
def spoilt(path: Path) -> Path:
    """Something else where the record should be."""
    path.write_text("inte en databas", encoding="utf-8")
    return path


def text_of(seen: Seen | None) -> str:
    """What the notes say."""
    assert seen is not None
    return "\n".join(block.text for block in stage_notes(seen.setup, seen.state, seen.outcomes))


class TestOnScreen:
    """What can be read in the window."""

    async def test_started_before_the_meeting_it_waits(self, path: Path) -> None:
        async with following(path) as pilot:
            await until_shown(pilot, "Väntar på en träff")
            with open_record(path) as record:
                begun(record)
                await until_shown(pilot, "Välkomna")

    async def test_started_after_it_shows_where_the_meeting_is_and_goes_along(
        self, path: Path, record: Record
    ) -> None:
        info = begun(record)
        do(record, info.key, *TO_FIRST)
        async with following(path) as pilot:
            await until_shown(pilot, "Välj i tysthet")
            assert "del 2 av 4" in shown(pilot)
            assert "Provet, scen 1" in shown(pilot)
            do(record, info.key, *COUNTED)
            await until_shown(pilot, "Skydda samtalet")
            do(record, info.key, Paused())
            await until_shown(pilot, "Paus: ")

    async def test_it_is_drawn_anew_only_when_something_changed(
        self, path: Path, record: Record, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        drawings: list[object] = []
        real = screen.drawn

        def counted(blocks: object) -> object:
            drawings.append(blocks)
            return real(blocks)  # type: ignore[arg-type]

        looks: list[object] = []
        monkeypatch.setattr(screen, "drawn", counted)
        monkeypatch.setattr(
            Follower, "look", lambda self, r, look=Follower.look: looks.append(1) or look(self, r)
        )
        begun(record)
        async with following(path) as pilot:
            await until_shown(pilot, "Välkomna")
            before, seen = len(drawings), len(looks)
            await until(pilot, lambda: len(looks) > seen + 5, "it does not look")
            assert len(drawings) == before

    async def test_when_the_meeting_closes_it_waits_for_the_next(
        self, path: Path, record: Record
    ) -> None:
        info = begun(record)
        async with following(path) as pilot:
            await until_shown(pilot, "Välkomna")
            closed(record, info.key)
            await until_shown(pilot, "Träffen är avslutad")
            begun(record)
            await until_shown(pilot, "Välkomna")

    async def test_the_clock_runs_from_when_the_stage_was_seen_and_rests(
        self, path: Path, record: Record
    ) -> None:
        info = begun(record)
        do(record, info.key, *TO_FIRST, *COUNTED)
        time = [0.0]
        async with following(path, now=lambda: time[0]) as pilot:
            await until_shown(pilot, "Ungefär 6 minuter kvar")
            await press(pilot, ["space"])
            await until_shown(pilot, "(klockan")
            time[0] = 600.0
            await press(pilot, ["space"])
            await until_shown(pilot, "Ungefär 6 minuter kvar")
            do(record, info.key, Paused())
            await until_shown(pilot, "(klockan")
            do(record, info.key, Resumed())
            await until(pilot, lambda: "(klockan" not in shown(pilot), "the clock stays stopped")
            time[0] = 6000.0
            do(record, info.key, Skipped())
            await until_shown(pilot, "Ungefär")

    @pytest.mark.parametrize("size", SIZES)
    async def test_guide_and_card_are_one_key_away(
        self, path: Path, record: Record, size: tuple[int, int]
    ) -> None:
        begun(record)
        workplace = Workplace(support=(Support("Företagshälsan", "växeln"),))
        async with following(path, size, workplace) as pilot:
            await until_shown(pilot, "Välkomna")
            await press(pilot, ["a"])
            await until_shown(pilot, "Avbryt tråden lugnt")
            await press(pilot, ["end"])
            await until_shown(pilot, "Företagshälsan växeln")
            await press(pilot, ["g"])
            await until_shown(pilot, "Handbok")
            await press(pilot, ["escape"])
            await until_shown(pilot, "Välkomna")
            await press(pilot, ["escape"])
            assert "Välkomna" in shown(pilot)

    async def test_what_the_plan_says_is_no_markup(self, path: Path, record: Record) -> None:
        begun(record)
        async with following(path, (120, 40)) as pilot:
            await until_shown(pilot, "Säg [b]vem[/] som följer med.")

    async def test_a_file_that_is_no_record_is_said_and_outlived(
        self, path: Path, spoilt: Path
    ) -> None:
        async with following(path) as pilot:
            await until_shown(pilot, "Filen är orörd")
            spoilt.unlink()  # noqa: ASYNC240 - nobody waits
            with open_record(path) as record:
                begun(record)
                await until_shown(pilot, "Välkomna")


class TestWhatIsSaid:
    """The notes of a stage."""

    def test_questions_follow_what_came_out_and_not_before(self, record: Record) -> None:
        info = begun(record)
        do(record, info.key, *TO_FIRST, *COUNTED, *REVEALED)
        follower = Follower(5)
        before = text_of(follower.look(record))
        do(record, info.key, Revealed())
        after = text_of(follower.look(record))

        assert "Delat: fråga" in after
        assert "Delat: fråga" not in before
        assert after.count("Vad hade Micke sagt?") == 1

    def test_the_guide_of_the_scenario_has_the_word(
        self, record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("AJS_HOME", str(tmp_path / "home"))
        monkeypatch.setenv("AJS_LIBRARY", str(tmp_path))
        guide = "## Frågor efter valet\n### Delat\n- Vad vill ni skydda?\n### Utspritt\n- Nej?\n"
        (tmp_path / "provet.md").write_text(guide, encoding="utf-8")
        info = begun(record)
        do(record, info.key, *TO_FIRST, *COUNTED, *REVEALED, Revealed())
        after = text_of(Follower(5).look(record))

        assert "Delat: fråga\nVad vill ni skydda?" in after
        assert "Nej?" not in after

    def test_nothing_tells_what_people_choose_in_secret(self, record: Record) -> None:
        info = begun(record, "pass-round")
        do(record, info.key, *TO_FIRST)
        follower = Follower(5)
        before = follower.look(record)
        for number in range(8):
            card = record.ballots.new_card(info.key).key
            choice = "fraga" if number else "vanta"
            record.ballots.vote(info.key, "1/kaffet", "first", card, choice, {"t"})

        assert follower.look(record) is before

    def test_too_few_secret_answers_are_told_as_a_talk_in_pairs(self, record: Record) -> None:
        info = begun(record, "pass-round")
        do(record, info.key, *TO_FIRST)
        for _number in range(4):
            card = record.ballots.new_card(info.key).key
            record.ballots.vote(info.key, "1/kaffet", "first", card, "fraga", set())
        rounds = (RoundClosed("first"), Advanced(), Advanced(), RoundClosed("second"), Advanced())
        do(record, info.key, *rounds, Revealed())

        assert "För få svar för att visa: prata i par" in text_of(Follower(5).look(record))

    def test_a_secret_is_promised_and_guarded_only_where_it_is_one(self, record: Record) -> None:
        openly, secretly = begun(record), begun(record, "pass-round")
        follower = Follower(5)
        do(record, openly.key, *TO_FIRST)
        seen_by_all = text_of(follower.look(record))
        do(record, secretly.key, *TO_FIRST)
        seen_by_nobody = text_of(follower.look(record))

        assert "Ingen ser" not in seen_by_all
        assert "Ingen ser" in seen_by_nobody
        assert "projektorn måste vara släckt" in seen_by_nobody
        assert "projektorn" not in seen_by_all

    def test_when_the_scenes_of_the_plan_are_done_it_says_how_to_stop(self, record: Record) -> None:
        info = begun(record)
        do(record, info.key, *TO_FIRST, *COUNTED, *REVEALED, Revealed())
        follower = Follower(5)
        before = text_of(follower.look(record))
        state = do(record, info.key, Advanced(), Advanced(), WentOn("fraga", "majority"))
        after = text_of(follower.look(record))

        assert state.place.stage is Stage.READ
        assert "Planens scener är klara." in after
        assert "Planens scener är klara." not in before

    def test_every_stage_has_notes_and_says_what_comes(self, record: Record) -> None:
        info = begun(record)
        follower = Follower(5)
        said = set()
        for _step in range(20):
            seen = follower.look(record)
            assert seen is not None
            said.add(seen.state.place.stage)
            blocks = stage_notes(seen.setup, seen.state, seen.outcomes)
            assert blocks[-2].text == "Sedan"
            assert blocks[-1].text
            do(record, info.key, Skipped())
        assert len(said) >= 12


class TestFollowing:
    """Which meeting, and at what cost to others."""

    def test_the_meeting_that_moves_is_followed(self, record: Record) -> None:
        old, new = begun(record), begun(record)
        follower = Follower(5)
        first = follower.look(record)
        assert first is not None
        assert first.info.key == new.key
        do(record, old.key, Advanced())
        second = follower.look(record)
        assert second is not None
        assert second.info.key == old.key

    def test_an_old_meeting_left_open_is_not_shown_after_the_close(self, record: Record) -> None:
        begun(record)
        new = begun(record)
        follower = Follower(5)
        follower.look(record)
        closed(record, new.key)

        assert follower.look(record) is None
        assert follower.ended

    def test_a_meeting_that_is_erased_is_let_go(self, record: Record) -> None:
        info = begun(record)
        follower = Follower(5)
        follower.look(record)
        record.sessions.erase(info.key)

        assert follower.look(record) is None

    def test_two_windows_see_the_same(self, path: Path, record: Record) -> None:
        info = begun(record)
        do(record, info.key, *TO_FIRST)
        with open_record(path, read_only=True) as one, open_record(path, read_only=True) as two:
            assert text_of(Follower(5).look(one)) == text_of(Follower(5).look(two))

    def test_nothing_is_held_between_looks(self, path: Path, record: Record) -> None:
        begun(record)
        with open_record(path, read_only=True) as reader:
            Follower(5).look(reader)
            other = sqlite3.connect(path, timeout=0, isolation_level=None)
            try:
                other.execute("BEGIN EXCLUSIVE")
                other.execute("ROLLBACK")
            finally:
                other.close()

    def test_it_reads_while_somebody_is_writing(self, path: Path, record: Record) -> None:
        begun(record)
        with open_record(path, read_only=True) as reader:
            other = sqlite3.connect(path, timeout=0, isolation_level=None)
            try:
                other.execute("BEGIN IMMEDIATE")
                assert "Välkomna" in text_of(Follower(5).look(reader))
                other.execute("ROLLBACK")
            finally:
                other.close()

    def test_the_file_stays_as_it_is(self, path: Path) -> None:
        with open_record(path) as record:
            begun(record)
        before = path.read_bytes()
        with open_record(path, read_only=True) as reader:
            Follower(5).look(reader)

        assert path.read_bytes() == before

    @pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
    def test_it_outlives_a_meeting_that_is_killed_while_it_writes(self, path: Path) -> None:
        with open_record(path) as record:
            info = begun(record)
        watch = Watch(path, 5)
        try:
            watch.look()
            subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
            assert path.with_name("ajs.db-journal").stat().st_size
            with pytest.raises(StorageError):
                watch.look()
            assert watch.look() is not None
            with open_record(path) as record:
                do(record, info.key, Advanced())
            assert "Vem läser?" in text_of(watch.look())
        finally:
            watch.close()

    async def test_another_process_writes_undisturbed(self, path: Path) -> None:
        with open_record(path) as record:
            info = begun(record)
        async with following(path) as pilot:
            await until_shown(pilot, "Välkomna")
            with writing(path, info.key, 15) as writer:
                await until(pilot, lambda: writer.poll() is not None, "the writer had to wait")
                assert writer.returncode == 0
                await until_shown(pilot, "Paus: ")
