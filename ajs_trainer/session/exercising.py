"""The course of a value exercise: one statement after the other."""

from __future__ import annotations

from dataclasses import replace

from ajs_trainer.locale import N_, _
from ajs_trainer.model.exercise import Exercise, Statement
from ajs_trainer.session.events import AnswersCounted, SessionEvent
from ajs_trainer.session.stages import Place, Stage
from ajs_trainer.session.state import NotNow, SessionState, Setup, Stood

OPEN_CORNER = N_("An answer of one's own")
BETWEEN = N_("Somewhere in between")
MOVED = N_("Changed seats")
STAYED = N_("Stayed")


def first(setup: Setup, step: int) -> Place:
    """Where an exercise begins."""
    place = Place(step, Stage.STATEMENT)
    return place._replace(scene=setup.exercise(place).statements[0].id)


def following(setup: Setup, place: Place) -> Place | None:
    """The next statement; None when there is none."""
    ids = [statement.id for statement in setup.exercise(place).statements]
    later = ids[ids.index(place.scene) + 1 :]
    return place._replace(scene=later[0]) if later else None


def places(exercise: Exercise, statement: Statement) -> tuple[str, ...]:
    """Where one can stand at a statement; what the program calls it is yet to be translated."""
    match exercise.form:
        case "four-corners":
            return (*statement.answers, OPEN_CORNER)
        case "line":
            return (statement.answers[0], BETWEEN, statement.answers[1])
        case "hot-chair":
            return (MOVED, STAYED)


def called(exercise: Exercise, statement: Statement) -> tuple[str, ...]:
    """What the places are called, in the language of the user."""
    texts = places(exercise, statement)
    return tuple(text if text in statement.answers else _(text) for text in texts)


def stood(state: SessionState) -> Stood | None:
    """Where the room stood at the statement that one is at, if it was counted."""
    here = (state.place.step, state.place.scene)
    return next((each for each in state.stood if (each.step, each.statement) == here), None)


def counted(setup: Setup, state: SessionState, event: SessionEvent) -> SessionState | None:
    """Fold an event that belongs to an exercise; None when it does not.

    Raises:
        NotNow: Nobody stands at a statement, or it is not one count for each place.
    """
    if not isinstance(event, AnswersCounted):
        return None
    place = state.place
    if place.stage is not Stage.STATEMENT:
        raise NotNow("there is no statement here")
    slots = places(setup.exercise(place), setup.statement(place))
    if len(event.counts) != len(slots) or min(event.counts) < 0:
        raise NotNow("one count for each place")
    before = stood(state)
    others = tuple(each for each in state.stood if each is not before)
    return replace(state, stood=(*others, Stood(place.step, place.scene, event.counts)))
