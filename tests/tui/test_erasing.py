"""What the history screen leaves behind, seen in the file itself."""

from __future__ import annotations

from pathlib import Path

from ajs_trainer.play.run import Rated
from ajs_trainer.record import open_record
from tests.builders import choice, ending, scenario
from tests.tui.driver import press, running, shown, until, until_shown

CODE = "lugn sparv"


def tables(path: Path) -> set[str]:
    """The tables that hold a row."""
    with open_record(path, read_only=True) as record:
        return {table for table, _row in record.stored()}


async def test_after_erasing_everything_not_even_the_own_code_is_left(tmp_path: Path) -> None:
    path = tmp_path / "ajs.db"
    played = scenario({"ett": {"text": "Hej.", "choices": [choice("a", "b")]}, "b": ending()})
    with open_record(path) as record:
        run = record.runs.begin(record.runs.participant(CODE), played)
        record.runs.append(run.key, 0, Rated("before", 3))
    assert "participants" in tables(path)

    async with running(tmp_path, record=lambda: open_record(path), code=CODE) as pilot:
        await press(pilot, ["5"])
        await until_shown(pilot, "Provet")
        await press(pilot, ["a", "2"])
        await until(pilot, lambda: "Provet" not in shown(pilot), "the run is still listed")
    assert tables(path) == {"_sqlite_migrations"}
