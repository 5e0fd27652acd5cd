"""The only door through which text reaches a widget.

Textual reads a plain string as markup and neither Textual nor Rich filters control
characters, so a scenario, a file name or an exception could run actions, crash the program or
steer the terminal. ``Content`` is never read as markup, and the filter takes the rest.
"""

from __future__ import annotations

from textual.content import Content

from ajs_trainer.characters import visible, visible_line


def literal(text: str, style: str = "") -> Content:
    """Text to draw exactly as it is, line breaks kept; ``style`` is ours, never content."""
    return _content(visible(text), style)


def literal_line(text: str, style: str = "") -> Content:
    """Text to draw exactly as it is, on one line."""
    return _content(visible_line(text), style)


def _content(text: str, style: str) -> Content:
    return Content.styled(text, style) if style else Content(text)
