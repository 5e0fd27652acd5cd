"""The pages of the problem catalogue (``docs/problems``) read as examples to run.

A page has one bad example and one repaired one. An example is a fenced block whose first line
says how it is made into a file:

``yaml scenes line=3``   the fragment stands after a standard header that starts in its first
                         scene; the fault is on its line 3
``yaml scene line=3``    the same, with the standard endings ``slut`` and ``sedan`` after it
``yaml header line=2``   the fragment stands before standard scenes
``yaml file line=1``     the fragment is the whole file
``yaml instead=title``   the fragment stands in the standard file in place of that field
``markdown guide line=1``  the fragment is the guide of the standard scenario
``encoding=cp1252``      how the file is saved
``hex``                  the fragment is the bytes of the file, in hexadecimal
``repeat=9``             each line with ``{n}`` stands nine times, with its number
``stretch=9``            the last character of the last line stands nine times
``hidden=200B``          ``¤`` stands for the character with that code
``name=annat.yaml``      what the file is called (by default after its id)
``base``                 the standard scenario lies beside as ``grund.yaml`` (``base=cp1252``:
                         saved like that), and an adaptation of it as ``lokal.yaml``
``release``              drafts are refused
``missing``              the file does not exist
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ajs_trainer.content.guides import load_guide
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
ENDINGS = """\
  slut:
    ending: {title: Efteråt, text: Micke rycker på axlarna.}
  sedan:
    ending: {title: Sedan, text: Ni pratar i bilen.}
"""
SCENES = f"""\
scenes:
  kaffet:
    text: Micke skämtar. Sara tystnar.
    choices:
      - {{id: fraga, text: Frågar vad han menar., when: during, strategy: direct, goto: slut}}
      - {{id: vantar, text: Väntar., when: during, strategy: wait, goto: sedan}}
    discuss: [Vad hade Sara velat?]
{ENDINGS}"""
LOCAL = "format: 1\nkind: scenario\nid: lokal\nadapts: grund\ntitle: Hos oss\n"
_BLOCK = re.compile(
    r"^```(?:yaml|markdown) (?P<how>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


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
        before, _after = self.frame()
        return before.count("\n") + int(self.how["line"])

    def frame(self) -> tuple[str, str]:
        """What stands before and after the fragment."""
        if "header" in self.how:
            return "", SCENES
        if "instead" in self.how:
            whole = HEADER + SCENES
            field = re.compile(rf"^( *){self.how['instead']}:.*\n(?:\1 +.*\n)*", re.MULTILINE)
            found = field.search(whole)
            assert found is not None
            return whole[: found.start()], whole[found.end() :]
        first = re.search(r"^  ([a-z-]+):", self.text, re.MULTILINE)
        before = HEADER.replace("start: kaffet", f"start: {first[1]}") if first else HEADER
        if "scenes" in self.how:
            return before, ""
        return (before + "scenes:\n", ENDINGS) if "scene" in self.how else ("", "")

    def raw(self) -> bytes:
        """The bytes of the file."""
        if "hex" in self.how:
            return bytes.fromhex(self.text)
        lines: list[str] = []
        for line in self.text.removesuffix("\n").split("\n"):
            count = int(self.how.get("repeat", 1)) if "{n}" in line else 1
            lines += [line.replace("{n}", str(number)) for number in range(count)]
        lines[-1] += lines[-1][-1:] * (int(self.how.get("stretch", 1)) - 1)
        text = "\n".join(lines) + "\n"
        if "hidden" in self.how:
            text = text.replace("¤", chr(int(self.how["hidden"], 16)))
        before, after = self.frame()
        return (before + text + after).encode(self.how.get("encoding", "utf-8"))

    def check(self, folder: Path) -> Loaded:
        """Write the file and check it."""
        if "guide" in self.how:
            return self._check_guide(folder / "exempel.md")
        if "base" in self.how:
            base = (HEADER + SCENES).replace("id: exempel", "id: grund")
            (folder / "grund.yaml").write_text(base, encoding=self.how["base"] or "utf-8")
            (folder / "lokal.yaml").write_text(LOCAL, encoding="utf-8")
        path = folder / self.how.get("name", "exempel.yaml")
        path.parent.mkdir(exist_ok=True)
        if "missing" not in self.how:
            path.write_bytes(self.raw())
        return load_file(path, release="release" in self.how)

    def _check_guide(self, path: Path) -> Loaded:
        path.write_bytes(self.raw())
        return Loaded(None, load_guide(path, {"kaffet", "slut", "sedan"}).problems)


def examples(page: Path) -> tuple[Example, Example]:
    """The bad example of a page and the repaired one."""
    found = []
    for match in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        words = [word.partition("=") for word in match["how"].split()]
        found.append(Example(match["text"], {name: value for name, _, value in words}))
    bad, repaired = found
    return bad, repaired
