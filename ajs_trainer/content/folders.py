"""The folders in which content is looked for: what comes with the program, and one's own."""

from __future__ import annotations

import os
from pathlib import Path

from ajs_trainer.content.bundled import bundled_scenarios
from ajs_trainer.paths import places


def search_path(extra: Path | None = None) -> list[Path]:
    """The folders of the library, in order; later ones win."""
    from ajs_trainer.workplace import read_workplace

    here = places()
    folders = [bundled_scenarios(), *read_workplace(here.workplace).libraries, here.library]
    if os.environ.get("AJS_LIBRARY"):
        folders.append(Path(os.environ["AJS_LIBRARY"]))
    if extra is not None:
        folders.append(extra)
    return folders
