"""What the facilitator wants at hand while the room takes a stand, or plays roles."""

from __future__ import annotations

from collections.abc import Iterator

from ajs_trainer.debrief.disclosure import Counts
from ajs_trainer.debrief.reading import outcome
from ajs_trainer.debrief.results import Outcome
from ajs_trainer.locale import N_, _
from ajs_trainer.session.cards import WORKING_MATERIAL
from ajs_trainer.session.exercising import called, stood
from ajs_trainer.session.script import SCRIPTS
from ajs_trainer.session.stages import ROUND, Place, Stage
from ajs_trainer.session.state import SessionState, Setup
from ajs_trainer.tui.notes.blocks import Block, section

CAME_OUT: dict[Outcome, str] = {
    "gathered": N_("Many chose the same: ask"),
    "split": N_("Divided: ask"),
    "spread": N_("Spread out: ask"),
    "too-few": N_("Too few answers to show: talk in pairs"),
}


def stage_title(setup: Setup, place: Place) -> str:
    """What a stage is called; in a role-play or an exercise never what the whole step is called."""
    step = setup.step(place)
    own = "" if step.kind in ("roleplay", "exercise") else step.title
    return own or _(SCRIPTS[place.stage].title)


def practice_line(setup: Setup, state: SessionState) -> str:
    """Which round of which role-play, or which statement of which exercise; else empty."""
    place = state.place
    if place.stage is Stage.LEAVE_ROLE:
        return setup.roleplay(place).title
    if place.stage in ROUND:
        rounds = _("round {number} of {all}").format(number=place.scene, all=setup.rounds(place))
        return f"{setup.roleplay(place).title}, {rounds}"
    if place.stage is Stage.STATEMENT:
        exercise = setup.exercise(place)
        ids = [statement.id for statement in exercise.statements]
        return _("{exercise}, statement {number} of {all}").format(
            exercise=exercise.title, number=ids.index(place.scene) + 1, all=len(ids)
        )
    return ""


def asked(setup: Setup, state: SessionState) -> list[str]:
    """The questions of the stage, those of the statement first."""
    of_stage = [_(text) for text in SCRIPTS[state.place.stage].ask]
    if state.place.stage is Stage.STATEMENT and not _counted(state):
        return [*setup.statement(state.place).follow_up, *of_stage]
    return of_stage


def practice_notes(setup: Setup, state: SessionState) -> Iterator[Block]:
    """What belongs to the statement, or to the part of the round; nothing elsewhere."""
    match state.place.stage:
        case Stage.STATEMENT:
            yield from _of_statement(setup, state)
        case Stage.CARDS:
            yield from _before(setup, state.place)
        case Stage.PLAY | Stage.RETRY:
            yield from _to_watch(setup, state.place)
        case Stage.FEEDBACK:
            shown = SCRIPTS[Stage.FEEDBACK].shown
            yield from section(_("Who speaks, in this order"), map(_, shown))
            yield from _to_watch(setup, state.place)


def _of_statement(setup: Setup, state: SessionState) -> Iterator[Block]:
    """The statement to read, and when it was counted what came out with what to ask then."""
    statement = setup.statement(state.place)
    yield Block("text", "")
    yield Block("text", statement.text)
    counts = _counted(state)
    if not counts:
        return
    names = called(setup.exercise(state.place), statement)
    spots = (
        _("{place}: {count}").format(place=name, count=count)
        for name, count in zip(names, counts, strict=True)
    )
    yield from section(_("What you counted"), spots)
    yield from section(_(CAME_OUT[outcome(Counts(counts))]), statement.follow_up)


def _counted(state: SessionState) -> tuple[int, ...]:
    """How many stood where; empty when nobody was counted."""
    counted = stood(state)
    return counted.counts if counted is not None and any(counted.counts) else ()


def _before(setup: Setup, place: Place) -> Iterator[Block]:
    play, skill = setup.roleplay(place), setup.skill(place)
    if place.scene == "1":
        yield Block("text", "")
        yield Block(
            "text",
            _(
                "The cards are on paper: “ajs roleplay {name} --print”. Whoever observes has the "
                "slips, and hands them over in the play."
            ).format(name=play.id),
        )
    yield from section(_("What they practise"), [f"{skill.title}. {skill.why}"])


def _to_watch(setup: Setup, place: Place) -> Iterator[Block]:
    """What can be seen and heard when somebody uses the skill, and what harms it."""
    skill = setup.skill(place)
    watched = [behaviour.text for behaviour in skill.behaviours]
    yield from section(
        _("What to watch: {skill}").format(skill=skill.title),
        [*watched, setup.roleplay(place).observer.look_for],
    )
    if any(map(skill.is_working_material, skill.behaviours)):
        yield Block("text", _(WORKING_MATERIAL))
    yield from section(_("What harms it"), skill.harms)
