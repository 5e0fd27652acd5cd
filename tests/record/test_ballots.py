"""What people choose in secret: one vote a card and round, and the last one counts."""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ajs_trainer.record import Frozen, Gone, Record
from ajs_trainer.record.card_words import card_words, plain, unused
from ajs_trainer.session.events import (
    Advanced,
    LeftScenario,
    Revealed,
    Round,
    SteppedBack,
    WentOn,
)
from ajs_trainer.session.result import Tally
from tests.record.helpers import opened
from tests.record.meetings import (
    OPTIONS,
    QUESTION,
    TO_SECOND,
    answers,
    begun,
    closed,
    going_on,
    happened,
    voted,
)
from tests.session.meetings import setup

TO_CHOICE = (Advanced(),) * 4
"""From the beginning of a scenario to the first choice."""
TO_NEXT_SCENE = (*(Advanced(),) * 3, WentOn("fraga", "facilitator"), Advanced())
"""From the second choice to the first choice of the next scene."""


def rows(record: Record, table: str) -> list[dict[str, object]]:
    """The rows of a table with answers."""
    return [row for name, row in answers(record) if name == table]


def test_ten_votes_under_a_card_are_one_row_and_the_last_one_counts(record: Record) -> None:
    key = going_on(record).key
    card = record.ballots.new_card(key).key

    for _ in range(5):
        record.ballots.vote(key, QUESTION, "first", card, "fraga", {"t"})
        record.ballots.vote(key, QUESTION, "first", card, "vanta", ())

    assert [row["choice"] for row in rows(record, "ballots")] == ["vanta"]
    assert rows(record, "recognised") == []
    assert record.ballots.done(key, QUESTION, "first") == 1
    assert record.ballots.tally(key, QUESTION, "first") == Tally({"vanta": 1})


def test_the_file_itself_admits_one_vote_a_card_and_round(path: Path) -> None:
    with opened(path) as record:
        voted(record, going_on(record).key, ["fraga"])
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        connection.execute(
            "INSERT INTO ballots SELECT session, card, question, round, scenario, 'vanta', when_, "
            "strategy, toward, seal FROM ballots"
        )
    connection.close()


def test_each_round_and_question_is_counted_for_itself(record: Record) -> None:
    key, other = going_on(record, setup(scenes=2)).key, going_on(record).key
    cards = voted(record, key, ["fraga", "fraga", "vanta"])
    voted(record, other, ["vanta"])
    happened(record, key, TO_SECOND)
    for card in cards[:2]:
        record.ballots.vote(key, QUESTION, "second", card, "vanta")
    happened(record, key, TO_NEXT_SCENE)
    record.ballots.vote(key, "1/bilen", "first", cards[2], "tiga")

    assert record.ballots.tallies(key) == {
        (QUESTION, "first"): Tally({"fraga": 2, "vanta": 1}, {"t": 3}),
        (QUESTION, "second"): Tally({"vanta": 2}),
        ("1/bilen", "first"): Tally({"tiga": 1}),
    }
    assert record.ballots.tally(key, QUESTION, "first").of(OPTIONS) == (2, 1)
    assert [record.ballots.done(key, QUESTION, each) for each in ("first", "second")] == [3, 2]
    assert record.ballots.tally(key, "1/bilen", "second") == Tally()


def test_whoever_takes_the_vote_back_is_not_counted(record: Record) -> None:
    key = going_on(record).key
    first, second = voted(record, key, ["fraga", "vanta"])

    record.ballots.vote(key, QUESTION, "first", first, None)
    happened(record, key, TO_SECOND)
    record.ballots.vote(key, QUESTION, "second", second, None)

    assert record.ballots.tallies(key) == {(QUESTION, "first"): Tally({"vanta": 1}, {"t": 1})}
    assert [row["card"] for row in rows(record, "recognised")] == [second]


def test_a_second_choice_leaves_what_was_recognised_alone(record: Record) -> None:
    key = going_on(record).key
    (card,) = voted(record, key, ["fraga"])

    happened(record, key, TO_SECOND)
    record.ballots.vote(key, QUESTION, "second", card, "vanta")

    assert record.ballots.tally(key, QUESTION, "first").recognised == {"t": 1}


VOTES = st.lists(st.tuples(st.integers(0, 4), st.sampled_from([*OPTIONS, None])), max_size=15)


@settings(deadline=None, max_examples=30)
@given(VOTES, VOTES)
def test_the_last_vote_of_each_is_what_is_counted(
    tmp_path_factory: pytest.TempPathFactory,
    first: list[tuple[int, str | None]],
    second: list[tuple[int, str | None]],
) -> None:
    with opened(tmp_path_factory.mktemp("votes") / "ajs.db") as record:
        record._store._database().execute("PRAGMA synchronous = OFF")
        key = going_on(record).key
        cards = [record.ballots.new_card(key).key for _ in range(5)]
        rounds: list[tuple[Round, list[tuple[int, str | None]]]]
        rounds = [("first", first), ("second", second)]
        for round_, votes in rounds:
            for person, choice in votes:
                record.ballots.vote(key, QUESTION, round_, cards[person], choice)
            if round_ == "first":
                happened(record, key, TO_SECOND)
        for round_, votes in rounds:
            counted = Counter(choice for choice in dict(votes).values() if choice)
            tally = record.ballots.tally(key, QUESTION, round_)
            assert tally.counts == counted
            assert tally.answered == counted.total()
            assert record.ballots.done(key, QUESTION, round_) == counted.total()


def test_a_closed_round_takes_no_votes(record: Record) -> None:
    """Otherwise what the room has seen could be compared with what came later."""
    key = going_on(record).key
    cards = voted(record, key, ["fraga", "vanta"])
    happened(record, key, TO_SECOND)
    for card in cards:
        record.ballots.vote(key, QUESTION, "second", card, "vanta")
    happened(record, key, [Advanced(), Revealed(), SteppedBack()])
    late = record.ballots.new_card(key).key
    before = answers(record)

    for card in (cards[0], late):
        for choice in ("fraga", None):
            for round_ in ("first", "second"):
                with pytest.raises(Frozen, match="valrundan är avslutad"):
                    record.ballots.vote(key, QUESTION, round_, card, choice)  # type: ignore[arg-type]

    assert answers(record) == before


def test_a_round_that_is_not_going_on_one_by_one_takes_no_votes(record: Record) -> None:
    early = begun(record).key
    openly = going_on(record, setup(collecting="raised-hands")).key
    chosen = going_on(record).key

    for key, round_ in ((early, "first"), (openly, "first"), (chosen, "second")):
        card = record.ballots.new_card(key).key
        with pytest.raises(ValueError, match=QUESTION):
            record.ballots.vote(key, QUESTION, round_, card, "fraga")  # type: ignore[arg-type]


def test_what_is_not_on_offer_is_a_mistake_and_changes_nothing(record: Record) -> None:
    key = going_on(record).key
    (card,) = voted(record, key, ["fraga"])
    before = answers(record)

    for question, choice, thoughts in (
        (QUESTION, "sjunga", None),
        ("1/nirgends", "fraga", None),
        ("1/nirgends", None, {"t"}),
        ("0/kaffet", "fraga", None),
        ("9/kaffet", "fraga", None),
        (QUESTION, "vanta", {"t", "x"}),
        ("kaffet", "fraga", None),
    ):
        with pytest.raises(ValueError, match=r"."):
            record.ballots.vote(key, question, "first", card, choice, thoughts)

    assert answers(record) == before


def test_an_option_that_was_not_on_offer_is_not_passed_over_in_silence(record: Record) -> None:
    key = going_on(record).key
    voted(record, key, ["fraga"])

    with pytest.raises(ValueError, match="fraga"):
        record.ballots.tally(key, QUESTION, "first").of(["vanta"])


def test_a_card_of_another_meeting_is_no_card(record: Record) -> None:
    key, other = going_on(record).key, going_on(record).key
    (card,) = voted(record, other, ["fraga"])

    with pytest.raises(Gone, match="borttagna"):
        record.ballots.vote(key, QUESTION, "first", card, "fraga")

    assert record.ballots.tallies(key) == {}


@pytest.mark.parametrize("typed", ["{}", " {} ", "{}\n"])
def test_a_word_leads_to_its_card(record: Record, typed: str) -> None:
    key = going_on(record).key
    cards = [record.ballots.new_card(key) for _ in range(30)]

    for card in cards:
        assert record.ballots.card(key, typed.format(card.word)) == card.key
        assert record.ballots.card(key, typed.format(card.word.lower())) == card.key


def test_capitals_dots_and_blanks_make_no_difference(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secrets.choice", lambda _words: "BLÅSIPPA")
    key = going_on(record).key
    card = record.ballots.new_card(key)

    for typed in ("blåsippa", "Blasippa", "BLA SIPPA", "blå-sippa", "BLA\u030aSIPPA"):
        assert record.ballots.card(key, typed) == card.key
    for typed in ("", " ", "blåsipp", "vitsippa", card.key):
        assert record.ballots.card(key, typed) is None


def test_a_word_leads_nowhere_in_another_meeting_or_when_it_is_closed(record: Record) -> None:
    key, other = going_on(record).key, going_on(record).key
    card = record.ballots.new_card(key)

    assert record.ballots.card(other, card.word) is None
    closed(record, key)
    assert record.ballots.card(key, card.word) is None
    assert record.ballots.card(key, "") is None


def test_the_words_are_apart_and_can_be_typed_and_searched_for() -> None:
    words = card_words()
    assert len(words) > 120
    assert len({plain(word) for word in words}) == len(words)
    assert all(word == word.upper() and word.isalpha() and 4 <= len(word) <= 14 for word in words)
    assert all("A" <= word[0] <= "Z" or word[0].encode()[0] == 0xC3 for word in words)


def test_when_the_words_have_run_out_they_get_numbers() -> None:
    words = card_words()
    assert unused(set(words) - {words[7]}, min) == words[7]
    assert unused(words, min) == f"{min(words)} 2"
    assert unused({*words, *(f"{word} 2" for word in words)}, min) == f"{min(words)} 3"


def test_other_tools_read_the_answers_through_a_view(path: Path) -> None:
    with opened(path) as record:
        key = going_on(record, setup("welcome", "scenario", "break", "scenario")).key
        (card,) = voted(record, key, ["vanta"])
        happened(record, key, [LeftScenario(), Advanced(), Advanced(), *TO_CHOICE])
        record.ballots.vote(key, "3/kaffet", "first", card, "fraga")
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    found = [dict(row) for row in connection.execute("SELECT * FROM answers_flat ORDER BY step")]
    connection.close()

    assert found[0] == {
        "session": key,
        "date": "2026-03-01",
        "card": card,
        "scenario": "provet",
        "step": 1,
        "scene": "kaffet",
        "round": "first",
        "choice": "vanta",
        "when_": "during",
        "strategy": "wait",
        "toward": None,
    }
    assert (found[1]["step"], found[1]["scene"], found[1]["round"]) == (3, "kaffet", "first")


def test_votes_of_two_windows_are_counted_together(path: Path) -> None:
    with opened(path) as one, opened(path) as other:
        key = going_on(one).key
        voted(one, key, ["fraga"])
        voted(other, key, ["vanta"])

        assert one.ballots.tally(key, QUESTION, "first") == Tally(
            {"fraga": 1, "vanta": 1}, {"t": 2}
        )
