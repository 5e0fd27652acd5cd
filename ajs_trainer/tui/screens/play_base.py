"""A screen that keeps what one does, and says honestly when that did not work."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static
from typing_extensions import override

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import N_, _
from ajs_trainer.tui import navigate
from ajs_trainer.tui.base import AjsScreen
from ajs_trainer.tui.commands import Command, key_name
from ajs_trainer.tui.literal import literal
from ajs_trainer.tui.widgets.story_next import NextLine

NEXT = Command(
    "next", "enter", N_("Go on"), N_("Go on; the line above the keys says where."), show=False
)

Deed = Callable[[], Awaitable[None]]
"""Something that reads or writes the record; doing it again after a fault is safe."""


class KeepingScreen(AjsScreen[None]):
    """A screen whose line at the bottom says what comes next and what has been saved.

    What touches the record is done through :meth:`attempt`, one deed at a time. When a deed
    fails the screen stays as it was, says why, and Enter tries the very same deed again;
    nothing else can be done meanwhile but leave.
    """

    DEFAULT_CSS = """
    KeepingScreen #fault {
        width: 100%;
        max-width: 78;
        height: auto;
        margin-top: 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [NEXT.binding()]

    def __init__(self) -> None:
        super().__init__()
        self._deed: Deed | None = None
        self._fault: AjsError | None = None

    def content(self) -> ComposeResult:
        """The widgets above the line at the bottom."""
        yield from ()

    @override
    def body(self) -> ComposeResult:
        yield from self.content()
        yield Static(id="fault", classes="fault", markup=False)
        yield NextLine(id="next")

    @property
    def failed(self) -> bool:
        """Whether the latest deed failed and waits to be tried again."""
        return self._fault is not None

    @property
    def busy(self) -> bool:
        """Whether a deed is being done, or waits to be tried again."""
        return self._deed is not None

    @property
    def saving(self) -> bool:
        """Whether what is done now is to be kept, rather than read."""
        return False

    def next_keys(self) -> list[tuple[str, str]]:
        """The keys that go on from here, each with what it does."""
        return []

    def go_on(self) -> None:
        """What Enter does when everything has been kept."""

    def attempt(self, deed: Deed) -> None:
        """Do something with the record; ignored while something else is being done, or too late."""
        if not self.busy and not self.left:
            self._deed = deed
            self._do()

    @work
    async def _do(self) -> None:
        if self._deed is None:
            return
        saving = self.saving
        self.query_one(NextLine).show_saved(_("Saving ...") if saving else "")
        try:
            await self._deed()
        except AjsError as error:
            self._fault = error
        else:
            self._deed = None
            self._fault = None
        if self.is_attached:
            saved = _("✓ Saved") if saving and not self.failed else ""
            self.query_one(NextLine).show_saved(saved)
            self.show_next()

    def show_next(self) -> None:
        """Say what comes next, or what went wrong and what can be done."""
        fault = self.query_one("#fault", Static)
        fault.display = self.failed
        if self._fault is not None:
            lines = [line for line in (self._fault.message, self._fault.hint) if line]
            fault.update(literal("\n".join(lines)))
            leave = _("leave without saving this") if self.saving else _("go back")
            keys = [(key_name("enter"), _("try again")), (key_name("escape"), leave)]
        else:
            keys = self.next_keys()
        self.query_one(NextLine).show_keys(*keys)
        self.refresh_bindings()

    @override
    def fill(self) -> None:
        self.show_next()

    @on(NextLine.Pressed)
    def action_next(self) -> None:
        """Go on, or try again."""
        if self.failed:
            self._fault = None
            self._do()
        elif not self.busy:
            self.go_on()

    def go_home(self) -> None:
        """Leave for the home screen."""
        navigate.go_home(self.app)
