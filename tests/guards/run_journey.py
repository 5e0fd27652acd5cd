"""A journey in the real program on the real terminal: ``run_journey JOURNEY FOLDER``.

The keys come from inside the process, each when the program has dealt with the one before, so
that nothing hangs on the clock. What was seen is written to ``seen.json`` in the folder.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from ajs_trainer.locale import use_language
from tests.guards.aboard import close, program
from tests.guards.journeys import JOURNEYS, Traveller
from tests.guards.material import Material
from tests.guards.payloads import BRIEF, ENDLESS, HOSTILE

SEEN = "seen.json"
TEXTS = {"library": ENDLESS, "play": ENDLESS, "lead": BRIEF}
"""Where the text is another one than usual: without end, or short enough for a whole meeting."""


def main(journey: str, folder: Path) -> None:
    """Travel, and tell which screens were seen."""
    use_language("sv")
    material = Material(TEXTS.get(journey, HOSTILE))
    record, settings = folder / f"{BRIEF}.db", folder / "settings.json"
    app, library = program(journey, record, material, settings)

    async def travel(pilot: Pilot[Any]) -> None:
        one = Traveller(pilot, lambda _pilot: None, library)
        await JOURNEYS[journey].go(one, material)
        (folder / SEEN).write_text(json.dumps(sorted(one.seen)), encoding="utf-8")
        app.exit()

    try:
        app.run(auto_pilot=travel)
    finally:
        close(app)
    if app.fault is not None:
        raise app.fault


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
