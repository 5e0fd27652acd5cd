"""Three looks of our own: calm and warm, dark or light, and one with the highest contrast.

Every pair of text and ground that the screens use is listed in ``PAIRS`` and measured by a
test: at least 4.5 to 1, and 7 to 1 in high contrast. Muted colours are solid, not
transparent, so that they survive 256 and 16 colours and a weak projector.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.theme import Theme

PAIRS = (
    ("foreground", "background"),
    ("foreground", "surface"),
    ("foreground", "panel"),
    ("quiet", "background"),
    ("quiet", "surface"),
    ("row-digit", "background"),
    ("row-digit", "surface"),
    ("row-mark", "row-background"),
    ("row-foreground", "row-background"),
    ("heading", "background"),
    ("warning", "background"),
    ("warning", "surface"),
    ("error", "background"),
    ("error", "surface"),
    ("success", "background"),
    ("success", "surface"),
    ("footer-key-foreground", "footer-background"),
    ("footer-description-foreground", "footer-background"),
    ("input-selection-foreground", "input-selection-background"),
)
"""Names of colours that are drawn on each other: text first, ground second."""


@dataclass(frozen=True, slots=True)
class _Colours:
    """The few colours of a look.

    Attributes:
        ground, surface, panel: What lies behind: the screen, bars on it, boxes over it.
        text, quiet: What is read, and what is read second.
        warm, calm: What leads the eye, and what says that all is well.
        row, row_text, row_mark: The marked row, its text, and the bar before it.
        warning, error: What asks for care.
    """

    ground: str
    surface: str
    panel: str
    text: str
    quiet: str
    warm: str
    calm: str
    row: str
    row_text: str
    row_mark: str
    warning: str
    error: str


_VARIABLES = {
    "text": "text",
    "footer-foreground": "text",
    "footer-description-foreground": "text",
    "input-cursor-background": "text",
    "block-cursor-blurred-foreground": "text",
    "quiet": "quiet",
    "text-muted": "quiet",
    "text-disabled": "quiet",
    "foreground-muted": "quiet",
    "foreground-disabled": "quiet",
    "border-blurred": "quiet",
    "scrollbar": "quiet",
    "heading": "warm",
    "row-digit": "warm",
    "text-primary": "warm",
    "border": "warm",
    "footer-key-foreground": "warm",
    "scrollbar-hover": "warm",
    "scrollbar-active": "warm",
    "text-success": "calm",
    "text-warning": "warning",
    "text-error": "error",
    "input-cursor-foreground": "ground",
    "footer-background": "surface",
    "block-cursor-blurred-background": "surface",
    "block-hover-background": "surface",
    "scrollbar-background": "surface",
    "scrollbar-background-hover": "surface",
    "scrollbar-background-active": "surface",
    "row-background": "row",
    "block-cursor-background": "row",
    "input-selection-background": "row",
    "row-foreground": "row_text",
    "block-cursor-foreground": "row_text",
    "input-selection-foreground": "row_text",
    "row-mark": "row_mark",
}
"""Which colour fills which variable of the style sheets, ours and Textual's."""


def _theme(name: str, colours: _Colours, *, dark: bool) -> Theme:
    filled = {variable: getattr(colours, colour) for variable, colour in _VARIABLES.items()}
    return Theme(
        name=name,
        dark=dark,
        primary=colours.warm,
        secondary=colours.calm,
        accent=colours.warm,
        success=colours.calm,
        warning=colours.warning,
        error=colours.error,
        foreground=colours.text,
        background=colours.ground,
        surface=colours.surface,
        panel=colours.panel,
        boost=colours.panel,
        variables={**filled, "block-cursor-text-style": "bold"},
    )


DARK = _theme(
    "ajs-dark",
    _Colours(
        ground="#1b1916",
        surface="#272420",
        panel="#332f29",
        text="#f1e9dc",
        quiet="#bcb0a0",
        warm="#f0b673",
        calm="#9ccfae",
        row="#5c4630",
        row_text="#fff6e6",
        row_mark="#f7c489",
        warning="#f4cf65",
        error="#ff9d85",
    ),
    dark=True,
)
LIGHT = _theme(
    "ajs-light",
    _Colours(
        ground="#fbf8f2",
        surface="#f1eadf",
        panel="#e7ddcd",
        text="#26211b",
        quiet="#5f564a",
        warm="#8a4308",
        calm="#1f5f3c",
        row="#f6d9b0",
        row_text="#1f1a14",
        row_mark="#7a3a05",
        warning="#775000",
        error="#a3260f",
    ),
    dark=False,
)
CONTRAST = _theme(
    "ajs-contrast",
    _Colours(
        ground="#000000",
        surface="#000000",
        panel="#1a1a1a",
        text="#ffffff",
        quiet="#e0e0e0",
        warm="#ffd75f",
        calm="#87ffaf",
        row="#ffd75f",
        row_text="#000000",
        row_mark="#0000a8",
        warning="#ffd75f",
        error="#ffafaf",
    ),
    dark=True,
)

THEMES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
"""The themes by the name they have in the settings."""
