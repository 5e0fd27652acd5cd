"""Dialogues: scenarios that practise a skill."""

from __future__ import annotations

from pathlib import Path

import pytest

from ajs_trainer.content.library import Library
from ajs_trainer.content.load import load_file
from ajs_trainer.content.shelf import shelf
from tests.content.practice import DIALOGUE, SKILL, load, shelved
from tests.content.reading import GOOD, codes, load_text

ENGLISH = """\
format: 1
kind: scenario
translates: kon
language: en
title: The queue
summary: Mira will not hang up.
cast:
  - {id: client, name: Mira}
scenes:
  luren:
    text: Mira holds on to the receiver.
    choices:
      - {id: vem-ar-det, text: Who are you talking to?}
      - {id: nu, text: Hang up now.}
  svarar:
    ending: {title: The son, text: She says that she will call again.}
  tyst:
    ending: {title: The receiver, text: She hangs up.}
"""


def test_what_is_always_the_same_need_not_be_written(tmp_path: Path) -> None:
    scenario = load(tmp_path, "kon", DIALOGUE).scenario
    assert scenario is not None
    assert (scenario.relation, scenario.grounds, scenario.severity) == (
        "client-staff",
        ("other",),
        "grey-zone",
    )
    first, second = scenario.scenes["luren"].choices
    assert (first.when, first.strategy, first.shows) == ("during", "direct", ("fragar-vidare",))
    assert (second.when, second.strategy, second.misses) == ("after", "direct", ("later-tala",))


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("relation", "relation: colleague-colleague\n"),
        ("grounds", "grounds: [sex]\n"),
        ("severity", "severity: banter\n"),
        ("when", "        when: during\n"),
        ("strategy", "        strategy: direct\n"),
    ],
)
def test_a_bystander_scenario_must_still_have_them(tmp_path: Path, field: str, line: str) -> None:
    (problem,) = load_text(tmp_path, GOOD.replace(line, "", 1)).problems
    assert (problem.code, problem.values["field"]) == ("M201", field)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("skill: lyssna-klart\n", "skil: lyssna-klart\n", ["M202"]),
        ("skill: lyssna-klart\n", "färdighet: lyssna-klart\n", ["M202"]),
        ("skill: lyssna-klart\n", "skill:\n", ["M207"]),
        ("skill: lyssna-klart\n", "skill: lyssna-klar\n", ["K905"]),
        ("skill: lyssna-klart\n", "skill: kon\n", ["K905"]),
        ("shows: [fragar-vidare]", "shows: [fragar]", ["K909"]),
        ("misses: [later-tala]", "misses: [Låter]", ["M206"]),
        ("        shows: [fragar-vidare]\n", "", ["K907"]),
        ("shows: [fragar-vidare]", "shows: []", ["K907"]),
        ("shows: [fragar-vidare]", "shows: fragar-vidare", ["M203"]),
        ("misses: [later-tala]", "misses: [later-tala]\n        shows: [later-tala]", ["K908"]),
        ("part: exposed", "part: other", ["K910"]),
        ("cast:\n  - {id: client, name: Mira, part: exposed}\n", "", ["K910"]),
        ("part: exposed}", "part: exposed}\n  - {id: x, name: Y, part: exposed}", ["K910"]),
    ],
)
def test_one_mistake_is_one_problem(
    tmp_path: Path, old: str, new: str, expected: list[str]
) -> None:
    text = DIALOGUE.replace(old, new, 1)
    assert text != DIALOGUE
    assert codes(load(tmp_path, "kon", text)) == expected


def test_behaviours_in_a_scenario_without_a_skill_are_refused(tmp_path: Path) -> None:
    text = GOOD.replace("        goto: slut\n", "        goto: slut\n        shows: [a]\n")
    assert codes(load_text(tmp_path, text)) == ["K906"]


def test_the_behaviour_that_was_meant_is_suggested(tmp_path: Path) -> None:
    text = DIALOGUE.replace("fragar-vidare", "fragar-vider")
    (problem,) = load(tmp_path, "kon", text).problems
    assert problem.values["suggestion"] == "fragar-vidare"


def test_a_dialogue_can_be_translated(tmp_path: Path) -> None:
    shelved(tmp_path)
    (tmp_path / "en").mkdir()
    path = tmp_path / "en" / "kon.yaml"
    path.write_text(ENGLISH, encoding="utf-8")
    assert [problem.text() for problem in load_file(path).problems] == []
    library = Library([tmp_path])
    loaded = library.load("kon", "en")
    assert loaded.scenario is not None
    assert loaded.scenario.scenes["luren"].choices[0].text == "Who are you talking to?"
    assert loaded.scenario.scenes["luren"].choices[0].shows == ("fragar-vidare",)
    (entry,) = library.entries("en")
    assert (entry.title, entry.skill, entry.relation) == (
        "The queue",
        "lyssna-klart",
        "client-staff",
    )


def test_a_translation_does_not_say_what_a_reply_shows(tmp_path: Path) -> None:
    shelved(tmp_path)
    (tmp_path / "en").mkdir()
    path = tmp_path / "en" / "kon.yaml"
    text = ENGLISH.replace("Hang up now.}", "Hang up now., misses: [later-tala]}")
    path.write_text(text, encoding="utf-8")
    assert codes(load_file(path)) == ["O603"]


def test_a_dialogue_can_be_adapted_but_not_to_another_skill(tmp_path: Path) -> None:
    shelved(tmp_path)
    path = tmp_path / "hos-oss.yaml"
    text = "format: 1\nkind: scenario\nadapts: kon\nid: hos-oss\nscenes:\n  luren:\n    choices:\n"
    text += "      - {id: ny, text: Säger namnet., shows: [upprepar], goto: tyst}\n"
    path.write_text(text, encoding="utf-8")
    loaded = load_file(path, known=shelf(()))
    assert [problem.text() for problem in loaded.problems] == []
    assert loaded.scenario is not None
    assert loaded.scenario.scenes["luren"].choices[-1].strategy == "direct"
    path.write_text(text.replace("scenes:", "skill: annan\nscenes:"), encoding="utf-8")
    assert codes(load_file(path, known=shelf(()))) == ["A503"]


def test_a_skill_of_ones_own_does_not_stop_a_dialogue_from_being_played(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    ours = tmp_path / "ours"
    ours.mkdir()
    (ours / "lyssna-klart.yaml").write_text(
        SKILL.replace("fragar-vidare", "undrar"), encoding="utf-8"
    )
    assert Library([shelved(theirs), ours]).load("kon", "sv").scenario is not None
