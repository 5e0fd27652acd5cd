"""A run that is played from the command line: what is in the record is what holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ajs_trainer.model import Scenario
from ajs_trainer.model.identity import content_hash, content_text
from ajs_trainer.play.continuation import Continuation, compare, replay_run
from ajs_trainer.play.run import Adopted, Event, Run, begin
from ajs_trainer.play.story import Story, compile_story
from ajs_trainer.play.summary import Option, options_taken

if TYPE_CHECKING:
    from ajs_trainer.record import RunInfo, Runs


class Sitting:
    """One person with one scenario.

    Attributes:
        story: The text that is played.
        run: Where the run stood when the sitting began.
        resumed: Whether the run has been taken up from the record.
    """

    def __init__(self, runs: Runs, code: str, story: Story) -> None:
        self._runs = runs
        self._code = code
        self._info: RunInfo | None = None
        self._step = 0
        self._at_end = False
        self.story = story
        self.run: Run = begin(story)
        self.resumed = False

    def save(self, event: Event, at_end: bool) -> None:
        """Keep an event for good; a new run begins in the record with its first event.

        Raises:
            StorageError: It was not kept, and may be given again.
        """
        if self._info is None:
            participant = self._runs.participant(self._code)
            self._info = self._runs.begin(participant, self.story.scenario)
        self._runs.append(self._info.key, self._step, event)
        self._note_end(self._info.key, at_end)
        self._step += 1

    def _note_end(self, key: str, at_end: bool) -> None:
        if at_end and not self._at_end:
            self._runs.finish(key)
        elif self._at_end and not at_end:
            self._runs.reopen(key)
        self._at_end = at_end

    def anew(self) -> Sitting:
        """Another sitting of the same person with the same text, from the beginning."""
        return Sitting(self._runs, self._code, self.story)

    def unfinished(self) -> RunInfo | None:
        """The latest run of the same scenario that can be continued."""
        participant = self._runs.known(self._code)
        if participant is None:
            return None
        return next(
            (
                info
                for info in self._runs.unfinished(participant)
                if info.scenario == self.story.scenario.id
            ),
            None,
        )

    def resume(self, info: RunInfo) -> Continuation | None:
        """Take up a run from the record.

        Returns how it goes on with the text of today when that is another one; then nothing has
        been taken up yet except the old text, see ``adopt``.

        Raises:
            StorageError: The record cannot be read.
            Diverged: The events do not fit the texts they were recorded on.
        """
        events = self._runs.events(info.key)
        hashes = [info.first, *(event.content for event in events if isinstance(event, Adopted))]
        stories = {name: compile_story(self._runs.content(name)) for name in hashes}
        today = self.story
        self._info, self._step = info, info.steps
        self.resumed = True
        self._take(stories[hashes[-1]], replay_run(stories, info.first, events))
        name = content_hash(content_text(today.scenario))
        return None if name == hashes[-1] else compare(self.story, today, self.run, name)

    def adopt(self, today: Scenario, continuation: Continuation) -> None:
        """Go on with the text of today.

        Raises:
            StorageError: It was not kept.
        """
        assert self._info is not None  # noqa: S101 - taken up by resume()
        self._info = self._runs.adopt(self._info.key, self._step, today, continuation.events)
        self._step = self._info.steps
        self._take(compile_story(today), continuation.run)

    def _take(self, story: Story, run: Run) -> None:
        assert self._info is not None  # noqa: S101 - taken up by resume()
        self.story, self.run = story, run
        self._at_end = self._info.finished
        ends = story.scenario.scenes[story.scenes[run.state.scene]].ending is not None
        self._note_end(self._info.key, ends)

    def earlier(self) -> frozenset[Option]:
        """What the person has chosen in other runs of the scenario.

        Raises:
            StorageError: The record cannot be read.
        """
        participant = self._runs.known(self._code)
        if participant is None:
            return frozenset()
        current = self._info.key if self._info else ""
        return frozenset(
            option
            for info in self._runs.of(participant)
            if info.scenario == self.story.scenario.id and info.key != current
            for option in options_taken(self.story.scenario, self._runs.events(info.key))
        )
