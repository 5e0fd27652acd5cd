"""What every screen shares: size classes, translated keys, help and the way back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.await_remove import AwaitRemove
from textual.binding import ActiveBinding
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer
from typing_extensions import override

from ajs_trainer.locale import _
from ajs_trainer.tui.commands import BACK, HELP, NEXT_PART, is_capital, key_name
from ajs_trainer.tui.literal import literal_line
from ajs_trainer.tui.widgets.cursor import CursorFollows
from ajs_trainer.tui.widgets.footer import KeyFooter
from ajs_trainer.tui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from ajs_trainer.tui.app import AjsApp

MIN_WIDTH = 50
MIN_HEIGHT = 16

_ROOMY = 80
_LAST = ("back", "help", "quit")

Result = TypeVar("Result")


class AjsScreen(Screen[Result], Generic[Result]):
    """A screen with a line at the top, a body, and its keys at the bottom.

    A subclass gives :meth:`body`, ``HEADING`` and ``HELP_TEXT``, and says every text in
    :meth:`fill`, which runs after mounting and again after a change of language. The screen
    carries one class for its width (``-narrow``, ``-normal``, ``-wide``) and one for its height
    (``-short``, ``-medium``, ``-tall``).
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (120, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-medium"), (40, "-tall")]
    BINDINGS = [BACK.binding(), HELP.binding(), NEXT_PART.binding()]

    HEADING: ClassVar[str] = ""
    """What the screen is called; translated where it is shown."""
    HELP_TEXT: ClassVar[str] = ""
    """What one can do here, in paragraphs; translated where it is shown."""

    @property
    def ajs(self) -> AjsApp:
        """The program that the screen belongs to."""
        return cast("AjsApp", self.app)

    def heading(self) -> str:
        """What the screen is called, in the language of the user."""
        return _(self.HEADING) if self.HEADING else ""

    def help_text(self) -> str:
        """What one can do here, in the language of the user."""
        return _(self.HELP_TEXT) if self.HELP_TEXT else ""

    def body(self) -> ComposeResult:
        """The widgets between the line at the top and the keys."""
        yield from ()

    def fill(self) -> None:
        """Say every text in the widgets of the body; may run many times."""

    @override
    def compose(self) -> ComposeResult:
        yield TopBar(literal_line(self.heading()))
        with Vertical(id="body"):
            yield from self.body()
        yield KeyFooter()

    @property
    def roomy(self) -> bool:
        """Whether the window is high enough for empty lines between groups."""
        return not self.has_class("-short")

    def on_mount(self) -> None:
        """Fill in the texts."""
        self.fill()

    @on(events.ScreenResume)
    def _come_to_the_front(self) -> None:
        """Cover the screen if the window is too small, and bring the cursor to the marked row."""
        self.ajs.watch_size(self.app.size)
        if isinstance(self.focused, CursorFollows):
            self.focused.follow()

    @on(events.Resize)
    def _move_keys_together(self, event: events.Resize) -> None:
        """Let the keys at the bottom move together where there is little room."""
        for footer in self.query(Footer):
            footer.compact = event.size.width < _ROOMY

    def retranslate(self) -> None:
        """Say every text again, in the language that holds now; focus and marks stay."""
        for topbar in self.query(TopBar):
            topbar.show_heading(literal_line(self.heading()))
        self.fill()
        self.refresh_bindings()

    def action_back(self) -> None:
        """Leave the screen."""
        self.leave()

    def leave(self, result: Result | None = None) -> None:
        """Go back to the screen below; never waits, since a screen cannot await its own end."""
        _removing = self.dismiss(result)

    @property
    def left(self) -> bool:
        """Whether the screen has been left for good: what is asked for now would never be seen."""
        return self not in self.app.screen_stack

    @override
    def remove(self) -> AwaitRemove:
        """Take the screen down; what waits for an answer is not going to draw it any more."""
        self.workers.cancel_node(self)
        return super().remove()

    def action_help(self) -> None:
        """Show what one can do here."""
        from ajs_trainer.tui.screens.hint import HintScreen

        _mounting = self.app.push_screen(HintScreen(self))

    @property
    @override
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, described in the language of the user; ways out come last."""
        active = {
            key: found for key, found in super().active_bindings.items() if not is_capital(key)
        }
        order = sorted(active, key=lambda key: active[key].binding.action in _LAST)
        return {key: _translated(active[key]) for key in order}


class AjsModal(AjsScreen[Result], ModalScreen[Result]):
    """A box over another screen; Esc closes it."""

    @override
    def compose(self) -> ComposeResult:
        with Vertical(id="dialog"):
            yield from self.body()
        yield KeyFooter()


def _translated(active: ActiveBinding) -> ActiveBinding:
    binding = active.binding
    tooltip = _(active.tooltip) if active.tooltip else ""
    return active._replace(
        tooltip=tooltip,
        binding=replace(
            binding,
            description=_(binding.description) if binding.description else "",
            tooltip=tooltip,
            key_display=binding.key_display or key_name(binding.key),
        ),
    )
