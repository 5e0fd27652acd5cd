"""The facilitator's notes in role-plays and value exercises."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ajs_trainer.content.guides import find_guide
from ajs_trainer.session.course import replay
from ajs_trainer.session.events import Advanced, AnswersCounted, Paused, SessionEvent, Stopped
from ajs_trainer.session.state import Setup
from ajs_trainer.tui.notes.blocks import Block, to_lines
from ajs_trainer.tui.notes.stage_notes import guided_by, minutes_of, stage_notes
from tests.session.rehearsals import setup

ON = Advanced()


def noted(agenda: Setup, *events: SessionEvent) -> list[Block]:
    """The notes after some events."""
    return stage_notes(agenda, replay(agenda, events), None)


def items(blocks: list[Block], heading: str) -> list[str]:
    """What is listed below a heading; nothing when it is not there."""
    found: list[str] = []
    here = False
    for block in blocks:
        if block.kind == "heading":
            here = block.text == heading
        elif here and block.kind == "item":
            found.append(block.text)
    return found


def test_a_statement_has_its_words_its_questions_and_what_comes_next() -> None:
    notes = noted(setup("exercise", "close", form="line"))
    lines = "\n".join(to_lines(notes))
    assert "Ta ställning" in lines
    assert "Titeln, påstående 1 av 2" in lines
    assert "ett?" in lines
    assert "Säg: ”Jag läser påståendet två gånger." in lines
    assert items(notes, "Frågor att ha till hands")[0] == "Varför?"
    assert notes[-1].text == "tva?", "the next statement itself"
    assert items(notes, "Det du räknade") == []


@pytest.mark.parametrize(
    ("counts", "heading"),
    [
        ((4, 0, 4), "Delat: fråga"),
        ((8, 1, 1), "Många valde samma: fråga"),
    ],
)
def test_what_was_counted_decides_what_to_ask(counts: tuple[int, ...], heading: str) -> None:
    notes = noted(setup("exercise", "close", form="line"), AnswersCounted(counts))
    assert items(notes, "Det du räknade")[0] == f"a: {counts[0]}"
    assert items(notes, heading) == ["Varför?"]
    assert "Varför?" not in items(notes, "Frågor att ha till hands"), "asked once"


def test_what_was_taken_back_is_as_if_nobody_had_counted() -> None:
    agenda = setup("exercise", "close", form="line")
    assert noted(agenda, AnswersCounted((0, 0, 0))) == noted(agenda)


def test_each_part_of_a_round_has_what_is_needed_then() -> None:
    agenda = setup("roleplay", "close")
    cards = "\n".join(to_lines(noted(agenda)))
    assert "Titeln, omgång 1 av 2" in cards
    assert "ajs roleplay samtalet --print" in " ".join(cards.split())
    play = noted(agenda, ON)
    watched = items(play, "Det här går det att se och höra: Titeln")
    assert watched == [
        *(f"Gör {name}." for name in ("lugn", "regel", "val", "tid", "bekraftar")),
        "När tonen byter.",
    ]
    assert items(play, "Det som skadar") == ["Hotar."]
    feedback = items(noted(agenda, ON, ON), "De talar i den här ordningen")
    assert [line.split(":")[0] for line in feedback] == [
        "Personal",
        "Klient, kvar i rollen",
        "Observatör",
        "Personal igen",
    ]
    assert noted(agenda, ON, ON)[-1].text == "En gång till"
    assert noted(agenda, ON, Stopped())[0].text == "Lämna rollen"
    again = "\n".join(to_lines(noted(agenda, *[ON] * 5)))
    assert "omgång 2 av 2" in again
    assert "--print" not in again
    assert minutes_of(agenda, replay(agenda, [ON])) == 4


def test_the_title_of_the_step_never_hides_the_part() -> None:
    agenda = setup("roleplay", "close")
    steps = tuple(step.model_copy(update={"title": "Öva"}) for step in agenda.plan.steps)
    named = replace(agenda, plan=agenda.plan.model_copy(update={"steps": steps}))
    assert noted(named, ON)[0].text == "Spela"
    assert noted(named, ON)[-1].text == "Vad hörde ni?"
    assert noted(named, ON, Paused())[0].text == "Paus: Spela"
    assert noted(named, ON, Stopped())[-1].text == "Öva"


def test_the_guide_is_that_of_what_is_done_or_comes() -> None:
    agenda = setup("welcome", "roleplay", "exercise", "close")
    assert guided_by(agenda, replay(agenda, [])) == "samtalet"
    assert guided_by(agenda, replay(agenda, [ON, ON, Stopped(), ON])) == "ovningen"
    assert guided_by(agenda, replay(agenda, [ON, ON, Stopped(), ON, ON, ON])) == "ovningen"
    for name in ("nekat-samtal", "fyra-horn-tystnad"):
        assert find_guide(name) is not None


def test_the_statement_is_told_by_its_number() -> None:
    notes = noted(setup("exercise", "close", form="hot-chair"), ON)
    assert "Titeln, påstående 2 av 2" in "\n".join(to_lines(notes))
