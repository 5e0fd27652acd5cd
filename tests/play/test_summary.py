"""Folds over runs: the way taken, the grid, what one tends to choose."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ajs_trainer.model.vocabulary import STRATEGIES, WHENS
from ajs_trainer.play.run import Recognised, Returned, begin, choose, undo
from ajs_trainer.play.story import Chosen, compile_story
from ajs_trainer.play.summary import Cell, grid, habits, options_taken, way_taken
from tests.builders import choice, ending, scenario
from tests.play.dialogues import corridor

SCENARIO = scenario(
    {
        "kaffet": {
            "text": "Någon skrattar.",
            "choices": [
                choice("fraga", "efter"),
                choice("vantar", "efter", strategy="wait"),
                choice("saga", "slut"),
            ],
        },
        "efter": {
            "text": "Det är tyst.",
            "choices": [
                choice("prata", "slut", when="after", strategy="support"),
                choice("igen", "kaffet", when="after", strategy="wait"),
            ],
        },
        "slut": ending(),
    }
)
STORY = compile_story(SCENARIO)
OPTIONS = [
    (scene, each.id) for scene, content in SCENARIO.scenes.items() for each in content.choices
]


def test_way_names_the_places_one_can_go_back_to():
    run, _ = choose(STORY, begin(STORY), "vantar")
    run, _ = choose(STORY, run, "prata")

    way = way_taken(STORY, run)

    assert [(stop.kept, stop.scene, stop.choice.id) for stop in way] == [
        (0, "kaffet", "vantar"),
        (1, "efter", "prata"),
    ]
    assert [stop.state for stop in way] == [taken.state for taken in run.way]


def test_way_forgets_what_was_taken_back_but_the_grid_does_not():
    run, _ = choose(STORY, begin(STORY), "vantar")
    undone = undo(STORY, run)
    assert undone is not None
    run, _ = undone

    assert way_taken(STORY, run) == ()
    assert grid(SCENARIO, run.tried).cell("during", "wait").now == (("kaffet", "vantar"),)


def test_grid_tells_now_from_earlier_and_left():
    table = grid(SCENARIO, now=[("kaffet", "fraga")], earlier=[("efter", "prata")])

    assert table.cell("during", "direct") == Cell(
        now=(("kaffet", "fraga"),), left=(("kaffet", "saga"),)
    )
    assert table.cell("after", "support").earlier == (("efter", "prata"),)
    assert table.cell("before", "document") == Cell()
    assert table.untried() == (("during", "wait"), ("after", "wait"))


@given(st.sets(st.sampled_from(OPTIONS)), st.sets(st.sampled_from(OPTIONS)))
def test_every_choice_is_in_exactly_one_place_of_the_grid(now, earlier):
    table = grid(SCENARIO, now, earlier)

    cells = [table.cell(when, strategy) for when in WHENS for strategy in STRATEGIES]
    placed = [option for cell in cells for option in (*cell.now, *cell.earlier, *cell.left)]
    assert sorted(placed) == sorted(OPTIONS)
    assert {option for cell in cells for option in cell.tried} == now | earlier
    assert all(table.cell(*place).left for place in table.untried())


def test_choices_recorded_under_an_earlier_id_are_found():
    edited = scenario(
        {
            "rasten": {
                "text": "Någon skrattar.",
                "was": ["kaffet"],
                "choices": [choice("fragar", "slut", was=["fraga"]), choice("ny", "slut")],
            },
            "slut": ending(),
        }
    )
    events = [
        Chosen("kaffet", "fraga", ("fraga", "borta")),
        Recognised("kaffet", "skamt"),
        Returned(0),
        Chosen("kaffet", "borta", ("fraga", "borta")),
    ]

    assert options_taken(edited, events) == {("rasten", "fragar")}


def test_a_present_id_wins_over_an_earlier_one():
    swapped = scenario(
        {
            "kaffet": {
                "text": "Någon skrattar.",
                "choices": [choice("a", "slut", was=["b"]), choice("b", "slut")],
            },
            "slut": ending(),
        }
    )

    assert options_taken(swapped, [Chosen("kaffet", "b", ("a", "b"))]) == {("kaffet", "b")}


def test_habits_count_a_choice_once_a_run():
    twice = [Chosen("kaffet", "vantar", ()), Returned(0), Chosen("kaffet", "vantar", ())]
    again = [Chosen("kaffet", "vantar", ()), Chosen("efter", "prata", ())]

    counted = habits([(SCENARIO, twice), (SCENARIO, again), (SCENARIO, [])])

    assert counted.runs == 3
    assert counted.choices == 3
    assert counted.strategies["wait"] == 2
    assert counted.strategies["support"] == 1
    assert counted.strategies["direct"] == 0
    assert counted.whens == {"before": 0, "during": 2, "after": 1}


def test_habits_leave_dialogues_out():
    said = [Chosen("dorren", "hej", ())]

    counted = habits([(corridor(), said), (SCENARIO, [Chosen("kaffet", "vantar", ())])])

    assert counted.runs == 1
    assert counted.choices == counted.strategies["wait"] == 1
