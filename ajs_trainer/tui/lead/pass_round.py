"""The computer goes round: each person chooses alone, and the screen forgets at once."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, OptionList, Static
from typing_extensions import override

from ajs_trainer.errors import AjsError
from ajs_trainer.locale import N_, _
from ajs_trainer.tui.base import AjsScreen
from ajs_trainer.tui.lead import pass_round_rows as rows
from ajs_trainer.tui.lead.question import ShownOption, ShownQuestion
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.widgets.line_input import LineInput
from ajs_trainer.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from ajs_trainer.tui.lead.keeper import Keeper


class Moment(Enum):
    """Where in a hand-over the screen is."""

    DARK = auto()
    HAND_OVER = auto()
    CARD = auto()
    WORD = auto()
    CHOOSE = auto()
    THOUGHTS = auto()
    CONFIRM = auto()
    FINISH = auto()


class PassRoundScreen(AjsScreen[None]):
    """One round of choosing in secret.

    Before it the facilitator makes the projector dark, or the room would see every choice. Between
    two people nothing is on the screen but a neutral sentence and how many are done.

    Args:
        question: What is asked.
        done: Called when the facilitator says that everybody has chosen.
        keeper: Where the choices are kept.
    """

    CSS_PATH = "pass_round.tcss"
    HEADING = N_("Choose in silence")
    HELP_TEXT = N_(
        "Hand the computer to the next person. Whoever has it chooses alone, confirms, and hands "
        "it on. Nobody can see or change what somebody else has chosen.\n\n"
        "Esc leaves the choice without keeping anything. Whoever passes is not counted."
    )

    def __init__(self, question: ShownQuestion, done: Callable[[], None], keeper: Keeper) -> None:
        super().__init__()
        self._question = question
        self._when_done = done
        self._keeper = keeper
        self._done = 0
        self._thanks = False
        self._forget()
        self._moment = Moment.DARK

    def _forget(self) -> None:
        """Forget whoever had the computer."""
        self._moment = Moment.HAND_OVER
        self._card = ""
        self._word = ""
        self._choice: ShownOption | None = None
        self._marked: set[str] = set()

    @property
    def _cards_are_out(self) -> bool:
        """Whether people have been given cards in an earlier round."""
        return self._question.round == "second" or len(self._keeper.state.questions) > 1

    @override
    def body(self) -> ComposeResult:
        with VerticalScroll(id="round", can_focus=False):
            yield Static(id="says", classes="column", markup=False)
            yield LineInput(id="word", classes="column", max_length=40)
            yield Rows(id="choices", classes="column")
            yield Static(id="fault", classes="column fault", markup=False)

    @override
    def fill(self) -> None:
        self.run_worker(self._start(), group="round", exclusive=True)

    async def _start(self) -> None:
        try:
            self._done = await self._keeper.done(self._question.round)
        except AjsError as error:
            self._fault(error)
            return
        self._show()

    def _show(self) -> None:
        """Show the moment, and nothing of what was there before."""
        self.query_one("#fault", Static).update("")
        word = self.query_one("#word", LineInput)
        word.value = ""
        word.display = self._moment is Moment.WORD
        self.query_one("#says", Static).update(literal(self._says()))
        choices = self.query_one(Rows)
        choices.display = not word.display
        choices.show_rows(self._rows())
        choices.action_first()
        (word if word.display else choices).focus()

    def _says(self) -> str:
        match self._moment:
            case Moment.DARK:
                return _("First: turn the projector off, freeze its picture or cover it.")
            case Moment.HAND_OVER:
                return rows.hand_over(self._done, thanks=self._thanks)
            case Moment.CARD:
                card = _("Your card: {word}").format(word=self._word.upper())
                return card + "\n\n" + _("Remember the word. You need it next time.")
            case Moment.WORD:
                return _("Write the word on your card, or press Enter if you have none.")
            case Moment.CHOOSE:
                return self._question.text or _("What do you do?")
            case Moment.THOUGHTS:
                return _("Which thoughts do you recognise? Mark as many as you like.")
            case Moment.CONFIRM:
                chosen = self._choice.text if self._choice else _("You pass this time.")
                return _("Your choice:") + "\n\n" + chosen
            case Moment.FINISH:
                asked = _("Has everybody chosen who wants to?")
                light = _("Close the round first. Then light the projector again.")
                return "\n\n".join((rows.how_many(self._done), asked, light))

    def _rows(self) -> list[Row]:
        match self._moment:
            case Moment.DARK:
                return rows.one(_("The room sees nothing of this screen"))
            case Moment.HAND_OVER:
                return rows.of_hand_over()
            case Moment.CARD:
                return rows.one(_("I remember it"))
            case Moment.WORD:
                return []
            case Moment.CHOOSE:
                return rows.of_choices(self._question.options)
            case Moment.THOUGHTS:
                return rows.of_thoughts(self._question.thoughts, self._marked)
            case Moment.CONFIRM:
                return rows.two(_("Yes, that is my choice"), _("Change it"))
            case Moment.FINISH:
                return rows.two(_("Yes, close the round"), _("No, go on"))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        row = event.option_id or ""
        match self._moment:
            case Moment.DARK:
                self._go(Moment.HAND_OVER)
            case Moment.HAND_OVER if row == "finish":
                self._go(Moment.FINISH)
            case Moment.HAND_OVER:
                self._take_over()
            case Moment.CARD:
                self._go(Moment.CHOOSE)
            case Moment.CHOOSE:
                self._choose(row)
            case Moment.THOUGHTS:
                self._toggle(row)
            case Moment.CONFIRM if row == "first":
                self.run_worker(self._vote(), group="round", exclusive=True)
            case Moment.CONFIRM:
                self._go(Moment.CHOOSE)
            case Moment.FINISH if row == "first":
                self.leave()
                self._when_done()
            case Moment.FINISH:
                self._go(Moment.HAND_OVER)

    def _go(self, moment: Moment) -> None:
        self._moment = moment
        self._show()

    def _take_over(self) -> None:
        self._thanks = False
        if self._cards_are_out:
            self._go(Moment.WORD)
        else:
            self.run_worker(self._deal(), group="round", exclusive=True)

    def _choose(self, row: str) -> None:
        self._choice = next((option for option in self._question.options if option.id == row), None)
        asks = self._choice is not None and self._question.thoughts
        self._go(Moment.THOUGHTS if asks else Moment.CONFIRM)

    def _toggle(self, row: str) -> None:
        if row == rows.READY:
            self._go(Moment.CONFIRM)
            return
        self._marked ^= {row}
        self.query_one(Rows).show_rows(self._rows(), marked=row)

    @on(Input.Submitted)
    def _written(self, event: Input.Submitted) -> None:
        event.stop()
        self.run_worker(self._find(event.value), group="round", exclusive=True)

    async def _find(self, word: str) -> None:
        if not word.strip():
            await self._deal()
            return
        try:
            card = await self._keeper.card(word)
        except AjsError as error:
            self._fault(error)
            return
        if card is None:
            said = _("No card has that word. Try again, or press Enter on an empty line.")
            self.query_one("#fault", Static).update(literal(said))
            self.query_one("#word", LineInput).value = ""
            return
        self._card = card
        self._go(Moment.CHOOSE)

    async def _deal(self) -> None:
        try:
            card = await self._keeper.new_card()
        except AjsError as error:
            self._fault(error)
            return
        self._card, self._word = card.key, card.word
        self._go(Moment.CARD)

    async def _vote(self) -> None:
        choice = self._choice.id if self._choice else None
        marked = self._marked if choice and self._question.thoughts else None
        try:
            await self._keeper.vote(self._question.round, self._card, choice, marked)
            self._done = await self._keeper.done(self._question.round)
        except AjsError as error:
            self._fault(error)
            return
        self._forget()
        self._thanks = True
        self._show()

    def _fault(self, error: AjsError) -> None:
        self.query_one("#fault", Static).update(literal_line(f"{error.message} {error.hint}"))

    @override
    def action_back(self) -> None:
        """Leave the choice without keeping anything; between two people, ask to close."""
        if self._moment is Moment.DARK:
            self.leave()
        elif self._moment is Moment.HAND_OVER:
            self._go(Moment.FINISH)
        else:
            self._forget()
            self._show()
