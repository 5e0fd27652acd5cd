"""Catalogue, pages and tests are one: no code without a page, no page that is not true."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

from ajs_trainer.content import source
from ajs_trainer.content.catalogue import CATALOGUE
from ajs_trainer.content.scanning import PlainLoader
from tests.content.pages import FOLDER, examples

PAGES = sorted(path for path in FOLDER.glob("*.md") if path.stem != "README")
SEVERITIES = {"error": "fel", "warning": "varning", "note": "anmärkning"}
SECTIONS = ["Vad det betyder", "Varför det spelar roll", "Så här blir det fel", "Så här rättar du"]


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the parsers that a computer may have."""
    if request.param == "python":
        monkeypatch.setattr(source, "_Loader", PlainLoader)
    elif not source.WITH_LIBYAML:
        pytest.skip("PyYAML was built without libyaml")


def test_each_code_has_a_page_and_each_page_a_code() -> None:
    assert {page.stem for page in PAGES} == set(CATALOGUE)


def test_the_index_is_the_one_that_the_pages_give() -> None:
    folder = Path(__file__).parents[2] / "scripts"
    spec = importlib.util.spec_from_file_location("problem_index", folder / "problem_index.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == module.index()


def test_every_code_is_raised_somewhere() -> None:
    content = Path(__file__).parents[2] / "ajs_trainer" / "content"
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in content.rglob("*.py")
        if path.parent.name != "catalogue"
    )
    raised = set(re.findall(r'"([A-Z]\d{3})"', code))
    assert raised == set(CATALOGUE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_its_parts(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert text.startswith(f"# {page.stem} – ")
    assert f"Allvar: {SEVERITIES[CATALOGUE[page.stem].severity]}" in text
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    assert re.findall(r"^## (.*)$", prose, re.MULTILINE) == SECTIONS


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_bad_example_gives_exactly_its_code_at_its_line(page: Path, tmp_path: Path) -> None:
    bad, _repaired = examples(page)
    found = [(problem.code, problem.line) for problem in bad.check(tmp_path).problems]
    assert bad.line
    assert found == [(page.stem, bad.line)]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_repaired_example_gives_nothing(page: Path, tmp_path: Path) -> None:
    _bad, repaired = examples(page)
    assert [problem.text() for problem in repaired.check(tmp_path).problems] == []
