"""Nothing in the file tells who chose what, or who came first: neither its rows nor its bytes."""

from __future__ import annotations

import getpass
import os
import random
import re
import socket
import sqlite3
import statistics
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from ajs_trainer.record import Record, ballots
from ajs_trainer.record.backup import Backups
from ajs_trainer.record.card_words import card_words
from tests.record.helpers import opened, recorded
from tests.record.meetings import (
    QUESTION,
    TO_SECOND,
    answers,
    closed,
    going_on,
    happened,
    remark,
    voted,
)

RECORDS = 10
MEETINGS = 10
PEOPLE = 20
TABLES = ("cards", "ballots", "recognised")
AFTER_CARD = {
    "cards": rb"(?:[A-Z\xc3]|[0-9a-f]{64})",
    "ballots": rb"1/kaffetfirst",
    "recognised": rb"1/kaffett",
}
"""What follows the keys in the bytes of a row of each table."""


@pytest.fixture
def chance(monkeypatch: pytest.MonkeyPatch) -> random.Random:
    """The keys of cards are random, but the same in each run of the test."""
    chance = random.Random(2026)
    monkeypatch.setattr("secrets.token_hex", lambda size: chance.randbytes(size).hex())
    return chance


def positions(data: bytes, table: str, session: str, cards: Sequence[str]) -> list[int]:
    """Where in a file the row of each card is, in the order in which people came."""
    found = re.finditer(session.encode() + b"([0-9a-f]{32})" + AFTER_CARD[table], data)
    places = {match[1].decode(): match.start() for match in found}
    return [places[card] for card in cards]


def rows(
    connection: sqlite3.Connection, table: str, session: str, cards: Sequence[str]
) -> list[int]:
    """In which order a query tells the cards, by the order in which people came."""
    column = "key" if table == "cards" else "card"
    found = connection.execute(f"SELECT {column} FROM {table} WHERE session = ?", [session])
    told = list(dict.fromkeys(card for (card,) in found))
    return [told.index(card) for card in cards]


def correlation(places: Sequence[int]) -> float:
    """How much of the order of arrival can be read: 1 all of it, 0 nothing."""
    return statistics.correlation(range(len(places)), places)


def test_the_order_of_arrival_cannot_be_read(
    path: Path, chance: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither after closing nor before: a meeting that nobody closes must not leave it behind."""
    monkeypatch.setattr(Backups, "make", lambda _backups: None)
    found: dict[str, list[float]] = {}
    for number in range(RECORDS):
        for name, read in meetings_in(path.with_name(f"{number}.db"), chance).items():
            found.setdefault(name, []).extend(read)

    assert len(found) == 3 * len(TABLES)
    for name, read in found.items():
        assert len(read) == RECORDS * MEETINGS
        assert abs(statistics.mean(read)) < 0.05, name


def meetings_in(path: Path, chance: random.Random) -> dict[str, list[float]]:
    """Hold some meetings; how much of the order of arrival can be read, by table and way."""
    with opened(path) as record:
        record._store._database().execute("PRAGMA synchronous = OFF")
        meetings = []
        for _ in range(MEETINGS):
            key = going_on(record).key
            choices = chance.choices(["fraga", "vanta"], k=PEOPLE)
            cards = voted(record, key, choices)
            meetings.append((key, cards))
            happened(record, key, TO_SECOND)
            for card in chance.sample(cards, PEOPLE):
                record.ballots.vote(key, QUESTION, "second", card, "vanta")
        before = path.read_bytes()
        for key, _cards in meetings:
            closed(record, key)
    after = path.read_bytes()
    connection = sqlite3.connect(path)
    found: dict[str, list[float]] = {}
    for table in TABLES:
        for name, order in (
            ("bytes before", partial(positions, before)),
            ("bytes after", partial(positions, after)),
            ("query", partial(rows, connection)),
        ):
            read = [correlation(order(table, key, cards)) for key, cards in meetings]
            found[f"{table} {name}"] = read
    connection.close()
    return found


def test_the_place_of_a_row_follows_from_its_key_alone(path: Path) -> None:
    with opened(path) as record:
        key = going_on(record).key
        cards = voted(record, key, ["fraga", "vanta"] * 10)
        for card in reversed(cards):
            record.ballots.vote(key, QUESTION, "first", card, "vanta", {"t"})
        closed(record, key)
    data = path.read_bytes()

    for table in TABLES:
        assert ordered(positions(data, table, key, sorted(cards)))


def ordered(places: list[int]) -> bool:
    """Whether rows follow each other in the file, forwards or backwards, page by page."""
    pages: dict[int, list[int]] = {}
    for place in places:
        pages.setdefault(place // 4096, []).append(place)
    return all(page in (sorted(page), sorted(page, reverse=True)) for page in pages.values())


def test_the_measure_does_read_an_order_that_is_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise the tests above would prove nothing."""
    monkeypatch.setattr(ballots, "put_in_order", lambda *_what: None)
    with opened(path) as record:
        key = going_on(record).key
        cards = voted(record, key, ["fraga"] * 8)
    data = path.read_bytes()

    assert abs(correlation(positions(data, "ballots", key, cards))) > 0.9


@pytest.mark.parametrize("keep", ["days", "closing"])
def test_nothing_tells_who_where_or_when(path: Path, keep: str) -> None:
    with opened(path) as record:
        recorded(record, "fraga", code="blå älg")
        key = going_on(record, keep=keep).key
        record.sessions.append(key, 6, remark("Hos oss är det i rökrutan."))
        voted(record, key, ["fraga", "vanta"] * 4)
        words = [row["word"] for table, row in answers(record) if table == "cards"]
        closed(record, key)
        about_meetings = [
            (table, row)
            for table, row in record.stored()
            if table not in ("participants", "runs", "events")
        ]
    text = str(about_meetings)

    marks = [getpass.getuser(), socket.gethostname(), str(path.parent), str(Path.home())]
    marks += [str(os.getpid()), "blå älg", *words]
    assert [mark for mark in marks if re.search(rf"\b{re.escape(mark)}\b", text)] == []
    assert not re.search(r"\d\d:\d\d", text)
    assert set(re.findall(r"\d{4}-\d\d-\d\d", text)) <= {"2026-03-01", "2026-03-31", "2026-03-02"}
    assert not {word for word in card_words() if word in text}


def test_no_table_has_a_column_for_a_time_or_a_hidden_number(record: Record) -> None:
    with record._store.reading() as db:
        for table in db.tables:
            if table.name.startswith("_"):
                continue
            assert table.strict, table.name
            assert not table.use_rowid, table.name
            names = [column.name for column in table.columns]
            assert names[: len(table.pks)] == table.pks
            assert not {name for name in names if re.search("time|_at$|clock|created", name)}


@pytest.mark.parametrize("keep", ["days", "closing"])
def test_a_vote_changes_no_row_but_its_own(record: Record, keep: str) -> None:
    """No other row can show who was the last to vote."""
    key = going_on(record, keep=keep).key
    cards = voted(record, key, ["fraga", "vanta"] * 4)
    before = list(record.stored())

    record.ballots.vote(key, QUESTION, "first", cards[0], "vanta")

    changed = [row for row in record.stored() if row not in before]
    assert [(table, row["card"]) for table, row in changed] == [("ballots", cards[0])]


def test_the_published_rows_do_not_depend_on_the_order(path: Path, chance: random.Random) -> None:
    """The same people with the same cards, one after the other and the other way round."""
    dumps = []
    for number, order in enumerate((1, -1)):
        place = path.with_name(f"{number}.db")
        chance.seed(1)
        with opened(place) as record:
            key = going_on(record).key
            people = [
                (record.ballots.new_card(key).key, choice) for choice in ["fraga", "vanta"] * 6
            ]
            for card, choice in people[::order]:
                record.ballots.vote(key, QUESTION, "first", card, choice, {"t"})
            closed(record, key)
            dumps.append((list(record.stored()), place.read_bytes()))

    assert dumps[0][0] == dumps[1][0]
    assert differing_pages(dumps[0][1], dumps[1][1]) <= {1}


def differing_pages(one: bytes, other: bytes) -> set[int]:
    """The numbers of the pages that differ; the first one counts the writes."""
    assert len(one) == len(other)
    return {
        place // 4096 + 1
        for place in range(0, len(one), 4096)
        if one[place : place + 4096] != other[place : place + 4096]
    }
