"""A line to write in."""

from __future__ import annotations

from textual.widgets import Input

from ajs_trainer.characters import is_forbidden


class LineInput(Input):
    """One line of text; what could steer the terminal is left out when it is pasted.

    Textual draws what is in an input as it is, so the filter must sit before the value.
    """

    def __init__(self, *, id: str, classes: str = "", max_length: int = 100) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes, max_length=max_length, compact=True)

    def validate_value(self, value: str) -> str:
        """Leave out what must not be drawn."""
        blank = value.replace("\t", " ").replace("\n", " ")
        return "".join(character for character in blank if not is_forbidden(character))
