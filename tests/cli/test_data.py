"""``ajs history``, ``ajs data`` and ``ajs doctor``."""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path

import pytest

from ajs_trainer.cli import health
from ajs_trainer.paths import places
from ajs_trainer.record import open_record
from ajs_trainer.record.location import Unsafe
from tests.cli.conftest import Call
from tests.cli.test_play import LONGER


@pytest.fixture
def played(ajs: Call, tmp_path: Path) -> Path:
    """Two runs of one person, the second unfinished, and one of a colleague."""
    path = tmp_path / "provet.yaml"
    path.write_text(LONGER, encoding="utf-8")
    ajs("play", path, answers="\n1\n1\n\n\n")
    ajs("play", path, answers="4\n2\n")
    ajs("play", path, "--as", "rask räv", answers="\nt1\n")
    return places().record


class TestHistory:
    """What one has done, for oneself."""

    def test_runs_come_with_the_latest_first(self, ajs: Call, played: Path) -> None:
        found = ajs("history", language="sv")

        first, second, _blank, heading, whens, strategies = found.out.splitlines()
        assert first.startswith("2. Provet, ")
        assert first.endswith(": 1 val, inte klar")
        assert second.startswith("1. Provet, ")
        assert second.endswith(": 2 val, klar")
        assert heading == "Det här brukar du välja:"
        assert whens == "under 2, efter 1"
        assert strategies == "säg ifrån 1, följ upp 1, avvakta 1"

    def test_json_has_no_keys_and_no_clock(self, ajs: Call, played: Path) -> None:
        found = json.loads(ajs("history", "--format", "json").out)

        assert [run["number"] for run in found["runs"]] == [2, 1]
        assert set(found["runs"][0]) == {
            "number",
            "scenario",
            "title",
            "language",
            "begun",
            "finished",
            "choices",
        }
        assert found["when"] == {"before": 0, "during": 2, "after": 1}
        assert len(found["runs"][0]["begun"]) == len("2026-01-01")

    def test_a_colleague_sees_only_their_own(self, ajs: Call, played: Path) -> None:
        found = ajs("history", "--as", "rask räv")

        assert len(found.out.splitlines()) == 1
        assert ajs("history", "--as", "någon annan").code == 1

    def test_nothing_yet(self, ajs: Call) -> None:
        found = ajs("history")

        assert found.code == 1
        assert found.out == ""
        assert not places().record.exists()


class TestData:
    """What is kept."""

    def test_where_tells_every_place(self, ajs: Call, home: Path) -> None:
        found = json.loads(ajs("data", "where", "--format", "json").out)

        assert set(found) == {"record", "backups", "settings", "workplace", "library"}
        assert all(Path(path).is_relative_to(home) for path in found.values())
        assert ajs("data", "where").out.count("(not there yet)") == len(found)

    def test_show_has_every_row_about_oneself_and_none_about_others(
        self, ajs: Call, played: Path
    ) -> None:
        """Compared with a dump by another program."""
        database = sqlite3.connect(played)
        database.row_factory = sqlite3.Row
        own = "(SELECT key FROM participants WHERE code = '')"
        expected = {
            "participants": f"SELECT * FROM participants WHERE key = {own}",
            "runs": f"SELECT * FROM runs WHERE participant = {own}",
            "events": "SELECT events.* FROM events JOIN runs ON runs.key = run "
            f"WHERE participant = {own}",
            "content": "SELECT * FROM content",
        }

        found = ajs("data", "show", "--format", "json")

        shown = json.loads(found.out)
        for table, query in expected.items():
            rows = [dict(row) for row in database.execute(query)]
            assert sorted(map(str, shown.pop(table))) == sorted(map(str, rows))
        assert set(shown) == {"_sqlite_migrations"}
        assert "under 1 other code" in found.err
        database.close()

    def test_show_in_words(self, ajs: Call, played: Path) -> None:
        found = ajs("data", "show", "--as", "rask räv")

        assert "code: rask räv" in found.out
        assert "thought: t" in found.out
        assert "choice: c" not in found.out
        assert "characters)" in found.out

    def test_show_when_there_is_nothing(self, ajs: Call, played: Path) -> None:
        for arguments in (["--as", "ny"], ["--data", played.with_name("annan.db")]):
            found = ajs("data", "show", *arguments)
            assert found.code == 1
            assert found.out == ""
            assert "Nothing is kept about you." in found.err

    def test_an_erasure_takes_the_backups_along(self, ajs: Call, played: Path) -> None:
        made = ajs("data", "backup")
        ajs("data", "erase", "--run", "2", "--yes")
        copy = Path(made.out.removeprefix("Copied to ").strip())

        assert made.code == 0
        assert not copy.exists()

    def test_a_copy_elsewhere_can_be_taken_back(
        self, ajs: Call, played: Path, tmp_path: Path
    ) -> None:
        copy = tmp_path / "minne.db"
        assert ajs("data", "backup", copy).code == 0
        ajs("data", "erase", "--yes")

        found = ajs("data", "restore", copy, "--yes")

        assert found.code == 0
        assert "What was there before is in" in found.out
        assert len(ajs("history").out.splitlines()) == 6

    def test_the_newest_backup_is_taken_unless_told(self, ajs: Call, played: Path) -> None:
        ajs("data", "backup")
        played.write_bytes(b"damaged")

        found = ajs("data", "restore", "--yes")

        assert found.code == 0
        assert ajs("data", "check").code == 0

    def test_a_backup_never_overwrites(self, ajs: Call, played: Path, tmp_path: Path) -> None:
        taken = tmp_path / "viktig.txt"
        taken.write_text("viktigt")

        assert ajs("data", "backup", taken).code == 2
        assert taken.read_text() == "viktigt"

    @pytest.mark.parametrize("arguments", [["restore"], ["erase"], ["erase", "--everyone"]])
    def test_without_a_person_to_ask_yes_must_be_said(
        self, ajs: Call, played: Path, arguments: list[str]
    ) -> None:
        ajs("data", "backup")
        before = played.read_bytes()

        found = ajs("data", *arguments, answers="y\n")

        assert found.code == 2
        assert "--yes" in found.err
        assert played.read_bytes() == before

    @pytest.mark.parametrize(("answer", "left"), [("y\n", 0), ("n\n", 2), ("\n", 2), ("", 2)])
    def test_a_person_is_asked_before_anything_is_erased(
        self, ajs: Call, played: Path, answer: str, left: int
    ) -> None:
        found = ajs("data", "erase", answers=answer, typed=True)

        assert "Erase everything" in found.err
        assert len(runs_of(played)) == left

    def test_one_run_is_erased_by_its_number(self, ajs: Call, played: Path) -> None:
        assert ajs("data", "erase", "--run", "1", "--yes").code == 0
        assert ajs("data", "erase", "--run", "1", "--yes").code == 2
        assert runs_of(played) == [2]

    def test_erasing_leaves_colleagues_alone_unless_told(self, ajs: Call, played: Path) -> None:
        ajs("data", "erase", "--yes")
        assert runs_of(played) == []
        assert runs_of(played, "rask räv") == [1]

        ajs("data", "erase", "--everyone", "--yes")
        assert runs_of(played, "rask räv") == []

    def test_one_run_and_everyone_exclude_each_other(self, ajs: Call, played: Path) -> None:
        assert ajs("data", "erase", "--run", "1", "--everyone", "--yes").code == 2

    @pytest.mark.parametrize("name", ["backup", "erase", "check"])
    def test_when_nothing_has_been_kept(self, ajs: Call, name: str) -> None:
        found = ajs("data", name)

        assert found.code == 1
        assert found.err == "Nothing has been kept yet.\n"
        assert not places().record.exists()

    def test_check_finds_damage_in_the_file_and_in_a_copy(self, ajs: Call, played: Path) -> None:
        assert ajs("data", "check").code == 0
        copy = next(played.with_name("backups").iterdir())
        copy.write_bytes(copy.read_bytes()[:-4096])

        found = ajs("data", "check")

        assert found.code == 3
        assert f"{played}: whole" in found.out
        assert f"The record {copy}" in found.out

    @pytest.mark.parametrize("content", [b"", b"text", b"SQLite format 3\0" + b"\0" * 5000])
    @pytest.mark.parametrize("command", [["history"], ["data", "show"], ["data", "check"]])
    def test_a_file_that_cannot_be_used_is_left_alone(
        self, ajs: Call, home: Path, content: bytes, command: list[str]
    ) -> None:
        home.mkdir()
        path = home / "ajs.db"
        path.write_bytes(content)

        assert ajs(*command).code == 3
        assert path.read_bytes() == content


def runs_of(path: Path, code: str = "") -> list[int]:
    """The numbers of the runs under a code."""
    with open_record(path, read_only=True) as record:
        participant = record.runs.known(code)
        return [info.number for info in record.runs.of(participant)] if participant else []


class TestDoctor:
    """Every point has a word and a sentence."""

    def findings(self, ajs: Call) -> dict[str, tuple[bool, str]]:
        """The points by name."""
        found = json.loads(ajs("doctor", "--format", "json").out)
        return {point["name"]: (point["ok"], point["text"]) for point in found}

    def test_all_is_well_on_a_fresh_computer(self, ajs: Call, home: Path) -> None:
        found = self.findings(ajs)

        assert [name for name, (ok, _text) in found.items() if not ok] == []
        assert sqlite3.sqlite_version in found["sqlite"][1]
        assert str(home) in found["record"][1]
        assert not home.exists(), "looking changes nothing"

    def test_every_line_begins_with_a_word(self, ajs: Call) -> None:
        for language, words in (("sv", ("ok: ", "obs: ")), ("en", ("ok: ", "warning: "))):
            found = ajs("doctor", language=language)
            assert found.code == 0
            assert all(line.startswith(words) for line in found.out.splitlines())

    def test_a_damaged_record(self, ajs: Call, home: Path) -> None:
        home.mkdir()
        (home / "ajs.db").write_bytes(b"text")

        assert not self.findings(ajs)["choices"][0]

    @pytest.mark.parametrize("kind", ["network", "synced"])
    def test_a_place_where_choices_can_be_lost(
        self, ajs: Call, monkeypatch: pytest.MonkeyPatch, kind: str
    ) -> None:
        monkeypatch.setattr(
            "ajs_trainer.record.location.unsafe",
            lambda _folder: Unsafe(kind, "S:"),  # type: ignore[arg-type]
        )

        ok, text = self.findings(ajs)["location"]

        assert not ok
        assert "S:" in text

    def test_missing_libyaml(self, ajs: Call, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("ajs_trainer.content.source.WITH_LIBYAML", False)

        assert not self.findings(ajs)["libyaml"][0]

    def test_an_old_sqlite(self, ajs: Call, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))

        ok, text = self.findings(ajs)["sqlite"]

        assert not ok
        assert "3.37" in text

    def test_a_broken_scenario_in_the_library(self, ajs: Call, home: Path) -> None:
        (home / "scenarios").mkdir(parents=True)
        (home / "scenarios" / "trasig.yaml").write_text("- nej\n", encoding="utf-8")

        ok, text = self.findings(ajs)["scenarios"]

        assert not ok
        assert "ajs check" in text

    def test_a_broken_file_of_the_workplace(self, ajs: Call, home: Path) -> None:
        home.mkdir()
        (home / "workplace.toml").write_text("libraries = [", encoding="utf-8")

        assert not self.findings(ajs)["scenarios"][0]

    def test_a_missing_catalogue(
        self, ajs: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr(health.locale, "__file__", str(tmp_path / "__init__.py"))

        found = json.loads(ajs("doctor", "--format", "json", language="sv").out)

        assert not next(point for point in found if point["name"] == "language")["ok"]

    @pytest.mark.parametrize(
        ("size", "ok"), [((80, 24), True), ((50, 16), True), ((49, 16), False), ((80, 15), False)]
    )
    def test_the_size_of_the_terminal(
        self, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], ok: bool
    ) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(health.shutil, "get_terminal_size", lambda: size)

        found = {point.name: point for point in health.examine(places().record, None)}

        assert found["terminal"].ok == ok
        assert str(size[0]) in found["terminal"].text

    @pytest.mark.parametrize(
        ("environment", "words"),
        [
            ({"NO_COLOR": "1"}, "NO_COLOR"),
            ({"TERM": "dumb"}, "simple"),
            ({"TERM": "xterm", "COLORTERM": "truecolor"}, "all of them"),
            ({"TERM": "xterm-256color"}, "256"),
        ],
    )
    def test_the_colours_of_the_terminal(
        self, ajs: Call, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], words: str
    ) -> None:
        monkeypatch.delenv("COLORTERM", raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)

        assert words in self.findings(ajs)["colours"][1]
