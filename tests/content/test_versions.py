"""Adaptations and translations: what differs is merged, the rest follows the original."""

from __future__ import annotations

from pathlib import Path

import pytest

from ajs_trainer.content.library import Library
from ajs_trainer.content.load import load_file
from ajs_trainer.errors import AjsError
from tests.content.reading import GOOD, codes, spots

BASE = GOOD.replace("start: kaffet\n", "terms:\n  avdelning: avdelning B\nstart: kaffet\n").replace(
    "Du står vid kaffet.", "Du står på {avdelning}."
)
LOCAL = """\
format: 1
kind: scenario
id: prov-hos-oss
adapts: prov
terms: {avdelning: norra flygeln}
scenes:
  kaffet:
    question: Vad gör du hos oss?
    choices:
      - id: fraga
        text: Frågar vad Micke menar.
      - id: larm
        text: Hämtar någon.
        when: during
        strategy: delegate
        goto: slut
"""
ENGLISH = """\
format: 1
kind: scenario
translates: prov
language: en
title: The test
summary: Somebody says something.
terms: {avdelning: B wing}
scenes:
  kaffet:
    text: You are standing on {avdelning}.
    question: What do you do?
    choices:
      - {id: fraga, text: Ask what he means.}
      - {id: vantar, text: Wait.}
  slut:
    ending: {title: Afterwards, text: It went quiet.}
  efterat:
    ending: {title: Later, text: You talked.}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "prov.yaml").write_text(BASE, encoding="utf-8")
    return tmp_path


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_an_adaptation_changes_only_what_differs(folder: Path) -> None:
    write(folder, "prov-hos-oss.yaml", LOCAL)
    loaded = Library([folder]).load("prov", "sv")
    assert loaded.problems == ()
    assert loaded.scenario is not None
    kaffet = loaded.scenario.scenes["kaffet"]
    assert loaded.scenario.id == "prov"
    assert kaffet.text[0].text == "Du står på norra flygeln."
    assert kaffet.question == "Vad gör du hos oss?"
    assert [choice.id for choice in kaffet.choices] == ["fraga", "vantar", "larm"]
    assert kaffet.choices[0].text == "Frågar vad Micke menar."
    assert kaffet.choices[0].goto == "slut"


def test_a_translation_speaks_under_the_same_ids(folder: Path) -> None:
    write(folder, "en/prov.yaml", ENGLISH)
    loaded = Library([folder]).load("prov", "en")
    assert loaded.problems == ()
    assert loaded.scenario is not None
    assert loaded.scenario.language == "en"
    assert loaded.scenario.title == "The test"
    assert loaded.scenario.scenes["kaffet"].text[0].text == "You are standing on B wing."
    assert loaded.scenario.scenes["kaffet"].choices[1].text == "Wait."
    assert loaded.scenario.scenes["kaffet"].choices[1].goto == "efterat"


def test_adapted_words_win_over_a_translation_of_other_words(folder: Path) -> None:
    write(folder, "prov-hos-oss.yaml", LOCAL)
    write(folder, "en/prov.yaml", ENGLISH)
    loaded = Library([folder]).load("prov", "en")
    assert loaded.scenario is not None
    kaffet = loaded.scenario.scenes["kaffet"]
    assert kaffet.question == "Vad gör du hos oss?"
    assert kaffet.choices[1].text == "Wait."


def test_what_is_missing_or_superfluous_is_named(folder: Path) -> None:
    text = ENGLISH.replace("title: The test\n", "").replace("id: vantar", "id: vanta")
    path = write(folder, "en/prov.yaml", text + "minutes: 12\n")
    assert spots(load_file(path).problems) == [
        ("O601", 1, 1),
        ("O601", 11, 5),
        ("O602", 13, 9),
        ("O603", 18, 1),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LOCAL.replace("adapts: prov", "adapts: prv"), ["A501"]),
        (LOCAL + "role: receiver\n", ["A503"]),
        (LOCAL + "translates: prov\n", ["A504"]),
        (LOCAL.replace("goto: slut", "goto: slt"), ["G301"]),
    ],
)
def test_a_wrong_adaptation_is_refused(folder: Path, text: str, expected: list[str]) -> None:
    assert codes(load_file(write(folder, "prov-hos-oss.yaml", text))) == expected


def test_a_base_with_errors_is_named(folder: Path) -> None:
    write(folder, "prov.yaml", BASE.replace("title: Provet", "title: &x Provet"))
    assert codes(load_file(write(folder, "prov-hos-oss.yaml", LOCAL))) == ["A502"]


def test_an_adaptation_of_an_adaptation_is_refused(folder: Path) -> None:
    write(folder, "prov-hos-oss.yaml", LOCAL)
    text = LOCAL.replace("id: prov-hos-oss", "id: ett-till").replace(
        "adapts: prov", "adapts: prov-hos-oss"
    )
    assert codes(load_file(write(folder, "ett-till.yaml", text))) == ["A505"]


def test_parts_of_a_translation_follow_the_original(folder: Path) -> None:
    parts = "\n".join(["text:", "      - {text: Ett.}", "      - {text: Två.}"])
    write(folder, "prov.yaml", BASE.replace("text: Du står på {avdelning}.", parts))
    path = write(
        folder, "en/prov.yaml", ENGLISH.replace("You are standing on {avdelning}.", "[One.]")
    )
    assert "O604" in codes(load_file(path))


def test_the_later_folder_wins(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "egna"
    write(own, "prov.yaml", BASE.replace("title: Provet", "title: Vårt prov"))
    (entry,) = Library([folder / "saknas", folder, own]).entries("sv")
    assert entry.title == "Vårt prov"


def test_listing_reads_the_header_only(folder: Path) -> None:
    write(folder, "prov.yaml", BASE[: BASE.index("scenes:")] + "scenes: [[[[ broken")
    (entry,) = Library([folder]).entries("sv")
    assert (entry.title, entry.minutes, entry.grounds) == ("Provet", 12, ("sex",))


def test_a_file_that_cannot_be_listed_is_not_hidden(folder: Path) -> None:
    write(folder, "trasig.yaml", "text: @x\n")
    library = Library([folder])
    assert [entry.id for entry in library.entries("sv")] == ["prov"]
    assert [problem.line for problem in library.problems] == [1]


def test_an_unknown_id_gets_a_suggestion(folder: Path) -> None:
    with pytest.raises(AjsError, match="prov"):
        Library([folder]).load("prv", "sv")
