"""What a meeting needs to be decided before it begins, put together."""

from __future__ import annotations

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import _
from ajs_trainer.model.plan import Plan, PlanStep
from ajs_trainer.play.story import Story, compile_story
from ajs_trainer.session.state import Setup
from ajs_trainer.tui.services import Entry, Library

SINGLE = "single-scenario"
"""Id of the plan of a meeting with one scenario and nothing else."""


def needs_scenario(plan: Plan) -> bool:
    """Whether a scenario is to be chosen for the plan."""
    return any(step.kind == "scenario" and not step.scenario for step in plan.steps)


def single(entry: Entry) -> Plan:
    """A plan with one scenario: no clock, and the room chooses twice in two scenes."""
    scenario = PlanStep(kind="scenario", minutes=min(entry.minutes, 480), scenes=2)
    return Plan(
        format=1,
        kind="plan",
        id=SINGLE,
        language=entry.language,
        title=entry.title,
        summary=entry.summary or entry.title,
        steps=(
            PlanStep(kind="welcome", minutes=0),
            scenario,
            PlanStep(kind="commitment", minutes=0),
            PlanStep(kind="close", minutes=0),
        ),
    )


def put_together(
    library: Library, plan: Plan, scenario: str, collecting: str, language: str
) -> Setup:
    """Read the scenarios of a plan.

    Raises:
        AjsError: One is missing, or has mistakes in it.
    """
    names = {step.scenario or scenario for step in plan.steps if step.kind == "scenario"}
    stories = {name: _story(library, name, language) for name in sorted(names)}
    return Setup(plan, stories, scenario, collecting)


def meeting_title(setup: Setup) -> str:
    """What a meeting is called: its scenario if there is one, else its plan."""
    if len(setup.stories) == 1:
        return next(iter(setup.stories.values())).scenario.title
    return setup.plan.title


def _story(library: Library, name: str, language: str) -> Story:
    loaded = library.load(name, language)
    if loaded.scenario is None:
        raise AjsError(
            _("The scenario “{name}” has mistakes in it and cannot be used.").format(name=name),
            _("“ajs check” shows every mistake."),
        )
    return compile_story(loaded.scenario)
