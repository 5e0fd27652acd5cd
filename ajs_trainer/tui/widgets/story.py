"""The story as a column to read: what came before, where one is, and what a choice did."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import OptionList, Static
from typing_extensions import override

from ajs_trainer.locale import _
from ajs_trainer.play.behaviours import client_name
from ajs_trainer.play.run import Run
from ajs_trainer.play.story import Story, shown_text
from ajs_trainer.play.summary import Stop, way_taken
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.widgets.consequences import CAUTION, CHOSEN, Outcome, parties, unsafe_label
from ajs_trainer.tui.widgets.story_reading import Reading
from ajs_trainer.tui.widgets.thoughts import Thoughts

TEXT_WIDTH = 76
"""The widest a line of running text becomes."""


class StoryColumn(Reading):
    """Everything that has been read in a run; what is new begins at the top of the view."""

    DEFAULT_CSS = """
    StoryColumn #past, StoryColumn #moment {
        width: 100%;
        max-width: 76;
        height: auto;
    }
    StoryColumn #moment {
        min-height: 100%;
    }
    StoryColumn #thoughts-heading {
        margin-top: 1;
    }
    """

    @override
    def compose(self) -> ComposeResult:
        yield Static(id="past", classes="quiet", markup=False)
        with Vertical(id="moment"):
            yield Static(id="text", markup=False)
            yield Static(id="thoughts-heading", classes="heading", markup=False)
            yield Thoughts(id="thoughts")
            yield Outcome(id="outcome")

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - the name that Textual uses
        super().__init__(id=id)
        self.scene_id = ""
        """The scene whose text and thoughts are shown."""
        self._text = Content("")
        self._client = ""
        self._aim: Widget | None = None

    @property
    def thoughts(self) -> Thoughts:
        """The inner voices."""
        return self.query_one(Thoughts)

    def show_scene(self, story: Story, run: Run) -> None:
        """Show where a run is now, and above it what came before; nothing else yet."""
        self.scene_id = story.scenes[run.state.scene]
        self._client = client_name(story)
        scene = story.scenario.scenes[self.scene_id]
        past = self.query_one("#past", Static)
        past.update(told(story, way_taken(story, run)))
        past.display = bool(run.way)
        past.visible = False
        self._text = literal(shown_text(scene.text, story.flag_names(run.state)))
        self.query_one("#text", Static).update(self._text)
        self.show_familiar(story, run)
        heading = self.query_one("#thoughts-heading", Static)
        heading.update(literal_line(_("Train of thought")))
        self.show_thoughts(False)
        self.query_one(Outcome).display = False
        self.show_from(self.query_one("#moment"))

    def show_familiar(self, story: Story, run: Run) -> None:
        """Show which thoughts of the scene were recognised."""
        familiar = frozenset(thought for scene, thought in run.recognised if scene == self.scene_id)
        self.thoughts.show_thoughts(story.scenario.scenes[self.scene_id].thoughts, familiar)

    def show_thoughts(self, shown: bool) -> None:
        """Show the inner voices, or not yet."""
        self.query_one("#thoughts-heading").display = shown
        self.thoughts.display = shown

    def show_outcome(self, stop: Stop) -> None:
        """Show what a choice in this scene did."""
        outcome = self.query_one(Outcome)
        outcome.show(stop.choice, self._client)
        outcome.display = True
        self.show_end()

    def lines(self, width: int) -> int:
        """How many lines the scene takes at a width, with its thoughts."""
        thoughts = self.thoughts.lines(width)
        return self._text.get_height({}, width) + (thoughts + 2 if thoughts else 0)

    def show_from(self, widget: Widget) -> None:
        """Scroll so that a part begins at the top of the view."""
        self._aim = widget
        self._keep_aim()

    def show_end(self) -> None:
        """Scroll so that the latest line can be read."""
        self._aim = None
        self._keep_aim()

    @on(events.Resize)
    def _keep_aim(self) -> None:
        """Scroll again to what is to be seen: lines have been added, or have wrapped anew."""
        self.call_after_refresh(self._scroll)

    @override
    def watch_virtual_size(self) -> None:
        super().watch_virtual_size()
        self._keep_aim()

    def _scroll(self) -> None:
        if self._aim is None:
            self.scroll_end(animate=False, immediate=True)
        else:
            self.scroll_to_widget(self._aim, animate=False, top=True, immediate=True)
        self.query_one("#past").visible = True
        self.follow()

    @override
    def cursor_place(self) -> Offset:
        """The first line that is new, or the first one in view."""
        outcome = self.query_one(Outcome)
        newest = outcome if outcome.display else self.query_one("#text")
        place = newest.content_region.offset - self.content_region.offset
        return Offset(place.x, max(0, place.y))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """A thought that one moves to comes into view."""
        if event.option_list is self.thoughts and self.thoughts.has_focus:
            self.call_after_refresh(
                self.scroll_to_widget, self.thoughts, animate=False, immediate=True
            )


def told(story: Story, stops: tuple[Stop, ...]) -> Content:
    """Scenes that lie behind, each with what was chosen and what it did."""
    blocks: list[Content] = []
    client = client_name(story)
    for stop in stops:
        scene = story.scenario.scenes[stop.scene]
        blocks.append(literal(shown_text(scene.text, story.flag_names(stop.state))))
        blocks.append(literal(f"{CHOSEN} {stop.choice.text}", "bold"))
        lines = [literal(f"  {label}: {text}") for label, text in parties(stop.choice, client)]
        if stop.choice.unsafe:
            reason = literal(f": {stop.choice.unsafe}")
            lines.append(Content.assemble(f"{CAUTION} ", unsafe_label(), reason))
        if lines:
            blocks.append(Content("\n").join(lines))
        blocks.append(literal_line("· · ·"))
    return Content("\n\n").join([*blocks, Content("")])
