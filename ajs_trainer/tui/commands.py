"""What can be done with a key: key, footer text and help text in one place.

Bindings, footer and help are all made from these, so they cannot contradict each other.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding

from ajs_trainer.locale import N_, _


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do with a key.

    Attributes:
        action: The Textual action that it runs.
        keys: The keys, separated by commas; the first is the one that is shown.
        footer: A word or two for the footer; translated where it is shown.
        help: One sentence for the help; translated where it is shown.
        show: Whether it is named in the footer; the help names it in any case.
        priority: Whether it works over every screen and box, whatever has the focus.
    """

    action: str
    keys: str
    footer: str
    help: str
    show: bool = True
    priority: bool = False

    def binding(self) -> Binding:
        """The Textual binding of the command; a letter counts with Caps Lock on, too."""
        keys = self.keys.split(",")
        return Binding(
            ",".join([*keys, *(key.upper() for key in keys if _is_letter(key))]),
            self.action,
            self.footer,
            tooltip=self.help,
            show=self.show,
            priority=self.priority,
        )


def is_capital(key: str) -> bool:
    """Whether a key is a letter as it comes with Shift or Caps Lock: shown once, as the letter."""
    return _is_letter(key) and key.isupper()


def _is_letter(key: str) -> bool:
    return len(key) == 1 and key.isalpha()


BACK = Command("back", "escape", N_("Back"), N_("Go back to where you came from."))
HELP = Command("help", "f1", N_("Help"), N_("Show what you can do here."))
QUIT = Command(
    "quit",
    "ctrl+q",
    N_("Quit"),
    N_("Quit the program from anywhere."),
    show=False,
    priority=True,
)
CHOOSE = Command("select", "enter", N_("Choose"), N_("Choose the marked row."))
DIGITS = tuple(
    Command(f"choose('{digit}')", digit, N_("Choose"), N_("Choose the row with this digit."), False)
    for digit in "1234567890"
)
UP = Command("cursor_up", "up", N_("Up"), N_("Move between the rows."), show=False)
DOWN = Command("cursor_down", "down", N_("Down"), N_("Move between the rows."), show=False)
NEXT_PART = Command(
    "app.focus_next", "tab", N_("Next part"), N_("Go to the next part of the screen."), show=False
)
PAGE_UP = Command("page(-1)", "pageup", N_("Up"), N_("Scroll the text."), False, True)
PAGE_DOWN = Command("page(1)", "pagedown", N_("Down"), N_("Scroll the text."), False, True)
EVERYWHERE = (DIGITS[0], UP, CHOOSE, BACK, HELP, NEXT_PART, QUIT)
"""What the general help explains."""

_KEY_NAMES = {
    "backspace": N_("Backspace"),
    "delete": N_("Delete"),
    "down": "↓",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "home": "Home",
    "left": "←",
    "pagedown": "Page Down",
    "pageup": "Page Up",
    "right": "→",
    "shift": N_("Shift"),
    "slash": "/",
    "space": N_("Space"),
    "tab": "Tab",
    "up": "↑",
}


def key_name(key: str) -> str:
    """What a key is called on the keyboard: ``ctrl+q`` becomes ``Ctrl+Q``."""
    return "+".join(_key_part(part) for part in key.split("+"))


def _key_part(part: str) -> str:
    if part in _KEY_NAMES:
        return _(_KEY_NAMES[part])
    return part.upper() if len(part) == 1 or part[1:].isdigit() else part.capitalize()
