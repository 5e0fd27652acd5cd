"""The program in the terminal: settings, looks and the screen one starts at."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.geometry import Size
from textual.notifications import SeverityLevel
from textual.reactive import Initialize, Reactive
from textual.screen import Screen
from textual.theme import Theme
from typing_extensions import override

from ajs_trainer.locale import _, use_language
from ajs_trainer.settings import Settings, read_settings, write_settings
from ajs_trainer.tui import navigate
from ajs_trainer.tui.base import MIN_HEIGHT, MIN_WIDTH, AjsScreen
from ajs_trainer.tui.commands import QUIT, key_name
from ajs_trainer.tui.literal import literal
from ajs_trainer.tui.themes import THEMES

if TYPE_CHECKING:
    from ajs_trainer.tui.services import Options, Services


def _chosen_theme(app: AjsApp) -> str:
    return THEMES[app.settings.theme].name


class AjsApp(App[None]):
    """The trainer in the terminal.

    Attributes:
        options: What the program was started with.
        services: The library and the record.
        settings: What the person has chosen in the program.
        code: The own code that holds now; empty for whoever sits at the computer.
    """

    TITLE = "ajs_trainer"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/home.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [QUIT.binding()]

    theme: Reactive[str] = Reactive(Initialize(_chosen_theme))
    """The name of the look; right from the beginning, so that style sheets are read once."""

    def __init__(
        self, options: Options, services: Services, settings: Settings, settings_path: Path
    ) -> None:
        self.settings = settings
        super().__init__()
        self.options = options
        self.services = services
        self.code = options.code
        self._settings_path = settings_path
        self.animation_level = "none"
        use_language(settings.language)

    @property
    @override
    def available_themes(self) -> dict[str, Theme]:
        return {theme.name: theme for theme in THEMES.values()}

    @override
    def get_default_screen(self) -> Screen[None]:
        from ajs_trainer.tui.screens.home import HomeScreen

        return HomeScreen()

    def on_mount(self) -> None:
        """Go straight to the scenario that was asked for, if any."""
        if self.options.start:
            navigate.open_start(self, self.options.start)
        elif self.options.lead is not None:
            navigate.open_lead(self, self.options.lead)
        elif self.options.roleplay is not None:
            navigate.open_role_plays(self, self.options.roleplay)

    def on_resize(self, event: events.Resize) -> None:
        """The window has another size."""
        self.watch_size(event.size)

    def watch_size(self, size: Size) -> None:
        """Show the notice in a window that is too small, and only there."""
        from ajs_trainer.tui.screens.too_small import TooSmall

        small = size.width < MIN_WIDTH or size.height < MIN_HEIGHT
        shown = isinstance(self.screen, TooSmall)
        if small and not shown:
            _mounting = self.push_screen(TooSmall())
        elif shown and not small:
            _removing = self.pop_screen()

    def change_settings(self, *, language: str = "", theme: str = "") -> str:
        """Change settings at once and keep them; a language of this call alone is not kept.

        Returns:
            Why they could not be kept, in a sentence, or nothing.
        """
        before = self.settings
        wanted = {"language": language, "theme": theme}
        changes = {name: value for name, value in wanted.items() if value}
        self.settings = replace(before, **changes)
        self.theme = THEMES[self.settings.theme].name
        if self.settings.language != before.language:
            use_language(self.settings.language)
            for screen in self.screen_stack:
                if isinstance(screen, AjsScreen):
                    screen.retranslate()
        try:
            kept = read_settings(self._settings_path)
            write_settings(self._settings_path, replace(kept, **changes))
        except OSError:
            return _("It holds until you quit: the settings could not be saved.")
        return ""

    @property
    def fault(self) -> Exception | None:
        """The unexpected fault that ended the program, if any."""
        return self._exception

    @override
    def _fatal_error(self) -> None:
        """End without Textual's report, which would print what people wrote and chose."""
        self._close_messages_no_wait()

    @override
    def action_help_quit(self) -> None:
        keys = key_name(QUIT.keys)
        self.say(_("Press {key} to quit. What you have chosen is kept.").format(key=keys))

    def say(self, text: str, *, fault: bool = False) -> None:
        """Show a short message that goes away by itself; never the only place of a fault."""
        severity: SeverityLevel = "error" if fault else "information"
        self.notify(literal(text).plain, severity=severity, markup=False)
