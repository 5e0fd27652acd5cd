"""Whatever a file holds, reading it ends, in bounded time and memory, with places."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ajs_trainer.content import load, reading, source
from ajs_trainer.content.checks import check
from ajs_trainer.content.problems import Problems
from ajs_trainer.content.structure import build
from ajs_trainer.content.terms import expand_terms
from ajs_trainer.model import Scenario
from tests.content.reading import GOOD, spots, tree

PIECES = st.one_of(
    st.sampled_from(["\t", "- ", ": ", "'", '"', "{", "}", "[", "]", "#", "&a", "*a", "!x", "|"]),
    st.sampled_from([">", "%", "@", "\u00a0", "\u200b", "\ud7ff", "å", "–", "\n", "\n  ", "---\n"]),
    st.sampled_from(["...", "\\", "<<: ", "? ", "goto: ", "choices:", "needs: [x]", "ending:"]),
    st.sampled_from(["text:", "scenes:", "id: ", "draft: ja"]),
)


def whole(raw: bytes) -> Problems:
    """Everything that is done to a file, without the file."""
    problems = Problems()
    root = reading.parse_root(raw, "fil.yaml", problems)
    if root is not None:
        expand_terms(root, problems)
        scenario = build(root, problems, Scenario)
        if scenario is not None:
            check(scenario, root, problems)
    return problems


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_damaged_file_gives_problems_with_places_or_nothing(data: st.DataObject) -> None:
    text = GOOD
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 12))
        text = text[:at] + data.draw(PIECES) + text[at + cut :]
    lines = text.split("\n")
    for problem in whole(text.encode("utf-8", "replace")):
        assert 1 <= problem.line <= len(lines) + 1
        assert problem.column >= 1
        assert problem.text().startswith(
            f"fil.yaml:{problem.line}:{problem.column}: {problem.code}"
        )


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_can_be_read(raw: bytes) -> None:
    for problem in whole(raw):
        assert problem.message
        assert problem.hint


def _bomb(levels: int) -> str:
    rows = ["a0: &a0 [" + ",".join(["lol"] * 9) + "]"]
    rows += [f"a{n}: &a{n} [" + ",".join([f"*a{n - 1}"] * 9) + "]" for n in range(1, levels)]
    return "\n".join(rows)


def _merge_bomb(levels: int) -> str:
    rows = ["m0: &m0 {k0: x}"]
    for n in range(1, levels):
        rows.append(f"m{n}: &m{n} {{<<: [" + ",".join([f"*m{n - 1}"] * 9) + f"], k{n}: x}}")
    return "\n".join(rows)


BOMBS = {
    "aliases": _bomb(12),
    "merges": _merge_bomb(10),
    "self": "a: &a [*a]",
    "flow deep": "[" * 100_000,
    "flow deep, closed": "[" * 1_900 + "]" * 1_900,
    "sequence deep": "- " * 1_900 + "x",
    "map deep": "".join(" " * n + "k:\n" for n in range(1_000)),
    "one long line": "t: " + "a" * 900_000,
    "one long list": "[" + "a," * 1_900 + "]",
    "many keys": "".join(f"k{n}: v\n" for n in range(90_000)),
    "many anchors": "".join(f"- &a{n} x\n" for n in range(80_000)),
    "many documents": "--- x\n" * 150_000,
    "questions": "? " * 1_900,
    "colons": ": " * 1_900,
    "tabs": "\t" * 3_000 + "x: y\n",
    "tab lines": ("\t" * 20 + "x: y\n") * 40_000,
    "open quotation": 't: "' + "a\n" * 490_000,
    "open quotations": ('t: "a\n' * 160_000),
    "comments": "#" + "x" * 900 + "\n" + ("#" + "x" * 900 + "\n") * 1_000,
    "garbled": "Ã¥" * 900 + ("\n" + "Ã¥" * 900) * 500,
    "at signs": ("a@" * 1_900 + "\n") * 250,
    "digits": ("1 " * 1_900 + "\n") * 250,
    "colon slips": "".join(f"k{n}: a: b\n" for n in range(9_000)),
    "braces": "t: '" + "{a" * 1_900 + "'",
}

CHILD = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
from tests.content.test_never_breaks import BOMBS, whole
from ajs_trainer.content import reading, source
if sys.argv[1] == "python":
    source._Loader = source.PlainLoader
    source.WITH_LIBYAML = reading.WITH_LIBYAML = False
for name in sys.argv[2:]:
    print(name, sorted({problem.code for problem in whole(BOMBS[name].encode())}), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs resource limits")
@pytest.mark.parametrize("parser", ["libyaml", "python"])
@pytest.mark.parametrize("name", sorted(BOMBS))
def test_a_bomb_is_refused(name: str, parser: str) -> None:
    child = subprocess.run(
        [sys.executable, "-c", CHILD, parser, name],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
    )
    assert child.returncode == 0, child.stderr[-500:]
    assert child.stdout.startswith(f"{name} [")
    assert "[]" not in child.stdout


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_only_an_ordinary_file_is_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "prov.yaml"
    os.mkfifo(pipe)
    link = tmp_path / "lank.yaml"
    link.symlink_to(tmp_path / "finns-inte")
    for path in (pipe, link, tmp_path, Path(os.devnull)):
        assert spots(load.load_file(path).problems) == [("F001", 1, 1)]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "prov.yaml"
    path.write_bytes(b"#" * 1_000_001)
    assert spots(load.load_file(path).problems) == [("F002", 1, 1)]


def test_reading_a_file_opens_no_other(tmp_path: Path) -> None:
    path = tmp_path / "prov.yaml"
    path.write_text(GOOD + "bild: ../../hemligt\nmall: \\\\server\\delning\\x\n", encoding="utf-8")
    opened: list[str] = []

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event == "open" and listening:
            opened.append(str(args[0]))

    listening = False
    sys.addaudithook(hook)
    load.load_file(path)
    listening = True
    load.load_file(path)
    listening = False
    assert set(opened) == {str(path)}


def test_pythons_own_parser_reads_the_same_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    fast = tree(GOOD.encode())
    monkeypatch.setattr(source, "_Loader", yaml.SafeLoader)
    assert tree(GOOD.encode()) == fast
