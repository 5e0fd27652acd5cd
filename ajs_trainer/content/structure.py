"""From a tree to a model: what pydantic finds, said in an author's words.

When something is wrong, the tree is mended in memory (an unknown field is dropped, a
missing one gets a stand-in), so that one run also finds what is wrong with the story.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, TypeVar, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from ajs_trainer.content.encoding import code_point
from ajs_trainer.content.fields import (
    IN_SWEDISH,
    Loc,
    bounds,
    field_at,
    fields_at,
    first_value,
    model_within,
)
from ajs_trainer.content.problems import Place, Problems
from ajs_trainer.content.tree import Map, Mark, Seq, child, mark_at, node_at
from ajs_trainer.locale import N_, _
from ajs_trainer.model.fields import MAX_ID, Model

NOWHERE = "stand-in-for-a-target"
"""Target of a choice whose own target cannot be read."""
STAND_IN = "stand-in"
"""Id of something whose own id cannot be read."""
NO_WORDS = "–"
"""Text of something whose own text cannot be read."""

_STAND_INS = {
    "about": NO_WORDS,
    "goto": NOWHERE,
    "id": STAND_IN,
    "language": "sv",
    "minutes": "10",
    "name": NO_WORDS,
    "skill": STAND_IN,
    "summary": NO_WORDS,
    "text": NO_WORDS,
    "title": NO_WORDS,
}
"""Of fields whose words are known, the first of them stands in."""
_WHAT = {
    "tuple_type": N_("a list"),
    "dict_type": N_("fields with names"),
    "model_type": N_("fields with names"),
    "model_attributes_type": N_("fields with names"),
    "string_type": N_("a text"),
    "int_type": N_("a text"),
}
_ROUNDS = 4
_MAX_FAULTS = 200
"""A file with more is hardly a scenario; the first are shown."""


Document = TypeVar("Document", bound=Model)


def build(root: Map, problems: Problems, model: type[Document]) -> Document | None:
    """Validate a tree as what the file says it holds; problems are noted.

    Returns:
        The value, possibly with stand-ins where problems were noted, or None when too
        little is left of it.
    """
    said = problems.error_lines()
    for attempt in range(_ROUNDS):
        try:
            return model.model_validate(root)
        except ValidationError as error:
            found = error.errors(include_url=False, include_input=False)[:_MAX_FAULTS]
        meant = _misspelt(root, found, model, problems)
        for fault in found:
            loc = fault["loc"]
            if fault["type"] == "missing":
                known = loc in meant.values()
            else:
                known = mark_at(root, loc).value[:2] in said
            known = known or (fault["type"] == "too_short" and bool(node_at(root, loc)))
            if attempt == 0 and not known:
                _note(root, fault["type"], loc, model, fault.get("ctx", {}), problems)
        for fault in found:
            _mend(root, fault["type"], fault["loc"], model, meant, problems.lost)
    return None


def _misspelt(
    root: Map, faults: list[ErrorDetails], model: type[Model], problems: Problems
) -> dict[Loc, Loc]:
    """Unknown fields that are close to one the format knows, with the place they meant."""
    meant = {}
    for fault in faults:
        loc = fault["loc"]
        if fault["type"] == "extra_forbidden":
            known = _meant(root, loc, model, problems)
            if known:
                meant[loc] = (*loc[:-1], known)
    return meant


def _meant(root: Map, loc: Loc, model: type[Model], problems: Problems) -> str:
    present = node_at(root, loc[:-1])
    missing = [name for name in fields_at(loc[:-1], model) if child(present, name) is None]
    name = str(loc[-1])
    swedish = IN_SWEDISH.get(name.casefold(), "")
    return swedish if swedish in missing else problems.closest(name, missing)


def unusual_letters(word: str) -> str:
    """A remark on letters that look Latin but are not, or an empty string."""
    for character in word:
        if not character.isascii() and "LATIN" not in unicodedata.name(character, ""):
            return _(" (it contains {character})").format(character=code_point(character))
    return ""


def _note(
    root: Map,
    kind: str,
    loc: Loc,
    model: type[Model],
    context: dict[str, Any],
    problems: Problems,
) -> None:
    mark = mark_at(root, loc)
    name = str(next((step for step in reversed(loc) if isinstance(step, str)), ""))
    node = node_at(root, loc)
    value = node if isinstance(node, str) else ""
    if kind == "missing":
        _note_missing(root, loc, problems)
    elif kind == "extra_forbidden":
        unusual = unusual_letters(name)
        meant = _meant(root, loc, model, problems)
        problems.add("M202", mark.key, field=name, unusual=unusual, suggestion=meant)
    elif node == "" or kind in {"string_too_short", "too_short"}:
        problems.add("M207", mark.key, field=name)
    elif kind == "literal_error":
        _note_literal(name if len(loc) == 1 else "", value, mark, context, problems)
    elif kind.startswith(("int_", "greater_", "less_")) and isinstance(node, str):
        least, most = bounds(field_at(loc, model))
        problems.add("M205", mark.value, value=value, least=least, most=most)
    elif kind.startswith("bool"):
        problems.add("M211", mark.value, value=value)
    elif kind in {"string_pattern_mismatch", "string_too_long"}:
        _note_bad_word(name, value, mark, loc, problems)
    else:
        expected = _(_WHAT.get(kind, N_("a text")))
        problems.add("M203", mark.value, expected=expected, found=_found(node))


def _note_missing(root: Map, loc: Loc, problems: Problems) -> None:
    place = mark_at(root, loc[:-1]).key
    problems.add("M201", Place(place.file, place.line, place.column), field=loc[-1])


def _note_literal(
    header: str, value: str, mark: Mark, context: dict[str, Any], problems: Problems
) -> None:
    if header == "format":
        problems.add("M209", mark.value, value=value)
    elif header == "kind":
        words = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        meant = problems.closest(value, words)
        problems.add("M210", mark.value, value=value, suggestion=meant)
    else:
        allowed = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        problems.add(
            "M204",
            mark.value,
            value=value,
            allowed=", ".join(allowed),
            suggestion=problems.closest(value, allowed),
        )


def _note_bad_word(name: str, value: str, mark: Mark, loc: Loc, problems: Problems) -> None:
    if name == "language":
        problems.add("M217", mark.value, value=value)
        return
    if name == "[key]":
        value, place = str(loc[-2]), mark.key
    else:
        place = mark.value
    problems.add("M206", place, value=value, unusual=unusual_letters(value), limit=MAX_ID)


def _found(node: str | Map | Seq | None) -> str:
    if isinstance(node, Map):
        return _("fields with names")
    if isinstance(node, Seq):
        return _("a list")
    return _("a text")


def _mend(
    root: Map, kind: str, loc: Loc, model: type[Model], meant: dict[Loc, Loc], lost: set[str]
) -> None:
    """Make the tree pass at ``loc``: respell, drop what may be dropped, else put a stand-in."""
    if loc[-1] == "[key]":
        loc = loc[:-1]
        _drop(node_at(root, loc[:-1]), loc[-1])
        lost.add(str(loc[0]))
        return
    while len(loc) > 1 and node_at(root, loc[:-1]) is None:
        loc = loc[:-1]
    parent = node_at(root, loc[:-1])
    if isinstance(parent, str):
        loc = loc[:-1]
        parent = node_at(root, loc[:-1])
    last = loc[-1]
    if loc not in meant:
        lost.update(step for step in loc[-2:] if isinstance(step, str))
    if isinstance(parent, Map) and isinstance(last, str):
        if loc in meant and last in parent and str(meant[loc][-1]) not in parent:
            parent.put(str(meant[loc][-1]), parent[last], parent.marks[last])
        if kind == "missing" and last in parent:
            return
        mark = parent.marks.get(last, mark_at(root, loc[:-1]))
        if loc[0] == "scenes" and (len(loc) == 2 or last in {"choices", "ending"}):
            parent.put(last, _moment(mark, str(last) if len(loc) > 2 else ""), mark)
        else:
            _mend_field(root, parent, last, kind, field_at(loc, model), mark)
    elif isinstance(parent, Seq) and isinstance(last, int) and last < len(parent):
        stands_for_fields = model_within(field_at(loc[:-1], model)) is not None
        parent[last] = Map() if stands_for_fields else STAND_IN


def _mend_field(
    root: Map, parent: Map, name: str, kind: str, field: FieldInfo | None, mark: Mark
) -> None:
    value = parent.get(name)
    within = model_within(field)
    known = name in _STAND_INS or first_value(field) is not None
    dropped = kind in {"extra_forbidden", "model_type"} or not known
    if kind == "tuple_type" and isinstance(value, str) and within is None:
        words = (word.strip(" []") for word in value.split(","))
        parent.put(name, _listed(mark, *words), mark)
    elif dropped and kind != "missing":
        _drop(parent, name)
    else:
        parent.put(name, _stand_in(root, name, field), mark)


def _stand_in(root: Map, name: str, field: FieldInfo | None) -> str | Map | Seq:
    if name == "start":
        scenes = root.get("scenes")
        return next(iter(scenes), NOWHERE) if isinstance(scenes, Map) else NOWHERE
    if name == "grounds":
        return _listed(mark_at(root, ()), "other")
    if name in _STAND_INS:
        return _STAND_INS[name]
    item = Map() if model_within(field) else first_value(field) or NO_WORDS
    in_a_list = field is not None and get_origin(field.annotation) is tuple
    return _listed(mark_at(root, ()), item) if in_a_list else item


def _moment(mark: Mark, field: str) -> Map | Seq:
    """A scene that may lead anywhere, or its ``choices`` or ``ending``."""
    if field == "ending":
        return Map()
    choices = _listed(mark, Map(), Map())
    if field:
        return choices
    scene = Map()
    scene.put("text", NO_WORDS, mark)
    scene.put("choices", choices, mark)
    return scene


def _listed(mark: Mark, *items: str | Map) -> Seq:
    result = Seq()
    for item in items:
        result.put(item, mark)
    return result


def _drop(parent: str | Map | Seq | None, key: str | int) -> None:
    if isinstance(parent, Map) and isinstance(key, str) and key in parent:
        parent.remove(key)
