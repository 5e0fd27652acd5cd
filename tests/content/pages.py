"""The pages of the problem catalogue (``docs/problems``) read as examples to run.

A page has one bad example and one repaired one. An example is a fenced block whose first line
says how it is made into a file:

``yaml scenes line=3``   the fragment stands after a standard header; the fault is on its line 3
``yaml header line=2``   the fragment stands before standard scenes
``yaml file line=1``     the fragment is the whole file
``encoding=cp1252``      how the file is saved
``hex``                  the fragment is the bytes of the file, in hexadecimal
``repeat=9``             the last line stands nine times, ``{n}`` is its number
``stretch=9``            the last character of the last line stands nine times
``name=annat.yaml``      what the file is called (by default after its id)
``base``                 the standard scenario lies beside, as ``grund.yaml``
``release``              drafts are refused
``missing``              the file does not exist
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ajs_trainer.content.load import Loaded, load_file

FOLDER = Path(__file__).parents[2] / "docs" / "problems"

HEADER = """\
format: 1
kind: scenario
id: exempel
language: sv
title: Exempel
summary: Någon säger något.
setting: prison
relation: colleague-colleague
grounds: [sex]
severity: banter
minutes: 10
start: kaffet
"""
SCENES = """\
scenes:
  kaffet:
    text: Micke skämtar. Sara tystnar.
    choices:
      - {id: fraga, text: Frågar vad han menar., when: during, strategy: direct, goto: slut}
      - {id: vantar, text: Väntar., when: during, strategy: wait, goto: sedan}
  slut:
    ending: {title: Efteråt, text: Micke rycker på axlarna.}
  sedan:
    ending: {title: Sedan, text: Ni pratar i bilen.}
"""
_BLOCK = re.compile(r"^```yaml (?P<how>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    """A fragment and how it is made into a file."""

    text: str
    how: dict[str, str]

    @property
    def line(self) -> int:
        """The line of the file that the problem is expected on; 0 when none is."""
        if "line" not in self.how:
            return 0
        before = HEADER.count("\n") if "scenes" in self.how else 0
        return before + int(self.how["line"])

    def raw(self) -> bytes:
        """The bytes of the file."""
        if "hex" in self.how:
            return bytes.fromhex(self.text)
        lines = self.text.removesuffix("\n").split("\n")
        count = int(self.how.get("repeat", 1))
        lines[-1:] = (
            [lines[-1].replace("{n}", str(n)) for n in range(count)] if count > 1 else lines[-1:]
        )
        lines[-1] += lines[-1][-1:] * (int(self.how.get("stretch", 1)) - 1)
        text = "\n".join(lines) + "\n"
        if "scenes" in self.how:
            text = HEADER + text
        elif "header" in self.how:
            text += SCENES
        return text.encode(self.how.get("encoding", "utf-8"), "surrogatepass")

    def check(self, folder: Path) -> Loaded:
        """Write the file and check it."""
        if "base" in self.how:
            base = (HEADER + SCENES).replace("id: exempel", "id: grund")
            (folder / "grund.yaml").write_text(base, encoding="utf-8")
        path = folder / self.how.get("name", "exempel.yaml")
        path.parent.mkdir(exist_ok=True)
        if "missing" not in self.how:
            path.write_bytes(self.raw())
        return load_file(path, release="release" in self.how)


def examples(page: Path) -> tuple[Example, Example]:
    """The bad example of a page and the repaired one."""
    found = []
    for match in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        words = [word.partition("=") for word in match["how"].split()]
        found.append(Example(match["text"], {name: value for name, _, value in words}))
    bad, repaired = found
    return bad, repaired
