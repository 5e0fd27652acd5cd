"""The user documentation is held against the program it describes."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args

import click
import pytest
from babel.messages.pofile import read_po

from ajs_trainer.cli.root import root
from ajs_trainer.content.bundled import bundled_scenarios
from ajs_trainer.content.library import Library
from ajs_trainer.content.load import Loaded, load_file
from ajs_trainer.model import exercise, names, roleplay, scenario, skill, vocabulary
from ajs_trainer.model.fields import Model
from ajs_trainer.model.schema import content_schema
from ajs_trainer.record import open_record

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [*sorted(DOCS.glob("*.md")), *ROOT.glob("README.md")]
WRITING = (DOCS / "skriva-scenarier.md").read_text(encoding="utf-8")
PRIVACY = (DOCS / "integritet.md").read_text(encoding="utf-8")
SWEDISH = ROOT / "ajs_trainer" / "locale" / "sv" / "LC_MESSAGES"

NOT_WRITTEN = {"Level", "PlayRole", "LEVEL_NAMES", "PLAY_ROLE_NAMES"}
"""What the program keeps, and no author writes."""

_FENCE = re.compile(r"^```(?P<language>\w*)[^\n]*\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_HEADING = re.compile(r"^#+ (?P<words>.+)$", re.MULTILINE)
_COMMAND = re.compile(r"`ajs(?P<words>(?: [^`\s]+)*)`")
_SLIP = re.compile(
    r"^\| `(?P<wrong>[^`]+)` \| [^|]+ \| `(?P<right>(?P<field>(?:- )?\w+:) [^`]+)` \|$",
    re.MULTILINE,
)
_HERE = re.compile(r"(?<![\w.~%/:-])/(?:home|root|tmp|work|Users|var|opt|mnt)\b|[A-Z]:\\Users")


class Example(NamedTuple):
    """A fenced block that is a whole file of any kind."""

    name: str
    text: str


def whole_files(page: Path) -> list[Example]:
    """The whole files on a page; a remark on the first line says what each is called."""
    found = []
    for block in _FENCE.finditer(page.read_text(encoding="utf-8")):
        if block["language"] == "yaml" and re.search(r"^format:", block["text"], re.MULTILINE):
            first = block["text"].partition("\n")[0]
            found.append(Example(first.removeprefix("# "), block["text"]))
    return found


EXAMPLES = [example for page in PAGES for example in whole_files(page)]


def written(folder: Path) -> Path:
    """A folder with every example of the documentation in it, each under its name."""
    for name, text in EXAMPLES:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def load(folder: Path, name: str) -> Loaded:
    """Check an example; it may build on another one or on a scenario that is shipped."""
    library = Library([bundled_scenarios(), folder])
    return load_file(folder / name, library.base_path, known=library.known())


def plain(markdown: str) -> str:
    """A page without its fenced blocks."""
    return _FENCE.sub("", markdown)


def anchors(markdown: str) -> set[str]:
    """The names that links can point to, as GitHub makes them of headings."""
    words = (match["words"].lower() for match in _HEADING.finditer(plain(markdown)))
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in words}


def models() -> Iterator[type[Model]]:
    """Every model that an author writes."""
    for module in (scenario, skill, roleplay, exercise):
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Model) and value is not Model:
                yield value


def fields() -> set[str]:
    """Every field that an author can write, by the name it has in the file."""
    own = {field.alias or name for model in models() for name, field in model.model_fields.items()}
    return own | set(content_schema()["$defs"]["ScenarioChanges"]["properties"])


def values() -> set[str]:
    """Every enumerated value that an author writes."""
    kinds = {name: kind for name, kind in vars(vocabulary).items() if name not in NOT_WRITTEN}
    return {value for kind in kinds.values() for value in get_args(kind)}


def named_values() -> list[tuple[str, str]]:
    """Every enumerated value that an author writes, with its Swedish name."""
    with (SWEDISH / "model.po").open("rb") as file:
        swedish = read_po(file, locale="sv")
    tables = [
        table
        for name, table in vars(names).items()
        if name.endswith("_NAMES") and name not in NOT_WRITTEN
    ]
    return [(value, str(swedish[name].string)) for table in tables for value, name in table.items()]


def test_the_guide_has_a_scenario_an_adaptation_and_a_translation() -> None:
    texts = [text for _name, text in whole_files(DOCS / "skriva-scenarier.md")]
    for field in ("start:", "adapts:", "translates:"):
        assert any(re.search(rf"^{field}", text, re.MULTILINE) for text in texts), field


@pytest.mark.parametrize("name", [example.name for example in EXAMPLES])
def test_an_example_can_be_copied_and_used(name: str, tmp_path: Path) -> None:
    loaded = load(written(tmp_path), name)
    assert [problem.text() for problem in loaded.problems] == []
    assert loaded.document is not None


def test_examples_have_names_of_their_own() -> None:
    names = [example.name for example in EXAMPLES]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"(en/)?[a-z-]+\.yaml", name) for name in names)


@pytest.mark.parametrize("slip", list(_SLIP.finditer(WRITING)), ids=lambda slip: slip["wrong"])
def test_a_slip_is_found_and_its_cure_is_good(slip: re.Match[str], tmp_path: Path) -> None:
    path = written(tmp_path) / "koppen.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    number = next(n for n, line in enumerate(lines) if line.strip().startswith(slip["field"]))
    indent = " " * (len(lines[number]) - len(lines[number].lstrip()))
    lines[number] = indent + slip["right"]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert load(tmp_path, path.name).problems == ()
    lines[number] = indent + slip["wrong"]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [problem.line for problem in load(tmp_path, path.name).problems][:1] == [number + 1]


def test_the_quoted_problem_is_what_the_program_says(tmp_path: Path) -> None:
    path = written(tmp_path) / "koppen.yaml"
    text = path.read_text(encoding="utf-8").replace("goto: dorren", "goto: doren")
    path.write_text(text, encoding="utf-8")
    (problem,) = load(tmp_path, path.name).problems
    place = f"koppen.yaml:{problem.line}:{problem.column}: {problem.code} "
    assert place in WRITING


def test_there_are_slips_to_test() -> None:
    assert len(_SLIP.findall(WRITING)) >= 10


@pytest.mark.parametrize("field", sorted(fields()))
def test_every_field_is_explained(field: str) -> None:
    assert f"`{field}`" in WRITING


@pytest.mark.parametrize("value", sorted(values()))
def test_every_value_is_named(value: str) -> None:
    assert f"`{value}`" in WRITING


@pytest.mark.parametrize(("value", "name"), named_values())
def test_a_value_is_called_what_the_program_calls_it(value: str, name: str) -> None:
    assert f"`{value}` {name}" in WRITING


def test_every_column_that_is_kept_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ajs.db"
    open_record(path).close()
    connection = sqlite3.connect(path)
    try:
        kept = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (table,) in kept.fetchall():
            columns = connection.execute("SELECT name FROM pragma_table_info(?)", [table])
            told = {name for (name,) in [*columns, (table,)] if f"`{name}`" not in PRIVACY}
            assert told == set(), table
    finally:
        connection.close()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_relative_link_resolves(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for match in _LINK.finditer(plain(text)):
        target, _, anchor = match["target"].partition("#")
        if re.match(r"https?:", target):
            continue
        path = page.parent / target if target else page
        assert path.exists(), match["target"]
        if anchor:
            assert anchor in anchors(path.read_text(encoding="utf-8")), match["target"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_path_of_one_computer_is_told(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert _HERE.findall(text) == []
    assert not re.search(r"\]\(/", text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_exists(page: Path) -> None:
    for match in _COMMAND.finditer(page.read_text(encoding="utf-8")):
        assert _unknown(match["words"].split()) == [], match[0]


def _unknown(words: list[str]) -> list[str]:
    """The words of a call that are neither commands, nor options, nor what those take."""
    command: click.Command = root
    options = _options(root)
    rest = iter(words)
    for word in rest:
        if word in ("-h", "--help"):
            continue
        if word.startswith("-"):
            if word not in options:
                return [word]
            if not options[word].is_flag:
                next(rest, None)
        elif isinstance(command, click.Group):
            found = command.get_command(click.Context(command), word)
            if found is None:
                return [word]
            command = found
            options |= _options(found)
    return []


def _options(command: click.Command) -> dict[str, click.Option]:
    """The options of a command by the words that name them."""
    options = (option for option in command.params if isinstance(option, click.Option))
    return {name: option for option in options for name in option.opts}
