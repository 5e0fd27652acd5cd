"""Choose which scenarios are shown: each row steps through its values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

from ajs_trainer.locale import N_, _, ngettext
from ajs_trainer.model.names import GROUND_NAMES, RELATION_NAMES, SETTING_NAMES
from ajs_trainer.tui.base import AjsModal
from ajs_trainer.tui.commands import Command
from ajs_trainer.tui.finding import KIND_NAMES, KINDS, Wanted, values
from ajs_trainer.tui.literal import literal_line
from ajs_trainer.tui.services import Entry
from ajs_trainer.tui.widgets.rows import Between, Row, Rows

_NAME_WIDTH = 14
_LABELS = {
    "setting": N_("Workplace"),
    "relation": N_("Relation"),
    "ground": N_("Ground"),
    "minutes": N_("Time"),
    "kind": N_("Type"),
}
_NAMES = {
    "setting": SETTING_NAMES,
    "relation": RELATION_NAMES,
    "ground": GROUND_NAMES,
    "kind": KIND_NAMES,
}
_NEXT = Command("turn(1)", "right", N_("Next"), N_("Take the next value."), priority=True)
_BEFORE = Command("turn(-1)", "left", N_("Previous"), N_("Take the value before."), priority=True)
_DONE = Command("back", "escape,f2", N_("Done"), N_("Show the scenarios that fit."))


class FilterScreen(AjsModal[Wanted]):
    """A row for each kind of value to step through; leaving gives what is wanted.

    Args:
        wanted: What was looked for before.
        entries: All scenarios; only values that tell them apart are offered.
    """

    CSS_PATH = "filter.tcss"
    BINDINGS = [_BEFORE.binding(), _NEXT.binding(), _DONE.binding()]
    HEADING = N_("Show only some scenarios")
    HELP_TEXT = N_(
        "Press a digit, or Enter on a row, to take its next value. With ← and → you step both ways."
    )

    def __init__(self, wanted: Wanted, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._wanted = wanted
        self._entries = entries

    @override
    def body(self) -> ComposeResult:
        yield Static(id="filter-heading", classes="heading", markup=False)
        yield Rows(id="filters")
        yield Static(id="fitting", classes="quiet", markup=False)

    @override
    def fill(self) -> None:
        self.query_one("#filter-heading", Static).update(literal_line(self.heading()))
        self.query_one(Rows).show_rows(self._rows())
        fitting = sum(self._wanted.fits(entry) for entry in self._entries)
        text = ngettext("{number} scenario fits.", "{number} scenarios fit.", fitting)
        self.query_one("#fitting", Static).update(literal_line(text.format(number=fitting)))

    def on_resize(self) -> None:
        """An empty line only where there is room for it."""
        self.call_after_refresh(self.fill)

    def _rows(self) -> Iterator[Option]:
        for digit, kind in enumerate(KINDS, start=1):
            value = getattr(self._wanted, kind)
            named = value_name(kind, value) if value else _("all")
            yield Row(
                kind,
                literal_line(_(_LABELS[kind])),
                literal_line(f"‹ {named} ›"),
                digit=str(digit),
                beside=_NAME_WIDTH,
            )
        if self.roomy:
            yield Between()
        yield Row("clear", literal_line(_("Show all")), digit=str(len(KINDS) + 1))
        yield Row("done", literal_line(_("Done")), digit="0")

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        match event.option_id:
            case "clear":
                self._wanted = Wanted(text=self._wanted.text)
                self.fill()
            case "done":
                self.action_back()
            case _:
                self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """Step through the values of the marked row; before the first one is “all”."""
        option = self.query_one(Rows).highlighted_option
        if option is None or option.id not in KINDS:
            return
        offered = ["", *values(option.id, self._entries)]
        now = getattr(self._wanted, option.id)
        place = offered.index(now) if now in offered else 0
        changed = {option.id: offered[(place + by) % len(offered)]}
        self._wanted = replace(self._wanted, **changed)
        self.fill()

    @override
    def action_back(self) -> None:
        self.leave(self._wanted)


def value_name(kind: str, value: str) -> str:
    """What a value of a filter is called."""
    if kind == "minutes":
        number = int(value)
        text = ngettext("at most {number} minute", "at most {number} minutes", number)
        return text.format(number=number)
    names = _NAMES[kind]
    return _(names[value]) if value in names else value
