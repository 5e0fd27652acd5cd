"""What can be known for certain from what was published: gone through outcome by outcome.

Certain means true in every outcome that fits the published statement and what the pooled insiders
answered themselves. The others are exchangeable, so a person's answer is certain exactly when all
the others are certain to have answered alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations_with_replacement, product

from ajs_trainer.debrief.disclosure import Statement, TooFew, publish
from ajs_trainer.debrief.results import Answers

Counts = tuple[int, ...]
Rule = Callable[[Counts], object]


def outcomes(people: int, options: int) -> Iterator[Counts]:
    """Every way in which some people can spread over some options."""
    if options == 1:
        yield (people,)
        return
    for count in range(people + 1):
        for rest in outcomes(people - count, options - 1):
            yield (count, *rest)


def shipped(counts: Counts) -> Statement:
    """The rule of the program, for answers given in secret."""
    return publish(Answers(counts, secret=True))


def pictures(people: int, options: int, rule: Rule = shipped) -> dict[object, list[Counts]]:
    """The outcomes behind each thing that can be published; where nothing is told, none."""
    found: dict[object, list[Counts]] = defaultdict(list)
    for counts in outcomes(people, options):
        found[rule(counts)].append(counts)
    for behind in found.values():
        behind.sort(key=min, reverse=True)  # even outcomes settle most doubts: a matter of speed
    return {picture: behind for picture, behind in found.items() if not _silent(picture)}


def _silent(picture: object) -> bool:
    return picture is None or isinstance(picture, TooFew)


def owns(options: int, insiders: int) -> Iterator[Counts]:
    """What pooled insiders can have answered themselves."""
    for answers in combinations_with_replacement(range(options), insiders):
        yield tuple(answers.count(option) for option in range(options))


def certainties(behind: Iterable[Counts], own: Counts) -> set[str]:
    """What is certain about the others: "all" on an option, a "lone" one there, or "none"."""
    open_options = dict.fromkeys(range(len(own)), -1)
    others = 0
    for counts in behind:
        if any(count < mine for count, mine in zip(counts, own, strict=True)):
            continue
        others = sum(counts) - sum(own)
        for option, seen in list(open_options.items()):
            left = counts[option] - own[option]
            if seen in (-1, left) and left in (0, 1, others):
                open_options[option] = left
            else:
                del open_options[option]
        if not open_options:
            return set()
    names = {0: "none", 1: "lone", others: "all"}
    return {names[left] for left in open_options.values() if left >= 0}


def leaks(people: int, options: int, insiders: int, rule: Rule = shipped) -> set[str]:
    """Everything that some outcome makes certain, to anybody or to so many pooled insiders."""
    told = pictures(people, options, rule).values()
    return {
        leak
        for pooled in range(insiders + 1)
        for own in owns(options, pooled)
        for behind in told
        for leak in certainties(behind, own)
    }


def marginals(sizes: tuple[int, ...]) -> Rule:
    """Publish several questions to the same people, each alone.

    An outcome counts the people on every combination of answers, in the order of
    ``itertools.product``; what is published adds them up to each question.
    """
    combinations = list(product(*(range(size) for size in sizes)))

    def rule(counts: Counts) -> object:
        told = []
        for question, size in enumerate(sizes):
            sums = [0] * size
            for combination, count in zip(combinations, counts, strict=True):
                sums[combination[question]] += count
            told.append(shipped(tuple(sums)))
        return tuple(told)

    return rule
