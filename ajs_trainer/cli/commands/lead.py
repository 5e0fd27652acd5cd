"""``ajs lead``"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ajs_trainer.cli.option import Argument
from ajs_trainer.cli.output import has_terminal
from ajs_trainer.cli.parts import Command
from ajs_trainer.cli.root import start_screen
from ajs_trainer.cli.shared import library_folder
from ajs_trainer.errors import AjsError
from ajs_trainer.locale import N_, _, current_language

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from ajs_trainer.content.library import Library


def _complete(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """What a meeting can be led with that begins so, for the shell."""
    from click.shell_completion import CompletionItem

    try:
        with context.scope(cleanup=False):
            known = _titles(_library())
    except AjsError:
        return []
    return [
        CompletionItem(name, help=title)
        for name, title in known.items()
        if name.startswith(incomplete)
    ]


@click.command(
    "lead",
    cls=Command,
    options_metavar=N_("[OPTIONS]"),
    help=N_(
        "Lead a meeting on one computer and a projector. Without a name you choose a plan on the "
        "screen; with the id of a plan, a scenario, a role-play or an exercise you go straight to "
        "the last page before the start. A meeting that was interrupted is offered first."
    ),
)
@click.argument(
    "what", cls=Argument, metavar=N_("[PLAN|ID]"), required=False, shell_complete=_complete
)
def command(what: str | None) -> int:
    """Open the screens for leading a meeting."""
    if not has_terminal():
        raise AjsError(
            _("Leading a meeting needs a full terminal."),
            _("Start it in a window of its own, not through a pipe."),
        )
    if what and what not in _titles(_library()):
        raise AjsError(
            _("There is no plan, scenario, role-play or exercise called “{name}”.").format(
                name=what
            ),
            _("“ajs list” shows the scenarios, and “ajs lead” alone the rest."),
        )
    return start_screen(lead=what or "")


def _library() -> Library:
    from ajs_trainer.content.folders import search_path
    from ajs_trainer.content.library import Library

    return Library(search_path(library_folder()))


def _titles(library: Library) -> dict[str, str]:
    """The title of everything that a meeting can be led with, by id."""
    language = current_language()
    found = {plan.id: plan.title for plan in library.plans(language)}
    entries = library.entries(language)
    found |= {entry.id: entry.title for entry in entries if not entry.skill}
    found |= {play.id: play.title for play in library.roleplays(language)}
    return found | {exercise.id: exercise.title for exercise in library.exercises(language)}
