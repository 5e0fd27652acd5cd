"""Every text of the command line can be translated: none is left in the language of the code."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from typing_extensions import override

from ajs_trainer.cli.main import main
from ajs_trainer.cli.output import sentence
from ajs_trainer.content.catalogue import CATALOGUE
from ajs_trainer.debrief.summary import summarise, to_json
from ajs_trainer.errors import AjsError
from ajs_trainer.paths import places
from ajs_trainer.record import open_record
from ajs_trainer.workplace import read_workplace
from tests.content.pages import FOLDER, examples
from tests.guards.material import Material
from tests.guards.own_names import COMMANDS, QUOTED, ROW, untranslated
from tests.guards.pseudo import spoken
from tests.guards.said import came_to
from tests.guards.shelf import Shelf

TEXT = "ÅÄÖ åäö 123"
FILE = "ÅÄÖ.yaml"
NAMES = ("provet", FILE, "mapp/ÅÄÖ", "Python", "t1", "t2", "y/n")
"""A scenario, files, what the program stands on, and what one answers with."""
ANSWERS = "\n3\n\n1\n\n1\n3\n" + "\n" * 20


@pytest.fixture(autouse=True)
def _pseudo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Only the program itself says anything in English or in Swedish."""
    monkeypatch.setenv("AJS_HOME", str(tmp_path / "ÅÄÖ"))
    monkeypatch.setenv("LANGUAGE", "sv")
    monkeypatch.setattr("importlib.metadata.version", lambda _name: "1.0")
    monkeypatch.setattr("ajs_trainer.content.library.Library", partial(Shelf, TEXT))
    for name in ("AJS_LANG", "AJS_LIBRARY", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    with spoken():
        yield


class Keyboard(io.StringIO):
    """Answers that a person types, or that come through a pipe."""

    def __init__(self, answers: str, *, typed: bool) -> None:
        super().__init__(answers)
        self._typed = typed

    @override
    def isatty(self) -> bool:
        return self._typed


def said(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    *arguments: str,
    typed: bool = False,
) -> str:
    """Everything that a call writes."""
    monkeypatch.setattr(sys, "stdin", Keyboard(ANSWERS, typed=typed))
    capsys.readouterr()
    main(arguments)
    return "".join(capsys.readouterr())


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_no_help_stays_untranslated(
    path: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = said(capsys, monkeypatch, *path, "--help")

    assert "ø" in text
    assert untranslated(text) == [], text


CALLS = [
    (),
    ("list",),
    ("list", "--setting", "ÅÄÖ"),
    ("list", "--minutes", "ÅÄÖ"),
    ("list", "--minutes"),
    ("list", "--format", "ÅÄÖ"),
    ("--lang", "ÅÄÖ"),
    ("--library", "ÅÄÖ", "list"),
    ("--data", "ÅÄÖ/", "history"),
    ("--as", "ÅÄÖ ", "play", "provet", "--plain"),
    ("--insist=1",),
    ("--version",),
    ("-x",),
    ("--hel",),
    ("ÅÄÖ",),
    ("play", "provet", "--plain"),
    ("play", "ÅÄÖ", "--plain"),
    ("play",),
    ("check", FILE),
    ("check", "ÅÄÖ"),
    ("history",),
    ("notes",),
    ("lead",),
    ("lead", "ÅÄÖ"),
    ("lead", "ÅÄÖ", "ÅÄÖ"),
    ("debrief",),
    ("debrief", "1"),
    ("debrief", "2"),
    ("debrief", "9"),
    ("debrief", "0"),
    ("debrief", "--format", "md"),
    ("debrief", "--format", "csv"),
    ("debrief", "--output", "ÅÄÖ/ÅÄÖ/ÅÄÖ"),
    ("debrief", "--output", FILE),
    ("debrief", "--trend"),
    ("debrief", "--trend", "--format", "md"),
    ("data",),
    ("data", "where"),
    ("data", "show"),
    ("data", "check"),
    ("data", "backup"),
    ("data", "backup", FILE),
    ("data", "restore"),
    ("data", "restore", "--yes"),
    ("data", "erase", "--run", "9"),
    ("data", "erase", "--run", "1", "--yes"),
    ("data", "erase", "--session", "1", "--yes"),
    ("data", "erase", "--session", "9"),
    ("data", "erase", "--run", "1", "--everyone"),
    ("data", "erase", "--everyone", "--yes"),
    ("data", "erase"),
    ("doctor",),
    ("schema", "ÅÄÖ"),
]


def begun() -> None:
    """Nothing has happened yet."""


def filled() -> None:
    """One has played, led one meeting to its end, and begun another."""
    main(["play", "provet", "--plain"])
    setup = Material(TEXT).meeting()
    with open_record(places().record) as record:
        first = record.sessions.begin(setup, title=TEXT)
        record.sessions.close(first.key, 0, to_json(summarise(came_to(TEXT))))
        record.sessions.begin(setup, title=TEXT)


def damaged() -> None:
    """Something else is in the record, beside a copy of it."""
    filled()
    main(["data", "backup"])
    places().record.write_bytes(b"x" * 10_000)


def emptied() -> None:
    """Nothing is in the record."""
    places().record.parent.mkdir()
    places().record.touch()


def decided_badly() -> None:
    """The workplace's file is not as it should be."""
    filled()
    places().workplace.write_text("å", encoding="utf-8")


@pytest.mark.parametrize("typed", [True, False], ids=["typed", "piped"])
@pytest.mark.parametrize("state", [begun, filled, damaged, emptied, decided_badly])
def test_no_line_stays_untranslated(
    state: Callable[[], None],
    typed: bool,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / FILE).write_text("å: ä\nö: {\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", Keyboard(ANSWERS, typed=typed))
    state()
    unknown = {}
    for call in CALLS:
        text = said(capsys, monkeypatch, *call, typed=typed)
        if call == ("data", "show"):
            text = ROW.sub("", text)
        if call == ("check", FILE):
            text = QUOTED.sub("", text)
        if words := untranslated(text, *NAMES):
            unknown[call] = (words, text)

    assert unknown == {}


@pytest.mark.parametrize("fault", [RuntimeError, KeyboardInterrupt])
def test_no_word_about_an_end_stays_untranslated(
    fault: type[BaseException],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_folders: object) -> None:
        raise fault

    monkeypatch.setattr("ajs_trainer.content.library.Library", broken)
    text = said(capsys, monkeypatch, "list")

    assert "ø" in text
    assert untranslated(text) == []


def test_no_word_about_an_unknown_plan_stays_untranslated(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ajs_trainer.cli.commands.lead.has_terminal", lambda: True)
    text = said(capsys, monkeypatch, "lead", "ÅÄÖ")

    assert "ø" in text
    assert untranslated(text) == []


@pytest.mark.parametrize("text", [b"\xff", b"x", b"x = '", b"floor = 1", b"support = 1"])
def test_no_word_about_the_workplace_stays_untranslated(text: bytes, tmp_path: Path) -> None:
    (tmp_path / "ÅÄÖ.toml").write_bytes(text)
    with pytest.raises(AjsError) as raised:
        read_workplace(tmp_path / "ÅÄÖ.toml")

    assert untranslated(QUOTED.sub("", sentence(raised.value))) == []


@pytest.mark.parametrize("code", CATALOGUE)
def test_no_problem_stays_untranslated(code: str, tmp_path: Path) -> None:
    bad, _repaired = examples(FOLDER / f"{code}.md")
    loaded = bad.check(tmp_path)
    found = [problem for problem in loaded.problems if problem.code == code]
    in_the_file = set(re.findall(r"[\w-]+", bad.raw().decode(errors="replace")))

    assert found
    for problem in found:
        text = QUOTED.sub("", f"{problem.message}, {problem.hint}")
        assert set(untranslated(text)) <= in_the_file


def test_what_is_left_over_is_seen() -> None:
    assert untranslated("øø ajs data show --plain øøø") == []
    assert untranslated("øø data --plain, ÅÄÖ show") == ["data", "show"]
    assert untranslated("  list     øøø\n  play list") == ["play", "list"]


@pytest.mark.parametrize(
    ("module", "call"),
    [
        ("ajs_trainer.cli.commands.history", "history"),
        ("ajs_trainer.cli.parts", "--help"),
        ("click.exceptions", "ÅÄÖ"),
    ],
)
def test_the_guard_can_fail(
    module: str, call: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts that are left as they stand in the code, click's own too."""
    monkeypatch.setattr(f"{module}._", str)

    assert untranslated(said(capsys, monkeypatch, call))
