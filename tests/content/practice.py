"""Small files of every kind beside scenarios, as an author would write them."""

from __future__ import annotations

from pathlib import Path

from ajs_trainer.content.load import Loaded, load_file
from ajs_trainer.content.shelf import shelf

SKILL = """\
format: 1
kind: skill
id: lyssna-klart
language: sv
title: Lyssna klart
strategy: relationship
why: Den som har fått prata till punkt orkar oftare höra ett nej.
behaviours:
  - {id: vander-sig, text: Vänder sig mot klienten.}
  - {id: later-tala, text: Låter klienten tala till punkt., working_material: true}
  - {id: fragar-vidare, text: Ställer en fråga om det som sades.}
  - {id: upprepar, text: Säger med egna ord vad klienten sa.}
  - {id: sager-nasta, text: Säger vad som händer sedan.}
harms: [Tittar på klockan.]
"""
ROLEPLAY = """\
format: 1
kind: roleplay
id: luren
language: sv
title: Luren
summary: Tiden i telefonen är slut.
setting: remand
skill: lyssna-klart
staff:
  situation: Tre står i kö.
  task: Avsluta samtalet.
client:
  name: Mira
  situation: Din son har inte sagt hej då än.
  reason: Han hör dig en gång i veckan.
  feeling: Brådska.
  wish: En minut till.
  gives_way_if: Du ger efter om du får säga hej då.
  hardens_if: Du hårdnar om någon tar luren.
observer:
  look_for: Vad händer just innan?
cues:
  - {id: vander, to: client, after: 60, text: Vänd ryggen till.}
  - {id: viska, to: staff, text: Kollegan ropar.}
"""
EXERCISE = """\
format: 1
kind: exercise
id: pa-fikat
language: sv
title: På fikat
summary: Vad får man skämta om?
form: line
minutes: 15
statements:
  - id: skamten
    text: Man märker själv när ett skämt har gått för långt.
    answers: [Ja., Nej.]
    follow_up: ["Hur märks det?"]
"""
PLAN = """\
format: 1
kind: plan
id: blockdag
language: sv
title: Blockdag
summary: Ett rollspel och en övning.
steps:
  - {kind: exercise, minutes: 15, exercise: pa-fikat}
  - {kind: roleplay, minutes: 45, roleplay: luren}
  - {kind: close, minutes: 5}
"""
DIALOGUE = """\
format: 1
kind: scenario
id: kon
language: sv
title: Kön
summary: Mira vill inte lägga på luren.
setting: remand
skill: lyssna-klart
minutes: 5
cast:
  - {id: client, name: Mira, part: exposed}
start: luren
scenes:
  luren:
    text: Mira håller om luren.
    choices:
      - id: vem-ar-det
        text: Vem pratar du med?
        shows: [fragar-vidare]
        goto: svarar
      - id: nu
        text: Lägg på nu.
        misses: [later-tala]
        goto: tyst
        when: after
  svarar:
    ending: {title: Sonen, text: Hon säger att hon ringer igen.}
  tyst:
    ending: {title: Luren, text: Hon lägger på.}
"""
FILES = {
    "lyssna-klart": SKILL,
    "luren": ROLEPLAY,
    "pa-fikat": EXERCISE,
    "blockdag": PLAN,
    "kon": DIALOGUE,
}
"""By id; each refers to what it needs among the others."""


def shelved(folder: Path, **changed: str) -> Path:
    """A folder with all of the files, some of them with another text."""
    for name, text in (
        FILES | {key.replace("_", "-"): new for key, new in changed.items()}
    ).items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def load(folder: Path, name: str, text: str) -> Loaded:
    """One of the files with another text, checked beside the others and nothing else."""
    shelved(folder, **{name: text})
    return load_file(folder / f"{name}.yaml", known=shelf(()))
