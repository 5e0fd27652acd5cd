"""What can be wrong with a story whose file is well formed."""

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

__all__ = ["check"]


def check(scenario: Scenario, root: Map, problems: Problems, *, release: bool = False) -> None:
    """Note everything that is wrong with a story.

    Args:
        root: The tree that the scenario was built from, for the places.
        release: Whether drafts are refused.
    """
    subject = Subject(scenario, root, problems)
    check_texts(subject)
    check_drafts(subject, release=release)
    linked = check_links(subject)
    flagged = check_flags(subject, linked)
    story, exploration = check_states(subject, flagged)
    check_promises(subject, story, exploration)
