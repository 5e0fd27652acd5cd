"""Playing: the situation, the thoughts, the choices, and what a choice did."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from typing_extensions import override

from ajs_trainer.locale import N_, _
from ajs_trainer.play.run import Recognised, Returned, choose, undo
from ajs_trainer.play.summary import way_taken
from ajs_trainer.tui import navigate
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.recorder import Recorder, open_run
from ajs_trainer.tui.screens.changed import (
    Change,
    ChangedScreen,
    Decision,
    carry_out,
    find_change,
)
from ajs_trainer.tui.screens.play_base import KeepingScreen
from ajs_trainer.tui.screens.play_beats import Beat, keys_of_beat
from ajs_trainer.tui.screens.play_keys import KEYS
from ajs_trainer.tui.widgets.choices import Choices
from ajs_trainer.tui.widgets.story import TEXT_WIDTH, StoryColumn
from ajs_trainer.tui.widgets.story_next import NextLine
from ajs_trainer.tui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from ajs_trainer.play.story import Chosen
    from ajs_trainer.tui.services import RunInfo

_AROUND = 5
"""Lines that are neither story nor choices: the question, the next key and the space."""


class PlayScreen(KeepingScreen):
    """One scene after the other, from wherever the run was left.

    Args:
        info: The run, as the record tells of it.
        resumed: Whether the run was left some time ago, so that its scenario may have changed.
    """

    CSS_PATH = "play.tcss"
    HELP_TEXT = N_(
        "Read the situation, then the thoughts, then choose what you do. No choice is graded; "
        "each shows what it did for those who were there.\n\n"
        "Everything you choose is saved at once. You can take a choice back, pause, or leave."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *(command.binding() for command in KEYS),
        *(Binding(digit, f"choose('{digit}')", show=False) for digit in "123456789"),
    ]

    def __init__(self, info: RunInfo, *, resumed: bool = True) -> None:
        super().__init__()
        self._info = info
        self._resumed = resumed
        self._recorder: Recorder | None = None
        self._beat = Beat.SITUATION

    @override
    def heading(self) -> str:
        return self._info.title

    @override
    def content(self) -> ComposeResult:
        yield StoryColumn(id="story")
        with Vertical(id="panel"):
            yield Static(id="question", markup=False)
            yield Choices(id="choices")

    @property
    def _played(self) -> Recorder:
        """The open run; there is one as soon as something is shown."""
        assert self._recorder is not None  # noqa: S101
        return self._recorder

    @property
    @override
    def saving(self) -> bool:
        return self._recorder is not None

    @property
    def beat(self) -> Beat:
        """How much of the scene is shown."""
        return self._beat

    @property
    def _column(self) -> StoryColumn:
        return self.query_one(StoryColumn)

    @override
    def fill(self) -> None:
        if self._recorder is None:
            self.query_one("#panel").display = False
            self._column.display = False
            self.attempt(self._open)
            super().fill()
        else:
            self._arrive(self._beat)

    async def _open(self) -> None:
        recorder = await open_run(self.ajs.services, self._info.key)
        change = await find_change(self.ajs.services, recorder) if self._resumed else None
        if change is not None and not change.continuation.fits:
            self._ask(recorder, change)
            return
        if change is not None:
            await recorder.adopt(change.story, change.continuation)
            self.ajs.say(_("The scenario has been edited since you were here. Your way holds."))
        self._begin(recorder)

    def _begin(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._column.display = True
        self._arrive()

    def _ask(self, recorder: Recorder, change: Change) -> None:
        """Let the person decide how to go on with an edited scenario."""

        async def carry_out_and_begin(decision: Decision) -> None:
            await carry_out(recorder, change, decision)
            self._begin(recorder)

        def decided(decision: Decision | None) -> None:
            if decision is None:
                self.go_home()
            else:
                self.attempt(lambda: carry_out_and_begin(decision))

        way, common = len(recorder.run.way), change.continuation.common
        _mounting = self.app.push_screen(ChangedScreen(self._info.title, way, common), decided)

    def _arrive(self, at_least: Beat = Beat.SITUATION) -> None:
        """Show where the run is, and at once all that there is room for."""
        if self._played.ending is not None:
            navigate.go_on_to_ending(self.app, self._info)
            return
        story, run = self._played.story, self._played.run
        self._column.show_scene(story, run)
        choices = self.query_one(Choices)
        choices.offer(story, run.state)
        question = self._played.scene.question or _("What do you do?")
        if not choices.offered:
            question = _("There is nothing to choose here. Take back a choice, or pause.")
        self.query_one("#question", Static).update(literal(question, "bold"))
        place = _("Scene {number}").format(number=len(run.way) + 1)
        self.query_one(TopBar).show_place(literal_line(place))
        self._show(Beat.CHOICES if self._fits() else min(at_least, Beat.CHOICES))

    def _fits(self) -> bool:
        width = min(TEXT_WIDTH, self.app.size.width - 6)
        lines = self._column.lines(width) + self.query_one(Choices).lines(width)
        return lines + _AROUND <= self.query_one("#body").content_size.height

    def _show(self, beat: Beat) -> None:
        """Show a scene up to a beat, and go where the next key is."""
        if beat is Beat.THOUGHTS and not self._played.scene.thoughts:
            beat = Beat.CHOICES
        self._beat = beat
        self._column.show_thoughts(beat >= Beat.THOUGHTS and bool(self._played.scene.thoughts))
        self.query_one("#panel").display = beat is Beat.CHOICES
        if beat is Beat.CHOICES:
            self.query_one(Choices).focus()
        elif beat is Beat.THOUGHTS:
            self._column.thoughts.focus()
        else:
            self._column.focus()
        if beat > Beat.SITUATION:
            self._column.show_end()
        self.show_next()

    @override
    def next_keys(self) -> list[tuple[str, str]]:
        if self._recorder is None:
            return []
        thoughts = bool(self._played.scene.thoughts)
        return keys_of_beat(self._beat, self._column, self.query_one(Choices), thoughts=thoughts)

    @override
    def show_next(self) -> None:
        super().show_next()
        self.query_one(Choices).disabled = self.failed

    @override
    def go_on(self) -> None:
        if self._beat is Beat.OUTCOME:
            self.query_one(NextLine).show_saved("")
            self._arrive()
        elif self._column.more_below and self._beat is not Beat.CHOICES:
            self._column.scroll_page_down(animate=False)
        elif self._beat is Beat.CHOICES:
            self._choose_marked()
        else:
            self._show(Beat(self._beat + 1))

    def _choose_marked(self) -> None:
        """Choose what is marked; when nothing is, only mark the first."""
        choices = self.query_one(Choices)
        if not choices.has_focus:
            choices.focus()
        elif choices.marked is None:
            choices.action_first()
        else:
            choices.action_select()

    @on(StoryColumn.Moved)
    @on(OptionList.OptionHighlighted, "#choices")
    def _marked(self) -> None:
        self.show_next()

    @on(OptionList.OptionSelected, "#choices")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option_id is None or self.busy or self._beat is not Beat.CHOICES:
            return
        _run, chosen = choose(self._played.story, self._played.run, event.option_id)
        self.attempt(lambda: self._keep_choice(chosen))

    async def _keep_choice(self, chosen: Chosen) -> None:
        await self._played.keep(chosen)
        self._beat = Beat.OUTCOME
        self.query_one("#panel").display = False
        self._column.focus()
        self._column.show_outcome(way_taken(self._played.story, self._played.run)[-1])

    @on(OptionList.OptionSelected, "#thoughts")
    def _recognised(self, event: OptionList.OptionSelected) -> None:
        if event.option_id is None or self.busy:
            return
        scene, thought = self._column.scene_id, event.option_id
        marked = (scene, thought) not in self._played.run.recognised
        self.attempt(lambda: self._keep_thought(Recognised(scene, thought, marked)))

    async def _keep_thought(self, event: Recognised) -> None:
        await self._played.keep(event)
        self._column.show_familiar(self._played.story, self._played.run)

    def action_choose(self, digit: str) -> None:
        """Choose with a digit from wherever the keyboard is."""
        if self._beat is Beat.CHOICES and not self.busy:
            self.query_one(Choices).action_choose(digit)

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "thought":
            return self._recorder is not None and bool(self._column.thoughts.display)
        return super().check_action(action, parameters)

    def action_thought(self) -> None:
        """Go to the thoughts, or from one to the next."""
        thoughts = self._column.thoughts
        if thoughts.has_focus:
            thoughts.mark_next()
        else:
            thoughts.focus()

    def action_scroll(self, way: str) -> None:
        """Read the story without leaving the choices."""
        if way == "up":
            self._column.scroll_page_up(animate=False)
        else:
            self._column.scroll_page_down(animate=False)

    def action_undo(self) -> None:
        """Take the latest choice back."""
        if self.busy or self._recorder is None:
            return
        undone = undo(self._played.story, self._played.run)
        if undone is None:
            self.ajs.say(_("This is the beginning: there is nothing to take back."))
        else:
            self.attempt(lambda: self._keep_return(undone[1]))

    async def _keep_return(self, event: Returned) -> None:
        await self._played.keep(event)
        self._arrive(Beat.CHOICES)

    @override
    def action_back(self) -> None:
        if self.failed and self._recorder is not None:
            self.ajs.say(_("You left before the latest step was saved."))
        elif self._recorder is not None:
            self.ajs.say(_("Paused. Your place is saved."))
        self.go_home()

    def action_leave_now(self) -> None:
        """Leave, and say nothing about it."""
        self.go_home()
