"""``ajs schema``"""

from __future__ import annotations

import click

from ajs_trainer.cli.output import write_json
from ajs_trainer.cli.parts import Command
from ajs_trainer.locale import N_


@click.command(
    "schema",
    cls=Command,
    options_metavar=N_("[OPTIONS]"),
    help=N_(
        "Print the JSON Schema of scenario files and of every other kind of file. An editor that "
        "reads it explains each field, in Swedish and English, and shows mistakes while you write."
    ),
)
def command() -> None:
    """Print the schema."""
    from ajs_trainer.model.schema import content_schema

    write_json(content_schema())
