"""Three looks of our own: calm and warm, dark or light, and one with the highest contrast.

Every pair of text and ground that the screens use is listed in ``PAIRS`` and measured by a
test: at least 4.5 to 1, and 7 to 1 in high contrast. Muted colours are solid, not
transparent, so that they survive 256 and 16 colours and a weak projector.
"""

from __future__ import annotations

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


def _theme(
    name: str,
    *,
    ground: str,
    surface: str,
    panel: str,
    text: str,
    quiet: str,
    warm: str,
    calm: str,
    row: str,
    row_text: str,
    row_mark: str,
    warning: str,
    error: str,
    dark: bool,
) -> Theme:
    """A theme from a few colours; ``warm`` leads the eye, ``calm`` says that all is well."""
    return Theme(
        name=name,
        dark=dark,
        primary=warm,
        secondary=calm,
        accent=warm,
        success=calm,
        warning=warning,
        error=error,
        foreground=text,
        background=ground,
        surface=surface,
        panel=panel,
        boost=panel,
        variables={
            "text": text,
            "text-muted": quiet,
            "text-disabled": quiet,
            "foreground-muted": quiet,
            "foreground-disabled": quiet,
            "text-primary": warm,
            "text-warning": warning,
            "text-error": error,
            "text-success": calm,
            "quiet": quiet,
            "heading": warm,
            "row-background": row,
            "row-foreground": row_text,
            "row-digit": warm,
            "row-mark": row_mark,
            "block-cursor-background": row,
            "block-cursor-foreground": row_text,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": surface,
            "block-cursor-blurred-foreground": text,
            "block-hover-background": surface,
            "border": warm,
            "border-blurred": quiet,
            "footer-background": surface,
            "footer-foreground": text,
            "footer-key-foreground": warm,
            "footer-description-foreground": text,
            "input-cursor-background": text,
            "input-cursor-foreground": ground,
            "input-selection-background": row,
            "input-selection-foreground": row_text,
            "scrollbar": quiet,
            "scrollbar-hover": warm,
            "scrollbar-active": warm,
            "scrollbar-background": surface,
            "scrollbar-background-hover": surface,
            "scrollbar-background-active": surface,
        },
    )


DARK = _theme(
    "ajs-dark",
    dark=True,
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
)
LIGHT = _theme(
    "ajs-light",
    dark=False,
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
)
CONTRAST = _theme(
    "ajs-contrast",
    dark=True,
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
)

THEMES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
"""The themes by the name they have in the settings."""
