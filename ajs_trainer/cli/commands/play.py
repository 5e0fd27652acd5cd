"""``ajs play``"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ajs_trainer.cli.option import Argument, Option
from ajs_trainer.cli.output import has_terminal, remark
from ajs_trainer.cli.parts import Command
from ajs_trainer.cli.shared import insists, library_folder, own_code, record_path
from ajs_trainer.errors import AjsError, ExitCode
from ajs_trainer.locale import N_, _, current_language

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from ajs_trainer.cli.voice import Voice
    from ajs_trainer.content.load import Loaded
    from ajs_trainer.model import Scenario
    from ajs_trainer.model.skill import Skill
    from ajs_trainer.record import Record

SCENARIO_SUFFIXES = (".yaml", ".yml")


def _complete(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The ids that begin so, for the shell; a file where one is meant."""
    from click.shell_completion import CompletionItem

    from ajs_trainer.content.folders import search_path
    from ajs_trainer.content.library import Library

    if _is_file(incomplete):
        return [CompletionItem(incomplete, type="file")]
    try:
        with context.scope(cleanup=False):
            folders = search_path(library_folder())
        entries = Library(folders).entries(current_language())
    except AjsError:
        return []
    return [
        CompletionItem(entry.id, help=entry.title)
        for entry in entries
        if entry.id.startswith(incomplete)
    ]


@click.command(
    "play",
    cls=Command,
    options_metavar=N_("[OPTIONS]"),
    help=N_(
        "Play a scenario from the list, by its id, or from a file. With --plain it is told line "
        "by line, for screen readers and for pipes; that also happens by itself where there is no "
        "full terminal."
    ),
)
@click.argument("what", cls=Argument, metavar=N_("ID|FILE"), shell_complete=_complete)
@click.option(
    "--plain",
    cls=Option,
    is_flag=True,
    help=N_("Line by line: answers are read one a line, and nothing is drawn."),
)
def command(what: str, plain: bool) -> int:
    """Play on the screens, or line by line."""
    if not plain and has_terminal():
        from ajs_trainer.cli.root import start_screen

        _require(what)
        return start_screen(what)
    scenario = _scenario(what)
    from ajs_trainer.cli.voice import Voice, known_width
    from ajs_trainer.record import open_record

    voice = Voice(sys.stdin, sys.stdout, known_width(sys.stdout), interactive=sys.stdin.isatty())
    with open_record(record_path(), insist=insists()) as record:
        for fault in record.undone:
            remark(str(fault))
        _play(voice, record, scenario)
    return ExitCode.OK


def _play(voice: Voice, record: Record, scenario: Scenario) -> None:
    from ajs_trainer.cli.plain import play_plain
    from ajs_trainer.cli.resume import Left, offer_unfinished
    from ajs_trainer.cli.sitting import Sitting
    from ajs_trainer.play.story import compile_story

    sitting = Sitting(record.runs, own_code(), compile_story(scenario))
    try:
        sitting = offer_unfinished(voice, sitting)
    except Left:
        voice.say(_("Paused. Your unfinished run is still there."))
        return
    play_plain(
        sitting.story,
        sitting.run,
        voice,
        sitting.save,
        resumed=sitting.resumed,
        earlier=sitting.earlier(),
        skill=_skill(scenario),
    )


def _skill(scenario: Scenario) -> Skill | None:
    """The skill that a dialogue practises; None when there is none, or its file is missing."""
    if scenario.skill is None:
        return None
    from ajs_trainer.content.folders import search_path
    from ajs_trainer.content.library import Library

    skills = Library(search_path(library_folder())).skills(current_language())
    return next((skill for skill in skills if skill.id == scenario.skill), None)


def _is_file(what: str) -> bool:
    """Whether a file is meant rather than an id."""
    return what.endswith(SCENARIO_SUFFIXES) or os.sep in what or "/" in what


def _require(what: str) -> None:
    """Say so here, in words, when there is no such scenario, before the screen is taken over.

    Raises:
        AjsError: There is none.
    """
    if _is_file(what):
        if not Path(what).exists():
            raise _no_file(what)
        return
    from ajs_trainer.content.folders import search_path
    from ajs_trainer.content.library import Library

    library = Library(search_path(library_folder()))
    if library.base_path(what) is None:
        library.load(what, current_language())


def _scenario(what: str) -> Scenario:
    """The scenario that is meant.

    Raises:
        AjsError: There is none, or it cannot be played; its problems have been written.
    """
    loaded = _loaded(what)
    if loaded.scenario is not None:
        return loaded.scenario
    for problem in loaded.problems:
        if problem.severity == "error":
            remark(problem.text())
    raise AjsError(
        _("The scenario cannot be played, because there are mistakes in it."),
        _("Mend what is said above and try again."),
    )


def _loaded(what: str) -> Loaded:
    from ajs_trainer.content.folders import search_path
    from ajs_trainer.content.library import Library

    library = Library(search_path(library_folder()))
    if not _is_file(what):
        return library.load(what, current_language())
    from ajs_trainer.content.load import load_file

    if not Path(what).exists():
        raise _no_file(what)
    return load_file(Path(what), library.base_path)


def _no_file(what: str) -> AjsError:
    return AjsError(
        _("There is no file “{path}”.").format(path=what),
        _("Look at how it is spelt, and at which folder you are in."),
    )
