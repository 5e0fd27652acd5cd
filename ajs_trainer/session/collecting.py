"""Ways of collecting choices. A new way is a new value here; the stages stay as they are."""

from __future__ import annotations

from dataclasses import dataclass

from ajs_trainer.locale import N_


@dataclass(frozen=True, slots=True)
class Collecting:
    """A way of collecting choices.

    Attributes:
        id: Its name in the record.
        name: What it is called, to be translated where it is shown.
        explanation: One sentence for whoever has to choose between the ways.
        secret: Whether the disclosure rule holds; open counts are shown as counts.
        one_by_one: Whether each person chooses for themselves on this computer.
    """

    id: str
    name: str
    explanation: str
    secret: bool
    one_by_one: bool


PASS_ROUND = Collecting(
    "pass-round",
    N_("pass the laptop round"),
    N_("Each person chooses alone on this computer. Nobody sees who chose what."),
    secret=True,
    one_by_one=True,
)
RAISED_HANDS = Collecting(
    "raised-hands",
    N_("raised hands or four corners"),
    N_("Everybody sees. You count and type the numbers."),
    secret=False,
    one_by_one=False,
)
WAYS = {way.id: way for way in (PASS_ROUND, RAISED_HANDS)}
