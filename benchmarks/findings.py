"""What a measurement found, in words and numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.measuring import Pair, Spread


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was measured.

    Attributes:
        what: What was measured, as a heading.
        ratio: Ours to the reference, or the rate to the goal; never without a unit of its own.
        goal: The ratio that should hold.
        at_least: Whether the goal is a floor and not a ceiling.
        details: More figures, each with its name.
    """

    what: str
    ratio: Spread
    goal: float
    at_least: bool = False
    details: dict[str, str] = field(default_factory=dict)

    @property
    def measured(self) -> str:
        """The ratio and its spread."""
        return f"{self.ratio.median:.2f} ({self.ratio.low:.2f} to {self.ratio.high:.2f})"

    @property
    def wanted(self) -> str:
        """The goal in words."""
        return f"at {'least' if self.at_least else 'most'} {self.goal:.2f}"

    @property
    def verdict(self) -> str:
        """Whether the goal is met, and whether noise could have decided it."""
        word = "met" if self._met(self.ratio.median) else "missed"
        certain = self._met(self.ratio.low) == self._met(self.ratio.high)
        return word if certain else f"{word}, but the noise reaches past the goal"

    def _met(self, ratio: float) -> bool:
        return ratio >= self.goal if self.at_least else ratio <= self.goal


def ms(seconds: Spread) -> str:
    """A time in milliseconds, with its spread."""
    low, median, high = (1000 * value for value in (seconds.low, seconds.median, seconds.high))
    digits = 2 if median < 10 else 0
    return f"{median:.{digits}f} ms ({low:.{digits}f} to {high:.{digits}f})"


def both(pair: Pair) -> str:
    """Ours and the reference, in milliseconds."""
    return f"{ms(pair.ours)} against {ms(pair.reference)}"
