"""An open meeting: what is in the record is what the room sees.

An event counts once it has been committed, never before, and the screen moves only then. This
is the only place from which the screens of a meeting talk to the record.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ajs_trainer.debrief.results import Agreement, GuideQuestion
from ajs_trainer.debrief.summary import Debrief, Told, from_json, summarise, to_json
from ajs_trainer.errors import StorageError
from ajs_trainer.locale import _
from ajs_trainer.paths import places
from ajs_trainer.session.course import apply, replay
from ajs_trainer.session.events import Advanced, Resumed, Round, SessionEvent
from ajs_trainer.session.result import Tallies, question_id, result
from ajs_trainer.session.stages import Place
from ajs_trainer.session.state import NotNow, SessionState, Setup
from ajs_trainer.workplace import Workplace, read_workplace

if TYPE_CHECKING:
    from ajs_trainer.model import Scene
    from ajs_trainer.play.story import Story
    from ajs_trainer.record.ballots import Card
    from ajs_trainer.record.sessions import Keep, SessionInfo
    from ajs_trainer.session.observing import Observation
    from ajs_trainer.tui.services import Record, Services


class Keeper:
    """A meeting that is led.

    Attributes:
        info: What the record calls the meeting.
        setup: What was decided before it began.
        state: What the committed events add up to.
        workplace: What the workplace decided.
        earlier: What the last closed meeting agreed on, or None.
    """

    def __init__(
        self,
        services: Services,
        info: SessionInfo,
        setup: Setup,
        events: Sequence[SessionEvent],
        workplace: Workplace,
        earlier: Agreement | None,
    ) -> None:
        self._services = services
        self._step = len(events)
        self.info = info
        self.setup = setup
        self.state = replay(setup, events)
        self.workplace = workplace
        self.earlier = earlier

    @property
    def place(self) -> Place:
        """Where in the meeting one is."""
        return self.state.place

    @property
    def story(self) -> Story:
        """The scenario that is played; only in a scenario."""
        return self.setup.story(self.place)

    @property
    def scene(self) -> Scene:
        """The scene one is in; only in a scenario."""
        return self.story.scenario.scenes[self.place.scene]

    @property
    def question(self) -> str:
        """What the record calls the question that is being asked; empty without one."""
        asked = self.state.question
        return "" if asked is None else question_id(asked)

    @property
    def changes(self) -> dict[str, tuple[str, ...]]:
        """What the room wanted to change for it to be like here, by scenario."""
        found: dict[str, tuple[str, ...]] = {}
        for note in self.state.notes:
            if note.kind == "realism":
                name = self.setup.story(note.place).scenario.id
                found[name] = (*found.get(name, ()), note.text)
        return found

    def fits(self, *events: SessionEvent) -> bool:
        """Whether these events can happen now, one after the other."""
        try:
            self._after(events)
        except NotNow:
            return False
        return True

    def coming(self) -> Place:
        """Where one comes with Enter."""
        return self._after([Advanced()]).place

    async def keep(self, event: SessionEvent) -> None:
        """Commit one event, and only then let it count.

        Raises:
            StorageError: It was not kept; the meeting is as it was.
            NotNow: The event does not fit; nothing was kept.
        """
        after = self._after([event])
        key, step = self.info.key, self._step
        await self._services.ask(lambda record: record.sessions.append(key, step, event))
        self._step += 1
        self.state = after

    async def tallies(self) -> Tallies:
        """What people have chosen one by one, counted."""
        key = self.info.key
        return await self._services.ask(lambda record: record.ballots.tallies(key))

    async def told(self) -> Told | None:
        """What may be shown about the question of the scene one is in; None without answers."""
        asked = self.state.question
        if asked is None:
            return None
        published = await self._published(replace(self.state, questions=(asked,)))
        return next((told for part in published.parts for told in part.told), None)

    async def done(self, round_: Round) -> int:
        """How many have chosen in a round of the question that is being asked."""
        key, question = self.info.key, self.question
        return await self._services.ask(lambda record: record.ballots.done(key, question, round_))

    async def new_card(self) -> Card:
        """A card for somebody who chooses for the first time."""
        key = self.info.key
        return await self._services.ask(lambda record: record.ballots.new_card(key))

    async def card(self, word: str) -> str | None:
        """The key of the card with this word, or None."""
        key = self.info.key
        return await self._services.ask(lambda record: record.ballots.card(key, word))

    async def vote(
        self,
        round_: Round,
        card: str,
        choice: str | None,
        thoughts: Collection[str] | None = None,
    ) -> None:
        """Record what was chosen under a card in a round of the question that is being asked."""
        key, question = self.info.key, self.question
        await self._services.ask(
            lambda record: record.ballots.vote(key, question, round_, card, choice, thoughts)
        )

    async def close(self) -> Debrief:
        """Close the meeting and freeze its debrief.

        Raises:
            StorageError: It was not closed; it may be tried again.
        """
        from ajs_trainer.content.guides import questions_for

        guides = await asyncio.to_thread(questions_for, self.setup.stories)
        key, step = self.info.key, self._step
        observations = await self._services.ask(lambda record: record.observations.of(key))
        debrief = await self._published(self.state, guides, observations)
        text = to_json(debrief)
        self.info = await self._services.ask(lambda record: record.sessions.close(key, step, text))
        self.state = replay(self.setup, await self._services.ask(lambda r: r.sessions.events(key)))
        return debrief

    async def _published(
        self,
        state: SessionState,
        guides: Mapping[str, Sequence[GuideQuestion]] | None = None,
        observations: Sequence[Observation] = (),
    ) -> Debrief:
        came_to = result(
            self.setup,
            state,
            await self.tallies(),
            title=self.info.title,
            date=self.info.date,
            present=self.info.group_size,
            guides=guides,
            observations=observations,
        )
        return summarise(came_to, self.workplace.floor)

    def _after(self, events: Sequence[SessionEvent]) -> SessionState:
        state = self.state
        for event in events:
            state = apply(self.setup, state, event)
        return state


async def workplace() -> Workplace:
    """What the workplace decided.

    Raises:
        AjsError: Its file cannot be read.
    """
    return await asyncio.to_thread(read_workplace, places().workplace)


async def begin_meeting(
    services: Services, setup: Setup, title: str, group_size: int, keep: Keep, days: int
) -> str:
    """Begin a meeting; gives its key.

    Raises:
        StorageError: The record cannot be opened or written.
    """

    def work(record: Record) -> str:
        sessions = record.sessions
        return sessions.begin(setup, title=title, group_size=group_size, keep=keep, days=days).key

    return await services.ask(work)


async def open_meeting(services: Services, key: str) -> Keeper:
    """Read a meeting from the record, where it was left.

    A paused one goes on; a role-play that is frozen stays so until the three say otherwise.

    Raises:
        StorageError: The record cannot be read, or it does not hold together.
    """

    def work(
        record: Record,
    ) -> tuple[SessionInfo, Setup, tuple[SessionEvent, ...], Agreement | None]:
        sessions = record.sessions
        info = sessions.get(key)
        return info, sessions.setup(key), sessions.events(key), _earlier(record, info.number)

    info, setup, events, earlier = await services.ask(work)
    try:
        keeper = Keeper(services, info, setup, events, await workplace(), earlier)
    except NotNow as error:
        raise StorageError(
            _("This meeting cannot be read: what happened does not fit its plan."),
            _("Other meetings are not touched by this. You can begin a new one."),
        ) from error
    if keeper.state.paused and not setup.trio:
        await keeper.keep(Resumed())
    return keeper


async def unfinished_meetings(
    services: Services, *, trio: bool = False
) -> list[tuple[SessionInfo, SessionState]]:
    """The meetings that are not closed, the latest first, each with how far it came.

    Args:
        services: Where the record is.
        trio: Whether role-plays in threes are meant, or the meetings of groups.

    Raises:
        StorageError: The record cannot be read.
    """

    def work(record: Record) -> list[tuple[SessionInfo, SessionState]]:
        sessions = record.sessions
        setups = {info.key: sessions.setup(info.key) for info in sessions.open()}
        return [
            (info, replay(setups[info.key], sessions.events(info.key)))
            for info in sessions.open()
            if setups[info.key].trio == trio
        ]

    return await services.ask(work)


def _earlier(record: Record, before: int) -> Agreement | None:
    """What the last closed meeting before this one agreed on, from its frozen debrief."""
    for info in record.sessions.all():
        if info.closed and info.number < before:
            frozen = record.sessions.publication(info.key)
            if frozen is not None and (agreement := from_json(frozen).agreement) is not None:
                return agreement
    return None
