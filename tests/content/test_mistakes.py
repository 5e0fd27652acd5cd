"""The fourteen mistakes that authors make, planted in one file and found in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from ajs_trainer.content.load import load_file
from tests.content.reading import GOOD, codes, load_text, spots

FOURTEEN = Path(__file__).parent / "data" / "fourteen.yaml"

EXPECTED = {
    "number written in words": ("M205", "minutes: tolv"),
    "link to a missing scene": ("G301", "goto: nowere"),
    "misspelt flag in a condition": ("G306", "needs: [trsut]"),
    "misspelt field": ("M202", "strategi: wait"),
    "two choices with the same words": ("G311", "text: Går  fram."),
    "choice that can never be offered": ("G303", "unless: [x-y]"),
    "two scenes with one id": ("Y117", "help: # again"),
    "scene with no way on": ("M212", "dead:"),
    "scene nothing leads to": ("G302", "island:"),
    "all choices locked": ("G304", "choices: # locked"),
    "loop without an exit": ("G305", "loop-a:"),
    "empty text": ("M207", "text: # empty"),
    "flag set but never used": ("G307", "sets: [spare]"),
}


def test_all_are_found_in_one_run_each_at_its_line() -> None:
    found = {(p.code, p.line) for p in load_file(FOURTEEN).problems}
    lines = FOURTEEN.read_text(encoding="utf-8").split("\n")
    for mistake, (code, mark) in EXPECTED.items():
        (line,) = (n for n, text in enumerate(lines, 1) if mark in text.replace("  # ", " # "))
        assert (code, line) in found, mistake


def test_two_mistakes_in_one_file_are_two_problems(tmp_path: Path) -> None:
    text = GOOD.replace("goto: slut", "goto: slutt").replace("minutes: 12", "minutes: tolv")
    assert codes(load_text(tmp_path, text)) == ["M205", "G301"]


def test_a_mistake_is_not_reported_again_through_its_consequences(tmp_path: Path) -> None:
    """A misspelt target is read as what was meant, so the meant scene is not unreachable."""
    loaded = load_text(tmp_path, GOOD.replace("goto: slut", "goto: sluut"))
    assert codes(loaded) == ["G301"]
    assert "“slut”" in loaded.problems[0].message or "”slut”" in loaded.problems[0].message


def test_a_file_without_problems_is_playable(tmp_path: Path) -> None:
    loaded = load_text(tmp_path, GOOD)
    assert loaded.problems == ()
    assert loaded.scenario is not None
    assert list(loaded.scenario.scenes) == ["kaffet", "slut", "efterat"]


def test_an_error_makes_a_file_unplayable_and_a_warning_does_not(tmp_path: Path) -> None:
    warned = load_text(
        tmp_path, GOOD.replace("strategy: wait", "strategy: wait\n        sets: [x]")
    )
    assert codes(warned) == ["G307"]
    assert warned.scenario is not None
    assert load_text(tmp_path, GOOD.replace("goto: slut", "goto: x")).scenario is None


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("setting: prison", "setting: prisson", [("M204", 7, 10)]),
        ("relation: colleague-colleague", "", [("M201", 1, 1)]),
        ("grounds: [sex]", "grounds: sex", [("M203", 9, 10)]),
        ("id: fraga", "id: Fråga", [("M206", 18, 13)]),
        ("id: fraga", "id: vantar", [("M208", 23, 13)]),
        ("format: 1", "format: 2", [("M209", 1, 9)]),
        ("kind: scenario", "kind: saga", [("M210", 2, 7)]),
        ("title: Provet", "title:", [("M207", 5, 1)]),
        ("language: sv", "language: svenska", [("M217", 4, 11)]),
        ("id: prov", "id: annat", [("M216", 3, 5)]),
        ("text: Du står vid kaffet.", "text: [ett, {text: två}]", [("M203", 15, 12)]),
        ("  kaffet:\n", "  kaffet:\n    draft: kanske\n", [("M211", 15, 12)]),
        ("står vid kaffet", "står på {avdelning}", [("T402", 15, 11)]),
        ("start: kaffet", "start: kafet", [("G301", 12, 8)]),
        ("title: Provet", "titel: Provet", [("M202", 5, 1)]),
        ("title: Provet", "tіtle: Provet", [("M202", 5, 1)]),
    ],
)
def test_a_wrong_field_is_named_where_it_stands(
    tmp_path: Path, old: str, new: str, expected: list[tuple[str, int, int]]
) -> None:
    assert spots(load_text(tmp_path, GOOD.replace(old, new)).problems) == expected


def test_a_letter_that_only_looks_latin_is_named(tmp_path: Path) -> None:
    (problem,) = load_text(tmp_path, GOOD.replace("title: Provet", "tіtle: Provet")).problems
    assert "U+0456" in problem.message


def test_a_draft_is_accepted_until_release(tmp_path: Path) -> None:
    text = GOOD.replace("  slut:\n", "  slut:\n    draft: true\n")
    path = tmp_path / "prov.yaml"
    path.write_text(text, encoding="utf-8")
    assert load_file(path).problems == ()
    assert spots(load_file(path, release=True).problems) == [("G313", 29, 5)]


def test_a_search_cut_short_says_so_and_never_fine(tmp_path: Path) -> None:
    scenes = ""
    for scene in range(8):
        scenes += f"  s{scene}:\n    text: x\n    choices:\n"
        for n in range(9):
            scenes += (
                f"      - {{id: c{n}, text: Val {n}., when: during, strategy: direct,"
                f" goto: s{n % 8}, sets: [f-{scene}-{n}]}}\n"
            )
    text = f"{GOOD[: GOOD.index('start:')]}start: s0\nscenes:\n{scenes}"
    text += "  slut:\n    ending: {title: a, text: b}\n"
    found = codes(load_text(tmp_path, text))
    assert "G310" in found
    assert "G302" not in found


def test_more_than_twenty_problems_are_counted(tmp_path: Path) -> None:
    loaded = load_text(tmp_path, GOOD + "".join(f"ord{n}: x\n" for n in range(30)))
    assert len(loaded.problems) == 20
    assert loaded.more == 10


def test_personal_data_is_pointed_out(tmp_path: Path) -> None:
    text = GOOD.replace("Du står vid kaffet.", "Ring 070-123 45 67, anna@example.se, 811228-9874.")
    assert spots(load_text(tmp_path, text).problems) == [
        ("T404", 15, 16),
        ("T404", 15, 31),
        ("T404", 15, 48),
    ]


def test_digits_without_a_check_digit_are_no_identity_number(tmp_path: Path) -> None:
    text = GOOD.replace("Du står vid kaffet.", "Nyckel 811228-9875 saknas.")
    assert load_text(tmp_path, text).problems == ()
