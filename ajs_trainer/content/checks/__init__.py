"""What can be wrong with a story whose file is well formed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ajs_trainer.content.checks.dialogues import check_dialogue
from ajs_trainer.content.checks.drafts import check_drafts
from ajs_trainer.content.checks.flags import check_flags
from ajs_trainer.content.checks.links import check_links
from ajs_trainer.content.checks.promises import check_promises
from ajs_trainer.content.checks.states import check_states
from ajs_trainer.content.checks.subject import Subject
from ajs_trainer.content.checks.texts import check_texts
from ajs_trainer.content.problems import Problems
from ajs_trainer.content.tree import Map
from ajs_trainer.model import Scenario

if TYPE_CHECKING:
    from ajs_trainer.content.shelf import Shelf

__all__ = ["check"]


def check(
    scenario: Scenario,
    root: Map,
    problems: Problems,
    *,
    release: bool = False,
    known: Shelf | None = None,
) -> None:
    """Note everything that is wrong with a story.

    Args:
        root: The tree that the scenario was built from, for the places.
        release: Whether drafts are refused.
        known: Where the skill of a dialogue is looked for, if it is.
    """
    subject = Subject(scenario, root, problems)
    check_texts(subject)
    check_drafts(subject, release=release)
    check_dialogue(subject, known)
    linked = check_links(subject)
    flagged = check_flags(subject, linked)
    story, exploration = check_states(subject, flagged)
    check_promises(subject, story, exploration)
