"""F1: what one can do on the screen one is at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static
from typing_extensions import override

from ajs_trainer.locale import N_
from ajs_trainer.tui.base import AjsModal, AjsScreen
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.widgets.prose import Stacked, labelled
from ajs_trainer.tui.widgets.rows import RowVisual

if TYPE_CHECKING:
    from textual.binding import ActiveBinding

_KEY_WIDTH = 16


class HintScreen(AjsModal[None]):
    """The help text of a screen and the keys that work there.

    Args:
        about: The screen that is explained.
    """

    CSS_PATH = "hint.tcss"
    HELP_TEXT = N_("Press Esc to go back.")

    def __init__(self, about: AjsScreen[Any]) -> None:
        super().__init__()
        self._heading = about.heading()
        self._text = about.help_text()
        self._keys = list(keys_of(about))

    @override
    def body(self) -> ComposeResult:
        with VerticalScroll(id="hint"):
            yield Static(literal_line(self._heading), classes="heading", markup=False)
            yield Static(literal(self._text), id="hint-text", markup=False)
            yield Static(
                Stacked(key_line(keys, text) for keys, text in self._keys),
                id="hint-keys",
                markup=False,
            )

    @override
    def action_help(self) -> None:
        self.leave()


def keys_of(screen: AjsScreen[Any]) -> Iterator[tuple[str, str]]:
    """The keys of our own that work on a screen, each deed once.

    Textual's many editing keys have no help text of ours and stay unsaid.
    """
    deeds: dict[str, list[str]] = {}
    for active in screen.active_bindings.values():
        if active.tooltip and active.enabled:
            deeds.setdefault(active.tooltip, []).append(_display(active))
    for text, keys in deeds.items():
        yield _together(keys), text


def _display(active: ActiveBinding) -> str:
    return active.binding.key_display or active.binding.key


def _together(keys: list[str]) -> str:
    if len(keys) > 3:
        return f"{keys[0]}–{keys[-1]}"
    return ", ".join(keys)


def key_line(keys: str, text: str) -> RowVisual:
    """Keys to the left, what they do to the right."""
    label = literal_line(f"{keys:<{_KEY_WIDTH}}", "$footer-key-foreground bold")
    return labelled(label, literal_line(text))
