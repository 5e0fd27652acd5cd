"""Pages beside each other, one of them shown, all of them named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static
from typing_extensions import override

from ajs_trainer.tui.literal import literal_line
from ajs_trainer.tui.widgets.story_reading import Reading

_ROOM = 70
"""Below this width only the page that is shown is named."""


class Page(Reading):
    """A page to read; the terminal cursor stands at its beginning."""


class _Name(Static):
    """The name of a page; a click opens it."""

    def on_click(self, event: events.Click) -> None:
        """Ask for the page."""
        event.stop()
        if self.id:
            self.post_message(PageNames.Asked(self.id.removeprefix("name-")))


class PageNames(Horizontal):
    """The names of the pages; the one that is shown has brackets, not only a colour."""

    DEFAULT_CSS = """
    PageNames {
        height: 1;
        width: 100%;
    }
    PageNames > Static {
        width: auto;
        margin-right: 2;
        color: $quiet;
    }
    PageNames > Static.-here {
        color: $heading;
        text-style: bold;
    }
    PageNames > Static.-absent {
        display: none;
    }
    PageNames.-one > Static {
        display: none;
    }
    PageNames.-one > Static.-here {
        display: block;
    }
    """

    @dataclass
    class Asked(Message):
        """Somebody wants to see a page."""

        page: str

    def __init__(self, pages: Sequence[str], id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._pages = pages

    @override
    def compose(self) -> ComposeResult:
        for page in self._pages:
            yield _Name(id=f"name-{page}", markup=False)

    def on_resize(self, event: events.Resize) -> None:
        """Name only the page that is shown where there is no room for all."""
        self.set_class(event.size.width < _ROOM, "-one")

    def show_names(self, names: dict[str, str], here: str) -> None:
        """Show the names of the pages; pages without a name are not there."""
        for page in self._pages:
            name = self.query_one(f"#name-{page}", Static)
            name.set_class(page == here, "-here")
            name.set_class(page not in names, "-absent")
            if page in names:
                text = f"[{names[page]}]" if page == here else f" {names[page]} "
                name.update(literal_line(text))
