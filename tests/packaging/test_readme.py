"""The README: two commands that set up, the same that the checks run, and links that hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")

START = "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/ajs"
TEST = "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest"
START_WINDOWS = r"py -m venv .venv; .venv\Scripts\pip install -e .; .venv\Scripts\ajs"
TEST_WINDOWS = r'py -m venv .venv; .venv\Scripts\pip install -e ".[dev]"; .venv\Scripts\pytest'


def blocks() -> list[str]:
    """The commands of the README."""
    return re.findall(r"^```\n(.*?)\n```$", README, re.M | re.S)


def test_there_are_exactly_two_set_up_commands_each_with_its_windows_form() -> None:
    setting_up = [block for block in blocks() if "venv" in block]

    assert setting_up == [START, START_WINDOWS, TEST, TEST_WINDOWS]


def test_the_checks_run_the_same_test_command() -> None:
    assert TEST in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_the_swedish_start_comes_first() -> None:
    assert README.index("## Kom igång (svenska)") < README.index(START) < README.index("## What")


def test_the_swedish_start_page_has_the_same_command() -> None:
    page = (ROOT / "docs" / "kom-igang.md").read_text(encoding="utf-8")

    assert START in page
    assert START_WINDOWS in page


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (ROOT / target).exists(), target
