"""Which language the command line speaks, also through click's own words."""

from __future__ import annotations

import gettext
import os
import sys
from collections.abc import Sequence

from ajs_trainer import locale
from ajs_trainer.locale import DEFAULT_LANGUAGE, LANGUAGES

LANGUAGE_OPTION = "--lang"
LANGUAGE_VARIABLE = "AJS_LANG"


def choose_language(arguments: Sequence[str]) -> str:
    """The language of this call: ``--lang``, ``AJS_LANG``, the settings, else the default.

    The arguments are looked at before they are parsed, since a wrong option is told about in the
    chosen language too.
    """
    asked = (_asked_for(arguments), os.environ.get(LANGUAGE_VARIABLE))
    for language in asked:
        if language in LANGUAGES:
            return language
    return _from_settings()


def speak(language: str) -> None:
    """Show our texts and click's in ``language``.

    click looks its words up through the process-wide gettext domain, which finds its language in
    the environment.
    """
    locale.use_language(language)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("ajs_trainer", locale.FOLDER)
    gettext.textdomain("ajs_trainer")


def _asked_for(arguments: Sequence[str]) -> str | None:
    """What ``--lang`` says, the last time it is given."""
    asked = None
    for number, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == LANGUAGE_OPTION:
            asked = arguments[number + 1] if number + 1 < len(arguments) else None
        elif argument.startswith(f"{LANGUAGE_OPTION}="):
            asked = argument.partition("=")[2]
    return asked


def _from_settings() -> str:
    path = settings_file()
    if not os.path.exists(path):  # noqa: PTH110 - see settings_file
        return DEFAULT_LANGUAGE
    from pathlib import Path

    from ajs_trainer.settings import read_settings

    return read_settings(Path(path)).language


def settings_file() -> str:
    """The same file as ``places().settings``.

    Worked out here where that takes three lines, because ``ajs --help`` would spend a quarter of
    its time on importing pathlib and platformdirs.
    """
    home = os.environ.get("AJS_HOME")
    if home:
        return os.path.join(home, "settings.json")  # noqa: PTH118
    if sys.platform == "linux":
        folder = os.environ.get("XDG_CONFIG_HOME", "").strip()
        if not os.path.isabs(folder):  # noqa: PTH117
            folder = os.path.expanduser("~/.config")  # noqa: PTH111
        return os.path.join(folder, "ajs_trainer", "settings.json")  # noqa: PTH118
    from ajs_trainer.paths import places

    return str(places().settings)
