"""``ajs check`` and ``ajs list``."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from ajs_trainer.content.bundled import bundled_scenarios
from tests.cli.conftest import Call

SMALL = """\
format: 1
kind: scenario
id: {name}
language: sv
title: {title}
summary: Någon säger något.
setting: prison
relation: colleague-colleague
grounds: [sex]
severity: banter
minutes: 5
start: a
scenes:
  a:
    text: Du står i korridoren.
    choices:
      - {{id: c, text: Frågar., when: during, strategy: direct, goto: {target}}}
      - {{id: d, text: Väntar., when: during, strategy: wait, goto: z}}
  z:
    ending: {{title: Slut, text: Det är över.}}
  y:
    ending: {{title: Annat slut, text: Det är också över.}}
"""


def write_scenario(folder: Path, name: str = "provet", target: str = "y", **more: str) -> Path:
    """Write a small scenario; with an unknown target it has one error."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.yaml"
    text = SMALL.format(name=name, title=more.get("title", "Provet"), target=target)
    path.write_text(text + more.get("end", ""), encoding="utf-8")
    return path


def test_all_shipped_content_is_ready_for_release(ajs: Call) -> None:
    found = ajs("check", "--release")

    assert found.code == 0, found.out
    assert "no errors" in found.err


def test_a_guide_is_checked_against_its_scenario(ajs: Call, tmp_path: Path) -> None:
    write_scenario(tmp_path)
    guide = tmp_path / "provet.md"
    guide.write_text("## Frågor efter valet: (b)\n\n- Varför?\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("## Frågor efter valen\n", encoding="utf-8")

    alone, folder = (ajs("check", path) for path in (guide, tmp_path))

    for found in (alone, folder):
        assert found.code == 1
        assert found.out.startswith(f"{guide}:1:4: H802")
    assert alone.err == "1 file, 1 error.\n"
    assert folder.err == "2 files, 1 error.\n"


def test_a_guide_of_a_shipped_scenario_is_checked_against_it(ajs: Call, tmp_path: Path) -> None:
    guide = tmp_path / "hotellrummet.md"
    guide.write_text("## Frågor efter valet: bilan\n\n- Varför?\n", encoding="utf-8")

    assert "did you mean “bilen”?" in ajs("check", guide).out


def test_without_a_path_own_scenarios_are_checked_too(ajs: Call, home: Path) -> None:
    write_scenario(home / "scenarios", target="ingenstans")

    found = ajs("check")

    assert found.code == 1
    assert "provet.yaml:17:" in found.out


def test_an_error_is_one_line_with_its_place_and_what_to_do(ajs: Call, tmp_path: Path) -> None:
    path = write_scenario(tmp_path, target="ingenstans")

    found = ajs("check", path)

    line = next(line for line in found.out.splitlines() if "ingenstans" in line)
    place, code = line.removeprefix(f"{path}:").split(": ", 1)
    number, written = next(
        (number, text)
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if "ingenstans" in text
    )
    assert place == f"{number}:{written.index('ingenstans') + 1}"
    assert code[0].isupper()
    assert code[1:4].isdecimal()
    assert line.endswith(")")
    assert found.code == 1
    assert found.err == "1 file, 1 error, 1 warning.\n"


def test_the_sentence_at_the_end_in_swedish(ajs: Call, tmp_path: Path) -> None:
    write_scenario(tmp_path)
    write_scenario(tmp_path, "andra")

    assert ajs("check", tmp_path, language="sv").err == "2 filer, inga fel.\n"


def test_warnings_and_notes_alone_are_no_failure(ajs: Call, tmp_path: Path) -> None:
    path = write_scenario(tmp_path, target="z")

    found = ajs("check", path)

    assert found.code == 0
    assert "1 warning" in found.err


def test_a_draft_is_refused_at_release_only(ajs: Call, tmp_path: Path) -> None:
    path = write_scenario(tmp_path, end="    draft: true\n")

    assert ajs("check", path).code == 0
    assert ajs("check", path, "--release").code == 1


def test_a_folder_is_searched_and_each_file_checked_once(ajs: Call, tmp_path: Path) -> None:
    path = write_scenario(tmp_path / "a" / "b")

    assert ajs("check", tmp_path, path, tmp_path / "a").err == "1 file, no errors.\n"


def test_json_has_the_same_findings(ajs: Call, tmp_path: Path) -> None:
    path = write_scenario(tmp_path, target="ingenstans")
    lines = ajs("check", path).out.splitlines()

    found = json.loads(ajs("check", path, "--format", "json").out)

    assert [
        f"{p['file']}:{p['line']}:{p['column']}: {p['code']} {p['message']} ({p['hint']})"
        for p in found
    ] == lines
    assert {p["severity"] for p in found} == {"error", "warning"}


def test_json_without_findings_is_an_empty_list(ajs: Call, tmp_path: Path) -> None:
    assert json.loads(ajs("check", write_scenario(tmp_path), "--format", "json").out) == []


def test_a_path_that_is_not_there(ajs: Call, tmp_path: Path) -> None:
    found = ajs("check", tmp_path / "borta.yaml")

    assert found.code == 2
    assert "There is no file or folder" in found.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_ordinary_file_is_refused_at_once(ajs: Call, tmp_path: Path) -> None:
    pipe = tmp_path / "ror.yaml"
    os.mkfifo(pipe)
    dangling = tmp_path / "ingenstans.yaml"
    dangling.symlink_to(tmp_path / "borta")

    for path in (pipe, dangling, Path("/dev/zero")):
        found = ajs("check", path)
        assert found.code == 1
        assert f"{path}:1:1: F001" in found.out


@pytest.mark.skipif(os.name == "nt", reason="such names cannot exist there")
def test_a_file_name_cannot_steer_the_terminal(ajs: Call, tmp_path: Path) -> None:
    path = tmp_path / "\x1b[2J[red]\n.yaml"
    path.write_text("", encoding="utf-8")

    found = ajs("check", path)

    assert "\x1b" not in found.out + found.err
    assert "[red]" in found.out
    assert len(found.out.splitlines()) == 1


def test_a_translation_finds_its_base_in_the_library(ajs: Call, tmp_path: Path) -> None:
    """A translation that lies far from what it translates."""
    source = next((bundled_scenarios() / "en").glob("*.yaml"))
    path = shutil.copy(source, tmp_path)

    found = ajs("check", path)

    assert found.code == 0, found.out


def test_problems_are_told_in_swedish(ajs: Call, tmp_path: Path) -> None:
    path = write_scenario(tmp_path, target="ingenstans")

    assert ajs("check", path, language="sv").out != ajs("check", path).out


def test_the_list_has_every_scenario_with_its_facts(ajs: Call) -> None:
    found = ajs("list", language="sv")

    assert found.code == 0
    for path in (bundled_scenarios() / "bystander").glob("*.yaml"):
        assert f"{path.stem}\n" in found.out
    assert "häkte" in found.out
    assert "minuter" in found.out


def test_the_list_speaks_the_language_where_there_is_a_translation(ajs: Call) -> None:
    swedish, english = (
        {
            entry["id"]: entry
            for entry in json.loads(ajs("list", "--format", "json", language=x).out)
        }
        for x in ("sv", "en")
    )

    assert swedish.keys() == english.keys()
    for name, entry in english.items():
        if entry["skill"]:
            continue
        assert entry["language"] == "en"
        assert entry["summary"] != swedish[name]["summary"]


@pytest.mark.parametrize(
    ("arguments", "field", "value"),
    [
        (["--setting", "remand"], "setting", "remand"),
        (["--setting", "Häkte"], "setting", "remand"),
        (["--relation", "colleague-client"], "relation", "colleague-client"),
        (["--ground", "ethnicity"], "grounds", "ethnicity"),
        (["--ground", "etnisk tillhörighet"], "grounds", "ethnicity"),
    ],
)
def test_the_list_can_be_narrowed(ajs: Call, arguments: list[str], field: str, value: str) -> None:
    found = json.loads(ajs("list", *arguments, "--format", "json", language="sv").out)

    assert found
    assert all(value == entry[field] or value in entry[field] for entry in found)
    assert len(found) < len(json.loads(ajs("list", "--format", "json").out))


def test_the_list_can_be_narrowed_by_time(ajs: Call, home: Path) -> None:
    write_scenario(home / "scenarios")

    found = json.loads(ajs("list", "--minutes", "5", "--format", "json").out)

    assert [entry["id"] for entry in found] == ["provet"]


def test_an_empty_list_has_its_own_exit_code(ajs: Call) -> None:
    found = ajs("list", "--minutes", "1")

    assert found.code == 1
    assert found.out == ""
    assert found.err == "There is no such scenario.\n"


def test_a_file_that_cannot_be_listed_is_told_about(ajs: Call, tmp_path: Path) -> None:
    write_scenario(tmp_path)
    (tmp_path / "trasig.yaml").write_text("- nej\n", encoding="utf-8")

    found = ajs("list", "--library", tmp_path)

    assert "provet\n" in found.out
    assert "trasig.yaml:1:1:" in found.err
