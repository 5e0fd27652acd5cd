"""What is read: length, doubled words, thoughts that pull one way, traces of real people."""

from __future__ import annotations

import re
import textwrap
from itertools import islice

from ajs_trainer.content.checks.subject import Subject
from ajs_trainer.content.limits import MAX_TEXT
from ajs_trainer.content.problems import Place, Problems
from ajs_trainer.content.structure import NO_WORDS
from ajs_trainer.locale import N_, _
from ajs_trainer.model import Part, Scene

COLUMNS = 72
ROWS = 16
"""What the story column shows at 80x24 without scrolling."""

_SUSPECT = re.compile(r"\d{6}|@|\d[- ]\d{2}")
_PERSONAL = (
    (re.compile(r"(?<!\d)(?:19|20)?(\d{6})[-+ ]?(\d{4})(?!\d)"), N_("a personal identity number")),
    (re.compile(r"(?<!\S)[^\s@]{1,60}@[\w-]{1,60}\.[a-z]{2,}"), N_("an e-mail address")),
    (
        re.compile(r"(?<!\d)(?:\+46|0)[1-9]\d{0,2}[- ]\d{2,3}(?:[ -]?\d{2}){2,3}(?!\d)"),
        N_("a telephone number"),
    ),
)


def check_texts(subject: Subject) -> None:
    """Note what a reader would stumble on."""
    for scene_id, scene in subject.scenes():
        _check_length(subject, scene.text, "scenes", scene_id, "text")
        if scene.ending:
            _check_length(subject, scene.ending.text, "scenes", scene_id, "ending", "text")
        _check_choices(subject, scene_id, scene)
        pulls = {thought.pull for thought in scene.thoughts}
        if len(pulls) == 1 and not subject.problems.lost & {"pull", "thoughts"}:
            subject.problems.add("T405", subject.key("scenes", scene_id, "thoughts"))


def note_personal_data(text: str, file: str, problems: Problems) -> None:
    """Note what looks like a real person's number or address anywhere in a file."""
    lines = text.split("\n")
    suspects = {text.count("\n", 0, match.start()) for match in islice(_SUSPECT.finditer(text), 50)}
    for number in sorted(suspects):
        for pattern, what in _PERSONAL:
            for match in pattern.finditer(lines[number]):
                if match.lastindex and not _has_check_digit(match[1] + match[2]):
                    continue
                place = Place(file, number + 1, match.start() + 1)
                problems.add("T404", place, what=_(what), value=match[0])


def _has_check_digit(digits: str) -> bool:
    """Whether ten digits end in the check digit of a Swedish identity number (Luhn)."""
    total = 0
    for position, digit in enumerate(digits):
        product = int(digit) * (2 - position % 2)
        total += product // 10 + product % 10
    return total % 10 == 0


def _check_length(subject: Subject, prose: tuple[Part, ...], *path: str) -> None:
    rows = rows_of(prose)
    if rows > ROWS and not any(len(part.text) > MAX_TEXT for part in prose):
        subject.problems.add("T401", subject.key(*path), rows=rows, limit=ROWS)


def rows_of(prose: tuple[Part, ...]) -> int:
    """How many rows a text takes in the story column when all its parts are shown."""
    text = "\n\n".join(part.text.strip() for part in prose if not part.unless)
    if len(text) < COLUMNS * ROWS // 3 and text.count("\n") < ROWS // 2:
        return 1
    lines = text.split("\n")
    return sum(len(textwrap.wrap(line, COLUMNS)) or 1 for line in lines)


def _check_choices(subject: Subject, scene_id: str, scene: Scene) -> None:
    seen: dict[str, str] = {}
    for number, choice in enumerate(scene.choices):
        words = " ".join(choice.text.casefold().split())
        if words in seen and words != NO_WORDS:
            place = subject.key("scenes", scene_id, "choices", number)
            subject.problems.add("G311", place, other=seen[words])
        seen.setdefault(words, choice.id)
