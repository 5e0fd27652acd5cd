"""Words that a workplace may swap: ``{avdelning}`` in a text stands for the term's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ajs_trainer.content.fields import FIELD_NAMES
from ajs_trainer.content.problems import Problems
from ajs_trainer.content.tree import Map, Mark, Seq

_TERM = re.compile(r"\{([\w-]+)\}")


def expand_terms(root: Map, problems: Problems) -> None:
    """Put each term's words where a text names it; unknown and unused terms are noted."""
    terms = root.get("terms")
    words = {}
    if isinstance(terms, Map):
        words = {name: text for name, text in terms.items() if isinstance(text, str)}
    known = _are_known(root, problems)
    used: set[str] = set()
    for parent, key, text, mark in _texts(root):
        for match in _TERM.finditer(text):
            name = match[1]
            used.add(name)
            if name not in words and known:
                meant = problems.closest(name, words)
                used.add(meant)
                problems.add("T402", mark.value, term=name, suggestion=meant)
        if words:
            parent[key] = _TERM.sub(lambda match: words.get(match[1], match[0]), text)  # type: ignore[index]
    if isinstance(terms, Map):
        for name in words.keys() - used:
            problems.add("T403", terms.marks[name].key, term=name)


def _are_known(root: Map, problems: Problems) -> bool:
    """Whether the terms could be read; if not, nothing is said of what they lack."""
    terms = root.get("terms")
    if terms is None:
        return all(field in FIELD_NAMES for field in root)
    if not isinstance(terms, Map):
        return False
    wrong = problems.error_lines()
    marks = [root.marks["terms"], *terms.marks.values()]
    return all(isinstance(words, str) for words in terms.values()) and not any(
        mark.value[:2] in wrong for mark in marks
    )


def _texts(root: Map) -> Iterator[tuple[Map | Seq, str | int, str, Mark]]:
    """Every text with a brace in it, outside ``terms``."""
    waiting: list[Map | Seq] = [root]
    while waiting:
        node = waiting.pop()
        places: list[tuple[str | int, str | Map | Seq, Mark]]
        if isinstance(node, Map):
            places = [(key, node[key], mark) for key, mark in node.marks.items()]
        else:
            places = [(number, node[number], mark) for number, mark in enumerate(node.marks)]
        for key, child, mark in places:
            if isinstance(child, str):
                if "{" in child:
                    yield node, key, child, mark
            elif not (node is root and key == "terms"):
                waiting.append(child)
