"""Which dialogue is proposed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ajs_trainer.model import Scenario
from ajs_trainer.play.repetition import Dialogue, Played, Proposal, Times, propose, tally
from ajs_trainer.play.run import Adopted, Event, Returned, Run
from ajs_trainer.play.story import Chosen, Story
from tests.builders import choice, ending, scenario
from tests.play.dialogues import BEHAVIOURS, corridor, reply, skill, talks

DATES = st.dates().map(lambda date: date.isoformat())


def chosen(scene: str, name: str) -> Chosen:
    """A reply that was given."""
    return Chosen(scene, name, ())


def played(begun: str, *events: Event, scenario: Scenario | None = None) -> Played:
    """One run on a text called ``nu``."""
    return Played(begun, "nu", {"nu": scenario or corridor()}, events)


def option(name: str, of: str, minutes: int = 6) -> Dialogue:
    """A dialogue that practises a skill."""
    return Dialogue(name, name.capitalize(), skill(of), minutes)


def id_of(proposal: Proposal | None) -> str:
    """What is proposed."""
    assert proposal is not None
    return proposal.dialogue.id


def test_a_behaviour_is_counted_with_the_latest_date() -> None:
    found = tally(
        [
            played("2026-03-03", chosen("dorren", "hur"), chosen("steget", "namn")),
            played("2026-01-10", chosen("dorren", "hej")),
        ]
    )

    assert found.behaviours["samtala", "lugn"] == Times(2, "2026-03-03")
    assert found.behaviours["samtala", "namner"] == Times(1, "2026-03-03")
    assert ("samtala", "haller") not in found.behaviours
    assert found.skills == {"samtala": Times(2, "2026-03-03")}
    assert found.often(skill("samtala")) == 4


def test_what_was_taken_back_was_practised_and_counts_once_a_run() -> None:
    hej = chosen("dorren", "hej")
    found = tally([played("2026-03-03", hej, Returned(0), hej, Returned(0))])

    assert found.behaviours == {("samtala", "lugn"): Times(1, "2026-03-03")}


def test_scenarios_and_runs_in_which_nothing_was_said_do_not_count() -> None:
    other = scenario({"a": {"text": "A.", "choices": [choice("go", "b")]}, "b": ending()})

    found = tally([played("2026-03-03", chosen("a", "go"), scenario=other), played("2026-03-03")])

    assert found.behaviours == {}
    assert found.skills == {}


def test_a_reply_counts_on_the_text_on_which_it_was_given() -> None:
    edited = corridor(skill="vila")
    run = Played(
        "2026-03-03",
        "nu",
        {"nu": corridor(), "sedan": edited},
        (chosen("dorren", "hej"), Adopted("sedan"), chosen("steget", "namn")),
    )

    assert set(tally([run]).behaviours) == {("samtala", "lugn"), ("vila", "namner")}


def test_what_cannot_be_read_any_more_is_left_out() -> None:
    run = played("2026-03-03", chosen("borta", "hej"), Adopted("?"), chosen("dorren", "hej"))

    assert tally([run]).skills == {}


def test_the_skill_that_was_practised_least_is_proposed() -> None:
    practised = tally([played("2026-03-03", chosen("dorren", "hej"))])

    assert id_of(propose([option("a", "samtala"), option("b", "vila")], practised)) == "b"


def test_then_the_one_longest_ago_with_the_date_as_reason() -> None:
    runs = [
        played("2026-03-03", chosen("dorren", "hej")),
        played("2026-02-01", chosen("dorren", "hej"), scenario=corridor(skill="vila")),
    ]

    found = propose([option("a", "samtala"), option("b", "vila")], tally(runs))

    assert id_of(found) == "b"
    assert found is not None
    assert found.last == "2026-02-01"


def test_a_skill_that_was_tried_and_not_shown_waits_for_those_never_tried() -> None:
    practised = tally([played("2026-03-03", chosen("dorren", "skarp"))])

    found = propose([option("a", "samtala"), option("b", "vila", 9)], practised)

    assert id_of(found) == "b"
    assert found is not None
    assert found.last == ""


def test_then_the_shortest_then_the_first_by_id() -> None:
    nothing = tally([])

    assert id_of(propose([option("a", "x", 7), option("b", "y", 5)], nothing)) == "b"
    assert id_of(propose([option("b", "y"), option("a", "x")], nothing)) == "a"
    assert propose([], nothing) is None


@given(st.lists(st.tuples(talks(), DATES), max_size=4))
def test_every_reply_counts_once_a_run_whatever_the_order(
    given_runs: list[tuple[tuple[Story, list[Event], Run], str]],
) -> None:
    runs = [
        played(date, *events, scenario=story.scenario) for (story, events, _run), date in given_runs
    ]
    found = tally(runs)

    assert tally(reversed(runs)) == found
    expected = 0
    for (story, _events, run), _date in given_runs:
        for scene, name in run.tried:
            choices = story.scenario.scenes[scene].choices
            expected += next(len(one.shows) for one in choices if one.id == name)
    assert sum(times.often for times in found.behaviours.values()) == expected
    assert found.often(skill("samtala")) == expected
    dates = [date for (_story, _events, run), date in given_runs if run.tried]
    assert found.last("samtala") == max(dates, default="")


@given(
    st.lists(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from("xyz"), st.integers(1, 9)),
        min_size=1,
        max_size=6,
        unique_by=lambda one: one[0],
    ),
    st.lists(st.tuples(st.sampled_from("xyz"), DATES, st.sampled_from(["hej", "hur", "skarp"]))),
)
def test_nothing_that_could_be_proposed_comes_before_what_is(
    offers: list[tuple[str, str, int]],
    history: list[tuple[str, str, str]],
) -> None:
    practised = tally(
        played(date, chosen("dorren", name), scenario=corridor(skill=of))
        for of, date, name in history
    )
    dialogues = [option(*offer) for offer in offers]
    found = propose(dialogues, practised)
    assert found is not None

    assert propose(reversed(dialogues), practised) == found
    for other in dialogues:
        least, often = practised.often(found.dialogue.skill), practised.often(other.skill)
        assert least <= often
        if least == often:
            assert found.last <= practised.last(other.skill.id)
    assert (found.last == "") == all(of != found.dialogue.skill.id for of, _date, _name in history)


@given(st.sampled_from(BEHAVIOURS))
def test_practising_what_is_proposed_moves_the_proposal_on(behaviour: str) -> None:
    dialogues = [option("a", "x"), option("b", "y")]
    runs: list[Played] = []
    proposed = []
    for day in range(1, 7):
        now = propose(dialogues, tally(runs))
        assert now is not None
        proposed.append(now.dialogue.id)
        text = scenario(
            {"s": {"text": "S.", "choices": [reply("r", "e", behaviour)]}, "e": ending()},
            skill=now.dialogue.skill.id,
        )
        runs.append(played(f"2026-03-0{day}", chosen("s", "r"), scenario=text))

    assert proposed == ["a", "b"] * 3
