"""How much of a scene is shown, and which keys go on from there."""

from __future__ import annotations

from enum import IntEnum

from ajs_trainer.locale import _
from ajs_trainer.tui.commands import key_name
from ajs_trainer.tui.screens.play_keys import UNDO
from ajs_trainer.tui.widgets.choices import Choices
from ajs_trainer.tui.widgets.story import StoryColumn


class Beat(IntEnum):
    """How much of a scene is shown, in the order of the method."""

    SITUATION = 0
    THOUGHTS = 1
    CHOICES = 2
    OUTCOME = 3


def keys_of_beat(
    beat: Beat, column: StoryColumn, choices: Choices, *, thoughts: bool
) -> list[tuple[str, str]]:
    """The keys that go on from a beat, each with what it does.

    Args:
        thoughts: Whether the scene has thoughts.
    """
    enter, undo = key_name("enter"), key_name(UNDO.keys.split(",")[0])
    if beat is Beat.CHOICES:
        return _choice_keys(choices, enter, undo)
    if column.more_below:
        return [(enter, _("read on"))]
    if beat is Beat.OUTCOME:
        return [(enter, _("go on")), (undo, _("take it back"))]
    if beat is Beat.SITUATION and thoughts:
        return [(enter, _("the thoughts"))]
    keys = [(enter, _("what you can do"))]
    if beat is Beat.THOUGHTS:
        keys.append((key_name("space"), _("I recognise it")))
    return keys


def _choice_keys(choices: Choices, enter: str, undo: str) -> list[tuple[str, str]]:
    if not choices.offered:
        return [(undo, _("take it back"))]
    digits = f"1–{min(choices.offered, 9)}" if choices.offered > 1 else "1"
    if choices.marked is not None:
        return [(enter, _("choose the marked one")), (digits, _("choose"))]
    return [(digits, _("choose")), ("↑ ↓", _("mark"))]
