"""What is said when one looks back at a run."""

from __future__ import annotations

from textual.content import Content

from ajs_trainer.locale import _
from ajs_trainer.model import Scenario
from ajs_trainer.model.names import STRATEGY_NAMES, WHEN_NAMES
from ajs_trainer.model.vocabulary import WHENS
from ajs_trainer.play.run import Run
from ajs_trainer.play.story import Story
from ajs_trainer.play.summary import Grid
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.widgets.choices_rating import rating_words
from ajs_trainer.tui.widgets.grid import LEFT, NONE, PARTLY, TRIED


def answers(run: Run) -> Content:
    """How sure one was before and is now, beside each other and without a judgement."""
    lines = []
    if run.before is not None:
        before = _("Before: {step}, {words}").format(
            step=run.before, words=rating_words(run.before)
        )
        lines.append(literal_line(before))
    if run.after is not None:
        after = _("Now: {step}, {words}").format(step=run.after, words=rating_words(run.after))
        lines.append(literal_line(after))
    return Content("\n").join([literal_line(_("How sure you were"), "$heading"), *lines])


def sure_now(scenario: Scenario) -> str:
    """The question after the end: about acting, or in a dialogue about what to say."""
    if scenario.skill is not None:
        return _("How sure are you now that you would find the words in a talk like this?")
    return _("How sure are you now that you would do something in a situation like this?")


def questions(story: Story, run: Run) -> list[str]:
    """The questions for the talk, of the scenes one came through and of the ending."""
    scenes = [taken.event.scene for taken in run.way] + [story.scenes[run.state.scene]]
    asked = [question for scene in scenes for question in story.scenario.scenes[scene].discuss]
    return list(dict.fromkeys(asked))


def legend() -> Content:
    """What the signs of the grid mean."""
    words = (
        (TRIED, _("tried")),
        (PARTLY, _("tried, and there is more")),
        (LEFT, _("left to try")),
        (NONE, _("not in this scenario")),
    )
    return Content("   ").join(literal_line(f"{sign} {word}") for sign, word in words)


def remaining(grid: Grid) -> Content:
    """What was never tried, one line for each time."""
    left = grid.untried()
    if not left:
        return literal(_("You have tried something of everything that this scenario offers."))
    lines = [literal_line(_("Left to try"), "$heading")]
    for when in WHENS:
        names = [_(STRATEGY_NAMES[strategy]) for time, strategy in left if time == when]
        if names:
            lines.append(literal(f"{_(WHEN_NAMES[when])}: {', '.join(names)}"))
    return Content("\n").join(lines)
