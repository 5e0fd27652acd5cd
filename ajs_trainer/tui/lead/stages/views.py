"""Which view shows which stage."""

from __future__ import annotations

from ajs_trainer.session.stages import ROUND, Stage
from ajs_trainer.tui.lead.keeper import Keeper
from ajs_trainer.tui.lead.stages.base import StageView
from ajs_trainer.tui.lead.stages.choosing import Choosing
from ajs_trainer.tui.lead.stages.closing import Close, Commitment
from ajs_trainer.tui.lead.stages.outcome import Reveal, Squares
from ajs_trainer.tui.lead.stages.rehearsal import Rehearsal
from ajs_trainer.tui.lead.stages.stand import TakeStand
from ajs_trainer.tui.lead.stages.story import Ending, Read, Thoughts
from ajs_trainer.tui.lead.stages.texts import LookBack, Paused, People, Realism, Said, Welcome
from ajs_trainer.tui.lead.stages.way import Way

_VIEWS: dict[Stage, type[StageView]] = {
    Stage.WELCOME: Welcome,
    Stage.LOOK_BACK: LookBack,
    Stage.COMMITMENT: Commitment,
    Stage.CLOSE: Close,
    Stage.READ: Read,
    Stage.THOUGHTS: Thoughts,
    Stage.REALISM: Realism,
    Stage.PEOPLE: People,
    Stage.FIRST: Choosing,
    Stage.SECOND: Choosing,
    Stage.REVEAL: Reveal,
    Stage.GRID: Squares,
    Stage.WAY: Way,
    Stage.ENDING: Ending,
    Stage.STATEMENT: TakeStand,
    Stage.LEAVE_ROLE: Rehearsal,
    **dict.fromkeys(ROUND, Rehearsal),
}


def view_of(meeting: Keeper) -> StageView:
    """The view of where the meeting is."""
    if meeting.state.paused:
        return Paused(meeting)
    return _VIEWS.get(meeting.place.stage, Said)(meeting)
