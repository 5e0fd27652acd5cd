"""A soft clock: about how much of a stage's time is left. It never cuts anything off."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from textual.timer import Timer
from textual.widgets import Static

from ajs_trainer.locale import _, ngettext
from ajs_trainer.tui.literal import literal_line

MINUTE = 60.0


class SoftClock(Static):
    """A quiet line with minutes, and nothing where no time is planned.

    It is drawn anew once a minute at most, so that a screen reader is left in peace.

    Args:
        now: Tells the time in seconds, from wherever it likes to count.
    """

    DEFAULT_CSS = """
    SoftClock {
        height: 1;
    }
    """

    def __init__(self, now: Callable[[], float]) -> None:
        super().__init__(id="clock", classes="quiet", markup=False)
        self._now = now
        self._planned = 0
        self._used = 0.0
        self._since: float | None = None
        self._timer: Timer | None = None
        self._shown = ""

    @property
    def running(self) -> bool:
        """Whether time is being counted."""
        return self._since is not None

    def on_mount(self) -> None:
        """Look at the time once a minute."""
        self._timer = self.set_interval(MINUTE, self.tick)

    @property
    def seconds(self) -> float:
        """How much of the time has been used, in seconds."""
        return self._used + (self._now() - self._since if self._since is not None else 0)

    def start(self, minutes: int, used: float = 0) -> None:
        """Begin to count the minutes of a stage, some seconds of it used; 0 shows nothing."""
        self._planned, self._used = minutes, used
        self._since = self._now() if minutes else None
        if self._timer is not None:
            self._timer.reset()
        self.tick()

    def run(self, running: bool) -> None:
        """Let the clock go, or hold it."""
        if running != self.running:
            self.toggle()

    def toggle(self) -> None:
        """Stop the clock, or let it go on."""
        if self._since is not None:
            self._used += self._now() - self._since
            self._since = None
        elif self._planned:
            self._since = self._now()
        self.tick()

    def tick(self) -> None:
        """Say what is left, if that is another number of minutes than before."""
        text = self._text()
        if text != self._shown:
            self._shown = text
            self.update(literal_line(text))

    def _text(self) -> str:
        if not self._planned:
            return ""
        left = ceil(self._planned - self.seconds / MINUTE)
        if left <= 0:
            text = _("The planned time is over. Round off when it suits you.")
        else:
            text = ngettext("About {number} minute left", "About {number} minutes left", left)
        text = text.format(number=left)
        return text if self.running else _("{time} (the clock is stopped)").format(time=text)
