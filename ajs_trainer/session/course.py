"""The course of a meeting: from place to place, and every stage can be left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ajs_trainer.play.step import NotOffered, start, step
from ajs_trainer.play.story import State, Story
from ajs_trainer.session import exercising, roleplaying
from ajs_trainer.session.asking import asked, closed, opened
from ajs_trainer.session.events import (
    Advanced,
    Agreed,
    Attended,
    Closed,
    Finished,
    How,
    LeftScenario,
    LookedBack,
    Noted,
    Paused,
    Resumed,
    SessionEvent,
    Skipped,
    SteppedBack,
    WentOn,
)
from ajs_trainer.session.stages import CHOICE, OPENING, Place, Stage
from ajs_trainer.session.state import NotNow, Remark, SessionState, Setup, Went


def begin(setup: Setup) -> SessionState:
    """A meeting before anything has happened."""
    return _entered(setup, SessionState(Place(0, Stage.WELCOME), setup.collecting), 0)


def replay(setup: Setup, events: Iterable[SessionEvent]) -> SessionState:
    """Fold the events of a meeting; raises ``NotNow`` when one does not fit."""
    state = begin(setup)
    for event in events:
        state = apply(setup, state, event)
    return state


def apply(setup: Setup, state: SessionState, event: SessionEvent) -> SessionState:
    """Fold one event into the meeting.

    Raises:
        NotNow: The meeting is closed or paused, or there is nothing here to close, reveal,
            step back to or go on with.
    """
    if state.closed:
        raise NotNow("the meeting is closed")
    match event:
        case Resumed():
            return replace(state, paused=False)
        case Paused():
            return replace(state, paused=True)
        case Closed():
            return replace(state, closed=True, paused=False)
    if state.paused:
        raise NotNow("the meeting is paused")
    folded = (
        _moved(setup, state, event)
        or asked(state, event)
        or roleplaying.rehearsed(setup, state, event)
        or exercising.counted(setup, state, event)
        or _noted(state, event)
    )
    if folded is None:
        raise NotNow("the event is not known here")
    return folded


def _moved(setup: Setup, state: SessionState, event: SessionEvent) -> SessionState | None:
    match event:
        case Advanced():
            return _advanced(setup, roleplaying.played(closed(state)))
        case Skipped():
            skipped = (*state.skipped, state.place)
            return _advanced(setup, replace(closed(state), skipped=skipped))
        case SteppedBack():
            if not state.trail:
                raise NotNow("there is nothing to step back to")
            return replace(state, place=state.trail[-1], trail=state.trail[:-1])
        case LeftScenario():
            return _left(setup, closed(state))
        case Finished():
            return _entered(setup, closed(state), len(setup.plan.steps) - 1)
        case WentOn(choice=choice, how=how):
            return _went_on(setup, state, choice, how)
    return None


def _noted(state: SessionState, event: SessionEvent) -> SessionState | None:
    match event:
        case Noted(kind=kind, text=text):
            return replace(state, notes=(*state.notes, Remark(state.place, kind, text)))
        case Attended():
            return replace(state, attended=event)
        case Agreed():
            return replace(state, agreed=event)
        case LookedBack():
            return replace(state, looked_back=event)
    return None


def _advanced(setup: Setup, state: SessionState) -> SessionState:
    """On to the next stage of the scene, or out of the step."""
    if state.play is None:
        return _advanced_outside(setup, state)
    if state.place.stage is Stage.SAY_ALOUD:
        return _next_step(setup, state)
    if state.place.stage in (Stage.WAY, Stage.ENDING):
        return _after_story(state)
    story = setup.story(state.place)
    stages = _stages_of(setup, state, story, state.play)
    after = stages[stages.index(state.place.stage) + 1]
    place = state.place._replace(stage=after)
    return opened(setup, replace(state, place=place, trail=(*state.trail, state.place)))


def _left(setup: Setup, state: SessionState) -> SessionState:
    """Out of the scenario, where the words are still said aloud, or out of the exercise."""
    if state.play is not None:
        return _after_story(state)
    if state.place.stage is Stage.STATEMENT:
        return _next_step(setup, state)
    raise NotNow("this is no scenario and no exercise")


def _advanced_outside(setup: Setup, state: SessionState) -> SessionState:
    """On within a role-play or an exercise, or to the next step."""
    place = state.place
    match setup.step(place).kind:
        case "roleplay":
            after = roleplaying.following(setup, place)
        case "exercise":
            after = exercising.following(setup, place)
        case _:
            after = None
    if after is None:
        return _next_step(setup, state)
    same = after.scene == place.scene or after.stage is Stage.STATEMENT
    return replace(state, place=after, trail=(*state.trail, place) if same else ())


def _next_step(setup: Setup, state: SessionState) -> SessionState:
    if state.place.step + 1 < len(setup.plan.steps):
        return _entered(setup, state, state.place.step + 1)
    return state


def _entered(setup: Setup, state: SessionState, number: int) -> SessionState:
    """At the beginning of a step of the plan."""
    kind = setup.plan.steps[number].kind
    match kind:
        case "roleplay":
            return replace(state, place=roleplaying.first(number), trail=(), play=None)
        case "exercise":
            return replace(state, place=exercising.first(setup, number), trail=(), play=None)
    if kind != "scenario":
        return replace(state, place=Place(number, Stage(kind)), trail=(), play=None)
    story = setup.story(Place(number, Stage.READ))
    return _in_scene(story, replace(state, place=Place(number, Stage.READ)), start(story))


def _in_scene(story: Story, state: SessionState, play: State) -> SessionState:
    """At the beginning of a scene, or at an ending."""
    stage = Stage.READ if story.moves[play.scene] else Stage.ENDING
    place = Place(state.place.step, stage, story.scenes[play.scene])
    return replace(state, place=place, trail=(), play=play)


def _went_on(setup: Setup, state: SessionState, choice: str, how: How) -> SessionState:
    if state.play is None or state.place.stage is not Stage.WAY:
        raise NotNow("the story does not go on here")
    story = setup.story(state.place)
    try:
        after = step(story, state.play, choice).state
    except NotOffered as error:
        raise NotNow("that choice is not offered") from error
    went = Went(state.place.step, story.scenario.id, state.place.scene, choice, how)
    return _in_scene(story, replace(state, went=(*state.went, went)), after)


def _after_story(state: SessionState) -> SessionState:
    place = Place(state.place.step, Stage.SAY_ALOUD, state.place.scene)
    return replace(state, place=place, trail=())


def _stages_of(setup: Setup, state: SessionState, story: Story, play: State) -> tuple[Stage, ...]:
    """The stages of the scene one is in.

    The first scene is taken apart before anybody chooses; in as many scenes as the plan says
    the room chooses twice, and after that it only says how the story goes on.
    """
    before = sum(went.step == state.place.step for went in state.went)
    opening = OPENING if before == 0 else (Stage.READ, Stage.THOUGHTS)
    choosing = CHOICE if before < setup.step(state.place).scenes else (Stage.WAY,)
    stages = opening + choosing
    if not story.scenario.scenes[story.scenes[play.scene]].thoughts:
        stages = tuple(stage for stage in stages if stage is not Stage.THOUGHTS)
    return stages
