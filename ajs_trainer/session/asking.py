"""What happens to the question of a scene: rounds open and close, counts come in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ajs_trainer.play.step import offered
from ajs_trainer.session.collecting import WAYS
from ajs_trainer.session.events import (
    CollectingChosen,
    CountsTyped,
    Noted,
    Revealed,
    Round,
    RoundClosed,
)
from ajs_trainer.session.stages import Stage
from ajs_trainer.session.state import Ballot, NotNow, Question, SessionState, Setup

_ROUNDS: dict[Stage, Round] = {Stage.FIRST: "first", Stage.SECOND: "second"}


def round_of(state: SessionState) -> Round | None:
    """The round that is going on where the meeting is, or None."""
    return _ROUNDS.get(state.place.stage)


def opened(setup: Setup, state: SessionState) -> SessionState:
    """Let the room choose, if that is what the stage is for."""
    round_ = round_of(state)
    if round_ is None or state.play is None:
        return state
    if state.question is None:
        story = setup.story(state.place)
        options = tuple(move.id for move in offered(story, state.play))
        place = state.place
        question = Question(place.step, story.scenario.id, place.scene, options)
        state = replace(state, questions=(*state.questions, question))
    return _changed(state, lambda question: _with_round(question, round_, state.collecting))


def closed(state: SessionState) -> SessionState:
    """Close the round that is going on, if there is one."""
    round_ = round_of(state)
    if round_ is None or state.question is None:
        return state
    return _changed(state, lambda question: _close(question, round_))


def asked(state: SessionState, event: object) -> SessionState | None:
    """Fold an event that concerns the question; None when it does not."""
    match event:
        case CollectingChosen(way=way) if way in WAYS:
            return _collect(replace(state, collecting=way), way)
        case CountsTyped(round=round_, counts=counts):
            return _changed(state, lambda question: _count(question, round_, counts))
        case RoundClosed(round=round_):
            return _changed(state, lambda question: _close(question, round_))
        case Revealed():
            return _changed(state, _reveal)
        case Noted(kind="own-option", text=text):
            return _changed(state, lambda question: replace(question, own=(*question.own, text)))
    return None


def _changed(state: SessionState, change: Callable[[Question], Question]) -> SessionState:
    current = state.question
    if current is None:
        raise NotNow("no question is being asked")
    questions = tuple(
        change(question) if question is current else question for question in state.questions
    )
    return replace(state, questions=questions)


def _with_round(question: Question, round_: Round, way: str) -> Question:
    if round_ in question.rounds:
        return question
    return replace(question, rounds={**question.rounds, round_: Ballot(way)})


def _collect(state: SessionState, way: str) -> SessionState:
    """The round that is going on is collected in the new way, unless it is closed."""
    round_ = round_of(state)
    if round_ is None or state.question is None or state.question.rounds[round_].closed:
        return state
    return _changed(state, lambda q: replace(q, rounds={**q.rounds, round_: Ballot(way)}))


def _count(question: Question, round_: Round, counts: tuple[int, ...]) -> Question:
    ballot = question.rounds.get(round_)
    if ballot is None or WAYS[ballot.way].one_by_one or question.revealed:
        raise NotNow("nothing is counted openly here")
    if len(counts) != len(question.options) or min(counts, default=0) < 0:
        raise NotNow("one count for each option")
    return replace(question, rounds={**question.rounds, round_: replace(ballot, counts=counts)})


def _close(question: Question, round_: Round) -> Question:
    ballot = question.rounds.get(round_)
    if ballot is None:
        raise NotNow("the round has not begun")
    return replace(question, rounds={**question.rounds, round_: replace(ballot, closed=True)})


def _reveal(question: Question) -> Question:
    if not all(ballot.closed for ballot in question.rounds.values()):
        raise NotNow("the room is still choosing")
    return replace(question, revealed=True)
