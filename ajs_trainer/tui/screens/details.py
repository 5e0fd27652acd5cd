"""What is told about a scenario before it is played, or about a file that cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from textual.visual import Visual

from ajs_trainer.locale import N_, _, ngettext
from ajs_trainer.model.names import (
    GROUND_NAMES,
    KKA_STRATEGY_NAMES,
    RELATION_NAMES,
    SETTING_NAMES,
    SEVERITY_NAMES,
)
from ajs_trainer.model.skill import Skill
from ajs_trainer.play.behaviours import readable
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.services import Entry, Problem
from ajs_trainer.tui.widgets.prose import Stacked, labelled

_LABEL_WIDTH = 12


def entry_details(entry: Entry, skill: Skill | None = None, *, brief: bool = False) -> Visual:
    """Summary, facts and content note of a scenario; ``brief`` where there is little room.

    ``skill`` is what a dialogue practises; without it the id of the skill is made readable.
    """
    facts = list(_facts_of_dialogue(entry, skill) if entry.skill else _facts(entry))
    notes = list(_notes(entry))
    if brief:
        values = " · ".join(value for _label, value in facts)
        return Stacked([literal(entry.summary), *notes, literal_line(values, "$quiet")])
    parts: list[Visual] = [
        literal_line(entry.title, "bold $heading"),
        literal(entry.summary),
        literal_line(""),
        *(_fact(_(label), value) for label, value in facts),
    ]
    for note in notes:
        parts += [literal_line(""), note]
    return Stacked(parts)


def problem_details(problem: Problem) -> Visual:
    """Which file could not be read, where, why, and what to do."""
    where = _("{file}, line {line}").format(file=problem.file, line=problem.line)
    return Stacked(
        [
            literal_line(_("This file cannot be played"), "bold $warning"),
            literal_line(where),
            literal_line(""),
            literal(problem.message),
            literal(problem.hint, "$quiet"),
        ]
    )


def _facts(entry: Entry) -> Iterator[tuple[str, str]]:
    grounds = ", ".join(named(GROUND_NAMES, ground) for ground in entry.grounds)
    yield N_("Workplace"), named(SETTING_NAMES, entry.setting)
    yield N_("Relation"), named(RELATION_NAMES, entry.relation)
    yield N_("Ground"), grounds
    yield N_("Severity"), named(SEVERITY_NAMES, entry.severity)
    yield N_("Time"), _minutes(entry)


def _facts_of_dialogue(entry: Entry, skill: Skill | None) -> Iterator[tuple[str, str]]:
    yield N_("Workplace"), named(SETTING_NAMES, entry.setting)
    yield N_("Skill"), skill.title if skill else readable(entry.skill)
    if skill is not None:
        yield N_("Strategy"), _(KKA_STRATEGY_NAMES[skill.strategy])
    yield N_("Time"), _minutes(entry)


def _minutes(entry: Entry) -> str:
    minutes = ngettext("{number} minute", "{number} minutes", entry.minutes)
    return minutes.format(number=entry.minutes)


def _notes(entry: Entry) -> Iterator[Visual]:
    if entry.role == "receiver":
        yield literal(_("Here you are the one who is stopped."))
    if entry.content_note:
        yield literal(_("Good to know: {note}").format(note=entry.content_note.strip()))


def named(names: dict[str, str], value: str) -> str:
    """What a value is called; a value we do not know is shown as it is."""
    return _(names[value]) if value in names else value


def _fact(label: str, value: str) -> Visual:
    return labelled(literal_line(f"{label:<{_LABEL_WIDTH}} ", "$quiet"), literal_line(value))
