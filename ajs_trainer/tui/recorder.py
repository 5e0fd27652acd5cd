"""An open run: what is in the record is what is shown.

An event counts once it has been committed, never before. What could not be kept leaves the
run as it was, so that the same event can be given again and is stored once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ajs_trainer.model.identity import content_hash, content_text
from ajs_trainer.play.continuation import Continuation, compare, replay_run
from ajs_trainer.play.run import Adopted, Event, Run, apply, begin
from ajs_trainer.play.story import Story, compile_story

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
        await self._append(event)
        self.run = after

    async def adopt(self, story: Story, continuation: Continuation) -> None:
        """Go on with another text of the scenario.

        Raises:
            StorageError: It was not kept; what was may be given again.
        """
        for event in continuation.events:
            if isinstance(event, Adopted):
                await self._append(event)
            elif self.run.way[continuation.common :]:
                await self.keep(event)
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

    async def _append(self, event: Event) -> None:
        key, step = self.info.key, self._step
        await self._services.ask(lambda record: record.runs.append(key, step, event))
        self._step += 1


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


async def open_run(services: Services, info: RunInfo) -> Recorder:
    """Read a run from the record, as it was committed.

    Raises:
        StorageError: The record cannot be read.
        Diverged: The events do not fit the texts they were recorded on.
    """
    scenarios, events = await services.ask(lambda record: _read(record, info))
    stories = {content: compile_story(scenario) for content, scenario in scenarios.items()}
    adopted = [event.content for event in events if isinstance(event, Adopted)]
    story = stories[adopted[-1] if adopted else info.content]
    run = replay_run(stories, info.content, events)
    return Recorder(services, info, story, run, len(events))


def _read(record: Record, info: RunInfo) -> tuple[dict[str, Scenario], tuple[Event, ...]]:
    events = record.runs.events(info.key)
    contents = [info.content, *(e.content for e in events if isinstance(e, Adopted))]
    return {content: record.runs.content(content) for content in contents}, events


def compare_with(recorder: Recorder, scenario: Scenario) -> tuple[Story, Continuation] | None:
    """How an open run goes on with the text of today, or None when the text is the same."""
    today = content_hash(content_text(scenario))
    if today == content_hash(content_text(recorder.story.scenario)):
        return None
    story = compile_story(scenario)
    return story, compare(recorder.story, story, recorder.run, today)
