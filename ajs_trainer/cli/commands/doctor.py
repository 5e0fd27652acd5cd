"""``ajs doctor``"""

from __future__ import annotations

from dataclasses import asdict

import click

from ajs_trainer.cli.option import Option
from ajs_trainer.cli.output import FORMAT_OPTION, write, write_json
from ajs_trainer.cli.parts import Command
from ajs_trainer.cli.shared import library_folder, record_path
from ajs_trainer.locale import N_, _


@click.command(
    "doctor",
    cls=Command,
    options_metavar=N_("[OPTIONS]"),
    help=N_(
        "See whether everything is in place on this computer. Nothing is changed. Each line begins "
        "with ok or with a warning."
    ),
)
@click.option("--format", "form", cls=Option, **FORMAT_OPTION)
def command(form: str) -> None:
    """Look at everything and tell."""
    from ajs_trainer.cli.health import examine

    findings = examine(record_path(), library_folder())
    if form == "json":
        write_json([asdict(finding) for finding in findings])
        return
    for finding in findings:
        word = _("ok") if finding.ok else _("warning")
        write(f"{word}: {finding.text}")
