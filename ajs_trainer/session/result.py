"""What a meeting came to: what was asked, and how many answered what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ajs_trainer.debrief.results import (
    Agreement,
    Answers,
    Asked,
    Attendance,
    GuideQuestion,
    Option,
    Played,
    Recognised,
    SessionResult,
    Step,
    Thought,
)
from ajs_trainer.debrief.results import Question as QuestionAsked
from ajs_trainer.model import Scene
from ajs_trainer.play.step import start, step
from ajs_trainer.play.story import Story
from ajs_trainer.session.collecting import WAYS
from ajs_trainer.session.events import Attended, Round
from ajs_trainer.session.observing import Observation
from ajs_trainer.session.practised import practised, stands
from ajs_trainer.session.state import Question, SessionState, Setup, Went


@dataclass(frozen=True, slots=True)
class Tally:
    """The answers to one question in one round, counted; whoever declined is in none of them.

    Attributes:
        counts: How many chose each option, by its id; options that nobody chose may be missing.
        recognised: How many of those who answered recognised each thought, by its id; thoughts
            belong to the first round.
    """

    counts: Mapping[str, int] = field(default_factory=dict)
    recognised: Mapping[str, int] = field(default_factory=dict)

    @property
    def answered(self) -> int:
        """How many answered."""
        return sum(self.counts.values())

    def of(self, options: Sequence[str]) -> tuple[int, ...]:
        """The counts in the order of the options.

        Raises:
            ValueError: Somebody chose an option that was not on offer.
        """
        if not self.counts.keys() <= set(options):
            raise ValueError(sorted(self.counts.keys() - set(options)))
        return tuple(self.counts.get(option, 0) for option in options)


Tallies = Mapping[tuple[str, Round], Tally]
"""The tallies of a meeting by question (see ``question_id``) and round."""


def question_id(question: Question) -> str:
    """What the record calls a question: the step of the plan and the scene."""
    return f"{question.step}/{question.scene}"


def result(
    setup: Setup,
    state: SessionState,
    tallies: Tallies,
    *,
    title: str,
    date: str,
    present: int = 0,
    guides: Mapping[str, Sequence[GuideQuestion]] | None = None,
    observations: Sequence[Observation] = (),
) -> SessionResult:
    """Put together what a meeting came to.

    Choices made one by one come from the tallies, open counts from the state. Rounds that
    nobody answered are left out, and so are questions with nothing to tell about them.

    Args:
        tallies: What the record counted, for rounds collected one by one.
        date: As ``2026-03-04``.
        present: How many were expected, for a meeting where nobody counted who took part.
        guides: Questions from the guide of each scenario, by its id; those that stand in the
            scenario itself are always there.
        observations: What the observer of a role-play in threes heard.

    Raises:
        ValueError: A tally has an option that was not on offer.
    """
    attended, agreed = state.attended, state.agreed
    return SessionResult(
        title=title,
        date=date,
        minutes=setup.plan.minutes,
        attendance=Attendance(present) if attended is None else _attendance(attended),
        plan=setup.plan.title,
        played=tuple(_all_played(setup, state, tallies, guides or {})),
        agreement=Agreement(agreed.step, agreed.role, agreed.look_back) if agreed else None,
        practised=tuple(practised(setup, state, observations)),
        stands=tuple(stands(setup, state)),
    )


def _all_played(
    setup: Setup,
    state: SessionState,
    tallies: Tallies,
    guides: Mapping[str, Sequence[GuideQuestion]],
) -> Iterable[Played]:
    for number, planned in enumerate(setup.plan.steps):
        if planned.kind == "scenario":
            played = _played(setup, state, tallies, number, guides)
            if played is not None:
                yield played


def _attendance(counted: Attended) -> Attendance:
    return Attendance(counted.present, counted.women, counted.men, counted.other, counted.unstated)


def _played(
    setup: Setup,
    state: SessionState,
    tallies: Tallies,
    number: int,
    guides: Mapping[str, Sequence[GuideQuestion]],
) -> Played | None:
    """A step with a scenario; None when the room did not get as far as choosing."""
    questions = [question for question in state.questions if question.step == number]
    went = [each for each in state.went if each.step == number]
    if not questions and not went:
        return None
    scenario = setup.plan.steps[number].scenario or setup.scenario
    story = setup.stories[scenario]
    asked = (_asked(story, question, tallies) for question in questions)
    realism = (note for note in state.notes if note.kind == "realism")
    return Played(
        scenario=scenario,
        title=story.scenario.title,
        asked=tuple(each for each in asked if each is not None),
        path=tuple(_step(story, each) for each in went),
        ending=_ending(story, went),
        realism_notes=sum(note.place.step == number for note in realism),
        guide=(*_discussed(story), *guides.get(scenario, ())),
    )


def _asked(story: Story, question: Question, tallies: Tallies) -> Asked | None:
    scene = story.scenario.scenes[question.scene]
    first, second = (_answers(question, round_, tallies) for round_ in ("first", "second"))
    if not (first or second or question.own):
        return None
    return Asked(
        QuestionAsked(
            question.scenario, question.scene, scene.question, tuple(_options(scene, question))
        ),
        first,
        second,
        tuple(_thoughts(scene, question, tallies)) if first else (),
        question.own,
    )


def _answers(question: Question, round_: Round, tallies: Tallies) -> Answers | None:
    """What was answered in a round; None when nobody did."""
    ballot = question.rounds.get(round_)
    if ballot is None:
        return None
    way = WAYS[ballot.way]
    counts = ballot.counts or ()
    if way.one_by_one:
        counts = tallies.get((question_id(question), round_), Tally()).of(question.options)
    return Answers(counts, way.secret) if sum(counts) else None


def _options(scene: Scene, question: Question) -> Iterable[Option]:
    choices = {choice.id: choice for choice in scene.choices}
    for name in question.options:
        choice = choices[name]
        yield Option(name, choice.text, choice.when, choice.strategy, bool(choice.unsafe))


def _thoughts(scene: Scene, question: Question, tallies: Tallies) -> Iterable[Recognised]:
    """The thoughts of a scene in which people marked what they recognised on their own."""
    way = WAYS[question.rounds["first"].way]
    tally = tallies.get((question_id(question), "first"), Tally())
    if not way.one_by_one:
        return
    for thought in scene.thoughts:
        recognised = tally.recognised.get(thought.id, 0)
        yield Recognised(
            Thought(thought.id, thought.text, thought.pull, thought.barrier),
            Answers((recognised, tally.answered - recognised), way.secret),
        )


def _step(story: Story, went: Went) -> Step:
    choices = story.scenario.scenes[went.scene].choices
    text = next(choice.text for choice in choices if choice.id == went.choice)
    return Step(went.scene, text, went.how)


def _ending(story: Story, went: Sequence[Went]) -> str:
    """The title of the ending that the room reached, or nothing."""
    play = start(story)
    for each in went:
        play = step(story, play, each.choice).state
    ending = story.scenario.scenes[story.scenes[play.scene]].ending
    return ending.title if ending else ""


def _discussed(story: Story) -> Iterable[GuideQuestion]:
    for name, scene in story.scenario.scenes.items():
        for text in scene.discuss:
            yield GuideQuestion(text, name)
