"""Try an installed ``ajs`` the way a person would. Needs nothing but Python itself.

``python scripts/smoke.py PATH-TO-AJS``, outside the checkout and without the development tools.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PATIENCE = 30.0
HOME_SCREEN = "Inställningar"


def run(ajs: str, *arguments: str, answers: str = "") -> str:
    """Call a command that must succeed, and return what it printed."""
    process = subprocess.run(
        [ajs, *arguments], input=answers, capture_output=True, encoding="utf-8", check=False
    )
    if process.returncode:
        sys.exit(f"ajs {' '.join(arguments)}: {process.returncode}\n{process.stderr}")
    return process.stdout


def expect(condition: object, what: str) -> None:
    """Stop when something is not as it should be."""
    if not condition:
        sys.exit(f"missing: {what}")
    print(f"fine: {what}")


def first_frame(ajs: str) -> str:
    """Start the home screen behind a pseudo-terminal, and return what it drew."""
    import fcntl
    import pty
    import struct
    import termios

    process, terminal = pty.fork()
    if process == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(ajs, [ajs])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    drawn = b""
    limit = time.monotonic() + PATIENCE
    while HOME_SCREEN not in drawn.decode("utf-8", "replace") and time.monotonic() < limit:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                drawn += os.read(terminal, 65536)
            except OSError:
                break
    os.kill(process, 15)
    os.waitpid(process, 0)
    os.close(terminal)
    return drawn.decode("utf-8", "replace")


def main(ajs: str) -> None:
    """Try everything."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"AJS_HOME": folder, "AJS_LANG": "sv", "PYTHONUTF8": "1"}
        expect(run(ajs, "--version").startswith("ajs "), "the version")
        expect("Kommandon:" in run(ajs, "--help"), "the help in Swedish")
        run(ajs, "check", "--release")
        expect(True, "shipped content without mistakes")
        scenarios = json.loads(run(ajs, "list", "--format", "json"))
        expect(len(scenarios) >= 4, "four scenarios or more")
        for scenario in scenarios:
            answers = "3\n" + "1\n" * 20
            said = run(ajs, "play", scenario["id"], "--plain", answers=answers)
            expect("Vägen du tog:" in said, f"{scenario['id']} played to an ending")
        expect(len(json.loads(run(ajs, "history", "--format", "json"))["runs"]), "the record")
        expect('"$defs"' in run(ajs, "schema"), "the schema")
        expect(Path(folder, "ajs.db").is_file(), "the record where it was told to be")
        if os.name == "posix":
            expect(HOME_SCREEN in first_frame(ajs), "the home screen in a terminal")


if __name__ == "__main__":
    main(sys.argv[1])
