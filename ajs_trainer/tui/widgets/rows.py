"""A list to choose from: digits, arrows, Enter and the mouse all work."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.binding import BindingType
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Offset
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import OptionList
from textual.widgets.option_list import Option
from typing_extensions import override

from ajs_trainer.tui.commands import CHOOSE, DIGITS, DOWN, UP
from ajs_trainer.tui.widgets.cursor import CursorFollows

MARK = "▌"
"""Drawn before the marked row, so that it does not hang on colour."""

_EMPTY = Content("")


class RowVisual(Visual):
    """A lead (number), a text that wraps under itself, and a quieter text below or beside it."""

    def __init__(
        self, lead: Content, text: Content, detail: Content, beside: int, below: bool
    ) -> None:
        self.lead = lead
        self.text = text
        self.detail = detail
        self.beside = beside
        self.below = below

    @override
    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    @override
    def get_height(self, rules: RulesMap, width: int) -> int:
        left, right = self._widths(width)
        text = self.text.get_height(rules, left)
        if right:
            return max(text, self.detail.get_height(rules, right))
        return text + (self.detail.get_height(rules, left) if self._detail_below else 0)

    @override
    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        left, right = self._widths(width)
        lines = self.text.render_strips(left, None, style, options)
        detail = (
            self.detail.render_strips(right or left, None, style, options)
            if right or self._detail_below
            else []
        )
        blank = Strip.blank(self.lead.cell_length, style.rich_style)
        lead = self.lead.render_strips(self.lead.cell_length, 1, style, options)
        if right:
            lines += [Strip.blank(left, style.rich_style)] * (len(detail) - len(lines))
            lines = [
                Strip.join([line.adjust_cell_length(left, style.rich_style), *detail[y : y + 1]])
                for y, line in enumerate(lines)
            ]
        else:
            lines += detail
        strips = [Strip.join([lead[0] if y == 0 else blank, line]) for y, line in enumerate(lines)]
        return strips if height is None else strips[:height]

    @property
    def _detail_below(self) -> bool:
        return self.below and bool(self.detail.plain)

    def _widths(self, width: int) -> tuple[int, int]:
        """Width of the text, and of the detail beside it (0: below it)."""
        room = max(1, width - self.lead.cell_length - 1)
        if self.beside and self.detail.plain and room >= 2 * self.beside:
            return self.beside, room - self.beside
        return room, 0


class Row(Option):
    """One thing to choose.

    Args:
        id: What the choice is called in messages.
        text: What is read first.
        detail: A quieter line or more below it.
        digit: The digit that chooses it at once, or none.
        beside: Width of the text when the detail is put beside it, where there is room.
        below: Whether the detail is put below the text where there is no such room.
        disabled: Shown, but cannot be chosen.
    """

    def __init__(
        self,
        id: str,  # noqa: A002 - the name that Option uses
        text: Content,
        detail: Content = _EMPTY,
        *,
        digit: str = "",
        beside: int = 0,
        below: bool = True,
        disabled: bool = False,
    ) -> None:
        lead = Content.assemble("  ", (f"{digit:>1}", "$row-digit"), "  " if digit else "")
        light = detail.stylize("not bold")
        super().__init__(RowVisual(lead, text, light, beside, below), id=id, disabled=disabled)
        self.digit = digit
        self.text = text


class Between(Option):
    """A heading, or an empty line, between the rows of a list."""

    def __init__(self, heading: Content = _EMPTY) -> None:
        super().__init__(Content.assemble("  ", heading), disabled=True)


class Rows(CursorFollows, OptionList):
    """A list to choose from.

    Posts ``OptionList.OptionHighlighted`` and ``OptionList.OptionSelected``; a digit chooses
    its row at once. The terminal cursor follows the marked row.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *(command.binding() for command in (CHOOSE, *DIGITS, UP, DOWN)),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--mark"}

    def __init__(
        self,
        *rows: Option,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(*rows, id=id, classes=classes, markup=False)

    def show_rows(self, rows: Iterable[Option], marked: str = "") -> None:
        """Replace the rows; the mark stays, goes to the row with the id ``marked``, or first."""
        before = self.highlighted_option
        wanted = marked or (before.id if before else None)
        self.set_options(rows)
        self.action_first()
        for index, option in enumerate(self.options):
            if option.id == wanted is not None and not option.disabled:
                self.highlighted = index
        self.follow()

    def mark(self, row: str) -> None:
        """Mark the row with this id."""
        self.highlighted = self.get_option_index(row)

    def action_choose(self, digit: str) -> None:
        """Mark and choose the row with this digit, when there is one."""
        for index, option in enumerate(self.options):
            if isinstance(option, Row) and option.digit == digit and not option.disabled:
                self.highlighted = index
                self.action_select()
                return

    @override
    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        if self.highlighted is None or _row_of(strip) != self.highlighted:
            return strip
        marked = self.get_component_rich_style("option-list--option-highlighted")
        one_colour = RichStyle(color=marked.color)
        segments = Segment.apply_style(strip, post_style=one_colour)
        bar = self.get_component_rich_style("rows--mark", partial=True)
        first = Segment(MARK, marked + bar + RichStyle(meta={"option": self.highlighted}))
        return Strip.join([Strip([first], 1), Strip(segments).crop(1)])

    @override
    def cursor_place(self) -> Offset | None:
        for y in range(self.scrollable_content_region.height):
            if _row_of(super().render_line(y)) == self.highlighted is not None:
                return Offset(2, y)
        return None

    @override
    def watch_highlighted(self, highlighted: int | None) -> None:
        super().watch_highlighted(highlighted)
        self.follow()


def _row_of(strip: Strip) -> int | None:
    """The number of the row that a drawn line belongs to, as the mouse finds it."""
    for segment in strip:
        if segment.style is not None and "option" in segment.style.meta:
            number: int = segment.style.meta["option"]
            return number
    return None
