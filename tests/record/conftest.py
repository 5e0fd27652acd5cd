"""A place for a record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ajs_trainer.record import Record
from tests.record.helpers import opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a record will be."""
    return tmp_path / "ajs" / "ajs.db"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    """A new record."""
    with opened(path) as record:
        yield record
