"""The guide of a scenario, and what to do if somebody is affected."""

from __future__ import annotations

from ajs_trainer.content.guides import find_guide
from ajs_trainer.locale import _
from ajs_trainer.tui.notes.blocks import Block, from_markdown, section
from ajs_trainer.workplace import Workplace

HANDBOOK = "handbok"


def guide(scenario: str) -> list[Block]:
    """The guide of a scenario, or the general one where there is none; in Swedish."""
    for name in (scenario, HANDBOOK):
        try:
            if path := find_guide(name):
                return from_markdown(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            continue
    return [Block("text", _("There is no guide for this scenario."))]


def affected(workplace: Workplace) -> list[Block]:
    """The card for the moment when somebody is affected, with the workplace's own support list."""
    support = [f"{each.name} {each.contact}".rstrip() for each in workplace.support]
    return [
        Block("heading", _("If somebody is affected")),
        *(
            Block("item", text)
            for text in (
                _("Stop the thread calmly. “We stop here for now.”"),
                _("Thank for what was said. Do not ask for details, and let nobody else do it."),
                _("Break for a moment. One of you comes along with whoever needs to step out."),
                _(
                    "Offer a talk in private, today. Ask what the person wants, and promise no "
                    "more than you can keep."
                ),
                _(
                    "Say openly what you have to pass on before more is told. A manager who learns "
                    "of harassment has to look into it; other duties may follow from the job."
                ),
                _("Go on only if the group wants to. Nobody has to explain."),
                _("Afterwards: write nothing about it in the program. Talk with your co-leader."),
            )
        ),
        *section(_("Whom one can turn to"), support),
    ]
