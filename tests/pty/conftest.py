"""A terminal for every journey."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pty.journey import Journey


@pytest.fixture
def journey(tmp_path: Path) -> Iterator[Journey]:
    """Somebody at a terminal, which is gone afterwards."""
    one = Journey(tmp_path)
    yield one
    subprocess.run([*one._base, "kill-server"], check=False, capture_output=True)
