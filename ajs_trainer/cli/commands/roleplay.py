"""``ajs roleplay``"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ajs_trainer.cli.option import Argument, Option
from ajs_trainer.cli.output import has_terminal, put, save_new
from ajs_trainer.cli.parts import Command
from ajs_trainer.cli.root import start_screen
from ajs_trainer.cli.shared import library_folder
from ajs_trainer.errors import AjsError
from ajs_trainer.locale import N_, _, current_language

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from ajs_trainer.content.library import Library
    from ajs_trainer.model.roleplay import RolePlay
    from ajs_trainer.model.skill import Skill


def _complete(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The role-plays that begin so, for the shell."""
    from click.shell_completion import CompletionItem

    try:
        with context.scope(cleanup=False):
            plays = _library().roleplays(current_language())
    except AjsError:
        return []
    return [
        CompletionItem(play.id, help=play.title) for play in plays if play.id.startswith(incomplete)
    ]


@click.command(
    "roleplay",
    cls=Command,
    options_metavar=N_("[OPTIONS]"),
    help=N_(
        "Practise a conversation in threes with one computer. Without a name you choose on the "
        "screen. With --print the cards are written as a web page instead, one card a page, for "
        "several groups at once."
    ),
)
@click.argument("what", cls=Argument, metavar=N_("[ID]"), required=False, shell_complete=_complete)
@click.option(
    "--print",
    "print_",
    cls=Option,
    is_flag=True,
    help=N_("Write the cards as HTML, to be printed."),
)
@click.option(
    "--output",
    cls=Option,
    metavar=N_("FILE"),
    type=click.Path(path_type=Path),
    help=N_("Where to write the cards; otherwise in a file with the name of the role-play."),
)
def command(what: str | None, print_: bool, output: Path | None) -> int:
    """Open the screens, or write the cards."""
    if what and what not in {play.id for play in _library().roleplays(current_language())}:
        raise AjsError(
            _("There is no role-play called “{name}”.").format(name=what),
            _("“ajs roleplay” alone shows them all."),
        )
    if print_ or output:
        _print(what, output)
        return 0
    if not has_terminal():
        raise AjsError(
            _("A role-play needs a full terminal."),
            _("Start it in a window of its own, or print the cards with --print."),
        )
    return start_screen(roleplay=what or "")


def _library() -> Library:
    from ajs_trainer.content.folders import search_path
    from ajs_trainer.content.library import Library

    return Library(search_path(library_folder()))


def _print(what: str | None, output: Path | None) -> None:
    """Write the cards to a file, or to whatever reads this when that is no person."""
    from ajs_trainer.session.printing import cards_html

    if not what:
        raise AjsError(
            _("Which role-play is to be printed?"), _("Write its id: ajs roleplay ID --print")
        )
    play, skill = _read(_library(), what)
    text = cards_html(play, skill)
    if output is None and not sys.stdout.isatty():
        put(text)
    else:
        save_new(text, output or Path(f"{what}.html"))


def _read(library: Library, name: str) -> tuple[RolePlay, Skill]:
    language = current_language()
    play = next(play for play in library.roleplays(language) if play.id == name)
    skill = next((each for each in library.skills(language) if each.id == play.skill), None)
    if skill is None:
        raise AjsError(
            _("There is no skill called “{name}”.").format(name=play.skill),
            _("“ajs check” shows every mistake."),
        )
    return play, skill
