"""Running text whose lists keep their shape when lines wrap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from typing_extensions import override

from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.widgets.rows import RowVisual

_BULLET = "  •  "
_EMPTY = Content("")


class Stacked(Visual):
    """Visuals below each other."""

    def __init__(self, visuals: Iterable[Visual]) -> None:
        self.visuals: Sequence[Visual] = tuple(visuals)

    @override
    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    @override
    def get_height(self, rules: RulesMap, width: int) -> int:
        return sum(visual.get_height(rules, width) for visual in self.visuals)

    @override
    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        strips = [
            strip
            for visual in self.visuals
            for strip in visual.render_strips(width, None, style, options)
        ]
        return strips if height is None else strips[:height]


def prose(text: str) -> Stacked:
    """Paragraphs, and list items that begin with a bullet, to be drawn exactly as they are."""
    return Stacked(_line(line) for line in text.split("\n"))


def labelled(label: Content, text: Content) -> RowVisual:
    """A label to the left and a text that wraps beside it."""
    return RowVisual(label, text, _EMPTY, beside=0, below=False)


def _line(line: str) -> Visual:
    if line.startswith(_BULLET):
        return labelled(literal_line(_BULLET), literal_line(line.removeprefix(_BULLET)))
    return literal(line)
