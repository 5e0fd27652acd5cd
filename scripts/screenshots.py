"""Take the pictures in ``docs/pictures`` from the program itself, the same ones every time.

Run it from anywhere: ``python scripts/screenshots.py [NAME ...]``; without names all are taken.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from textual.pilot import Pilot

from ajs_trainer.settings import Settings

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
PATIENCE = 20.0


@dataclass(frozen=True)
class Press:
    """Press keys, one after the other."""

    keys: Sequence[str]


@dataclass(frozen=True)
class See:
    """Wait until a text can be read on the screen."""

    text: str


@dataclass(frozen=True)
class Shot:
    """A picture: how to get there, and in what size, look and language."""

    name: str
    steps: Sequence[Press | See]
    size: tuple[int, int] = (80, 24)
    theme: str = "dark"
    language: str = "sv"


HOME = See("Öva själv")
LIBRARY = (HOME, Press("1"), See(" av "))
START = (*LIBRARY, Press("2"), See("Hur säker"))
SCENE = (*START, Press("3"), See("tankarna"))
CARDS = (
    *(HOME, Press("4"), See("Nekat samtal"), Press("4"), See("börja"), Press(("enter",))),
    See("Läs ditt kort"),
)
SHOTS = (
    Shot("home", (HOME,)),
    Shot("home-light", (HOME,), theme="light"),
    Shot("home-contrast", (HOME,), theme="contrast"),
    Shot("home-english", (See("Practise"),), language="en"),
    Shot("home-small", (HOME,), size=(50, 16)),
    Shot("library", LIBRARY),
    Shot("library-wide", LIBRARY, size=(120, 40), theme="light"),
    Shot("library-small", LIBRARY, size=(50, 16)),
    Shot("filter", (*LIBRARY, Press(("f2", "1")), See("passar."))),
    Shot("settings", (HOME, Press("6"), See("Utseende"))),
    Shot("code", (HOME, Press("6"), See("Utseende"), Press("6"), See("lösenord"))),
    Shot("scene", SCENE),
    Shot("consequences", (*SCENE, Press(("enter", "enter", "3")), See("Sparat"))),
    Shot("lead", (HOME, Press("3"), See("APT, 45 minuter"))),
    Shot("roleplay", (*CARDS,)),
    Shot("slip", (*CARDS, Press("4"), See("lappar till"), Press("n"), See("Lapp till"))),
    Shot("write", (HOME, Press("8"), See("textfil"))),
    Shot("help", (HOME, Press("7"), See("MVP")), size=(80, 40)),
    Shot("keys", (*LIBRARY, Press(("f1",)), See("Skriv några"))),
)


async def take(shot: Shot) -> str:
    """Run the program in an empty folder, go where the picture is, and return it as SVG."""
    from ajs_trainer.content.bundled import bundled_scenarios
    from ajs_trainer.content.library import Library
    from ajs_trainer.record import open_record
    from ajs_trainer.tui.app import AjsApp
    from ajs_trainer.tui.services import Options, Services

    record = Path("ajs.db")
    services = Services(lambda: Library([bundled_scenarios()]), lambda: open_record(record))
    settings = Settings(language=shot.language, theme=shot.theme)
    app = AjsApp(Options(None, record), services, settings, Path("settings.json"))
    try:
        async with app.run_test(size=shot.size, notifications=True, tooltips=True) as pilot:
            for step in shot.steps:
                if isinstance(step, Press):
                    await pilot.press(*step.keys)
                else:
                    await _until_shown(pilot, step.text)
            await pilot.pause()
            return app.export_screenshot(title="ajs_trainer")
    finally:
        services.close()


async def _until_shown(pilot: Pilot[None], text: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while text not in _shown(pilot):
        if time.monotonic() > deadline:
            raise TimeoutError(f"never shown: {text}\n{_shown(pilot)}")
        await pilot.pause()


def _shown(pilot: Pilot[None]) -> str:
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())


def main(names: Sequence[str]) -> None:
    """Take the pictures with these names, or all."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for shot in SHOTS:
        if names and shot.name not in names:
            continue
        with (
            tempfile.TemporaryDirectory() as folder,
            chdir(folder),
            mock.patch.dict("os.environ", AJS_HOME="ajs"),
            mock.patch("ajs_trainer.tui.screens.code.suggest", return_value="björk-vante"),
        ):
            svg = asyncio.run(take(shot))
        (PICTURES / f"{shot.name}.svg").write_text(svg, encoding="utf-8", newline="\n")
        print(shot.name)


if __name__ == "__main__":
    main(sys.argv[1:])
