"""Language, looks, own code, and where everything is kept."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from typing_extensions import override

from ajs_trainer.locale import N_, _, current_language
from ajs_trainer.tui import navigate
from ajs_trainer.tui.base import AjsScreen
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.widgets.rows import Between, Row, Rows

_NAME_WIDTH = 24
_CHOSEN = "●"
_OTHER = "○"
LANGUAGE_NAMES = {"sv": "Svenska", "en": "English"}
"""Each language by its own name, so that one finds home from any language."""
_THEME_NAMES = {"dark": N_("Dark"), "light": N_("Light"), "contrast": N_("High contrast")}
_THEME_NOTES = {
    "dark": N_("Easy on the eyes."),
    "light": N_("Often best on a projector."),
    "contrast": N_("The clearest letters."),
}


class SettingsScreen(AjsScreen[None]):
    """Everything here takes effect at once and is kept for next time."""

    CSS_PATH = "settings.tcss"
    HEADING = N_("Settings")
    HELP_TEXT = N_(
        "Press a digit to change something. It takes effect at once and is kept for next time.\n\n"
        "The chosen language and look are marked with a filled dot."
    )

    @override
    def body(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield Rows(id="settings")
            yield Static(id="fault", classes="fault", markup=False)
            yield Static(id="kept", classes="quiet", markup=False)

    @override
    def fill(self) -> None:
        self.query_one(Rows).show_rows(self._rows())
        self.query_one("#kept", Static).update(
            literal(
                _(
                    "What you choose when you practise is kept in a file on this computer and "
                    "sent nowhere:\n{path}"
                ).format(path=self.ajs.options.record)
            )
        )

    def on_screen_resume(self) -> None:
        """The own code may be another one now."""
        self.query_one(Rows).show_rows(self._rows())

    def _rows(self) -> Iterator[Option]:
        settings = self.ajs.settings
        digits = iter("123456789")
        yield _heading(_("Language"))
        for language, name in LANGUAGE_NAMES.items():
            chosen = language == current_language()
            yield _row(f"language-{language}", next(digits), _dotted(name, chosen), "")
        if self.roomy:
            yield Between()
        yield _heading(_("Appearance"))
        for theme, name in _THEME_NAMES.items():
            dotted = _dotted(_(name), theme == settings.theme)
            yield _row(f"theme-{theme}", next(digits), dotted, _(_THEME_NOTES[theme]))
        if self.roomy:
            yield Between()
        yield _heading(_("What you have practised"))
        yield _row("code", next(digits), _("Own code"), self.ajs.code or _("No code"))
        yield _row("erase", next(digits), _("See or erase"), _("In “My history”."))

    def on_resize(self) -> None:
        """Empty lines only where there is room for them."""
        self.call_after_refresh(self.fill)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        kind, _dash, value = (event.option_id or "").partition("-")
        if kind == "code":
            navigate.open_code(self.app)
        elif kind == "erase":
            navigate.open_history(self.app)
        else:
            fault = self.ajs.change_settings(**{kind: value})
            said = self.query_one("#fault", Static)
            said.update(literal(fault))
            said.display = bool(fault)
            self.fill()


def _heading(text: str) -> Between:
    return Between(literal_line(text, "bold $heading"))


def _row(name: str, digit: str, text: str, detail: str) -> Row:
    quiet = literal_line(detail, "$quiet")
    return Row(name, literal_line(text), quiet, digit=digit, beside=_NAME_WIDTH, below=False)


def _dotted(name: str, chosen: bool) -> str:
    return f"{_CHOSEN if chosen else _OTHER} {name}"
