"""Promises (``expect``) are proved over every reachable state."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.reading import GOOD, load_text, spots


def promised(promise: str) -> str:
    text = GOOD.replace("start: kaffet", f"expect:\n  - {{{promise}}}\nstart: kaffet")
    return text.replace("goto: slut", "goto: slut\n        sets: [sagt]")


@pytest.mark.parametrize(
    ("promise", "code"),
    [
        ("can-reach: slut, after: any", None),
        ("after: kaffet/fraga, can-reach: sagt", None),
        ("every-ending-has: wait", None),
        ("every-ending-has: direct", None),
        ("every-ending-has: support", "G312"),
        ("every-ending-has: sagt", "G312"),
        ("after: kafe, can-reach: slut", "G314"),
        ("after: kaffet/nej, can-reach: slut", "G314"),
        ("can-reach: inget", "G314"),
        ("every-ending-has: mod", "G314"),
        ("after: , can-reach: slut", None),
        ("after: any", "M218"),
        ("can-reach: slut, every-ending-has: wait", "M218"),
    ],
)
def test_a_promise_holds_or_is_broken(tmp_path: Path, promise: str, code: str | None) -> None:
    found = spots(load_text(tmp_path, promised(promise)).problems)
    if code is None and "sagt" not in promise:
        assert found == [("G307", 25, 16)]
    else:
        assert [spot[0] for spot in found if spot[0] != "G307"] == ([code] if code else [])


def test_a_broken_promise_shows_a_way(tmp_path: Path) -> None:
    text = GOOD.replace("start: kaffet", "expect:\n  - {can-reach: slut}\nstart: kaffet")
    text = text.replace("goto: efterat", "goto: mellan").replace(
        "  efterat:\n",
        "  mellan:\n    text: x\n    choices:\n"
        "      - {id: a, text: A., when: after, strategy: wait, goto: efterat}\n"
        "      - {id: b, text: B., when: after, strategy: wait, goto: efterat}\n"
        "  efterat:\n",
    )
    (problem,) = load_text(tmp_path, text).problems
    assert problem.code == "G312"
    assert "kaffet/vantar" in problem.message
