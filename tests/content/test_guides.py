"""Questions for the talk in the guides."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ajs_trainer.content.bundled import bundled_guides, bundled_scenarios
from ajs_trainer.content.guides import (
    HEADINGS,
    SECTION,
    find_guide,
    load_guide,
    parse_guide,
    questions_for,
)
from ajs_trainer.content.library import Library
from ajs_trainer.content.problems import Problems
from ajs_trainer.debrief.results import GuideQuestion
from ajs_trainer.play.story import compile_story
from tests.builders import choice, ending, scenario

TEXT = """\
# Provet

## Medan ni pratar

- Det här är inget som programmet frågar.

## Frågor efter valet

- Vad behöver *Sara*?

### Delat

- Vad vill var och en
  skydda?
* Vad skulle få dig att **ändra** dig?

### flera vill vänta

- Vad väntar man på?

## Frågor efter valet: vid kaffet (kaffet)

### Många valde samma

- Vad talar för något annat?

## Det här kan du ta med till chefen

### Delat

- Inte heller det här.
"""


def read(text: str, scenes: set[str] | None = None) -> tuple[tuple[GuideQuestion, ...], list[str]]:
    """The questions, and each problem as its code and line."""
    problems = Problems()
    found = parse_guide(text, "provet.md", problems, scenes)
    return found, [f"{problem.code}:{problem.line}" for problem in problems]


def test_questions_stand_below_what_they_fit() -> None:
    assert read(TEXT, {"kaffet"}) == (
        (
            GuideQuestion("Vad behöver Sara?"),
            GuideQuestion("Vad vill var och en skydda?", "", "split"),
            GuideQuestion("Vad skulle få dig att ändra dig?", "", "split"),
            GuideQuestion("Vad väntar man på?", "", "waited"),
            GuideQuestion("Vad talar för något annat?", "kaffet", "gathered"),
        ),
        [],
    )


@pytest.mark.parametrize("heading", ["kaffet", "vid kaffet (kaffet)", "(kaffet)", "`kaffet`"])
def test_the_scene_is_named_by_its_id(heading: str) -> None:
    text = f"## Frågor efter valet: {heading}\n- Varför?\n"

    assert read(text, {"kaffet"}) == ((GuideQuestion("Varför?", "kaffet"),), [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("## Frågor efter valet\n### Oenigt\n- Varför?\n", "H801:2"),
        ("## Frågor efter valen\n- Varför?\n", "H801:1"),
        ("## Frågor efter valet: kafet\n- Varför?\n", "H802:1"),
        ("## Frågor efter valet\n\nVarför?\n", "H803:3"),
    ],
)
def test_what_would_never_be_asked_is_told_with_its_line(text: str, problem: str) -> None:
    assert read(text, {"kaffet"}) == ((), [problem])


def test_scenes_that_are_not_known_are_not_missed() -> None:
    assert read("## Frågor efter valet: kafet\n- Varför?\n") == (
        (GuideQuestion("Varför?", "kafet"),),
        [],
    )


def test_the_heading_that_was_meant_is_suggested() -> None:
    problems = Problems()
    parse_guide("## Frågor efter valet\n### Delade\n", "provet.md", problems)
    (problem,) = problems

    assert "”Delat”" in problem.message


@given(st.text(alphabet="#-* abFrågor efter valet:()\nDelat"))
def test_any_text_can_be_read(text: str) -> None:
    questions, _problems = read(text)

    assert all("\n" not in question.text for question in questions)


def test_every_outcome_has_a_heading_that_authors_are_told_of() -> None:
    docs = Path(__file__).parents[2] / "docs" / "skriva-scenarier.md"
    listed = re.findall(r"^\| `### (.+?)` \|", docs.read_text(encoding="utf-8"), re.MULTILINE)

    assert listed == list(HEADINGS)


@pytest.mark.parametrize(
    "path",
    [
        bundled_guides() / f"{path.stem}.md"
        for path in sorted((bundled_scenarios() / "bystander").glob("*.yaml"))
    ],
    ids=lambda path: path.stem,
)
def test_each_guide_that_comes_along_asks_for_every_outcome(path: Path) -> None:
    found = Library([bundled_scenarios()]).load(path.stem, "sv").scenario
    assert found is not None
    guide = load_guide(path, found.scenes)
    first = [each for each in guide.questions if each.scene in ("", found.start)]

    assert [problem.text() for problem in guide.problems] == []
    assert {each.outcome for each in first} == {None, *HEADINGS.values()}
    assert len({each.text for each in guide.questions}) == len(guide.questions)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of one's own."""
    monkeypatch.setenv("AJS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("AJS_LIBRARY", str(tmp_path))
    return tmp_path


def test_a_guide_of_ones_own_comes_before_the_one_that_comes_along(folder: Path) -> None:
    assert find_guide("hotellrummet") == bundled_guides() / "hotellrummet.md"

    (folder / "hotellrummet.md").write_text("# Vår egen\n", encoding="utf-8")

    assert find_guide("hotellrummet") == folder / "hotellrummet.md"
    assert find_guide("finns-inte") is None


def test_a_guide_that_cannot_be_read_gives_no_questions(folder: Path) -> None:
    told = scenario({"kaffet": {"text": "Hej.", "choices": [choice("a", "b")]}, "b": ending("B")})
    stories = {told.id: compile_story(told)}
    file = folder / f"{told.id}.md"

    assert questions_for(stories) == {told.id: ()}
    file.write_text(f"## {SECTION}\n- Varför?\n", encoding="utf-8")
    assert questions_for(stories) == {told.id: (GuideQuestion("Varför?"),)}
    file.write_bytes(b"\xff\xfe\x00")
    assert questions_for(stories) == {told.id: ()}


def test_a_meeting_in_another_language_gets_no_swedish_questions(folder: Path) -> None:
    told = scenario(
        {"kaffet": {"text": "Hi.", "choices": [choice("a", "b")]}, "b": ending("B")}, language="en"
    )
    (folder / f"{told.id}.md").write_text(f"## {SECTION}\n- Varför?\n", encoding="utf-8")

    assert questions_for({told.id: compile_story(told)}) == {}
