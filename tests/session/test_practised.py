"""What a meeting practised, and where the room stood, for the debrief."""

from __future__ import annotations

import pytest

from ajs_trainer.debrief.results import Heard, Spot
from ajs_trainer.locale import use_language
from ajs_trainer.session.course import replay
from ajs_trainer.session.events import (
    Advanced,
    AnswersCounted,
    LeftScenario,
    Skipped,
    Stopped,
)
from ajs_trainer.session.observing import Observation
from ajs_trainer.session.practised import practised, stands
from ajs_trainer.session.result import result
from ajs_trainer.session.stages import Stage
from ajs_trainer.session.state import NotNow
from tests.session.rehearsals import setup

ON = Advanced()
ROUND = (ON, ON, ON, ON)
"""Cards, play, feedback and another try: to the swap or out of the role."""


@pytest.fixture(autouse=True)
def _swedish() -> None:
    use_language("sv")


def test_rounds_that_were_played_are_counted() -> None:
    agenda = setup("roleplay", "close")
    assert list(practised(agenda, replay(agenda, [ON]))) == []
    (one,) = practised(agenda, replay(agenda, [ON, Stopped()]))
    assert (one.title, one.skill, one.strategy, one.rounds) == ("Titeln", "Titeln", "authority", 1)
    (both,) = practised(agenda, replay(agenda, [*ROUND, ON, *ROUND]))
    assert both.rounds == 2
    assert list(practised(agenda, replay(agenda, [ON, Skipped()]))) == []


def test_what_was_heard_is_put_together_over_the_rounds() -> None:
    agenda = setup("roleplay")
    seen = [
        Observation(0, 1, "val", "started", "Du kan välja"),
        Observation(0, 2, "lugn", "clear", "Jag hör dig"),
        Observation(0, 1, "lugn", "clear", "Jag hör dig"),
        Observation(0, 2, "val", "missed"),
        Observation(3, 1, "tid", "clear", "Ett annat steg"),
    ]
    (told,) = practised(agenda, replay(agenda, [*ROUND, ON, *ROUND]), seen)
    assert told.heard == (
        Heard("Gör lugn.", {"clear": 2}, ("Jag hör dig",)),
        Heard("Gör val.", {"started": 1, "missed": 1}, ("Du kan välja",)),
    )


@pytest.mark.parametrize(
    ("form", "counts", "names"),
    [
        ("four-corners", (3, 0, 1, 2), ["a", "b", "c", "Eget svar"]),
        ("line", (3, 0, 1), ["a", "Någonstans emellan", "b"]),
        ("hot-chair", (5, 2), ["Bytte plats", "Satt kvar"]),
    ],
)
def test_where_the_room_stood_has_names(
    form: str, counts: tuple[int, ...], names: list[str]
) -> None:
    agenda = setup("exercise", "close", form=form)
    (stand,) = stands(agenda, replay(agenda, [AnswersCounted(counts)]))
    assert stand.statement == "ett?"
    assert stand.spots == tuple(map(Spot, names, counts))
    assert stand.counted == sum(counts)


def test_what_nobody_stood_at_is_not_told() -> None:
    agenda = setup("exercise", "close", form="line")
    state = replay(agenda, [ON, AnswersCounted((0, 0, 0))])
    assert list(stands(agenda, state)) == []


def test_the_result_has_both_and_no_scenario() -> None:
    agenda = setup("roleplay", "exercise", "close", form="line")
    state = replay(agenda, [ON, Stopped(), ON, AnswersCounted((1, 2, 3))])
    came_to = result(agenda, state, {}, title="APT", date="2026-03-04", present=12)
    assert came_to.played == ()
    assert len(came_to.practised) == len(came_to.stands) == 1


def test_the_rest_of_an_exercise_can_be_left_out() -> None:
    agenda = setup("exercise", "close")
    assert replay(agenda, [LeftScenario()]).place.stage is Stage.CLOSE
    with pytest.raises(NotNow):
        replay(agenda, [LeftScenario(), LeftScenario()])


def test_a_plan_may_have_fewer_rounds_than_the_role_play() -> None:
    agenda = setup("roleplay", "close")
    first = agenda.plan.steps[0].model_copy(update={"rounds": 1})
    steps = (first, *agenda.plan.steps[1:])
    shorter = type(agenda)(
        agenda.plan.model_copy(update={"steps": steps}), {}, "", "raised-hands", agenda.material
    )
    assert replay(agenda, ROUND).place.stage is Stage.SWAP
    assert replay(shorter, ROUND).place.stage is Stage.LEAVE_ROLE
