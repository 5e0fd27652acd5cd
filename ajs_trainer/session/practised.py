"""What a meeting practised besides scenarios, and where the room stood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ajs_trainer.debrief.results import Heard, Practised, Spot, Stand
from ajs_trainer.model.exercise import Exercise
from ajs_trainer.model.skill import Skill
from ajs_trainer.model.vocabulary import LEVELS
from ajs_trainer.session.exercising import called
from ajs_trainer.session.observing import Observation
from ajs_trainer.session.stages import Place, Stage
from ajs_trainer.session.state import SessionState, Setup


def practised(
    setup: Setup, state: SessionState, observations: Iterable[Observation] = ()
) -> Iterator[Practised]:
    """The role-plays of which a round was played, with what was heard in all rounds together."""
    seen = list(observations)
    for number, step in enumerate(setup.plan.steps):
        if step.kind != "roleplay":
            continue
        place = Place(number, Stage.PLAY, "1")
        rounds = {scene for each, scene in state.played if each == number}
        here = [each for each in seen if each.step == number]
        rounds |= {str(each.round) for each in here}
        if rounds:
            skill = setup.skill(place)
            yield Practised(
                setup.roleplay(place).title,
                skill.title,
                skill.strategy,
                len(rounds),
                tuple(_heard(skill, here)),
            )


def _heard(skill: Skill, observations: Sequence[Observation]) -> Iterator[Heard]:
    """Behaviour by behaviour, as the skill has them."""
    for behaviour in skill.behaviours:
        noted = [seen for seen in observations if seen.behaviour == behaviour.id]
        if noted:
            counts = Counter(seen.level for seen in noted)
            words = dict.fromkeys(seen.words for seen in noted if seen.words)
            levels = {level: counts[level] for level in LEVELS if counts[level]}
            yield Heard(behaviour.text, levels, tuple(words))


def stands(setup: Setup, state: SessionState) -> Iterator[Stand]:
    """Where the room stood at the statements that were counted, in the order of the meeting."""
    for number, step in enumerate(setup.plan.steps):
        if step.kind == "exercise":
            exercise = setup.exercise(Place(number, Stage.STATEMENT))
            counts = {each.statement: each.counts for each in state.stood if each.step == number}
            yield from _stands(exercise, counts)


def _stands(exercise: Exercise, counts: dict[str, tuple[int, ...]]) -> Iterator[Stand]:
    for statement in exercise.statements:
        stood = counts.get(statement.id, ())
        if any(stood):
            spots = zip(called(exercise, statement), stood, strict=True)
            yield Stand(exercise.title, statement.text, tuple(Spot(*spot) for spot in spots))
