"""What a meeting needs to be decided before it begins, put together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import N_, _
from ajs_trainer.model.exercise import Exercise
from ajs_trainer.model.plan import Plan, PlanStep
from ajs_trainer.model.roleplay import RolePlay
from ajs_trainer.model.skill import Skill
from ajs_trainer.play.story import Story, compile_story
from ajs_trainer.session.state import Material, Setup
from ajs_trainer.tui.services import Entry, Library

Thing = TypeVar("Thing", RolePlay, Skill, Exercise)

LONGEST = 480
"""Minutes in the longest step of a plan."""
SINGLE = "single-scenario"
"""Id of the plan of a meeting with one scenario and nothing else."""


def needs_scenario(plan: Plan) -> bool:
    """Whether a scenario is to be chosen for the plan."""
    return any(step.kind == "scenario" and not step.scenario for step in plan.steps)


def uses_scenario(plan: Plan) -> bool:
    """Whether there is a scenario in the plan."""
    return any(step.kind == "scenario" for step in plan.steps)


def find(library: Library, name: str, language: str) -> RolePlay | Exercise | None:
    """The role-play or exercise with this id."""
    things: list[RolePlay | Exercise] = [
        *library.roleplays(language),
        *library.exercises(language),
    ]
    return next((thing for thing in things if thing.id == name), None)


def single(entry: Entry) -> Plan:
    """A plan with one scenario: no clock, and the room chooses twice in two scenes."""
    step = PlanStep(kind="scenario", minutes=min(entry.minutes, LONGEST), scenes=2)
    return _around(step, entry)


def single_practice(thing: RolePlay | Exercise) -> Plan:
    """A plan with one role-play for several trios, or one exercise, and nothing else."""
    if isinstance(thing, RolePlay):
        step = roleplay_step(thing)
    else:
        step = PlanStep(kind="exercise", exercise=thing.id, minutes=thing.minutes)
    return _around(step, thing)


def roleplay_step(play: RolePlay) -> PlanStep:
    """A step with all the rounds of a role-play."""
    minutes = min(play.rounds * play.minutes.total, LONGEST)
    return PlanStep(kind="roleplay", roleplay=play.id, minutes=minutes)


def _around(step: PlanStep, thing: Entry | RolePlay | Exercise) -> Plan:
    """A welcome, one thing, one agreed step and the close."""
    return Plan(
        format=1,
        kind="plan",
        id=SINGLE,
        language=thing.language,
        title=thing.title,
        summary=thing.summary or thing.title,
        steps=(
            PlanStep(kind="welcome", minutes=0),
            step,
            PlanStep(kind="commitment", minutes=0),
            PlanStep(kind="close", minutes=0),
        ),
    )


def put_together(
    library: Library, plan: Plan, scenario: str, collecting: str, language: str
) -> Setup:
    """Read the scenarios, role-plays and exercises of a plan.

    Raises:
        AjsError: One is missing, or has mistakes in it.
    """
    names = {step.scenario or scenario for step in plan.steps if step.kind == "scenario"}
    stories = {name: _story(library, name, language) for name in sorted(names)}
    return Setup(plan, stories, scenario, collecting, _material(library, plan, language))


def meeting_title(setup: Setup) -> str:
    """What a meeting is called: its scenario if there is one, else its plan."""
    if len(setup.stories) == 1:
        return next(iter(setup.stories.values())).scenario.title
    return setup.plan.title


def _material(library: Library, plan: Plan, language: str) -> Material:
    played = [step.roleplay or "" for step in plan.steps if step.kind == "roleplay"]
    done = [step.exercise or "" for step in plan.steps if step.kind == "exercise"]
    roleplays = _named(
        played,
        library.roleplays(language) if played else (),
        N_("The role-play “{name}”, which the plan names, cannot be found or has mistakes in it."),
    )
    skills = _named(
        [play.skill for play in roleplays.values()],
        library.skills(language) if played else (),
        N_("The skill “{name}”, which a role-play names, cannot be found or has mistakes in it."),
    )
    exercises = _named(
        done,
        library.exercises(language) if done else (),
        N_("The exercise “{name}”, which the plan names, cannot be found or has mistakes in it."),
    )
    return Material(roleplays, skills, exercises)


def _named(names: Iterable[str], things: Iterable[Thing], missing: str) -> dict[str, Thing]:
    """Those of some things that are named, by id; ``missing`` is said of one that is not there."""
    known = {thing.id: thing for thing in things}
    for name in names:
        if name not in known:
            raise AjsError(_(missing).format(name=name), _("“ajs check” shows every mistake."))
    return {name: known[name] for name in names}


def _story(library: Library, name: str, language: str) -> Story:
    loaded = library.load(name, language)
    if loaded.scenario is None:
        raise AjsError(
            _("The scenario “{name}” has mistakes in it and cannot be used.").format(name=name),
            _("“ajs check” shows every mistake."),
        )
    return compile_story(loaded.scenario)
