"""Which questions carry the talk on, chosen by what came out.

The guide's own questions come first, since they know the scenario; the general ones fill up. Only
published statements decide, so the choice of questions gives nothing away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ajs_trainer.debrief.grid import grid, steps
from ajs_trainer.debrief.reading import leaned, moves, outcome, stayed
from ajs_trainer.debrief.results import Fit, GuideQuestion, Outcome
from ajs_trainer.debrief.summary import Debrief, Part, Told
from ajs_trainer.locale import N_, _
from ajs_trainer.model.vocabulary import Barrier, When

TOO_FEW = N_("What would help you to do something here, and what would stop you?")
BY_OUTCOME: dict[Outcome, str] = {
    "gathered": N_("Many of you chose the same. What is the best reason for something else?"),
    "split": N_("You are divided. What is the best reason for a choice that you did not make?"),
    "spread": N_(
        "You chose in many ways. What in the situation makes it possible to choose so differently?"
    ),
    "too-few": TOO_FEW,
}
MOVED = N_("Something moved after the talk. What in the talk made a difference?")
STAYED = N_("The picture is the same after the talk. What became clearer all the same?")
WAITED = N_("Several of you would wait. What does one wait for, and who carries it meanwhile?")
UNSAFE = N_(
    "Several of you were drawn to something that is unsafe. What makes it tempting on a tired "
    "day, and what could one do instead?"
)
BY_STEP: dict[Barrier, str] = {
    "notice": N_("What have we stopped noticing here?"),
    "interpret": N_("“It was probably nothing.” How does one find out?"),
    "responsibility": N_("“It is not my business.” When does it become mine?"),
    "know-how": N_("“I do not know how.” Which words could work? Say them aloud."),
    "act": N_("“It costs something.” What would make it cost less here?"),
}
BY_MISSING_TIME: dict[When, str] = {
    "before": N_("What could we do already before something happens?"),
    "during": N_("What could one do while it is happening, however small?"),
    "after": N_("What could one do afterwards, when it is calm?"),
}


def after_reveal(told: Told, guide: Iterable[GuideQuestion] = (), limit: int = 3) -> list[str]:
    """Questions for the talk right after the answers to one question were shown."""
    return _first(_about(told, tuple(guide)), limit)


def for_part(part: Part, limit: int = 4, known: Iterable[str] = ()) -> list[str]:
    """Questions for the talk about a whole scenario, from all of its questions in turn.

    ``known`` are questions that are asked elsewhere already.
    """
    if part.told:
        near = list(_in_turn([list(_about(told, part.guide)) for told in part.told]))
    else:
        near = [each.text for each in part.guide if each.outcome is None]
    taken = set(known)
    near = [each for each in near if each not in taken]
    far = [each for each in _across(part.told) if each not in taken]
    return _first([*near[: max(1, limit - 1)], *far[:1], *near, *far], limit)


def for_debrief(debrief: Debrief, limit: int = 3) -> list[str]:
    """Questions over all scenarios: which steps and times were missing in the whole."""
    return _first(_across([told for part in debrief.parts for told in part.told]), limit)


def for_each(debrief: Debrief, limit: int = 4, whole: int = 3) -> tuple[list[list[str]], list[str]]:
    """Questions for each scenario and for the whole meeting, none of them twice.

    A meeting with one scenario has none for the whole. What a room that is too small is asked
    stands where its choices would have been.
    """
    together = for_debrief(debrief, whole) if len(debrief.parts) > 1 else []
    known = [_(TOO_FEW), *together]
    each = []
    for part in debrief.parts:
        each.append(for_part(part, limit, known))
        known += each[-1]
    return each, together


def _about(told: Told, guide: Sequence[GuideQuestion]) -> Iterator[str]:
    """Everything that fits one question: what depends on the outcome before what always fits."""
    if told.last is None:
        yield from _from_guide(guide, told, None)
        return
    came_out = outcome(told.last)
    yield from _knowing(guide, told, came_out, BY_OUTCOME[came_out])
    yield from _about_leaning(told, guide)
    if moves(told):
        yield from _knowing(guide, told, "moved", MOVED)
    elif stayed(told):
        yield from _knowing(guide, told, "stayed", STAYED)
    yield from _from_guide(guide, told, None)


def _knowing(guide: Sequence[GuideQuestion], told: Told, fit: Fit, general: str) -> Iterator[str]:
    """What the guide asks when it fits, or else the general question."""
    yield from list(_from_guide(guide, told, fit)) or [_(general)]


def _from_guide(guide: Sequence[GuideQuestion], told: Told, fit: Fit | None) -> Iterator[str]:
    for scene in (told.question.scene, ""):
        for question in guide:
            if question.scene == scene and question.outcome == fit:
                yield question.text


def _about_leaning(told: Told, guide: Sequence[GuideQuestion]) -> Iterator[str]:
    chosen = [
        option for number, option in enumerate(told.question.options) if leaned(told.last, number)
    ]
    if any(option.unsafe for option in chosen):
        yield from _knowing(guide, told, "unsafe", UNSAFE)
    if any(option.strategy == "wait" for option in chosen):
        yield from _knowing(guide, told, "waited", WAITED)


def _across(questions: Sequence[Told]) -> Iterator[str]:
    """What the questions together show: steps that were recognised, times that nobody leaned to."""
    for step in steps(questions).recognised:
        yield _(BY_STEP[step])
    times = {when for _strategy, when in grid(questions).leaned()}
    if times:
        for when, question in BY_MISSING_TIME.items():
            if when not in times:
                yield _(question)


def _in_turn(each: Sequence[Sequence[str]]) -> Iterator[str]:
    for place in range(max((len(questions) for questions in each), default=0)):
        for questions in each:
            if place < len(questions):
                yield questions[place]


def _first(candidates: Iterable[str], limit: int) -> list[str]:
    return list(dict.fromkeys(candidates))[:limit]
