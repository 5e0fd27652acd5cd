"""The skills that dialogues practise, and which dialogue to practise next."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

from ajs_trainer.locale import N_, _, current_language
from ajs_trainer.play.repetition import Dialogue, Played, Proposal, Tally, propose, tally
from ajs_trainer.play.run import Adopted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ajs_trainer.model import Scenario
    from ajs_trainer.model.skill import Skill
    from ajs_trainer.tui.services import Entry, Library, Record, RunInfo, Services

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


async def find_skill(services: Services, scenario: Scenario) -> Skill | None:
    """The skill that a dialogue practises, as it is today.

    None for a scenario that is no dialogue, and when the file of the skill is missing.

    Raises:
        AjsError: The library cannot be read.
    """
    if scenario.skill is None:
        return None
    language, name = current_language(), scenario.skill
    skills = await services.browse(lambda library: library.skills(language))
    return next((skill for skill in skills if skill.id == name), None)


class _Shelf(NamedTuple):
    """What the library holds for practising alone."""

    entries: Sequence[Entry]
    skills: Sequence[Skill]


async def propose_dialogue(services: Services, code: str) -> Proposal | None:
    """The dialogue that the person with this own code may practise next, if there is any.

    Raises:
        AjsError: The library or the record cannot be read.
    """
    language = current_language()

    def look(library: Library) -> _Shelf:
        entries = [entry for entry in library.entries(language) if entry.skill]
        return _Shelf(entries, library.skills(language) if entries else ())

    found = await services.browse(look)
    skills = {skill.id: skill for skill in found.skills}
    dialogues = [
        Dialogue(entry.id, entry.title, skills[entry.skill], entry.minutes)
        for entry in found.entries
        if entry.skill in skills
    ]
    if not dialogues:
        return None
    return propose(dialogues, await services.ask(lambda record: _practised(record, code)))


def _practised(record: Record, code: str) -> Tally:
    person = record.runs.known(code)
    return tally(_played(record, record.runs.of(person)) if person else ())


def _played(record: Record, runs: Sequence[RunInfo]) -> Iterator[Played]:
    """The runs on dialogues; each text is read once."""
    known: dict[str, Scenario] = {}
    for run in runs:
        if run.content not in known:
            known[run.content] = record.runs.content(run.content)
        if known[run.content].skill is None:
            continue
        events = record.runs.events(run.key)
        edited = any(isinstance(event, Adopted) for event in events)
        texts = record.runs.texts(run.key) if edited else known
        yield Played(run.begun, run.first, texts, events)


def reason(proposal: Proposal, today: date | None = None) -> str:
    """Why a dialogue is proposed, in one sentence."""
    skill = proposal.dialogue.skill.title
    if not proposal.last:
        return _("You have not practised “{skill}” yet.").format(skill=skill)
    last = day_in_words(proposal.last, today or datetime.now(tz=UTC).astimezone().date())
    return _("You last practised “{skill}” on {date}.").format(skill=skill, date=last)


def day_in_words(day: str, today: date) -> str:
    """A date as it is said (3 March), with its year when that is another one."""
    then = date.fromisoformat(day)
    words = {"day": then.day, "month": _(MONTHS[then.month - 1]), "year": then.year}
    if then.year == today.year:
        return _("{day} {month}").format(**words)
    return _("{day} {month} {year}").format(**words)
