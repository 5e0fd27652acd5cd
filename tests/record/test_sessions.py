"""The course of a meeting is kept like a run: appended, never rewritten, and closed for good."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ajs_trainer.errors import StorageError
from ajs_trainer.model.identity import content_text
from ajs_trainer.record import Frozen, Gone, Record, StepTaken
from ajs_trainer.record.session_rows import to_event, to_row
from ajs_trainer.session.course import replay
from ajs_trainer.session.events import Advanced, Closed, Noted, Paused, Revealed, SessionEvent
from ajs_trainer.session.state import NotNow
from tests.builders import choice, ending
from tests.record.helpers import TODAY, opened, recorded
from tests.record.meetings import COURSE, PUBLICATION, answers, begun, closed, going_on, voted
from tests.session.meetings import SCENES, setup


def test_what_was_decided_is_there_again_after_a_restart(path: Path) -> None:
    meeting = setup(collecting="raised-hands", scenes=2)
    with opened(path) as record:
        key = begun(record, meeting, group_size=12).key
    with opened(path) as record:
        again, info = record.sessions.setup(key), record.sessions.get(key)

    assert again.plan == meeting.plan
    assert (again.scenario, again.collecting) == (meeting.scenario, "raised-hands")
    assert {name: story.scenario for name, story in again.stories.items()} == {
        name: story.scenario for name, story in meeting.stories.items()
    }
    assert (info.title, info.plan, info.scenarios) == ("APT i mars", "plan", ("provet",))
    assert (info.date, info.group_size, info.collecting) == ("2026-03-01", 12, "raised-hands")
    assert (info.closed, info.forgotten, info.steps) == (False, False, 0)


def test_a_meeting_goes_on_with_the_text_that_it_began_on(record: Record) -> None:
    key = begun(record).key
    edited = {**SCENES, "kaffet": {"text": "Annat.", "choices": [choice("ga", "borta")]}}
    other = begun(record, setup(story=edited)).key

    assert record.sessions.setup(key).stories["provet"].scenario.scenes["kaffet"].choices[0].id == (
        "fraga"
    )
    assert record.sessions.setup(other).stories["provet"].scenario.scenes["bilen"].text
    texts = [row for table, row in record.stored() if table == "content"]
    assert len(texts) == 3  # the plan is the same


def test_a_plan_that_was_kept_reads_as_it_was(record: Record) -> None:
    meeting = setup("welcome", "look-back", "scenario", "break", "scenario", "close", scenes=3)

    kept = record.sessions.setup(begun(record, meeting).key).plan

    assert content_text(kept) == content_text(meeting.plan)


def test_its_events_come_back_in_order(path: Path) -> None:
    with opened(path) as record:
        key = going_on(record).key
    with opened(path) as record:
        assert record.sessions.events(key) == COURSE
        assert record.sessions.get(key).steps == len(COURSE)
        assert replay(record.sessions.setup(key), COURSE).attended == COURSE[2]


TEXT = st.text(max_size=20)
NUMBER = st.integers(0, 500)
OPTIONAL = st.none() | NUMBER


def one_of_each() -> st.SearchStrategy[SessionEvent]:
    """Any event of a meeting."""
    from ajs_trainer.session import events

    return st.one_of(
        *(
            st.builds(kind)
            for kind in (
                *(events.Advanced, events.Skipped, events.SteppedBack, events.LeftScenario),
                *(events.Finished, events.Paused, events.Resumed, events.Revealed, events.Closed),
            )
        ),
        st.builds(events.CollectingChosen, TEXT),
        st.builds(
            events.CountsTyped,
            st.sampled_from(["first", "second"]),
            st.lists(NUMBER, max_size=6).map(tuple),
        ),
        st.builds(events.RoundClosed, st.sampled_from(["first", "second"])),
        st.builds(events.WentOn, TEXT, st.sampled_from(["majority", "road-not-taken"])),
        st.builds(events.Noted, st.sampled_from(["realism", "own-option"]), TEXT),
        st.builds(events.Attended, NUMBER, OPTIONAL, OPTIONAL, OPTIONAL, OPTIONAL),
        st.builds(events.Agreed, TEXT, TEXT, TEXT),
        st.builds(events.LookedBack, st.sampled_from(["done", "partly", "not-yet"])),
    )


@given(one_of_each())
def test_an_event_reads_as_it_was_written(event: SessionEvent) -> None:
    assert to_event(to_row("key", 0, event)) == event


def test_the_names_of_events_are_what_old_files_hold() -> None:
    names = {
        to_row("key", 0, event)["kind"]
        for event in (*COURSE, Closed(), Noted("realism", ""), Paused())
    }
    assert names == {"advanced", "attended", "closed", "noted", "paused"}


def test_the_same_event_again_changes_nothing(record: Record) -> None:
    key = going_on(record).key

    record.sessions.append(key, 1, Advanced())

    assert record.sessions.events(key) == COURSE


def test_another_event_at_a_taken_step_is_refused(record: Record) -> None:
    key = going_on(record).key

    with pytest.raises(StepTaken, match="annat fönster"):
        record.sessions.append(key, 2, Paused())

    assert record.sessions.events(key) == COURSE


def test_a_gap_is_a_mistake(record: Record) -> None:
    with pytest.raises(ValueError, match=r"^7$"):
        record.sessions.append(going_on(record).key, 7, Advanced())


def test_an_event_that_does_not_fit_is_never_written(record: Record) -> None:
    """A meeting with it in could not be opened again."""
    key = going_on(record).key

    with pytest.raises(NotNow):
        record.sessions.append(key, len(COURSE), Revealed())

    assert record.sessions.events(key) == COURSE


def test_a_meeting_is_closed_in_one_way_only(record: Record) -> None:
    with pytest.raises(ValueError, match="close"):
        record.sessions.append(begun(record).key, 0, Closed())


def test_meetings_are_listed_the_latest_first(record: Record) -> None:
    first, second, third = begun(record), begun(record), begun(record)
    closed(record, second.key)

    assert [info.key for info in record.sessions.all()] == [third.key, second.key, first.key]
    assert [info.key for info in record.sessions.open()] == [third.key, first.key]
    assert [info.number for info in record.sessions.all()] == [3, 2, 1]


@pytest.mark.parametrize("keep", ["days", "closing"])
def test_closing_freezes_the_debrief_and_ends_the_meeting(record: Record, keep: str) -> None:
    key = going_on(record, keep=keep).key
    voted(record, key, ["fraga", "vanta"])

    info = closed(record, key)

    assert info.closed
    assert info == record.sessions.get(key)
    assert record.sessions.publication(key) == PUBLICATION
    assert record.sessions.events(key) == (*COURSE, Closed())
    assert replay(record.sessions.setup(key), record.sessions.events(key)).closed
    assert {table for table, _ in answers(record)} == (
        {"cards", "ballots", "recognised"} if keep == "days" else set()
    )
    assert info.forgotten == (keep == "closing")


def test_there_is_no_debrief_before_closing(record: Record) -> None:
    assert record.sessions.publication(going_on(record).key) is None


def test_closing_again_with_the_same_debrief_changes_nothing(record: Record) -> None:
    key = going_on(record).key
    first = closed(record, key)
    stored = list(record.stored())

    assert record.sessions.close(key, len(COURSE), PUBLICATION) == first
    assert list(record.stored()) == stored


def test_nothing_about_a_closed_meeting_changes(record: Record) -> None:
    key = going_on(record).key
    (card,) = voted(record, key, ["fraga"])
    closed(record, key)
    stored = list(record.stored())

    attempts = [
        lambda: record.sessions.close(key, 7, "{}"),
        lambda: record.sessions.append(key, 7, Advanced()),
        lambda: record.ballots.new_card(key),
        lambda: record.ballots.vote(key, "1/kaffet", "first", card, "vanta"),
        lambda: record.ballots.vote(key, "1/kaffet", "first", card, None),
    ]
    for attempt in attempts:
        with pytest.raises(Frozen, match="ligger fast"):
            attempt()

    record.sessions.append(key, 2, COURSE[2])  # what is there already may be given again
    assert list(record.stored()) == stored


def test_a_debrief_of_less_than_what_has_happened_is_refused(record: Record) -> None:
    key = going_on(record).key

    with pytest.raises(StepTaken):
        record.sessions.close(key, 5, PUBLICATION)
    with pytest.raises(ValueError, match=r"^7$"):
        record.sessions.close(key, 7, PUBLICATION)

    assert not record.sessions.get(key).closed
    assert record.sessions.publication(key) is None


def test_the_debrief_is_the_same_bytes_whatever_happens_afterwards(path: Path) -> None:
    """Somebody joins, somebody leaves, others are erased, and it is opened again and again."""
    publication = '{"title":"Träff\\n\\u2028 – “så här”","parts":[]}\r\n'
    with opened(path) as record:
        solo = recorded(record, "fraga")
        other, key = going_on(record).key, going_on(record).key
        (card, _) = voted(record, key, ["fraga", "vanta"])
        closed(record, key, publication)
        for late in (
            lambda: voted(record, key, ["fraga"]),
            lambda: record.ballots.vote(key, "1/kaffet", "first", card, None),
        ):
            with pytest.raises(Frozen):
                late()
        assert record.sessions.publication(key) == publication
        closed(record, other)
        record.sessions.erase(other)
        record.runs.erase(solo.key)
        record.backups.make()
        copy = record.backups.listed()[0].path
    with opened(path, today=lambda: date(2030, 1, 1)) as record:
        assert answers(record) == []
        assert record.sessions.publication(key) == publication
    with opened(copy, read_only=True) as record:
        assert record.sessions.publication(key) == publication


def test_what_was_erased_is_not_there(record: Record) -> None:
    key = going_on(record).key
    record.sessions.erase(key)

    for ask in (
        record.sessions.get,
        record.sessions.setup,
        record.sessions.events,
        record.sessions.publication,
        record.ballots.tallies,
        record.ballots.new_card,
        lambda key: record.sessions.append(key, 0, Advanced()),
        lambda key: record.sessions.close(key, 0, "{}"),
    ):
        with pytest.raises(Gone, match="raderad"):
            ask(key)


def test_a_meeting_that_could_not_be_closed_is_as_it_was(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = going_on(record).key
    voted(record, key, ["fraga"])
    stored = list(record.stored())
    with record._store.reading() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
    with record._store.unit() as db:
        db.execute("SELECT 1")
    record._store._database().execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(StorageError, match="disken är full"):
        closed(record, key, "x" * 1_000_000)

    assert list(record.stored()) == stored
    record._store._database().execute("PRAGMA max_page_count = 100000")
    assert closed(record, key).closed


def test_the_date_is_the_finest_time(record: Record) -> None:
    info = going_on(record, days=10)

    assert (info.date, info.keep_until) == (TODAY.isoformat(), "2026-03-11")
    assert begun(record, keep="closing").keep_until == "2026-03-02"


def test_stories_with_other_ids_keep_theirs(record: Record) -> None:
    """An adaptation has the id of its base, whatever its text says."""
    meeting = setup(story={**SCENES, "borta": ending("Långt borta")})

    assert record.sessions.get(begun(record, meeting).key).scenarios == ("provet",)
