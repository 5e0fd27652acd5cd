"""Every text of the program is in the Swedish catalogue, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.guards.catalogues import (
    PACKAGE,
    SWEDISH,
    disagreements,
    kept_in,
    of_click,
    of_the_schema,
    said_in,
)

CODE = 'a = _("Back")\nb = ngettext("{count} file", "{count} files", n)\n'
CATALOGUE = """
msgid "Back"
msgstr "Tillbaka"

msgid "{count} file"
msgid_plural "{count} files"
msgstr[0] "{count} fil"
msgstr[1] "{count} filer"
"""


def test_every_text_has_a_swedish_form_with_the_same_placeholders_and_none_is_left_over() -> None:
    said = said_in(PACKAGE)
    assert len(said) > 500, "the texts of the whole program are found"
    assert list(disagreements(said, kept_in(SWEDISH), of_click() | of_the_schema())) == []


def found_in(folder: Path, code: str, catalogue: str) -> list[str]:
    """What the guard says about a small program."""
    (folder / "program.py").write_text(code, encoding="utf-8")
    (folder / "sv.po").write_text(catalogue, encoding="utf-8")
    return list(disagreements(said_in(folder), kept_in(folder), set()))


def test_a_program_that_agrees_with_its_catalogue_is_fine(tmp_path: Path) -> None:
    assert found_in(tmp_path, CODE, CATALOGUE) == []


@pytest.mark.parametrize(
    ("code", "catalogue", "complaint"),
    [
        (CODE + 'c = N_("Quit")\n', CATALOGUE, "program.py:3: 'Quit' has no translation"),
        (CODE, CATALOGUE.replace('"Tillbaka"', '""'), "program.py:1: 'Back' has no translation"),
        (CODE, CATALOGUE + '\nmsgid "Old"\nmsgstr "Gammal"\n', "'Old' is in a catalogue but"),
        (CODE, CATALOGUE.replace("{count} filer", "{antal} filer"), "different placeholders"),
        (CODE, CATALOGUE.replace("{count} filer", "filer"), "different placeholders"),
        (CODE, CATALOGUE.replace("Tillbaka", "Tillbaka {key}"), "different placeholders"),
    ],
    ids=["missing", "empty", "orphan", "renamed", "dropped", "invented"],
)
def test_the_guard_can_fail(tmp_path: Path, code: str, catalogue: str, complaint: str) -> None:
    (found,) = found_in(tmp_path, code, catalogue)
    assert complaint in found
