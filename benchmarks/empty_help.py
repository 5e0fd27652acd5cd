"""The smallest click program: the reference for ``ajs --help``."""

from __future__ import annotations

import click


@click.group()
def root() -> None:
    """Do nothing."""


def main() -> None:
    """Run the program."""
    root(prog_name="empty")
