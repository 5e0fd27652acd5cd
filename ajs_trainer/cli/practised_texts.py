"""What the plain player says of the skill that a dialogue practises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ajs_trainer.locale import _
from ajs_trainer.model.names import KKA_STRATEGY_NAMES
from ajs_trainer.model.skill import Skill
from ajs_trainer.play.behaviours import (
    Practised,
    behaviour_text,
    is_working_material,
    readable,
)
from ajs_trainer.play.run import Moment
from ajs_trainer.session.cards import WORKING_MATERIAL


def practised(name: str, skill: Skill | None) -> str:
    """Which skill is practised, and why it is worth it."""
    title = skill.title if skill else readable(name)
    line = _("You rehearse: {skill}").format(skill=title)
    return f"{line}\n{skill.why}" if skill else line


def how_sure(moment: Moment) -> str:
    """The question before and after a dialogue."""
    if moment == "before":
        return _("How sure are you that you would find the words here?")
    return _("How sure are you now that you would find the words in a talk like this?")


def looked_back(found: Practised, skill: Skill | None) -> Iterator[str]:
    """What one did, what was there to take, and what to say aloud, line by line."""
    if skill is not None:
        strategy = _(KKA_STRATEGY_NAMES[skill.strategy])
        belongs = _("KKA strategy: {strategy}").format(strategy=strategy)
        yield from ("", skill.title, belongs)
    yield from ("", _("This is what you did:"))
    if found.shown:
        yield from _listed(found.shown, skill)
    else:
        yield _("This time you went other ways.")
    if found.there:
        yield from ("", _("This was there to take:"))
    for moment in found.there:
        yield _("When you said: {reply}").format(reply=moment.said.text)
        yield from _listed(moment.behaviours, skill)
    if found.aloud:
        yield from ("", _("Say this aloud, slowly and in your own voice."))
    for reply in found.aloud:
        yield reply.choice.text
    told = [*found.shown, *(one for moment in found.there for one in moment.behaviours)]
    if is_working_material(skill, told):
        yield from ("", _(WORKING_MATERIAL))


def _listed(behaviours: Iterable[str], skill: Skill | None) -> Iterator[str]:
    for behaviour in behaviours:
        yield f"- {behaviour_text(skill, behaviour)}"
