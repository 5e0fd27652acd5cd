"""What is said about one's own runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from ajs_trainer.locale import _, ngettext
from ajs_trainer.model.names import STRATEGY_NAMES, WHEN_NAMES
from ajs_trainer.play.summary import Habits
from ajs_trainer.tui.literal import literal, literal_line

if TYPE_CHECKING:
    from ajs_trainer.tui.services import RunInfo

_NAME_WIDTH = 14
_BAR_WIDTH = 20
_BAR = "━"


def run_facts(run: RunInfo) -> str:
    """When a run began and how far it came."""
    number = ngettext("{number} choice", "{number} choices", run.choices)
    choices = number.format(number=run.choices)
    if run.finished:
        return _("{date}, finished, {choices}").format(date=run.begun, choices=choices)
    return _("{date}, not finished, {choices} so far").format(date=run.begun, choices=choices)


def habits_content(found: Habits) -> Content:
    """What one tends to choose: how, and when."""
    if not found.choices:
        return literal(_("There is nothing to count yet."))
    counted = ngettext("Counted over {number} run.", "Counted over {number} runs.", found.runs)
    told = f"{counted.format(number=found.runs)} {_('These are counts, not grades.')}"
    how = {_(STRATEGY_NAMES[strategy]): count for strategy, count in found.strategies.items()}
    when = {_(WHEN_NAMES[when]): count for when, count in found.whens.items()}
    lines = [literal(told), Content(""), literal_line(_("How"), "$heading"), *_bars(how)]
    lines += [Content(""), literal_line(_("When"), "$heading"), *_bars(when)]
    return Content("\n").join(lines)


def _bars(counts: Mapping[str, int]) -> Iterator[Content]:
    most = max(counts.values())
    for name, count in counts.items():
        bar = _BAR * max(1, round(_BAR_WIDTH * count / most)) if count else ""
        number = ngettext("{number} time", "{number} times", count).format(number=count)
        yield Content.assemble(
            literal_line(name.ljust(_NAME_WIDTH)),
            literal_line(bar.ljust(_BAR_WIDTH + 1), "$quiet"),
            literal_line(number if count else _("not yet")),
        )
