"""Which version is installed."""

from __future__ import annotations

import importlib.metadata

from ajs_trainer.locale import _


def version() -> str:
    """The version of the installed package, in words when it runs from a bare checkout."""
    try:
        return importlib.metadata.version("ajs_trainer")
    except importlib.metadata.PackageNotFoundError:
        return _("(not installed)")
