"""What every test of the command line stands on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ajs_trainer.locale import use_language


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own for every test, and no language left behind."""
    folder = tmp_path / "home"
    monkeypatch.setenv("AJS_HOME", str(folder))
    for name in ("AJS_LANG", "AJS_LIBRARY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
    yield folder
    use_language("sv")
