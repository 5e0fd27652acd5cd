"""Playing line by line: the same engine and the same record as the screens."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum

from ajs_trainer.cli import plain_texts as texts
from ajs_trainer.cli.output import sentence
from ajs_trainer.cli.voice import Voice
from ajs_trainer.errors import StorageError
from ajs_trainer.locale import _
from ajs_trainer.model.skill import Skill
from ajs_trainer.play.run import (
    Event,
    Moment,
    Rated,
    Recognised,
    Returned,
    Run,
    apply,
    choose,
    undo,
)
from ajs_trainer.play.step import situation
from ajs_trainer.play.story import Story
from ajs_trainer.play.summary import Option

Save = Callable[[Event, bool], None]
"""Keeps an event for good before it returns.

The second argument tells whether the run stands at an ending after the event. Raises
``StorageError`` when it could not be kept; the same event may then be given again.
"""


class Outcome(Enum):
    """How the playing stopped."""

    FINISHED = "finished"
    PAUSED = "paused"


class _Pause(Exception):
    """The person wants to stop here, or there are no more answers."""


def play_plain(
    story: Story,
    run: Run,
    voice: Voice,
    save: Save,
    *,
    resumed: bool = False,
    earlier: Iterable[Option] = (),
    skill: Skill | None = None,
) -> Outcome:
    """Play until the person leaves or is done with an ending.

    Args:
        run: Where the run stands.
        resumed: Whether the run is taken up again; then it is not introduced once more.
        earlier: What the person chose in other runs of the scenario.
        skill: What a dialogue practises; without it the ids of behaviours are told.

    Raises:
        StorageError: An event could not be kept and nobody sits there to try again.
    """
    player = _Player(story, run, voice, save, frozenset(earlier), skill)
    try:
        player.play(resumed=resumed)
    except _Pause:
        voice.say(_("Paused. Your choices are saved, and you can go on from here next time."))
        return Outcome.PAUSED
    return Outcome.FINISHED


class _Player:
    """The loop: tell, ask, save, go on."""

    def __init__(
        self,
        story: Story,
        run: Run,
        voice: Voice,
        save: Save,
        earlier: frozenset[Option],
        skill: Skill | None,
    ) -> None:
        self.story = story
        self.run = run
        self.voice = voice
        self.save = save
        self.earlier = earlier
        self.skill = skill
        self.asked_after = run.after is not None
        self.told_answers = False

    def play(self, *, resumed: bool) -> None:
        if resumed:
            self.voice.say(texts.resumed(self.run))
        else:
            self.voice.say(texts.opening(self.story.scenario, self.skill))
            self.rate("before")
        while True:
            if texts.ending(self.story, self.run.state) is None:
                self.visit_scene()
            elif self.visit_ending():
                return

    def visit_scene(self) -> None:
        """Tell a scene and take answers until something leads away from it."""
        self.voice.say(texts.scene(self.story, self.run, brief=self.told_answers))
        self.told_answers = True
        state, way = self.run.state, self.run.way
        while (self.run.state, self.run.way) == (state, way):
            answer = self.ask(_("Your answer:"))
            if answer == "":
                self.voice.say(texts.scene(self.story, self.run, brief=True))
            elif answer == "?":
                self.voice.say(texts.help_in_scene())
            elif answer == "b":
                self.go_back_one()
            elif not (self.take(answer) or self.recognise(answer)):
                self.voice.say(texts.not_an_answer(self.story, self.run))

    def take(self, answer: str) -> bool:
        """Make the choice with this number, if there is one."""
        offered = situation(self.story, self.run.state).offered
        move = next((m for number, m in enumerate(offered, 1) if answer == str(number)), None)
        if move is None:
            return False
        after, event = choose(self.story, self.run, move.id)
        self.keep(event, after)
        self.voice.say(texts.consequences(self.story, move.choice))
        return True

    def recognise(self, answer: str) -> bool:
        """Mark the thought with this number as familiar, or take the mark away."""
        scene = self.story.scenes[self.run.state.scene]
        for number, thought in enumerate(self.story.scenario.scenes[scene].thoughts, 1):
            if answer == f"t{number}":
                marked = (scene, thought.id) not in self.run.recognised
                self.keep(Recognised(scene, thought.id, marked))
                self.voice.say(texts.recognised(number, marked=marked))
                return True
        return False

    def go_back_one(self) -> None:
        found = undo(self.story, self.run)
        if found is None:
            self.voice.say(_("This is the start, so there is nothing to go back to."))
            return
        after, event = found
        self.keep(event, after)

    def visit_ending(self) -> bool:
        """Tell an ending and what came before it; returns whether the person is done."""
        self.voice.say(texts.ending(self.story, self.run.state) or "")
        if not self.asked_after:
            self.asked_after = True
            self.rate("after")
        self.voice.say(texts.looking_back(self.story, self.run, self.earlier, self.skill))
        while True:
            self.voice.say(texts.help_at_ending(self.run))
            answer = self.voice.ask(_("Your answer:"))
            if answer is None or answer.casefold() in {"", "p"}:
                self.voice.say(_("Thank you for practising."))
                return True
            if self.go_back_to(answer.casefold()):
                return False

    def go_back_to(self, answer: str) -> bool:
        """Go back to the numbered choice on the way, if the answer names one."""
        places = {f"g{kept + 1}": kept for kept in range(len(self.run.way))}
        if places:
            places["b"] = len(self.run.way) - 1
        if answer not in places:
            return False
        self.keep(Returned(places[answer]))
        return True

    def rate(self, moment: Moment) -> None:
        """Ask how sure one is; an empty answer skips the question."""
        self.voice.say(texts.rating(self.story.scenario, moment))
        while answer := self.ask(_("Your answer (1–5):")):
            if answer in {"1", "2", "3", "4", "5"}:
                self.keep(Rated(moment, int(answer)))
                return
            self.voice.say(_("Write a number from 1 to 5, or only press Enter to skip it."))

    def ask(self, prompt: str) -> str:
        answer = self.voice.ask(prompt)
        if answer is None or answer.casefold() == "p":
            raise _Pause
        return answer.casefold()

    def keep(self, event: Event, after: Run | None = None) -> None:
        """Save an event, and only then let it count."""
        after = apply(self.story, self.run, event) if after is None else after
        at_end = texts.ending(self.story, after.state) is not None
        while True:
            try:
                self.save(event, at_end)
                break
            except StorageError as error:
                self.offer_retry(error)
        self.run = after
        self.voice.say(_("Saved."))
        self.voice.flush()

    def offer_retry(self, error: StorageError) -> None:
        """Tell what went wrong and wait; whoever cannot answer gets the error itself."""
        if not self.voice.interactive:
            raise error
        self.voice.say(sentence(error))
        answer = self.voice.ask(_("Press Enter to try again, or write p to leave:"))
        if answer is None or answer.casefold() == "p":
            raise error
