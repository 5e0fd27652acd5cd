"""Zero bytes of a hostile text reach the terminal, from no screen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tests.guards.behind_a_terminal import written

PAYLOADS = {
    "title of the window": "\x1b]0;PAY\x07",
    "clipboard": "\x1b]52;c;UEFZ\x07",
    "link": "\x1b]8;;http://pay.example\x1b\\PAY\x1b]8;;\x1b\\",
    "erase the screen": "\x1b[2JPAY",
    "ask where the cursor is": "\x1b[6nPAY",
    "one-byte control": "\x9b31mPAY\x9d0;PAY\x9c",
    "written backwards": "\u202ePAY\u202c",
    "zero width": "P\u200bA\u200dY\ufeff",
    "bell and backspace": "PAY\x07\x08\x08\x7f",
    "null": "PAY\x00PAY",
    "private use": "PAY\ue000PAY",
    "markup": "[/] [@click=app.quit]PAY[/] [link=http://pay.example]PAY[/link]",
}
NEVER = [
    b"\x1b]0;PAY",
    b"\x1b]52;",
    b"\x1b]8;;http://pay",
    b"\x1b[2JPAY",
    b"\x1b[6nPAY",
    *(character.encode() for character in "\x9b\x9d\x9c\u202e\u202c\u200b\u200d\ufeff\ue000"),
    b"\x7f",
    b"PAY\x00",
    b"PAY\x07",
]
PROGRAM = """
import sys
from pathlib import Path
from ajs_trainer.locale import use_language
from ajs_trainer.tui.app import AjsApp
from ajs_trainer.tui.services import Options, Services
from ajs_trainer.record import open_record
from ajs_trainer.settings import Settings
from tests.guards.test_hostile_bytes import PAYLOADS
from tests.tui.fakes import FakeEntry, FakeLibrary, FakeProblem
from tests.tui.stories import hostile

use_language("sv")
text = " ".join(PAYLOADS.values())
told = hostile(text)
entry = FakeEntry(title=text, summary=text, content_note=text, id=told.id)
problem = FakeProblem(file=text, message=text, hint=text)
library = FakeLibrary(scenarios={told.id: told}, listed=(entry,), problems=(problem,))
folder = Path(__import__("os").environ["AJS_HOME"])
services = Services(lambda: library, lambda: open_record(folder / "ajs.db"))
options = Options(None, folder / "ajs.db", "", None, None)
AjsApp(options, services, Settings(), folder / "settings.json").run()
"""
ENTER, ESCAPE, F1, END = "\r", "\x1b", "\x1bOP", "\x1b[F"
JOURNEY = ["1", F1, ESCAPE, END, "\x1b[H", ENTER, END, ENTER, END, ENTER, "3"]
JOURNEY += [END, ENTER] * 4 + ["1"] + [END, ENTER] * 3 + ["1"] + [END, ENTER] * 6 + [ESCAPE] * 2


def test_no_payload_reaches_the_terminal(tmp_path: Path) -> None:
    seen = written(PROGRAM, tmp_path, JOURNEY)
    for passed in ("Välj ett scenario", "Hur säker", "Tankar som snurrar", "Den utsatta", "PAY"):
        assert passed.encode() in seen, f"the journey never came to {passed}"
    for payload in NEVER:
        assert payload not in seen, payload


def test_a_payload_that_reaches_the_terminal_is_seen(tmp_path: Path) -> None:
    """The guard itself: a text that is drawn without the filter is found."""
    seen = written("print('\\x1b]0;PAY\\x07 PAY \\u202e', flush=True)", tmp_path, [])
    assert any(payload in seen for payload in NEVER)


def test_no_payload_leaves_the_command_line(tmp_path: Path) -> None:
    script = (
        "from tests.guards.test_hostile_bytes import PAYLOADS\n"
        "from ajs_trainer.cli.main import main\n"
        "text = ' '.join(PAYLOADS.values()).replace('\\x00', '')\n"
        "for arguments in (['check', text], ['play', text], ['list', '--setting', text],\n"
        "                  ['--as', text, 'history'], ['--library', text, 'list']):\n"
        "    main(arguments)\n"
        "print('THE END PAY', flush=True)\n"
    )
    seen = written(script, tmp_path, [])
    assert b"THE END" in seen
    for payload in NEVER:
        assert payload not in seen, payload
