"""A room that branches, and rooms larger than can be gone through one outcome at a time.

A group takes one way together, so that every question is answered by the room and no branch by a
part of it. What is left to prove is that the questions on the way, the way itself and the number of
answers, solved together, make nothing certain about anybody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations_with_replacement

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ajs_trainer.debrief.disclosure import Bands, Level, Statement, leading, limits, publish
from ajs_trainer.debrief.results import Answers, Asked, Played, Step
from ajs_trainer.debrief.summary import Part, from_json, summarise, to_json
from tests.debrief.enumeration import certainties, outcomes, owns, pictures
from tests.debrief.rooms import CAR, TWELVE


@dataclass(frozen=True, slots=True)
class Node:
    """A scene of a random tree: how the room spread in it, before and after the talk."""

    first: tuple[int, ...]
    second: tuple[int, ...]
    branches: tuple[Node, ...]


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> Node:
    """A tree where some may decline, so that the number of answers varies along the way."""
    options = draw(st.integers(2, 3))
    people = draw(st.integers(4, 12))
    spreads = st.sampled_from(list(outcomes(people, options)))
    fewer = st.sampled_from(list(outcomes(people - draw(st.integers(0, 1)), options)))
    branches = tuple(draw(trees(depth - 1)) for _ in range(options)) if depth > 1 else ()
    return Node(draw(spreads), draw(fewer), branches)


def walked(node: Node | None, turns: list[int]) -> Played:
    """The way that the room takes: by majority where one is told, else as the facilitator says."""
    asked, path = [], []
    while node is not None:
        scene = f"scen-{len(path)}"
        options = tuple(
            replace(CAR.options[0], id=f"{n}", text=f"{n}") for n in range(len(node.first))
        )
        question = replace(CAR, scene=scene, options=options)
        first, second = Answers(node.first, True), Answers(node.second, True)
        asked.append(Asked(question, first, second))
        leader = leading(publish(second))
        turn = turns[len(path)] % len(node.first) if leader is None else leader
        path.append(Step(scene, f"{turn}", "facilitator" if leader is None else "majority"))
        node = node.branches[turn] if node.branches else None
    return Played("trad", "Träd", tuple(asked), tuple(path))


@cache
def behind(statement: Statement, options: int) -> tuple[tuple[int, ...], ...]:
    """Every outcome that would have been told like this."""
    return tuple(pictures(statement.answered, options).get(statement, ()))


def solutions(part: Part) -> list[tuple[tuple[int, ...], ...]]:
    """The outcomes of each round that fit the whole debrief: statements and way together."""
    found = []
    for told, step in zip(part.told, part.path, strict=True):
        options = len(told.question.options)
        for statement in (told.first, told.second):
            assert statement is not None
            fitting = behind(statement, options)
            if statement is told.second and step.how == "majority":
                turn = int(step.choice)
                kept = tuple(each for each in fitting if each[turn] == max(each))
                assert kept == fitting, "the way by majority says no more than the statement"
            found.append(fitting)
    return found


def solve(tree: Node, turns: list[int]) -> None:
    """Solve everything that is told of one way through a tree; nothing must follow from it."""
    debrief = summarise(replace(TWELVE, played=(walked(tree, turns),)))
    part = from_json(to_json(debrief)).parts[0]

    for fitting in filter(None, solutions(part)):
        people, options = sum(fitting[0]), len(fitting[0])
        for insiders in range(3 if people >= 7 else 2):
            for own in owns(options, insiders):
                assert certainties(fitting, own) == set()


WAYS = (trees(), st.lists(st.integers(0, 2), min_size=3, max_size=3))


@given(*WAYS)
@settings(max_examples=60, deadline=None)
def test_nothing_about_anybody_follows_from_a_whole_way(tree: Node, turns: list[int]) -> None:
    solve(tree, turns)


def ranges(
    shown: tuple[Level, ...], people: int, own: tuple[int, ...]
) -> list[tuple[int, int]] | None:
    """How many of the others can stand on each option, least and most; None when nothing fits.

    The statements give each option an interval, and the intervals and the sum are all there is, so
    that each number between the least and the most is possible.
    """
    low, high = limits(people)
    ends = {"low": (0, low), "middle": (low + 1, high - 1), "high": (high, people)}
    least = [max(ends[level][0], mine) for level, mine in zip(shown, own, strict=True)]
    most = [min(ends[level][1], people) for level in shown]
    if any(a > b for a, b in zip(least, most, strict=True)):
        return None
    if not sum(least) <= people <= sum(most):
        return None
    return [
        (
            max(a, people - sum(most) + b) - mine,
            min(b, people - sum(least) + a) - mine,
        )
        for a, b, mine in zip(least, most, own, strict=True)
    ]


@given(st.lists(st.integers(0, 40), min_size=2, max_size=12).filter(lambda each: sum(each) >= 30))
@settings(deadline=None)
def test_from_thirty_answers_each_option_has_an_interval(counts: list[int]) -> None:
    assert isinstance(publish(Answers(tuple(counts), secret=True)), Bands)


@pytest.mark.parametrize("people", [30, 31, 32, 33, 37, 40, 41, 60, 99, 200, 1000])
@pytest.mark.parametrize("options", range(2, 13))
def test_larger_rooms_and_more_options_are_safe_too(people: int, options: int) -> None:
    """From 30 answers each option has an interval, and the intervals are solved exactly."""
    for shown in combinations_with_replacement(("high", "middle", "low"), options):
        for insiders in range(3):
            for own in owns(options, insiders):
                found = ranges(shown, people, own)
                others = people - insiders
                for pair in found or ():
                    assert pair not in ((0, 0), (1, 1), (others, others))


@pytest.mark.parametrize(("people", "options"), [(30, 2), (30, 3), (33, 3), (31, 4)])
def test_the_solution_by_intervals_is_what_going_through_outcomes_gives(
    people: int, options: int
) -> None:
    for statement, fitting in pictures(people, options).items():
        for own in owns(options, 2):
            shown = statement.levels  # type: ignore[attr-defined]
            left = [
                [count - mine for count, mine in zip(each, own, strict=True)] for each in fitting
            ]
            left = [each for each in left if min(each) >= 0]
            expected = [(min(column), max(column)) for column in zip(*left, strict=True)]
            assert (ranges(shown, people, own) or []) == expected
