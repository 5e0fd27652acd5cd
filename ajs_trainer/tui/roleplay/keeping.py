"""What a role-play in threes asks of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ajs_trainer.model.plan import Plan
from ajs_trainer.model.roleplay import RolePlay
from ajs_trainer.model.skill import Skill
from ajs_trainer.session.collecting import RAISED_HANDS
from ajs_trainer.session.state import Material, Setup
from ajs_trainer.tui.lead.agenda import roleplay_step

if TYPE_CHECKING:
    from ajs_trainer.record.sessions import Keep
    from ajs_trainer.session.observing import Observation
    from ajs_trainer.tui.services import Record, Services

TRIO = "trio"
"""Id of the plan of three people who practise by themselves."""


def trio_plan(play: RolePlay) -> Plan:
    """A plan with one role-play and nothing else."""
    return Plan(
        format=1,
        kind="plan",
        id=TRIO,
        language=play.language,
        title=play.title,
        summary=play.summary,
        steps=(roleplay_step(play),),
    )


async def begin_trio(
    services: Services, play: RolePlay, skill: Skill, keep: Keep, days: int
) -> str:
    """Begin a role-play; gives its key.

    Raises:
        StorageError: The record cannot be opened or written.
    """
    material = Material({play.id: play}, {skill.id: skill})
    setup = Setup(trio_plan(play), {}, "", RAISED_HANDS.id, material)

    def work(record: Record) -> str:
        sessions = record.sessions
        return sessions.begin(setup, title=play.title, group_size=3, keep=keep, days=days).key

    return await services.ask(work)


async def observe(services: Services, session: str, seen: Observation) -> None:
    """Record what the observer heard.

    Raises:
        StorageError: It was not kept, and may be given again.
    """
    await services.ask(lambda record: record.observations.observe(session, seen))


async def observed(services: Services, session: str) -> tuple[Observation, ...]:
    """What the observer has heard so far.

    Raises:
        StorageError: The record cannot be read.
    """
    return await services.ask(lambda record: record.observations.of(session))
