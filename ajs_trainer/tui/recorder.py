"""An open run: what is in the record is what is shown.

An event counts once it has been committed, never before. What could not be kept leaves the
run as it was, so that the same event can be given again and is stored once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ajs_trainer.errors import StorageError
from ajs_trainer.locale import _
from ajs_trainer.model.identity import content_hash, content_text
from ajs_trainer.play.continuation import Continuation, compare, replay_run
from ajs_trainer.play.run import Diverged, Event, Run, apply, begin
from ajs_trainer.play.story import Story, compile_story
from ajs_trainer.play.summary import Option, options_taken

if TYPE_CHECKING:
    from ajs_trainer.model import Ending, Scenario, Scene
    from ajs_trainer.tui.services import Record, RunInfo, Services


class Recorder:
    """A run that is being played.

    Attributes:
        info: What the record calls the run.
        story: The text that is played.
        run: What the committed events add up to.
    """

    def __init__(
        self, services: Services, info: RunInfo, story: Story, run: Run, recorded: int
    ) -> None:
        self._services = services
        self._step = recorded
        self.info = info
        self.story = story
        self.run = run

    @property
    def scene(self) -> Scene:
        """Where one is now."""
        return self.story.scenario.scenes[self.scene_id]

    @property
    def scene_id(self) -> str:
        """The id of where one is now."""
        return self.story.scenes[self.run.state.scene]

    @property
    def ending(self) -> Ending | None:
        """How it turned out, when it has."""
        return self.scene.ending

    async def keep(self, event: Event) -> None:
        """Commit one event, and only then let it count.

        Raises:
            StorageError: It was not kept; the run is as it was.
            ValueError: The event does not fit the run; nothing was kept.
        """
        after = apply(self.story, self.run, event)
        key, step = self.info.key, self._step
        await self._services.ask(lambda record: record.runs.append(key, step, event))
        self._step += 1
        self.run = after

    async def adopt(self, story: Story, continuation: Continuation) -> None:
        """Go on with another text of the scenario, all of it or nothing.

        Raises:
            StorageError: It was not kept; the run is as it was.
        """
        key, step, events = self.info.key, self._step, continuation.events
        self.info = await self._services.ask(
            lambda record: record.runs.adopt(key, step, story.scenario, events)
        )
        self._step += len(events)
        self.story = story
        self.run = continuation.run

    async def finish(self) -> None:
        """Tell the record that an ending was reached; doing so again changes nothing.

        Raises:
            StorageError: It was not kept.
        """
        await self._services.ask(lambda record: record.runs.finish(self.info.key))

    async def reopen(self) -> None:
        """Tell the record that the run goes on; doing so again changes nothing.

        Raises:
            StorageError: It was not kept.
        """
        await self._services.ask(lambda record: record.runs.reopen(self.info.key))


async def begin_run(services: Services, code: str, scenario: Scenario) -> Recorder:
    """Begin a run for the person with this own code.

    Raises:
        StorageError: The record cannot be opened or written.
    """

    def work(record: Record) -> RunInfo:
        return record.runs.begin(record.runs.participant(code), scenario)

    info = await services.ask(work)
    story = compile_story(scenario)
    return Recorder(services, info, story, begin(story), 0)


async def open_run(services: Services, key: str) -> Recorder:
    """Read a run from the record, as it was committed.

    Raises:
        StorageError: The record cannot be read, or it does not hold together.
    """

    def work(record: Record) -> tuple[RunInfo, dict[str, Scenario], tuple[Event, ...]]:
        return record.runs.get(key), record.runs.texts(key), record.runs.events(key)

    try:
        info, texts, events = await services.ask(work)
        stories = {text: compile_story(scenario) for text, scenario in texts.items()}
        run = replay_run(stories, info.first, events)
    except (Diverged, KeyError) as error:
        raise StorageError(
            _("This run cannot be read: its choices do not fit its text."),
            _("Other runs are not touched by this. You can begin the scenario anew."),
        ) from error
    return Recorder(services, info, stories[info.content], run, len(events))


def compare_with(recorder: Recorder, scenario: Scenario) -> tuple[Story, Continuation] | None:
    """How an open run goes on with the text of today, or None when the text is the same."""
    today = content_hash(content_text(scenario))
    if today == content_hash(content_text(recorder.story.scenario)):
        return None
    story = compile_story(scenario)
    return story, compare(recorder.story, story, recorder.run, today)


async def taken_in_other_runs(
    services: Services, recorder: Recorder, code: str
) -> frozenset[Option]:
    """What the person chose in other runs of the same scenario, by today's ids of this text.

    Raises:
        StorageError: The record cannot be read.
    """
    info = recorder.info

    def work(record: Record) -> list[tuple[Event, ...]]:
        participant = record.runs.known(code)
        runs = record.runs.of(participant) if participant else ()
        others = [run for run in runs if run.scenario == info.scenario and run.key != info.key]
        return [record.runs.events(run.key) for run in others]

    scenario = recorder.story.scenario
    found = [options_taken(scenario, events) for events in await services.ask(work)]
    return frozenset().union(*found)
