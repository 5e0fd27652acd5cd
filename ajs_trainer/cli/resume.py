"""Asking, line by line, whether and how an unfinished run goes on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from ajs_trainer.cli.sitting import Sitting
from ajs_trainer.cli.voice import Voice
from ajs_trainer.locale import _, ngettext

if TYPE_CHECKING:
    from ajs_trainer.record import RunInfo

_T = TypeVar("_T")

_YES = ("j", "ja", "y", "yes")
_NO = ("n", "nej", "no")


class Left(Exception):
    """The person left before the playing began."""


def offer_unfinished(voice: Voice, sitting: Sitting) -> Sitting:
    """Offer to go on with the latest unfinished run of the same scenario.

    Returns the sitting to play, which is the same one unless the person starts anew.

    Raises:
        Left: There are no more answers, or the person wants to leave.
        StorageError: The record cannot be read or written.
    """
    info = sitting.unfinished()
    if info is None:
        return sitting
    voice.say()
    voice.say(
        ngettext(
            "You have an unfinished run of “{title}” with {count} choice.",
            "You have an unfinished run of “{title}” with {count} choices.",
            info.choices,
        ).format(title=info.title, count=info.choices)
    )
    answers = dict.fromkeys(_YES, True) | dict.fromkeys(_NO, False)
    if not _pick(voice, _("Go on where you were? [y/n]"), answers, _("Answer y or n.")):
        return sitting
    return _taken_up(voice, sitting, info)


def _taken_up(voice: Voice, sitting: Sitting, info: RunInfo) -> Sitting:
    """Take up a run; where its text is another one by now, the person may have to decide."""
    today = sitting.story.scenario
    fresh = sitting.anew()
    continuation = sitting.resume(info)
    if continuation is None:
        return sitting
    if continuation.fits:
        sitting.adopt(today, continuation)
        return sitting
    voice.say(_("The scenario has been changed since you played it."))
    place = _("1. Go on from choice {number}, the last place that is the same.")
    voice.say(place.format(number=continuation.common + 1))
    voice.say(_("2. Start anew with the text of today."))
    voice.say(_("3. Finish with the old text."))
    answers = {number: number for number in ("1", "2", "3")}
    answer = _pick(voice, _("Your answer:"), answers, _("Write 1, 2 or 3."))
    if answer == "1":
        sitting.adopt(today, continuation)
    return fresh if answer == "2" else sitting


def _pick(voice: Voice, prompt: str, answers: Mapping[str, _T], again: str) -> _T:
    while True:
        answer = voice.ask(prompt)
        if answer is None or answer.casefold() == "p":
            raise Left
        if answer.casefold() in answers:
            return answers[answer.casefold()]
        voice.say(again)
