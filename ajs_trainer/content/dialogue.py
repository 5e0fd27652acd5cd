"""What a dialogue leaves out, since it is always the same: filled in before the model is built."""

from __future__ import annotations

import difflib

from ajs_trainer.content.fields import FIELD_NAMES, IN_SWEDISH
from ajs_trainer.content.tree import Map, Mark, Seq

Values = dict[str, str | tuple[str, ...]]

HEADER: Values = {"relation": "client-staff", "grounds": ("other",), "severity": "grey-zone"}
CHOICE: Values = {"when": "during", "strategy": "direct"}
"""What a reply is: said to the client, in the middle of the talk."""

_MARK_OF_A_DIALOGUE = "skill"


def fill_in(root: Map) -> None:
    """Put what a dialogue leaves out where a scenario has it; any other file stays as it is."""
    field = _field_for_skill(root)
    if not field:
        return
    _fill(root, HEADER, root.marks[field])
    scenes = root.get("scenes")
    for scene in scenes.values() if isinstance(scenes, Map) else ():
        choices = scene.get("choices") if isinstance(scene, Map) else None
        if not isinstance(choices, Seq):
            continue
        for choice, mark in zip(choices, choices.marks, strict=True):
            if isinstance(choice, Map):
                _fill(choice, CHOICE, mark)


def _field_for_skill(root: Map) -> str:
    """The field that names the skill, possibly misspelt; empty when there is none."""
    if _MARK_OF_A_DIALOGUE in root:
        return _MARK_OF_A_DIALOGUE
    unknown = {
        IN_SWEDISH.get(name.casefold(), name): name for name in root if name not in FIELD_NAMES
    }
    meant = difflib.get_close_matches(_MARK_OF_A_DIALOGUE, unknown, n=1)
    return unknown[meant[0]] if meant else ""


def _fill(fields: Map, what: Values, mark: Mark) -> None:
    for name, value in what.items():
        if name in fields:
            continue
        if isinstance(value, str):
            fields.put(name, value, mark)
        else:
            items = Seq()
            for item in value:
                items.put(item, mark)
            fields.put(name, items, mark)
