"""What the plain player says."""

from __future__ import annotations

from collections.abc import Iterable

from ajs_trainer.cli import practised_texts
from ajs_trainer.locale import _, ngettext
from ajs_trainer.model import Choice, Consequences, Scenario
from ajs_trainer.model.names import (
    PARTY_NAMES,
    RELATION_NAMES,
    SETTING_NAMES,
    STRATEGY_NAMES,
    WHEN_NAMES,
)
from ajs_trainer.model.skill import Skill
from ajs_trainer.model.vocabulary import STRATEGIES, WHENS, When
from ajs_trainer.play.behaviours import client_name, look_back
from ajs_trainer.play.run import Moment, Run
from ajs_trainer.play.step import situation
from ajs_trainer.play.story import State, Story, shown_text
from ajs_trainer.play.summary import Grid, Option, Stop, grid, way_taken


def opening(scenario: Scenario, skill: Skill | None = None) -> str:
    """Everything one reads before the first scene, the content note first of all.

    A dialogue tells which skill it practises; without ``skill`` its id made readable.
    """
    lines = [scenario.title]
    if scenario.content_note:
        lines.append(
            _("Before you start: {note} You may leave at any time without a reason.").format(
                note=scenario.content_note.strip()
            )
        )
    lines.append(_facts(scenario))
    lines.append(scenario.summary)
    if scenario.skill is not None:
        lines.append(practised_texts.practised(scenario.skill, skill))
    if scenario.cast:
        lines.append("\n".join([_("Who is there:"), *_cast(scenario)]))
    return "\n" + "\n\n".join(lines) + "\n"


def _facts(scenario: Scenario) -> str:
    setting = capitalised(_(SETTING_NAMES[scenario.setting]))
    if scenario.skill is not None:
        return ngettext(
            "{setting}, about {count} minute.",
            "{setting}, about {count} minutes.",
            scenario.minutes,
        ).format(setting=setting, count=scenario.minutes)
    return ngettext(
        "{setting}, {relation}, about {count} minute.",
        "{setting}, {relation}, about {count} minutes.",
        scenario.minutes,
    ).format(setting=setting, relation=_(RELATION_NAMES[scenario.relation]), count=scenario.minutes)


def _cast(scenario: Scenario) -> Iterable[str]:
    for member in scenario.cast:
        if member.about:
            yield _("{name}, {about}.").format(name=member.name, about=member.about.rstrip("."))
        else:
            yield f"{member.name}."


def resumed(run: Run) -> str:
    """Said when a run is taken up again."""
    return "\n" + _("You go on where you were, at choice {number}.").format(number=len(run.way) + 1)


def rating(scenario: Scenario, moment: Moment) -> str:
    """The question before and after: about acting, or in a dialogue about what to say."""
    if scenario.skill is not None:
        question = practised_texts.how_sure(moment)
    elif moment == "before":
        question = _("How sure are you that you would do something here?")
    else:
        question = _("How sure are you now that you would do something here?")
    scale = _("1 is not at all, 5 is completely. Press only Enter to skip the question.")
    return f"{question}\n{scale}"


def scene(story: Story, run: Run, *, brief: bool) -> str:
    """A scene: where one is, what happens, the thoughts, the question and the choices.

    ``brief`` leaves out how to answer, for whoever has heard it.
    """
    content = story.scenario.scenes[story.scenes[run.state.scene]]
    blocks = [
        _("Choice {number}").format(number=len(run.way) + 1),
        shown_text(content.text, story.flag_names(run.state)),
        _thoughts(story, run, brief=brief),
        "\n".join(_choices(story, run)),
        "" if brief else _("Write the number of your choice and press Enter. ? gives help."),
    ]
    return "\n" + "\n\n".join(block for block in blocks if block)


def _thoughts(story: Story, run: Run, *, brief: bool) -> str:
    scene_id = story.scenes[run.state.scene]
    thoughts = story.scenario.scenes[scene_id].thoughts
    if not thoughts:
        return ""
    lines = [_("Train of thought:")]
    for number, thought in enumerate(thoughts, 1):
        line = f"t{number}. {thought.text}"
        if (scene_id, thought.id) in run.recognised:
            line = _("{thought} (you recognised this one)").format(thought=line)
        lines.append(line)
    if not brief:
        lines.append(_("If you recognise a thought, write its name, for example t1."))
    return "\n".join(lines)


def _choices(story: Story, run: Run) -> Iterable[str]:
    content = story.scenario.scenes[story.scenes[run.state.scene]]
    offers = situation(story, run.state)
    yield content.question or _("What do you do?")
    for number, move in enumerate(offers.offered, 1):
        yield f"{number}. {move.choice.text}"
    for move in offers.locked:
        yield _("Not possible now: {choice} ({reason})").format(
            choice=move.choice.text, reason=move.choice.locked
        )
    if not offers.offered:
        yield _("There is nothing to choose here. Write b to go back one choice.")


def not_an_answer(story: Story, run: Run) -> str:
    """Said to an answer that means nothing here."""
    count = len(situation(story, run.state).offered)
    if count < 2:
        return _("That was not one of the answers. Write ? to see what you can answer.")
    return _("Write a number from 1 to {count}, or ? to see what else you can answer.").format(
        count=count
    )


def help_in_scene() -> str:
    """The answers that mean something in a scene."""
    return "\n".join(
        [
            _("A number makes that choice."),
            _("t1 marks thought 1 as one you recognise. The same answer again takes it back."),
            _("b goes back one choice, so that you can choose otherwise."),
            _("Only Enter reads the scene again."),
            _("p pauses and leaves. Everything is saved."),
        ]
    )


def help_at_ending(run: Run) -> str:
    """The answers that mean something at an ending."""
    if not run.way:
        return _("Press Enter to leave.")
    return _(
        "Write g and a number, for example g1, to go back to that choice and try something else. "
        "Press only Enter to leave."
    )


def recognised(number: int, *, marked: bool) -> str:
    """Said when a thought was marked, or the mark taken away."""
    if marked:
        return _("Thought {number} is marked as one you recognise.").format(number=number)
    return _("The mark on thought {number} is gone.").format(number=number)


def consequences(story: Story, choice: Choice) -> str:
    """What a choice did, and what is unsafe about it when something is."""
    lines = list(_consequences(story, choice.consequences))
    if choice.unsafe:
        lines.append(_("Unsafe or not allowed: {reason}").format(reason=choice.unsafe))
    return "\n".join(["", *lines])


def _consequences(story: Story, found: Consequences) -> Iterable[str]:
    client = client_name(story)
    for party, text in (
        ("exposed", found.exposed),
        ("actor", found.actor),
        ("others", found.others),
    ):
        if text:
            name = capitalised(_(PARTY_NAMES[party]))
            if party == "exposed" and client:
                name = client
            yield _("{party}: {consequence}").format(party=name, consequence=text)


def ending(story: Story, state: State) -> str | None:
    """How it turned out, or None when the state is not an ending."""
    found = story.scenario.scenes[story.scenes[state.scene]].ending
    if found is None:
        return None
    title = _("How it turned out: {title}").format(title=found.title)
    return f"\n{title}\n\n{shown_text(found.text, story.flag_names(state))}\n"


def looking_back(
    story: Story, run: Run, earlier: frozenset[Option], skill: Skill | None = None
) -> str:
    """The way taken with what each choice did, and what was tried by time and strategy.

    After a dialogue the way is followed by which behaviours were shown, and which were there.
    """
    stops = way_taken(story, run)
    lines = ["", _("The way you took:")]
    for stop in stops:
        lines.extend(_stop(story, stop))
    lines.extend(_recognised_thoughts(story, run))
    if story.scenario.skill is not None:
        lines.extend(practised_texts.looked_back(look_back(story, run), skill))
    else:
        lines.extend(["", _("What you tried, and what is left to try:")])
        lines.extend(_grid(grid(story.scenario, run.tried, earlier)))
    return "\n".join(lines) + "\n"


def _stop(story: Story, stop: Stop) -> Iterable[str]:
    if story.scenario.skill is not None:
        yield f"g{stop.kept + 1}. {stop.choice.text}"
    else:
        yield _("g{number}. {choice} ({when}, {strategy})").format(
            number=stop.kept + 1,
            choice=stop.choice.text,
            when=_(WHEN_NAMES[stop.choice.when]),
            strategy=_(STRATEGY_NAMES[stop.choice.strategy]),
        )
    yield from _consequences(story, stop.choice.consequences)


def _recognised_thoughts(story: Story, run: Run) -> Iterable[str]:
    familiar = [
        thought.text
        for scene_id, content in story.scenario.scenes.items()
        for thought in content.thoughts
        if (scene_id, thought.id) in run.recognised
    ]
    if familiar:
        yield from ("", _("Thoughts you recognised:"), *familiar)


def _grid(found: Grid) -> Iterable[str]:
    untried = found.untried()
    for when in WHENS:
        tried = [s for s in STRATEGIES if found.cell(when, s).tried]
        left = [s for s in STRATEGIES if (when, s) in untried]
        if tried or left:
            yield _grid_row(
                when, [_(STRATEGY_NAMES[s]) for s in tried], [_(STRATEGY_NAMES[s]) for s in left]
            )


def _grid_row(when: When, tried: list[str], left: list[str]) -> str:
    row = {
        "when": capitalised(_(WHEN_NAMES[when])),
        "tried": ", ".join(tried),
        "left": ", ".join(left),
    }
    if not left:
        return _("{when}: you tried {tried}.").format(**row)
    if not tried:
        return _("{when}: left to try {left}.").format(**row)
    return _("{when}: you tried {tried}. Left to try {left}.").format(**row)


def capitalised(text: str) -> str:
    """The text with a capital first letter and the rest as it is."""
    return text[:1].upper() + text[1:]
