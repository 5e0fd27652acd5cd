"""Where the scenarios and guides that come with the program are."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

_PACKAGE = "ajs_trainer"
_IN_WHEEL = "_content"


def bundled_scenarios() -> Path:
    """The folder of the scenarios that come with the program."""
    return _folder("scenarios")


def bundled_guides() -> Path:
    """The folder of the facilitator guides that come with the program."""
    return _folder("facilitator_guides")


def _folder(name: str) -> Path:
    """Inside the package when installed from a wheel; beside it in a checkout."""
    package = Path(str(files(_PACKAGE)))
    installed = package / _IN_WHEEL / name
    return installed if installed.is_dir() else package.parent / name
