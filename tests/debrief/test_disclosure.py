"""The disclosure rule, proved by going through every outcome.

Gone through here: 5 to 40 answers with 2, 3 and 4 options and 5 to 24 answers with 5 options, every
possible spread, and from 7 answers 0, 1 and 2 insiders who pool what they answered, below that none
and one. ``python benchmarks/disclosure.py`` goes on to 40 answers with 5 options, and further when
told. For two rounds, and for choices together with thoughts, the sizes are in the test.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ajs_trainer.debrief.disclosure import (
    Bands,
    Counts,
    Majority,
    TooFew,
    bounds,
    enough,
    leading,
    limits,
    publish,
)
from ajs_trainer.debrief.results import Answers
from tests.debrief.enumeration import certainties, leaks, marginals, outcomes, owns, pictures

spreads = st.lists(st.integers(0, 15), min_size=2, max_size=6).map(tuple)


def insiders(people: int) -> int:
    """How many may pool their answers without learning anything."""
    return 2 if people >= 7 else 1


@pytest.mark.parametrize(
    ("options", "people"),
    [(options, people) for options in (2, 3, 4) for people in range(5, 41)]
    + [(5, people) for people in range(5, 25)],
)
def test_nobody_is_known_to_be_part_of_all_of_none_or_alone(options: int, people: int) -> None:
    assert leaks(people, options, insiders(people)) == set()


@pytest.mark.parametrize(
    ("sizes", "people"),
    [
        *(((2, 2), people) for people in range(5, 17)),
        *(((3, 3), people) for people in (5, 6, 8)),
        *(((3, 2), people) for people in (5, 7, 8, 10)),
        *(((2, 2, 2), people) for people in (5, 8)),
    ],
    ids=str,
)
def test_several_questions_to_the_same_people_tell_no_more(
    sizes: tuple[int, ...], people: int
) -> None:
    """First and second round, or a choice and thoughts: nobody's combination, nor lack of it.

    Every way in which the people can spread over all combinations of answers is gone through.
    """
    cells = 1
    for size in sizes:
        cells *= size

    assert leaks(people, cells, insiders(people), marginals(sizes)) == set()


@pytest.mark.parametrize(("options", "people"), [(2, 5), (2, 7), (2, 8), (2, 12), (3, 6), (3, 8)])
def test_nobody_is_known_to_have_changed_or_stayed(options: int, people: int) -> None:
    rule = marginals((options, options))
    stayed = [n // options == n % options for n in range(options**2)]

    for behind in pictures(people, options**2, rule).values():
        for own in owns(options**2, insiders(people)):
            others = (
                tuple(count - mine for count, mine in zip(counts, own, strict=True))
                for counts in behind
            )
            keepers = {
                sum(count for count, kept in zip(left, stayed, strict=True) if kept)
                for left in others
                if min(left) >= 0
            }
            assert keepers not in ({0}, {1}, {people - sum(own)})


def test_the_search_sees_what_simpler_rules_give_away() -> None:
    def all_counts(counts: tuple[int, ...]) -> object:
        return counts

    def bare_intervals(least: int) -> object:
        def rule(counts: tuple[int, ...]) -> object:
            low = max(least, -(-sum(counts) // 4))
            return tuple(
                0 if count <= low else 2 if count >= sum(counts) - low else 1 for count in counts
            )

        return rule

    assert leaks(8, 3, 0, all_counts) == {"all", "lone", "none"}
    assert "lone" in leaks(9, 3, 2, bare_intervals(3))
    assert leaks(10, 3, 0, bare_intervals(4)) == {"none"}
    assert leaks(6, 2, 2) == {"all", "lone", "none"}
    assert certainties([(3, 2), (4, 1)], (1, 0)) == set()


@given(st.integers(0, 4), st.integers(2, 5), st.data())
@settings(deadline=None)
def test_below_the_floor_every_outcome_looks_the_same(
    people: int, options: int, data: st.DataObject
) -> None:
    counts = data.draw(st.sampled_from(list(outcomes(people, options))))

    assert publish(Answers(counts, secret=True)) == TooFew(people)


def test_five_to_seven_say_only_what_more_than_half_chose() -> None:
    assert publish(Answers((3, 2), secret=True)) == Majority(5, 0)
    assert publish(Answers((3, 3, 0), secret=True)) == Majority(6, None)
    assert publish(Answers((1, 6), secret=True)) == Majority(7, 1)


def test_from_eight_each_option_gets_an_interval() -> None:
    assert publish(Answers((0, 8), secret=True)) == Bands(8, ("low", "high"))
    assert publish(Answers((8, 3, 1), secret=True)) == Bands(12, ("high", "low", "low"))
    assert publish(Answers((6, 3, 3), secret=True)) == Bands(12, ("middle", "low", "low"))
    assert [limits(people) for people in (8, 12, 20, 30)] == [(4, 5), (4, 8), (5, 15), (8, 22)]


def test_intervals_that_would_say_none_or_an_exact_number_are_not_told() -> None:
    assert publish(Answers((6, 6, 0), secret=True)) == Majority(12, None)
    assert publish(Answers((6, 6), secret=True)) == Bands(12, ("middle", "middle"))
    assert publish(Answers((5, 3, 2), secret=True)) == Majority(10, None)
    assert bounds(Majority(12, None), 0) == (0, 7)


def test_choices_made_in_the_open_are_shown_as_counted() -> None:
    assert publish(Answers((1, 0, 2), secret=False)) == Counts((1, 0, 2))


def test_one_option_tells_everybodys_answer_and_is_never_told() -> None:
    assert publish(Answers((12,), secret=True)) == TooFew(12)


def test_the_floor_is_raised_but_never_lowered() -> None:
    assert publish(Answers((9, 3), secret=True), floor=13) == TooFew(12)
    assert publish(Answers((9, 3), secret=True), floor=12) == Bands(12, ("high", "low"))
    with pytest.raises(ValueError, match="4"):
        publish(Answers((9, 3), secret=True), floor=4)


@given(spreads, st.booleans())
@settings(deadline=None)
def test_what_is_said_is_true(counts: tuple[int, ...], secret: bool) -> None:
    statement = publish(Answers(counts, secret))

    assert statement.answered == sum(counts)
    for option, count in enumerate(counts):
        least, most = bounds(statement, option)
        assert least <= count <= most


@given(spreads, st.booleans())
@settings(deadline=None)
def test_the_leading_option_has_most(counts: tuple[int, ...], secret: bool) -> None:
    leader = leading(publish(Answers(counts, secret)))

    if leader is not None:
        assert counts[leader] > max(counts[:leader] + counts[leader + 1 :])


@given(spreads)
@settings(deadline=None)
def test_the_order_of_the_options_makes_no_difference(counts: tuple[int, ...]) -> None:
    turned = counts[::-1]
    statement, other = publish(Answers(counts, True)), publish(Answers(turned, True))

    for option in range(len(counts)):
        assert bounds(statement, option) == bounds(other, len(counts) - 1 - option)


def test_the_way_on_by_majority_tells_nothing_that_is_not_published() -> None:
    """Every outcome behind a picture has the same leader."""
    for people in range(5, 17):
        for picture, behind in pictures(people, 3).items():
            leader = leading(picture)  # type: ignore[arg-type]
            if leader is not None:
                assert {max(range(3), key=counts.__getitem__) for counts in behind} == {leader}


@pytest.mark.parametrize("people", range(5, 41))
def test_enough_puts_one_option_ahead_of_all_the_others(people: int) -> None:
    assert 2 * enough(people) > people


def test_a_count_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        Answers((3, -1), secret=True)
