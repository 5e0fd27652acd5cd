"""Skills, role-plays, exercises and the plans that use them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ajs_trainer.content import fields
from ajs_trainer.content.bundled import bundled_scenarios
from ajs_trainer.content.kinds import KINDS
from ajs_trainer.content.library import Library
from ajs_trainer.content.load import load_file
from ajs_trainer.content.shelf import shelf
from ajs_trainer.model.exercise import ANSWERS, Exercise
from ajs_trainer.model.fields import Model
from ajs_trainer.model.plan import Plan
from ajs_trainer.model.roleplay import RolePlay
from ajs_trainer.model.skill import Skill
from ajs_trainer.model.vocabulary import FORMS, KKA_STRATEGIES
from tests.content.practice import EXERCISE, FILES, PLAN, ROLEPLAY, SKILL, load, shelved
from tests.content.reading import codes, load_text, spots


def spot(text: str, mark: str) -> int:
    """The line on which something stands."""
    return next(n for n, line in enumerate(text.split("\n"), 1) if mark in line)


@pytest.mark.parametrize("name", FILES)
def test_every_kind_is_read_without_a_remark(tmp_path: Path, name: str) -> None:
    loaded = load(tmp_path, name, FILES[name])
    assert [problem.text() for problem in loaded.problems] == []
    assert loaded.document is not None


def test_a_document_is_of_its_own_kind_only(tmp_path: Path) -> None:
    loaded = load(tmp_path, "lyssna-klart", SKILL)
    skill = loaded.of(Skill)
    assert skill is not None
    assert skill.strategy == "relationship"
    assert [skill.is_working_material(each) for each in skill.behaviours].count(True) == 1
    assert (loaded.scenario, loaded.plan, loaded.of(RolePlay)) == (None, None, None)


def test_what_is_left_out_of_a_role_play_has_a_default(tmp_path: Path) -> None:
    roleplay = load(tmp_path, "luren", ROLEPLAY).of(RolePlay)
    assert roleplay is not None
    assert roleplay.rounds == 3
    assert roleplay.minutes.model_dump() == {
        "setup": 2, "play": 4, "feedback": 5, "retry": 2, "swap": 1
    }  # fmt: skip
    assert roleplay.minutes.total == 14


CASES = [
    ("lyssna-klart", "strategy: relationship", "strategy: relation", ["M204"]),
    ("lyssna-klart", "kind: skill", "kind: färdighet", ["M210"]),
    ("luren", "kind: roleplay", "kind: rollspel", ["M210"]),
    ("pa-fikat", "kind: exercise\n", "", ["M201"]),
    ("lyssna-klart", "id: upprepar", "id: vander-sig", ["M208"]),
    ("lyssna-klart", "harms: [Tittar på klockan.]", "harms: []", ["M207"]),
    ("lyssna-klart", "  - {id: upprepar, text: Säger med egna ord vad klienten sa.}\n", "",
     ["K901"]),
    ("lyssna-klart", "working_material: true", "working_material: kanske", ["M211"]),
    ("lyssna-klart", "why: Den", "varför: Den", ["M201", "M202"]),
    ("lyssna-klart", "behaviours:", "beteenden:", ["M202"]),
    ("luren", "skill: lyssna-klart", "skill: lyssna-klar", ["K905"]),
    ("luren", "id: viska", "id: vander", ["M208"]),
    ("luren", "after: 60", "after: 240", ["K903"]),
    ("luren", "after: 60", "after: snart", ["M205"]),
    ("luren", "to: staff", "to: observer", ["M204"]),
    ("luren", "  - {id: viska, to: staff, text: Kollegan ropar.}\n", "", ["K901"]),
    ("luren", "  task: Avsluta samtalet.\n", "", ["M201"]),
    ("luren", "staff:\n  situation: Tre står i kö.\n  task: Avsluta samtalet.", "staff: Avsluta.",
     ["M203"]),
    ("luren", "skill: lyssna-klart", "skill: lyssna-klart\nminutes: tolv", ["M203"]),
    ("luren", "skill: lyssna-klart", "skill: lyssna-klart\nrounds: 7", ["M205"]),
    ("luren", "Tre står i kö.", "Tre står i kö. " * 60, ["K902"]),
    ("pa-fikat", "[Ja., Nej.]", "[Ja., Nej., Kanske.]", ["K904"]),
    ("pa-fikat", "    answers: [Ja., Nej.]\n", "", ["K904"]),
    ("pa-fikat", "form: line", "form: linje", ["M204"]),
    ("pa-fikat", "form: line", "form: hot-chair", ["K904"]),
    ("pa-fikat", '    follow_up: ["Hur märks det?"]\n', "", ["M201"]),
    ("blockdag", "exercise: pa-fikat", "exercise: pa-fikan", ["K905"]),
    ("blockdag", "roleplay: luren", "roleplay: lyssna-klart", ["K905"]),
    ("blockdag", ", exercise: pa-fikat", "", ["M201"]),
    ("blockdag", "kind: exercise, minutes: 15", "kind: discussion, minutes: 15", ["P703"]),
    ("blockdag", "roleplay: luren", "roleplay: luren, scenes: 2", ["P703"]),
    ("blockdag", "kind: roleplay", "kind: rolplay", ["M204"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "expected"), CASES)
def test_one_mistake_is_one_problem(
    tmp_path: Path, name: str, old: str, new: str, expected: list[str]
) -> None:
    text = FILES[name].replace(old, new)
    assert text != FILES[name]
    loaded = load(tmp_path, name, text)
    assert sorted(codes(loaded)) == expected
    assert (loaded.document is None) == (expected != ["K902"])


def test_a_problem_stands_where_it_is(tmp_path: Path) -> None:
    text = ROLEPLAY.replace("after: 60", "after: 240").replace("skill: lyssna", "skill: lysna")
    assert spots(load(tmp_path, "luren", text).problems) == [
        ("K905", spot(text, "skill:"), 8),
        ("K903", spot(text, "after:"), 37),
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "meant"),
    [
        ("luren", "skill: lyssna-klart", "skill: lyssna-klar", "lyssna-klart"),
        ("blockdag", "exercise: pa-fikat", "exercise: pa-fika", "pa-fikat"),
        ("lyssna-klart", "kind: skill", "kind: skil", "skill"),
    ],
)
def test_what_was_meant_is_suggested(
    tmp_path: Path, name: str, old: str, new: str, meant: str
) -> None:
    (problem,) = load(tmp_path, name, FILES[name].replace(old, new)).problems
    assert problem.values["suggestion"] == meant


def test_the_hint_for_an_unknown_kind_lists_all(tmp_path: Path) -> None:
    (problem,) = load_text(
        tmp_path, (Path(__file__).parent / "data" / "luckan.yaml").read_text(encoding="utf-8")
        .replace("kind: scenario", "kind: saga"), "luckan.yaml"
    ).problems  # fmt: skip
    assert all(kind in problem.hint for kind in ("scenario", *KINDS))


@pytest.mark.parametrize("form", FORMS)
def test_answers_count_by_form(tmp_path: Path, form: str) -> None:
    for count in range(5):
        answers = ", ".join(f"Svar {number}." for number in range(count))
        text = EXERCISE.replace("form: line", f"form: {form}").replace("Ja., Nej.", answers)
        fits = load(tmp_path, "pa-fikat", text).of(Exercise) is not None
        assert fits == (count == ANSWERS[form])  # type: ignore[index]


def test_what_lies_beside_a_file_is_found_before_the_library(tmp_path: Path) -> None:
    (tmp_path / "rollspel").mkdir()
    (tmp_path / "fardigheter").mkdir()
    (tmp_path / "rollspel" / "luren.yaml").write_text(ROLEPLAY, encoding="utf-8")
    skill = tmp_path / "fardigheter" / "lyssna-klart.yaml"
    skill.write_text(SKILL, encoding="utf-8")
    assert load_file(tmp_path / "rollspel" / "luren.yaml").problems == ()
    skill.unlink()
    assert codes(load_file(tmp_path / "rollspel" / "luren.yaml")) == ["K905"]
    elsewhere = shelved(tmp_path / "rollspel")
    (elsewhere / "lyssna-klart.yaml").rename(skill)
    assert load_file(tmp_path / "rollspel" / "luren.yaml", known=shelf([elsewhere])).problems == ()


def test_what_comes_along_may_be_referred_to(tmp_path: Path) -> None:
    text = ROLEPLAY.replace("lyssna-klart", "effektiv-auktoritet")
    assert load_text(tmp_path, text, "luren.yaml").problems == ()


def test_the_library_tells_each_kind_and_lists_only_scenarios(tmp_path: Path) -> None:
    library = Library([shelved(tmp_path)])
    assert [each.id for each in library.skills("sv")] == ["lyssna-klart"]
    assert [each.id for each in library.roleplays("sv")] == ["luren"]
    assert [each.id for each in library.exercises("sv")] == ["pa-fikat"]
    assert [each.id for each in library.plans("sv")] == ["blockdag"]
    assert [(each.id, each.skill) for each in library.entries("sv")] == [("kon", "lyssna-klart")]
    assert library.problems == ()


def test_a_workplace_replaces_a_skill_with_its_own(tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    ours.mkdir()
    (ours / "lyssna-klart.yaml").write_text(
        SKILL.replace("title: Lyssna klart", "title: Lyssna som vi gör"), encoding="utf-8"
    )
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (found,) = Library([shelved(theirs), ours]).skills("sv")
    assert found.title == "Lyssna som vi gör"


def test_the_readers_own_language_is_chosen(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    english = SKILL.replace("language: sv", "language: en").replace("Lyssna klart", "Listen")
    (tmp_path / "en" / "lyssna-klart.yaml").write_text(english, encoding="utf-8")
    library = Library([shelved(tmp_path)])
    assert [each.title for each in library.skills("en")] == ["Listen"]
    assert [each.title for each in library.skills("sv")] == ["Lyssna klart"]


def test_a_file_with_errors_is_left_out(tmp_path: Path) -> None:
    shelved(tmp_path, luren=ROLEPLAY.replace("lyssna-klart", "finns-inte"))
    assert Library([tmp_path]).roleplays("sv") == []


def test_the_names_of_all_fields_are_known() -> None:
    def names(model: type[Model]) -> set[str]:
        found = set()
        for name, field in model.model_fields.items():
            found.add(field.alias or name)
            within = fields.model_within(field)
            found |= names(within) if within else set()
        return found

    every = set().union(*(names(kind().model) for kind in KINDS.values()))
    assert every <= fields.FIELD_NAMES
    written_out = {*fields._OF_PLANS.split(), *fields._OF_PRACTICE.split()}
    assert written_out <= every


def test_what_comes_along_covers_the_five_strategies() -> None:
    library = Library([bundled_scenarios()])
    skills = library.skills("sv")
    assert {skill.strategy for skill in skills} == set(KKA_STRATEGIES)
    assert [KKA_STRATEGIES.index(skill.strategy) for skill in skills] == sorted(
        KKA_STRATEGIES.index(skill.strategy) for skill in skills
    )
    known = {skill.id for skill in skills}
    assert len(library.roleplays("sv")) == 8
    assert {each.skill for each in library.roleplays("sv")} <= known
    assert [each.form for each in library.exercises("sv")] == [
        form for form in FORMS for _ in range(2)
    ]


def test_a_plan_keeps_what_its_steps_name(tmp_path: Path) -> None:
    plan = load(tmp_path, "blockdag", PLAN).of(Plan)
    assert plan is not None
    assert [(step.exercise, step.roleplay) for step in plan.steps] == [
        ("pa-fikat", None),
        (None, "luren"),
        (None, None),
    ]
