"""What observers of role-plays hear: kept as long as secret choices, and never whose it is."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from ajs_trainer.record import Frozen, Record
from ajs_trainer.record.forgetting import holds_answers
from ajs_trainer.session.observing import Observation
from tests.record.helpers import TODAY, opened
from tests.record.meetings import answers, begun, closed, going_on
from tests.session.rehearsals import setup

CLEAR = Observation(0, 1, "lugn", "clear", "Jag hör dig.")


def trio(record: Record, **facts: Any) -> str:
    """The key of a role-play that three people have begun."""
    return begun(record, setup("roleplay"), **facts).key


def test_what_was_heard_is_kept_by_round_and_behaviour(path: Path) -> None:
    later = Observation(0, 2, "val", "missed")
    with opened(path) as record:
        key = trio(record)
        record.observations.observe(key, later)
        record.observations.observe(key, CLEAR)
    with opened(path) as record:
        assert record.observations.of(key) == (CLEAR, later)
        assert record.sessions.setup(key) == setup("roleplay")


def test_another_level_takes_the_place_of_the_first(path: Path) -> None:
    started = Observation(0, 1, "lugn", "started")
    with opened(path) as record:
        key = trio(record)
        record.observations.observe(key, CLEAR)
        record.observations.observe(key, started)
        record.observations.observe(key, started)
        assert record.observations.of(key) == (started,)


@pytest.mark.parametrize(
    "wrong",
    [
        Observation(0, 1, "annat", "clear"),
        Observation(0, 3, "lugn", "clear"),
        Observation(0, 0, "lugn", "clear"),
        Observation(1, 1, "lugn", "clear"),
        Observation(-1, 1, "lugn", "clear"),
        Observation(0, 1, "lugn", "clear", "o" * 201),
    ],
)
def test_what_the_role_play_does_not_have_is_refused(path: Path, wrong: Observation) -> None:
    with opened(path) as record:
        key = trio(record)
        with pytest.raises(ValueError):  # noqa: PT011 - what is wrong differs
            record.observations.observe(key, wrong)
        assert record.observations.of(key) == ()


def test_several_trios_at_a_meeting_leave_nothing_behind(path: Path) -> None:
    with opened(path) as record:
        key = begun(record, setup("roleplay", "close")).key
        with pytest.raises(ValueError):  # noqa: PT011 - the number of the step
            record.observations.observe(key, CLEAR)


def test_nothing_can_be_heard_after_closing(path: Path) -> None:
    with opened(path) as record:
        key = trio(record)
        closed(record, key)
        with pytest.raises(Frozen):
            record.observations.observe(key, CLEAR)


@pytest.mark.parametrize(("keep", "left"), [("closing", 0), ("days", 1)])
def test_it_is_gone_at_closing_or_after_its_days(path: Path, keep: str, left: int) -> None:
    with opened(path) as record:
        key = trio(record, keep=keep)
        record.observations.observe(key, CLEAR)
        closed(record, key)
        assert len(record.observations.of(key)) == left
    with opened(path, today=lambda: TODAY + timedelta(days=31)) as record:
        assert record.observations.of(key) == ()
        assert answers(record) == []
    assert not any(holds_answers(file) for file in path.parent.rglob("*.db"))
    everything = b"".join(file.read_bytes() for file in path.parent.rglob("*.db"))
    assert CLEAR.words.encode() not in everything


def test_no_backup_holds_it(path: Path) -> None:
    with opened(path) as record:
        record.observations.observe(trio(record), CLEAR)
        made = record.backups.make()
    assert not holds_answers(made.path)
    assert CLEAR.words.encode() not in made.path.read_bytes()


def test_cards_of_another_meeting_leave_it_alone(path: Path) -> None:
    with opened(path) as record:
        key = trio(record)
        record.observations.observe(key, CLEAR)
        record.ballots.new_card(going_on(record).key)
        assert record.observations.of(key) == (CLEAR,)


def test_erasing_a_role_play_takes_its_texts_too(path: Path) -> None:
    with opened(path) as record:
        key = trio(record)
        record.observations.observe(key, CLEAR)
        record.sessions.erase(key)
        kept = {table for table, _ in record.stored()}
    assert kept <= {"_sqlite_migrations", "participants"}
