"""The keys at the bottom of a screen."""

from __future__ import annotations

from textual.binding import Binding
from textual.widgets import Footer
from typing_extensions import override


class KeyFooter(Footer):
    """The keys that work now, made anew only when they are others than before.

    The screens say often that keys may have changed, and making the line anew takes longer than
    all else between a key and the picture that it gives.
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)
        self._named: list[tuple[Binding, bool, str]] | None = None

    @override
    async def recompose(self) -> None:
        if not self.is_attached:
            return
        active = self.screen.active_bindings.values()
        named = [(each.binding, each.enabled, each.tooltip) for each in active if each.binding.show]
        if named != self._named:
            self._named = named
            await super().recompose()
