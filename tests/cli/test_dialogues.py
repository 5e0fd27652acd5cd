"""Dialogues line by line: in the list, while they are played, and at their end."""

from __future__ import annotations

import io
import json

import pytest

from ajs_trainer.cli.plain import play_plain
from ajs_trainer.cli.voice import Voice
from ajs_trainer.content.bundled import bundled_scenarios
from ajs_trainer.locale import use_language
from ajs_trainer.model.skill import Skill
from ajs_trainer.play.run import begin
from ajs_trainer.play.story import compile_story
from tests.cli.conftest import Call
from tests.play.dialogues import corridor, skill

DIALOGUES = sorted(path.stem for path in (bundled_scenarios() / "kka/dialogues").glob("*.yaml"))


def heard(answers: str, known: Skill | None) -> str:
    """Everything that is said while the corridor is played."""
    use_language("sv")
    story, sink = compile_story(corridor()), io.StringIO()
    voice = Voice(io.StringIO(answers), sink, interactive=False)
    play_plain(story, begin(story), voice, lambda _event, _at_end: None, skill=known)
    return sink.getvalue()


def test_the_skill_is_told_before_and_what_was_practised_after() -> None:
    told = heard("\n1\n1\n1\n\n\n", skill(working_material=True))

    order = [
        "Du övar: Samtala\nDet går att öva.",
        "hitta orden här?",
        "Jamal: Han nickar.",
        "hitta orden i ett sådant här samtal?",
        "g1. – Hej, Jamal.\nJamal: Han nickar.",
        "Det här gjorde du:\n- Gör det: lugn.\n- Gör det: namner.",
        "Det här fanns att ta:\nNär du sa: – Hej, Jamal.\n- Gör det: fragar.",
        "Säg det här högt, långsamt och med din egen röst.\n– Hej, Jamal.\n– Du slog i dörren.",
        "Arbetsmaterial, stäm av med er KKA-utbildning.",
    ]
    places = [told.index(text) for text in order]
    assert places == sorted(places)
    for word in ("utsatt", "säg ifrån", "under", "Kvar att pröva", "poäng"):
        assert word not in told


def test_without_the_file_of_the_skill_the_ids_are_told() -> None:
    told = heard("\n3\n1\n1\n\n\n", None)

    assert "Du övar: Samtala\n" in told
    assert "- Namner\n- Lugn" in told
    assert "Arbetsmaterial" not in told


def test_the_list_has_dialogues_in_a_group_of_their_own(ajs: Call) -> None:
    found = ajs("list", language="sv").out

    scenarios, _heading, dialogues = found.partition("KKA-samtal, att öva själv:\n")
    assert DIALOGUES
    for name in DIALOGUES:
        assert f"{name}\n" in dialogues
        assert f"{name}\n" not in scenarios
    assert "hotellrummet\n" in scenarios
    assert "häkte, Effektiv auktoritet, 6 minuter" in dialogues


@pytest.mark.parametrize(
    "arguments", [["--relation", "client-staff"], ["--ground", "other"], ["--ground", "sex"]]
)
def test_a_relation_or_a_ground_finds_no_dialogue(ajs: Call, arguments: list[str]) -> None:
    found = ajs("list", *arguments, "--format", "json", language="sv")

    assert all(not entry["skill"] for entry in json.loads(found.out or "[]"))


@pytest.mark.parametrize("name", DIALOGUES)
def test_every_shipped_dialogue_ends_with_what_it_gave_to_practise(ajs: Call, name: str) -> None:
    told = ajs("play", name, "--plain", answers="\n" + "1\n" * 30, language="sv").out

    assert "Det här gjorde du:" in told
    assert "Säg det här högt" in told
    history = json.loads(ajs("history", "--format", "json").out)
    assert history["runs"][0]["scenario"] == name
    assert sum(history["strategy"].values()) == sum(history["when"].values()) == 0
