"""What can be wrong with a role-play whose file is well formed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ajs_trainer.content.checks.lists import check_count, check_ids, check_length
from ajs_trainer.content.checks.references import check_exists
from ajs_trainer.content.problems import Problems
from ajs_trainer.content.tree import Map, mark_at
from ajs_trainer.model.roleplay import LEAST_CUES, RolePlay

if TYPE_CHECKING:
    from ajs_trainer.content.shelf import Shelf

CARD_ROWS = 10
CARD_COLUMNS = 72
"""What a card shows of a situation, with all else that is on it."""
CUE_ROWS = 2
CUE_COLUMNS = 60
"""What can be read at a glance while playing."""


def check_roleplay(roleplay: RolePlay, root: Map, problems: Problems, known: Shelf) -> None:
    """Note a skill that does not exist, cues that never come, and cards that are too full."""
    check_exists("skill", roleplay.skill, root, problems, known, ("skill",))
    for card, situation in (
        ("staff", roleplay.staff.situation),
        ("client", roleplay.client.situation),
    ):
        path = (card, "situation")
        check_length(situation, root, problems, path, rows=CARD_ROWS, columns=CARD_COLUMNS)
    _check_cues(roleplay, root, problems)


def _check_cues(roleplay: RolePlay, root: Map, problems: Problems) -> None:
    cues = roleplay.cues
    check_ids([cue.id for cue in cues], root, problems, ("cues",))
    check_count(len(cues), root, problems, ("cues",), least=LEAST_CUES)
    limit = roleplay.minutes.play * 60
    for number, cue in enumerate(cues):
        check_length(
            cue.text, root, problems, ("cues", number, "text"), rows=CUE_ROWS, columns=CUE_COLUMNS
        )
        if cue.after is not None and cue.after >= limit and "play" not in problems.lost:
            place = mark_at(root, ("cues", number, "after")).value
            problems.add("K903", place, seconds=cue.after, limit=limit)
