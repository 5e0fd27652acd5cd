"""Where a record may lie, and what insisting on another place means."""

from __future__ import annotations

from pathlib import Path

import pytest

from ajs_trainer.errors import StorageError
from ajs_trainer.record import RemotePlace, open_record
from ajs_trainer.record.location import Unsafe
from tests.record.helpers import TODAY, opened, pragma, recorded


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (Unsafe("network", "cifs"), r"nätverksenhet \(cifs\)"),
        (Unsafe("synced", "OneDrive"), r"synkroniseras \(OneDrive\)"),
    ],
)
def test_a_place_where_choices_get_lost_is_refused_before_anything_is_made(
    path: Path, place: Unsafe, sentence: str
) -> None:
    with pytest.raises(RemotePlace, match=sentence) as caught:
        opened(path, detect=lambda _folder: place)

    assert "--data" in caught.value.hint
    assert not path.parent.exists()


def test_whoever_insists_has_the_record_alone(path: Path) -> None:
    options = {"detect": lambda _folder: Unsafe("network", "cifs"), "insist": True}

    with opened(path, **options) as record:
        recorded(record, "fraga")
        assert pragma(record, "locking_mode") == "exclusive"
        with pytest.raises(StorageError, match="redan öppen"):
            opened(path, **options)

    assert not path.with_name("ajs.db.lock").exists()
    with opened(path, **options) as record:
        assert len(record.runs.of(record.runs.participant())) == 1


def test_insisting_makes_no_difference_in_a_safe_place(path: Path) -> None:
    with opened(path, insist=True) as one, opened(path, insist=True) as other:
        recorded(one, "fraga")
        recorded(other, "fraga")
        assert pragma(one, "locking_mode") == "normal"


def test_a_link_to_an_unsafe_place_is_seen_through(tmp_path: Path) -> None:
    asked: list[Path] = []
    real = tmp_path / "far"
    real.mkdir()
    (tmp_path / "near").symlink_to(real)

    open_record(tmp_path / "near" / "ajs.db", today=lambda: TODAY, detect=asked.append).close()

    assert asked == [real.resolve()]
