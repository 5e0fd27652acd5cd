"""Random sessions, and pairs of them that differ only in what must not be told."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from ajs_trainer.debrief.disclosure import publish
from ajs_trainer.debrief.results import (
    Agreement,
    Answers,
    Asked,
    Attendance,
    GuideQuestion,
    Heard,
    Option,
    Played,
    Practised,
    Question,
    Recognised,
    SessionResult,
    Spot,
    Stand,
    Step,
    Thought,
)
from ajs_trainer.model.vocabulary import (
    BARRIERS,
    KKA_STRATEGIES,
    LEVELS,
    STRATEGIES,
    WHENS,
)
from tests.debrief.enumeration import outcomes

texts = st.text(max_size=40)
"""Anything at all, control characters and markup included."""


@cache
def alike(counts: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Every outcome that is told in the same words as this one."""
    told = publish(Answers(counts, secret=True))
    return tuple(
        other
        for other in outcomes(sum(counts), len(counts))
        if publish(Answers(other, secret=True)) == told
    )


@st.composite
def twins(draw: Any, options: int) -> tuple[Answers, Answers]:
    """Two spreads of the same statement; raised hands hide nothing, so there they are the same."""
    people = draw(st.integers(0, 13))
    counts = draw(st.sampled_from(list(outcomes(people, options))))
    if not draw(st.booleans()):
        return Answers(counts, secret=False), Answers(counts, secret=False)
    return Answers(counts, secret=True), Answers(draw(st.sampled_from(alike(counts))), secret=True)


@st.composite
def asked_twins(draw: Any, scene: str) -> tuple[Asked, Asked]:
    """A question that was answered in two rooms with the same statements."""
    number = draw(st.integers(1, 4))
    options = tuple(
        Option(
            f"val-{n}",
            draw(texts),
            draw(st.sampled_from(WHENS)),
            draw(st.sampled_from(STRATEGIES)),
            draw(st.booleans()),
        )
        for n in range(number)
    )
    question = Question("provet", scene, draw(texts), options)
    nothing = (None, None)
    first = draw(st.one_of(st.just(nothing), twins(number)))
    second = draw(st.one_of(st.just(nothing), twins(number)))
    thoughts = [
        (
            Thought(
                f"tanke-{n}",
                draw(texts),
                draw(st.sampled_from(["act", "wait"])),
                draw(st.sampled_from([None, *BARRIERS])),
            ),
            draw(twins(2)),
        )
        for n in range(draw(st.integers(0, 2)))
    ]
    own = tuple(draw(st.lists(texts, max_size=1)))
    one, other = (
        Asked(
            question,
            first[room],
            second[room],
            tuple(Recognised(thought, answers[room]) for thought, answers in thoughts),
            own,
        )
        for room in (0, 1)
    )
    return one, other


@st.composite
def result_twins(draw: Any) -> tuple[SessionResult, SessionResult]:
    """Two sessions whose answers differ, and whose statements do not."""
    played = []
    for number in range(draw(st.integers(0, 2))):
        scenes = [f"scen-{n}" for n in range(draw(st.integers(0, 2)))]
        pairs = [draw(asked_twins(scene)) for scene in scenes]
        path = tuple(Step(scene, draw(texts), "facilitator") for scene in scenes)
        guide = (GuideQuestion(draw(texts), *scenes[:1]), GuideQuestion(draw(texts), "", "split"))
        rest = (path, draw(texts), draw(st.integers(0, 2)), guide)
        played.append(
            tuple(
                Played(f"scenario-{number}", draw_title, tuple(pair[room] for pair in pairs), *rest)
                for room, draw_title in enumerate([draw(texts)] * 2)
            )
        )
    attendance = Attendance(draw(st.integers(0, 30)), *draw(st.tuples(*[some_number] * 4)))
    agreement = draw(st.one_of(st.none(), st.builds(Agreement, texts, texts, texts)))
    practised = tuple(draw(st.lists(practices, max_size=1)))
    stands = tuple(draw(st.lists(stances, max_size=2)))
    title, minutes, plan = draw(texts), draw(st.integers(0, 400)), draw(texts)
    one, other = (
        SessionResult(
            title,
            "2026-03-04",
            minutes,
            attendance,
            plan,
            tuple(pair[room] for pair in played),
            agreement,
            practised,
            stands,
        )
        for room in (0, 1)
    )
    return one, other


heards = st.builds(
    Heard,
    texts,
    st.dictionaries(st.sampled_from(LEVELS), st.integers(1, 6)),
    st.lists(texts, max_size=2).map(tuple),
)
practices = st.builds(
    Practised,
    texts,
    texts,
    st.sampled_from(KKA_STRATEGIES),
    st.integers(1, 6),
    st.lists(heards, max_size=2).map(tuple),
)
spots = st.builds(Spot, texts, st.integers(0, 20))
stances = st.builds(Stand, texts, texts, st.lists(spots, min_size=2, max_size=4).map(tuple))
some_number = st.one_of(st.none(), st.integers(0, 20))
results = result_twins().map(lambda pair: pair[0])
