"""What the facilitator wants at hand in the stage that the room is in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ajs_trainer.debrief.questions import after_reveal
from ajs_trainer.debrief.reading import outcome
from ajs_trainer.debrief.results import GuideQuestion, Outcome
from ajs_trainer.debrief.summary import Told
from ajs_trainer.locale import _
from ajs_trainer.session.collecting import WAYS
from ajs_trainer.session.course import apply
from ajs_trainer.session.events import Advanced
from ajs_trainer.session.script import SCRIPTS
from ajs_trainer.session.stages import CHOOSING, Stage
from ajs_trainer.session.state import SessionState, Setup
from ajs_trainer.tui.notes.blocks import Block, section
from ajs_trainer.tui.notes.practice import (
    CAME_OUT,
    asked,
    practice_line,
    practice_notes,
    stage_title,
)

QUESTIONS = 4


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What was published about the question of a scene, and the questions of its guide."""

    told: Told
    guide: tuple[GuideQuestion, ...]


def place_of(setup: Setup, state: SessionState) -> str:
    """Where in the plan one is."""
    return _("step {number} of {count}").format(
        number=state.place.step + 1, count=len(setup.plan.steps)
    )


def minutes_of(setup: Setup, state: SessionState) -> int:
    """How many minutes the stage may take; 0 when nothing is planned."""
    return setup.minutes(state.place)


def guided_by(setup: Setup, state: SessionState) -> str:
    """Whose guide is at hand: of the scenario, role-play or exercise that is done, or else of the
    next one in the plan; empty without any."""
    steps = setup.plan.steps
    number = state.place.step
    for step in (*steps[number:], *reversed(steps[:number])):
        match step.kind:
            case "scenario":
                return step.scenario or setup.scenario
            case "roleplay":
                return step.roleplay or ""
            case "exercise":
                return step.exercise or ""
    return setup.scenario


def stage_notes(setup: Setup, state: SessionState, outcomes: Outcomes | None) -> list[Block]:
    """Everything about the stage, the most urgent first."""
    return list(_blocks(setup, state, outcomes))


def _blocks(setup: Setup, state: SessionState, outcomes: Outcomes | None) -> Iterator[Block]:
    title = stage_title(setup, state.place)
    yield Block("heading", _("Paused: {stage}").format(stage=title) if state.paused else title)
    if scene := _scene_line(setup, state) or practice_line(setup, state):
        yield Block("text", scene)
    yield Block("text", _("Say: “{words}”").format(words=_say(state)))
    yield from _hint(setup, state)
    yield from practice_notes(setup, state)
    near = _after(outcomes)
    if outcomes is not None:
        yield from section(_(CAME_OUT[_outcome(outcomes)]), near)
    yield from section(_("Questions to have at hand"), asked(setup, state))
    yield from section(_("About this scene"), _discussed(setup, state, near))
    yield from section(_("From the plan"), setup.step(state.place).notes.splitlines())
    yield Block("heading", _("Then"))
    yield Block("text", _coming(setup, state))


def _say(state: SessionState) -> str:
    """The words to say; nobody is promised a secret when hands are raised."""
    if state.place.stage is Stage.FIRST and not WAYS[state.collecting].secret:
        return _(
            "Choose in silence what you would do, not what would be best. Then close your eyes "
            "and raise your hand when I read what you chose. I see the hands and count them."
        )
    return _(SCRIPTS[state.place.stage].say)


def _scene_line(setup: Setup, state: SessionState) -> str:
    """Which scenario, and which scene of the way through it; empty outside a scenario."""
    if state.play is None:
        return ""
    return _("{scenario}, scene {number}").format(
        scenario=setup.story(state.place).scenario.title, number=_scenes_before(state) + 1
    )


def _scenes_before(state: SessionState) -> int:
    return sum(went.step == state.place.step for went in state.went)


def _scenes_left(setup: Setup, state: SessionState) -> int:
    """In how many scenes the plan has the room choose twice, from this one on."""
    return setup.step(state.place).scenes - _scenes_before(state)


def _hint(setup: Setup, state: SessionState) -> Iterator[Block]:
    """What is easily forgotten in the stage."""
    stage = state.place.stage
    if state.play is not None and _scenes_left(setup, state) <= 0:
        yield Block(
            "text",
            _(
                "The scenes of the plan are done. Go on with the story if you have the time, or "
                "press E in the window of the meeting to end it here."
            ),
        )
    if stage in CHOOSING:
        way = WAYS[state.collecting]
        yield Block("text", f"{_(way.name).capitalize()}. {_(way.explanation)}")
        if way.one_by_one:
            yield Block(
                "text",
                _(
                    "First: the projector must be dark. Cover it, or move the window to the "
                    "computer's own screen. Light it again when all have chosen."
                ),
            )
    if stage is Stage.TALK:
        yield Block(
            "text",
            _(
                "Protect this talk. If time is short, take it from something else. "
                "Wait for a pause before you break in."
            ),
        )


def _outcome(outcomes: Outcomes) -> Outcome:
    last = outcomes.told.last
    return "too-few" if last is None else outcome(last)


def _after(outcomes: Outcomes | None) -> list[str]:
    return [] if outcomes is None else after_reveal(outcomes.told, outcomes.guide, QUESTIONS)


def _discussed(setup: Setup, state: SessionState, near: list[str]) -> list[str]:
    """The questions that the scene itself brings; none while people choose in silence."""
    if state.play is None or state.place.stage in CHOOSING:
        return []
    scene = setup.story(state.place).scenario.scenes[state.place.scene]
    return [text for text in scene.discuss if text not in near]


def _coming(setup: Setup, state: SessionState) -> str:
    if state.place.stage is Stage.WAY:
        return _("The next scene or the ending, as the room chooses.")
    coming = apply(setup, replace(state, paused=False), Advanced()).place
    if coming == state.place:
        return _("The meeting is closed.")
    if coming.stage is Stage.STATEMENT and coming.step == state.place.step:
        return setup.statement(coming).text
    return stage_title(setup, coming)
