"""A list in which nothing is marked until somebody marks it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.widgets.option_list import Option
from typing_extensions import override

from ajs_trainer.locale import N_
from ajs_trainer.tui.widgets.rows import Rows, RowVisual

DIGITS = "123456789"


class OpenRows(Rows, inherit_bindings=False):
    """Rows without a default, so that nobody is nudged and a hasty Enter decides nothing.

    Enter belongs to the screen, Page Up and Page Down to the text around. A digit, the space
    bar or a click posts ``OptionSelected``.
    """

    DEFAULT_CSS = """
    OpenRows {
        scrollbar-color: $panel;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", show=False),
        Binding("down", "cursor_down", show=False),
        Binding("space", "select", show=False),
        *(
            Binding(
                digit,
                f"choose('{digit}')",
                N_("Choose"),
                tooltip=N_("Choose the row with this digit."),
                show=False,
            )
            for digit in DIGITS
        ),
    ]

    def show_open(self, rows: Iterable[Option]) -> None:
        """Replace the rows; none is marked."""
        self.set_options(rows)
        self.highlighted = None
        self.follow()

    @property
    def marked(self) -> str | None:
        """The id of the marked row."""
        option = self.highlighted_option
        return option.id if option else None

    @property
    def offered(self) -> int:
        """How many rows can be chosen."""
        return sum(not option.disabled for option in self.options)

    def lines(self, width: int) -> int:
        """How many lines the rows take at a width."""
        visuals = (option.prompt for option in self.options)
        return sum(v.get_height({}, width) for v in visuals if isinstance(v, RowVisual))

    @override
    def cursor_place(self) -> Offset | None:
        return super().cursor_place() if self.highlighted is not None else Offset(2, 0)
