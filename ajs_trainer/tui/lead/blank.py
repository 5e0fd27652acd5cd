"""Nothing: what the room sees when somebody comes in, or the alarm goes."""

from __future__ import annotations

from textual import events
from textual.screen import ModalScreen


class BlankScreen(ModalScreen[None]):
    """An empty screen; any key or click brings back what was shown."""

    DEFAULT_CSS = """
    BlankScreen {
        background: black;
    }
    """

    def on_key(self, event: events.Key) -> None:
        """Any key brings the picture back, and does nothing else."""
        event.stop()
        event.prevent_default()
        self._come_back()

    def on_click(self) -> None:
        """So does a click."""
        self._come_back()

    def _come_back(self) -> None:
        if self.is_current:
            _removing = self.dismiss()
