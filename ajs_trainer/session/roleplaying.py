"""The course of a role-play in threes: round after round, and out of the role at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ajs_trainer.model.roleplay import Cue
from ajs_trainer.session.events import CueGiven, Rewound, SessionEvent, Stopped
from ajs_trainer.session.stages import ROUND, Place, Stage
from ajs_trainer.session.state import Given, NotNow, SessionState, Setup


def first(step: int) -> Place:
    """Where a role-play begins."""
    return Place(step, Stage.CARDS, "1")


def following(setup: Setup, place: Place) -> Place | None:
    """Where one comes after a place; None when the role-play is over."""
    number = int(place.scene)
    if place.stage is Stage.LEAVE_ROLE:
        return None
    if place.stage is Stage.SWAP:
        return Place(place.step, Stage.CARDS, str(number + 1))
    if place.stage is Stage.RETRY and number >= setup.rounds(place):
        return place._replace(stage=Stage.LEAVE_ROLE)
    return place._replace(stage=ROUND[ROUND.index(place.stage) + 1])


def played(state: SessionState) -> SessionState:
    """Note that the round was played, if it is being played."""
    place = state.place
    done = (place.step, place.scene)
    if place.stage is not Stage.PLAY or done in state.played:
        return state
    return replace(state, played=(*state.played, done))


def given(state: SessionState) -> tuple[str, ...]:
    """The ids of the cues that have come in this round, in order."""
    here = (state.place.step, state.place.scene)
    return tuple(each.cue for each in state.cues if (each.step, each.round) == here)


def on_request(setup: Setup, state: SessionState) -> tuple[Cue, ...]:
    """The cues that can still be asked for in this round."""
    return tuple(cue for cue in _left(setup, state) if cue.after is None)


def due(setup: Setup, state: SessionState, seconds: float) -> Cue | None:
    """The next cue whose time has come after so many seconds of play, or None."""
    timed = [cue for cue in _left(setup, state) if cue.after is not None and cue.after <= seconds]
    return min(timed, key=lambda cue: cue.after or 0, default=None)


def seconds_played(setup: Setup, state: SessionState) -> int:
    """How far the play has come at least, from the cues that have come; for going on after it."""
    known = set(given(state))
    times = (cue.after or 0 for cue in setup.roleplay(state.place).cues if cue.id in known)
    return max(times, default=0)


def rehearsed(setup: Setup, state: SessionState, event: SessionEvent) -> SessionState | None:
    """Fold an event that belongs to a role-play; None when it does not.

    Raises:
        NotNow: It does not fit where the role-play is.
    """
    match event:
        case CueGiven(cue=cue):
            if not any(each.id == cue for each in _left(setup, state)):
                raise NotNow("there is no such cue to give")
            place = state.place
            return replace(state, cues=(*state.cues, Given(place.step, place.scene, cue)))
        case Rewound():
            _require(state, (Stage.PLAY, Stage.FEEDBACK, Stage.RETRY))
            return _again(state)
        case Stopped():
            _require(state, ROUND)
            place = state.place._replace(stage=Stage.LEAVE_ROLE)
            return replace(played(state), place=place, trail=())
    return None


def _left(setup: Setup, state: SessionState) -> Iterable[Cue]:
    """The cues that have not come in this round; none when nobody plays."""
    if state.place.stage is not Stage.PLAY:
        return ()
    known = set(given(state))
    return (cue for cue in setup.roleplay(state.place).cues if cue.id not in known)


def _again(state: SessionState) -> SessionState:
    place = state.place._replace(stage=Stage.PLAY)
    here = (place.step, place.scene)
    cues = tuple(each for each in state.cues if (each.step, each.round) != here)
    trail = tuple(before for before in state.trail if before.stage is Stage.CARDS)
    return replace(state, place=place, trail=trail, cues=cues)


def _require(state: SessionState, stages: tuple[Stage, ...]) -> None:
    if state.place.stage not in stages:
        raise NotNow("nobody plays a role here")
