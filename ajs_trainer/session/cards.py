"""The cards of a role-play: what each of the three sees, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ajs_trainer.locale import N_, _
from ajs_trainer.model.names import PLAY_ROLE_NAMES
from ajs_trainer.model.roleplay import RolePlay
from ajs_trainer.model.skill import Skill
from ajs_trainer.model.vocabulary import PlayRole

WORKING_MATERIAL = N_("Working material, check it against your KKA training.")


class Said(NamedTuple):
    """A piece of a card: a heading, which may be empty, and a text below it."""

    heading: str
    text: str


class Card(NamedTuple):
    """What one of the three reads before the play.

    Attributes:
        role: Whose card it is.
        title: What it says at the top, in the language of the user.
        said: What it tells, in order; headings are in the language of the user.
        behaviours: What the observer listens for, by id; empty for the others.
        note: What is to be known about the behaviours; may be empty.
    """

    role: PlayRole
    title: str
    said: tuple[Said, ...]
    behaviours: tuple[tuple[str, str], ...] = ()
    note: str = ""


def card(role: PlayRole, play: RolePlay, skill: Skill) -> Card:
    """The card of one of the three; nothing on it is told on another one."""
    match role:
        case "staff":
            return Card(role, _("You are staff"), tuple(_of_staff(play, skill)))
        case "client":
            title = _("You are {name}").format(name=play.client.name)
            return Card(role, title, tuple(_of_client(play)))
        case "observer":
            return _of_observer(play, skill)


def role_name(role: PlayRole) -> str:
    """What a role is called, in the language of the user."""
    return _(PLAY_ROLE_NAMES[role])


def _of_staff(play: RolePlay, skill: Skill) -> Iterator[Said]:
    yield Said("", play.staff.situation.strip())
    yield Said(_("Try this"), play.staff.task)
    yield Said(_("What you practise"), f"{skill.title}. {skill.why}")


def _of_client(play: RolePlay) -> Iterator[Said]:
    client = play.client
    yield Said("", client.situation.strip())
    yield Said(_("Why you do it"), client.reason)
    yield Said(_("What you feel"), client.feeling)
    yield Said(_("What you want"), client.wish)
    yield Said(_("When you give way"), client.gives_way_if)
    yield Said(_("When you harden"), client.hardens_if)
    if client.first_line:
        yield Said(_("You begin with"), client.first_line)


def _of_observer(play: RolePlay, skill: Skill) -> Card:
    unverified = any(map(skill.is_working_material, skill.behaviours))
    return Card(
        "observer",
        _("You observe"),
        (
            Said(skill.title, skill.why),
            Said(_("Look for"), play.observer.look_for),
        ),
        tuple((behaviour.id, behaviour.text) for behaviour in skill.behaviours),
        _(WORKING_MATERIAL) if unverified else "",
    )
