"""What people choose in secret in a meeting: votes under cards, and never whose they are."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ajs_trainer.locale import _
from ajs_trainer.model import Scene
from ajs_trainer.record.card_words import plain, unused
from ajs_trainer.record.connection import fetch, first
from ajs_trainer.record.faults import Gone, round_over
from ajs_trainer.record.forgetting import keep_long_enough, put_in_order
from ajs_trainer.record.tables import (
    Row,
    insert_sealed,
    new_key,
    open_session_row,
    session_row,
)
from ajs_trainer.session.collecting import WAYS
from ajs_trainer.session.events import Round
from ajs_trainer.session.result import Tallies, Tally, question_id

if TYPE_CHECKING:
    from sqlite_utils import Database

    from ajs_trainer.record.courses import Courses
    from ajs_trainer.record.unit import Store


class Card(NamedTuple):
    """What one person chooses under in one meeting.

    Attributes:
        key: Random, of 128 bits.
        word: What the person types to go on under the same card, as ``BLÅSIPPA``.
    """

    key: str
    word: str


class Ballots:
    """The votes in a record. Every method raises ``StorageError`` when the file lets it down."""

    def __init__(self, store: Store, courses: Courses) -> None:
        self._store = store
        self._courses = courses

    def new_card(self, session: str) -> Card:
        """Give somebody a card.

        Raises:
            Gone: The meeting has been erased.
            Frozen: It is closed.
        """
        key = new_key()
        with self._store.unit() as db:
            row = open_session_row(db, session)
            keep_long_enough(db, row, self._store.today())
            cards = fetch(db, "SELECT word FROM cards WHERE session = ?", [session])
            word = unused({card["word"] for card in cards}, secrets.choice)
            insert_sealed(db, "cards", {"session": session, "key": key, "word": word})
            put_in_order(db, session)
        return Card(key, word)

    def card(self, session: str, word: str) -> str | None:
        """The key of the card with this word, or None; capitals, dots and blanks do not count."""
        typed = plain(word)
        with self._store.reading() as db:
            cards = fetch(db, "SELECT * FROM cards WHERE session = ?", [session])
            found = (card["key"] for card in cards if card["word"] and plain(card["word"]) == typed)
            return next(found, None)

    def vote(
        self,
        session: str,
        question: str,
        round_: Round,
        card: str,
        choice: str | None,
        thoughts: Collection[str] | None = None,
    ) -> None:
        """Record what was chosen under a card; on the disk at return.

        A card has one vote in each round of a question: another one takes its place, until the
        round is closed. What the room has seen stays what it was.

        Args:
            question: Which question, as ``question_id`` tells.
            round_: Before or after the talk.
            card: Key of the card.
            choice: Id of the choice; None takes the vote back, and in the first round what was
                recognised with it.
            thoughts: Ids of all the thoughts that were recognised; None leaves them as they are.

        Raises:
            Gone: The meeting has been erased, or has no such card.
            Frozen: It is closed, or the round is.
            ValueError: The question is not being asked one by one in this round, or the scene has
                no such thought, or the choice is not on offer.
        """
        with self._store.unit() as db:
            row = open_session_row(db, session)
            _require_card(db, session, card)
            asked = self._asked(db, row, question, round_)
            if choice is None and round_ == "first":
                thoughts = ()
            vote: Row = {"session": session, "card": card, "question": question, "round": round_}
            _replace_vote(db, vote, None if choice is None else asked.columns(choice))
            if thoughts is not None:
                asked.require_thoughts(thoughts)
                _recognise(db, session, card, question, thoughts)
            put_in_order(db, session, question)

    def done(self, session: str, question: str, round_: Round) -> int:
        """How many have voted in a round."""
        with self._store.reading() as db:
            counted = db.execute(
                "SELECT count(*) FROM ballots WHERE session = ? AND question = ? AND round = ?",
                [session, question, round_],
            )
            return int(counted.fetchone()[0])

    def tally(self, session: str, question: str, round_: Round) -> Tally:
        """The answers to a question in one round; empty when there are none."""
        return self.tallies(session).get((question, round_), Tally())

    def tallies(self, session: str) -> Tallies:
        """Every question and round that somebody answered.

        Thoughts belong to the first round and count when whoever recognised them voted in it: out
        of those who answered, so many recognised them.

        Raises:
            Gone: The meeting has been erased.
        """
        with self._store.reading() as db:
            session_row(db, session)
            recognised = _recognised(db, session)
            return {
                (question, round_): Tally(counts, recognised.get(question, {}))
                if round_ == "first"
                else Tally(counts)
                for (question, round_), counts in _chosen(db, session).items()
            }

    def _asked(self, db: Database, session: Row, name: str, round_: Round) -> _Asked:
        """A question that may be answered now.

        Raises:
            Frozen: The round is closed.
            ValueError: It is not being asked one by one in this round.
        """
        questions = self._courses.state(db, session).questions
        asked = next((each for each in questions if question_id(each) == name), None)
        ballot = asked.rounds.get(round_) if asked else None
        if asked is None or ballot is None or not WAYS[ballot.way].one_by_one:
            raise ValueError(f"{name} {round_}")
        if ballot.closed:
            raise round_over()
        setup = self._courses.setup(db, session)
        scenario = setup.plan.steps[asked.step].scenario or setup.scenario
        scene = setup.stories[scenario].scenario.scenes[asked.scene]
        return _Asked(scenario, scene, asked.options)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question that may be answered now."""

    scenario: str
    scene: Scene
    options: tuple[str, ...]

    def columns(self, choice: str) -> Row:
        """What a ballot tells about a choice; raises ``ValueError`` when it is not on offer."""
        if choice not in self.options:
            raise ValueError(choice)
        made = next(each for each in self.scene.choices if each.id == choice)
        row: Row = {"scenario": self.scenario, "choice": choice, "when_": made.when}
        return row | {"strategy": made.strategy, "toward": made.toward}

    def require_thoughts(self, thoughts: Collection[str]) -> None:
        """Make sure that the scene has them; raises ``ValueError`` when it has not."""
        unknown = set(thoughts) - {thought.id for thought in self.scene.thoughts}
        if unknown:
            raise ValueError(sorted(unknown))


def _chosen(db: Database, session: str) -> dict[tuple[str, Round], dict[str, int]]:
    """How many chose what, by question and round."""
    rows = db.execute(
        "SELECT question, round, choice, count(*) FROM ballots WHERE session = ? "
        "GROUP BY question, round, choice",
        [session],
    )
    counts: dict[tuple[str, Round], dict[str, int]] = {}
    for question, round_, choice, count in rows:
        counts.setdefault((question, round_), {})[choice] = count
    return counts


def _recognised(db: Database, session: str) -> dict[str, dict[str, int]]:
    """How many of those who voted in the first round recognised what, by question."""
    rows = db.execute(
        "SELECT question, thought, count(*) FROM recognised "
        "JOIN ballots USING (session, card, question) "
        "WHERE session = ? AND round = 'first' GROUP BY question, thought",
        [session],
    )
    counts: dict[str, dict[str, int]] = {}
    for question, thought, count in rows:
        counts.setdefault(question, {})[thought] = count
    return counts


def _replace_vote(db: Database, vote: Row, chosen: Row | None) -> None:
    """Take back the vote with this key, and record another one unless it was only taken back."""
    db.execute(
        "DELETE FROM ballots WHERE session = :session AND card = :card "
        "AND question = :question AND round = :round",
        vote,
    )
    if chosen is not None:
        insert_sealed(db, "ballots", vote | chosen)


def _require_card(db: Database, session: str, card: str) -> None:
    found = first(db, "SELECT 1 FROM cards WHERE session = ? AND key = ?", [session, card])
    if found is None:
        raise Gone(
            _("Not saved: the answers of this meeting have been removed, and the cards with them."),
            _("Take a new card."),
        )


def _recognise(
    db: Database, session: str, card: str, question: str, thoughts: Collection[str]
) -> None:
    db.execute(
        "DELETE FROM recognised WHERE session = ? AND card = ? AND question = ?",
        [session, card, question],
    )
    for thought in set(thoughts):
        row: Row = {"session": session, "card": card, "question": question, "thought": thought}
        insert_sealed(db, "recognised", row)
