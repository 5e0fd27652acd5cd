"""What is appended is what is read, once."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from ajs_trainer.errors import AjsError
from ajs_trainer.model.identity import content_hash, content_text
from ajs_trainer.play.continuation import compare, replay_run
from ajs_trainer.play.run import Adopted, Rated, Recognised, Returned, replay
from ajs_trainer.play.story import Chosen, compile_story
from ajs_trainer.record import Gone, Record, StepTaken
from ajs_trainer.record.runs import RunInfo
from tests.record.helpers import chosen, coffee, dump, opened, recorded


def hash_of(text: Any) -> str:
    return content_hash(content_text(text))


def test_a_new_run_is_known_by_what_it_began_on(record: Record) -> None:
    text = coffee()

    info = record.runs.begin(record.runs.participant(), text)

    hash_ = hash_of(text)
    assert info == RunInfo(
        key=info.key,
        scenario="provet",
        title="Provet",
        language="sv",
        first=hash_,
        content=hash_,
        begun="2026-03-01",
        finished=False,
        steps=0,
        choices=0,
        number=1,
    )
    assert record.runs.get(info.key) == info
    assert record.runs.content(hash_) == text


def test_events_are_read_as_they_were_appended(record: Record) -> None:
    info = recorded(record)
    events = [
        Rated("before", 2),
        Recognised("kaffet", "bara"),
        Recognised("kaffet", "bara", marked=False),
        *chosen(coffee(), "fraga", "ga"),
        Returned(1),
        Chosen("tystnad", "stotta", ("igen", "ga", "stotta")),
        Rated("after", 5),
    ]

    for step, event in enumerate(events):
        record.runs.append(info.key, step, event)

    assert record.runs.events(info.key) == tuple(events)
    after = record.runs.get(info.key)
    assert (after.steps, after.choices) == (len(events), 2)


def test_the_same_event_again_changes_nothing(record: Record) -> None:
    info = recorded(record, "fraga")
    before = dump(record)

    record.runs.append(info.key, 0, chosen(coffee(), "fraga")[0])

    assert dump(record) == before


def test_another_event_at_a_taken_step_is_refused(record: Record) -> None:
    info = recorded(record, "fraga")
    before = dump(record)

    with pytest.raises(StepTaken, match="ett annat fönster"):
        record.runs.append(info.key, 0, chosen(coffee(), "vantar")[0])

    assert dump(record) == before


@pytest.mark.parametrize(
    "event",
    [
        pytest.param(Rated("before", 1), id="a gap"),
        pytest.param(Chosen("kaffet", "okand", ("okand",)), id="an unknown choice"),
        pytest.param(Adopted("0" * 64), id="an adoption without its text"),
    ],
)
def test_what_cannot_be_right_is_not_stored(record: Record, event: Any) -> None:
    info = recorded(record, "fraga")
    before = dump(record)

    with pytest.raises(ValueError, match=r".+"):
        record.runs.append(info.key, 2 if isinstance(event, Rated) else 1, event)

    assert dump(record) == before


def test_a_content_is_kept_once_however_often_it_is_played(record: Record) -> None:
    recorded(record, "fraga")
    recorded(record, "vantar", code="Blå Älg")
    recorded(record, text=coffee(title="Ett annat"))

    assert sum(table == "content" for table, _ in dump(record)) == 2


def test_runs_are_listed_for_their_participant_the_latest_first(record: Record) -> None:
    mine = [recorded(record, "fraga"), recorded(record, "fraga", "ga"), recorded(record)]
    theirs = recorded(record, "vantar", code="blå älg")
    record.runs.finish(mine[1].key)
    me, them = record.runs.participant(), record.runs.participant("blå älg")

    assert [run.number for run in record.runs.of(me)] == [3, 2, 1]
    assert [run.key for run in record.runs.of(them)] == [theirs.key]
    assert [run.key for run in record.runs.unfinished(me)] == [mine[0].key], "nothing happened in 3"
    assert record.runs.get(mine[1].key).finished

    record.runs.reopen(mine[1].key)
    record.runs.reopen(mine[1].key)
    assert not record.runs.get(mine[1].key).finished


def test_a_code_is_found_however_it_is_typed(record: Record) -> None:
    key = record.runs.participant("Blå  Älg ")

    assert record.runs.participant("bla\N{COMBINING RING ABOVE} a\N{COMBINING DIAERESIS}lg") == key
    assert record.runs.known("BLÅ ÄLG") == key
    assert record.runs.known("röd räv") is None
    assert record.runs.known("") is None
    assert record.runs.participant("") != key


@pytest.mark.parametrize("code", ["x" * 61, "a\udc80", "\x1b[2J", "a\N{RIGHT-TO-LEFT OVERRIDE}b"])
def test_a_code_that_cannot_be_shown_is_refused_in_words(record: Record, code: str) -> None:
    with pytest.raises(AjsError) as caught:
        record.runs.participant(code)

    assert caught.value.message.isprintable()
    assert not any(table == "participants" for table, _ in dump(record))


def test_keys_are_random(record: Record) -> None:
    keys = [recorded(record).key for _ in range(5)]

    assert len(set(keys)) == 5
    assert all(len(key) == 32 and int(key, 16) >= 0 for key in keys)


def test_a_run_that_is_gone_says_so(record: Record) -> None:
    info = recorded(record, "fraga")
    me = record.runs.participant()
    record.runs.erase_all(me)

    for use in (
        lambda: record.runs.append(info.key, 1, Rated("before", 1)),
        lambda: record.runs.events(info.key),
        lambda: record.runs.finish(info.key),
        lambda: record.runs.begin(me, coffee()),
    ):
        with pytest.raises(Gone):
            use()


def test_a_run_goes_on_with_another_text(record: Record) -> None:
    """Both texts stay, each event belongs to the one it was made on, and all of it replays."""
    old = coffee()
    data = old.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    data["scenes"]["tystnad"]["choices"][0] |= {"id": "om", "was": ["igen"]}
    new = type(old).model_validate(data)
    info = recorded(record, "fraga", text=old)
    texts = {hash_of(text): compile_story(text) for text in (old, new)}
    run = replay(texts[hash_of(old)], record.runs.events(info.key))
    found = compare(texts[hash_of(old)], texts[hash_of(new)], run, hash_of(new))

    adopted = record.runs.adopt(info.key, info.steps, new, found.events)
    assert record.runs.adopt(info.key, info.steps, new, found.events) == adopted
    record.runs.append(info.key, 2, Chosen("tystnad", "om", ("om", "ga", "stotta")))

    assert (adopted.first, adopted.content) == (hash_of(old), hash_of(new))
    assert record.runs.texts(info.key) == {hash_of(old): old, hash_of(new): new}
    assert list(record.runs.texts(info.key)) == [hash_of(old), hash_of(new)]
    replayed = replay_run(texts, adopted.first, record.runs.events(info.key))
    assert texts[hash_of(new)].scenes[replayed.state.scene] == "kaffet"


def test_the_door_for_other_tools_tells_what_was_withdrawn(record: Record, path: Path) -> None:
    info = recorded(record, "fraga", "igen", "vantar", code="hemlig kod")
    record.runs.append(info.key, 3, Returned(1))
    record.runs.append(info.key, 4, chosen(coffee(), "fraga", "ga")[1])
    record.close()

    connection = sqlite3.connect(path)
    cursor = connection.execute("SELECT * FROM choices_flat ORDER BY step")
    names = [column[0] for column in cursor.description]
    rows = [dict(zip(names, row, strict=True)) for row in cursor]
    connection.close()

    assert [(row["choice"], row["withdrawn"]) for row in rows] == [
        ("fraga", 0),
        ("igen", 1),
        ("vantar", 1),
        ("ga", 0),
    ]
    with opened(path) as again:
        participant = again.runs.participant("hemlig kod")
    assert rows[0] == {
        "run": info.key,
        "participant": participant,
        "scenario": "provet",
        "content": info.content,
        "step": 0,
        "scene": "kaffet",
        "choice": "fraga",
        "when_": "during",
        "strategy": "direct",
        "toward": "actor",
        "date": "2026-03-01",
        "withdrawn": 0,
    }
    assert "hemlig" not in str(rows)


def test_an_unknown_text_is_a_mistake_of_the_caller(record: Record) -> None:
    with pytest.raises(KeyError):
        record.runs.content("0" * 64)


def test_adoption_must_end_with_the_text_it_brings(record: Record) -> None:
    info = recorded(record, "fraga")
    new = coffee(title="Nytt")
    before = dump(record)

    for events in ((), (Returned(0),), (Adopted("0" * 64),)):
        with pytest.raises(ValueError, match="adopt"):
            record.runs.adopt(info.key, 1, new, events)

    assert dump(record) == before
