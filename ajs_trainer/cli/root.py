"""The command ``ajs`` itself."""

from __future__ import annotations

import gc

import click

from ajs_trainer.cli.option import Option
from ajs_trainer.cli.output import has_terminal, remark
from ajs_trainer.cli.parts import LazyGroup
from ajs_trainer.cli.shared import insists, library_folder, own_code, record_path
from ajs_trainer.errors import ExitCode
from ajs_trainer.locale import N_, _

COMMANDS = {
    "list": N_("List the scenarios."),
    "play": N_("Play a scenario."),
    "lead": N_("Lead a meeting."),
    "notes": N_("Follow a meeting beside the projector, with your own notes."),
    "roleplay": N_("Practise a conversation in threes."),
    "debrief": N_("Show what a meeting came to."),
    "history": N_("Show your own runs and the meetings."),
    "check": N_("Look for mistakes in scenario files."),
    "schema": N_("Print the description of the file format for editors."),
    "data": N_("Show, back up, restore, check or erase what is kept."),
    "doctor": N_("See whether everything is in place on this computer."),
}


def _show_version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        from ajs_trainer.cli.version import version

        click.echo(f"ajs {version()}")
        context.exit()


@click.group(
    cls=LazyGroup,
    table=COMMANDS,
    invoke_without_command=True,
    options_metavar=N_("[OPTIONS]"),
    subcommand_metavar=N_("[COMMAND]"),
    help=N_(
        "Practise stepping in when something happens at work. Without a command the home "
        "screen opens."
    ),
)
@click.option(
    "--version",
    cls=Option,
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help=N_("Show which version this is."),
)
@click.pass_context
def root(context: click.Context) -> int | None:
    """Open the home screen when no command was named."""
    if context.invoked_subcommand is not None:
        return None
    if not has_terminal():
        click.echo(context.get_help())
        remark(_("The home screen needs a terminal. These are the commands."))
        return ExitCode.USAGE
    return start_screen()


def start_screen(
    scenario: str | None = None, *, lead: str | None = None, roleplay: str | None = None
) -> int:
    """Start the full-screen program: at a scenario, a meeting, a role-play, or the home screen.

    What is imported lives as long as the process: looking for garbage among it would delay the
    first frame, and every pause of the collector after that.
    """
    gc.disable()
    from ajs_trainer.tui.start import Options, run_app

    gc.freeze()
    gc.enable()
    options = Options(
        library=library_folder(),
        record=record_path(),
        code=own_code(),
        start=scenario,
        lead=lead,
        roleplay=roleplay,
    )
    return run_app(options, insist=insists())
