"""What the workplace decided, read from its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from ajs_trainer.errors import AjsError, reason
from ajs_trainer.workplace import LOWEST_FLOOR, Support, Workplace, read_workplace


def read(folder: Path, text: str) -> Workplace:
    """Read a file with this text."""
    path = folder / "workplace.toml"
    path.write_text(text, encoding="utf-8")
    return read_workplace(path)


def test_without_a_file_nothing_is_decided(tmp_path: Path) -> None:
    decided = read_workplace(tmp_path / "workplace.toml")
    assert decided == Workplace((), (), LOWEST_FLOOR, None)


def test_what_is_decided_is_read(tmp_path: Path) -> None:
    decided = read(
        tmp_path, "floor = 8\nkeep_days = 0\nsupport = [{name = 'Hälsan'}, {name='A', contact='B'}]"
    )
    assert decided.support == (Support("Hälsan"), Support("A", "B"))
    assert (decided.floor, decided.keep_days) == (8, 0)


@pytest.mark.parametrize(
    "text",
    [
        "floor = 4",
        "floor = true",
        "floor = '5'",
        "keep_days = -1",
        "keep_days = 400",
        "support = 'Hälsan'",
        "support = [1]",
        "support = [{contact = 'B'}]",
        "support = [{name = 1}]",
        "support = [{name = 'A', phone = 'B'}]",
    ],
)
def test_what_cannot_be_is_said(tmp_path: Path, text: str) -> None:
    with pytest.raises(AjsError, match=text.split()[0]):
        read(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"\xff", "den är inte sparad som UTF-8"),
        (b"floor = 8\nx\ny = 1", "rad 2 är inte som den ska"),
        (b"x = '''", "den slutar för tidigt"),
    ],
)
def test_a_file_that_is_not_toml_is_told_about_in_swedish(
    tmp_path: Path, text: bytes, said: str
) -> None:
    path = tmp_path / "workplace.toml"
    path.write_bytes(text)

    with pytest.raises(AjsError, match=said):
        read_workplace(path)


def test_what_the_system_says_is_told_in_swedish() -> None:
    assert reason(PermissionError(13, "Permission denied")) == "åtkomst nekas"
    assert reason(OSError(5, "Något annat")) == "Något annat"
    assert reason(OSError()) == "OSError"
