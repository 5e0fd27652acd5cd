"""What is kept of an unexpected fault: where it happened, nothing about the person."""

from __future__ import annotations

import platform
import sys
import traceback
from pathlib import Path

from ajs_trainer.paths import places

LOG_NAME = "crash.log"
EXIT_CODE = 70
"""The customary code for a fault in the program itself (EX_SOFTWARE)."""


def keep(error: BaseException) -> Path | None:
    """Write the place of a fault to the log, and return the log; None when that is impossible.

    The log holds types, modules, functions and line numbers. Messages and values are left out,
    since they may quote a text, a path or a name.
    """
    log = places().record.parent / LOG_NAME
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.touch(mode=0o600)
        log.chmod(0o600)
        log.write_text(describe(error), encoding="utf-8")
    except OSError:
        return None
    return log


def describe(error: BaseException) -> str:
    """The fault and what it came from, innermost last."""
    lines = [f"Python {platform.python_version()}, {sys.platform}"]
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain:
        chain.append(link)
        link = link.__cause__ or link.__context__
    for fault in reversed(chain):
        lines.append(type(fault).__qualname__)
        lines.extend(
            f"  {_module(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(fault.__traceback__)
        )
    return "\n".join(lines) + "\n"


def _module(filename: str) -> str:
    """The path from the package on, without the folders of this computer."""
    parts = Path(filename).parts
    for root in ("site-packages", "ajs_trainer"):
        if root in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(root) :])
    return Path(filename).name
