"""How long single answers are kept, as one decides on the last page before a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ajs_trainer.locale import _
from ajs_trainer.tui.lead.keeper import workplace

if TYPE_CHECKING:
    from ajs_trainer.record.sessions import Keep

DEFAULT_DAYS = 30


@dataclass
class KeptFor:
    """Some days, or until the meeting is closed.

    Attributes:
        days: How many days; 0 until the meeting is closed.
        fixed: Whether the workplace has decided it.
    """

    days: int = DEFAULT_DAYS
    fixed: bool = False

    @property
    def keep(self) -> Keep:
        """The same, as the record calls it."""
        return "days" if self.days else "closing"

    async def read(self) -> None:
        """Look whether the workplace has decided.

        Raises:
            AjsError: Its file cannot be read.
        """
        decided = (await workplace()).keep_days
        if decided is not None:
            self.days, self.fixed = decided, True

    def turn(self) -> None:
        """Change between days and closing, unless it is fixed."""
        if not self.fixed:
            self.days = 0 if self.days else DEFAULT_DAYS

    def told(self, sentence: str) -> str:
        """What is kept, and who decided it if that was not the group."""
        if not self.fixed:
            return sentence
        return _("{sentence} Your workplace has decided so.").format(sentence=sentence)
