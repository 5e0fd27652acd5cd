"""Measure the source against its size budgets, and report what is longer than wished."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "ajs_trainer"

FILE_LINES = 400
FILE_LINES_WISHED = 300
FUNCTION_LINES = 40
PUBLIC_METHODS = 15
APP_LINES = 150


def sources(root: Path = PACKAGE) -> list[Path]:
    """Every source file of the program."""
    return sorted(root.rglob("*.py"))


def lines(path: Path) -> int:
    """How many lines a file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


def too_much(path: Path) -> Iterator[str]:
    """What in a file is over a budget that must hold."""
    if lines(path) > FILE_LINES:
        yield f"{path.name}: {lines(path)} lines"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                yield f"{path.name}:{node.lineno} {node.name}: {length} lines"
        elif isinstance(node, ast.ClassDef):
            count = len(_public_methods(node))
            if count > PUBLIC_METHODS:
                yield f"{path.name}:{node.lineno} {node.name}: {count} public methods"


def _public_methods(node: ast.ClassDef) -> set[str]:
    """The names, so that a property with a setter counts once."""
    return {
        item.name
        for item in node.body
        if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)
        and not item.name.startswith("_")
    }


if __name__ == "__main__":
    for source in sources():
        for finding in too_much(source):
            print(f"too much: {finding}")
        if FILE_LINES_WISHED < lines(source) <= FILE_LINES:
            print(f"longer than wished: {source.relative_to(PACKAGE)}: {lines(source)} lines")
