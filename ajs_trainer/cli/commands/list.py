"""``ajs list``"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from ajs_trainer.cli.option import Option, whole_number
from ajs_trainer.cli.output import FORMAT_OPTION, remark, write, write_json
from ajs_trainer.cli.parts import Command
from ajs_trainer.cli.shared import library_folder
from ajs_trainer.errors import ExitCode
from ajs_trainer.locale import N_, _, current_language, ngettext

if TYPE_CHECKING:
    from ajs_trainer.content.library import Entry
    from ajs_trainer.model.skill import Skill


@click.command(
    "list",
    cls=Command,
    options_metavar=N_("[OPTIONS]"),
    help=N_("List the scenarios that can be played, all or only some of them."),
)
@click.option(
    "--setting",
    cls=Option,
    metavar=N_("PLACE"),
    help=N_("Only those set in this place, for example remand."),
)
@click.option(
    "--relation",
    cls=Option,
    metavar=N_("RELATION"),
    help=N_("Only those between these people, for example colleague-colleague."),
)
@click.option(
    "--ground",
    cls=Option,
    metavar=N_("GROUND"),
    help=N_("Only those about this, for example ethnicity."),
)
@click.option(
    "--minutes",
    cls=Option,
    callback=whole_number,
    metavar=N_("MINUTES"),
    help=N_("Only those that take at most so many minutes."),
)
@click.option("--format", "form", cls=Option, **FORMAT_OPTION)
def command(
    setting: str | None, relation: str | None, ground: str | None, minutes: int | None, form: str
) -> int:
    """List the scenarios."""
    from ajs_trainer.content.folders import search_path
    from ajs_trainer.content.library import Library
    from ajs_trainer.model import names

    wanted = _Filter(
        setting=_known("--setting", setting, names.SETTING_NAMES),
        relation=_known("--relation", relation, names.RELATION_NAMES),
        ground=_known("--ground", ground, names.GROUND_NAMES),
        minutes=minutes,
    )
    library = Library(search_path(library_folder()))
    entries = [entry for entry in library.entries(current_language()) if wanted.fits(entry)]
    if form == "json":
        write_json([asdict(entry) for entry in entries])
    else:
        _write(entries, library.skills(current_language()))
    for problem in library.problems:
        remark(problem.text())
    if not entries:
        remark(_("There is no such scenario."))
        return ExitCode.FOUND
    return ExitCode.OK


def _write(entries: Sequence[Entry], skills: Sequence[Skill]) -> None:
    """The scenarios, and after them the dialogues."""
    titles = {skill.id: skill.title for skill in skills}
    dialogues = [entry for entry in entries if entry.skill]
    for entry in entries:
        if not entry.skill:
            write(_text(entry, titles))
    if dialogues:
        write(_("KKA dialogues, to practise alone:"))
        write()
    for entry in dialogues:
        write(_text(entry, titles))


class _Filter:
    """What the listed scenarios have in common."""

    def __init__(
        self,
        setting: str | None,
        relation: str | None,
        ground: str | None,
        minutes: int | None,
    ) -> None:
        self._setting = setting
        self._relation = relation
        self._ground = ground
        self._minutes = minutes

    def fits(self, entry: Entry) -> bool:
        """Whether a scenario is to be listed."""
        return (
            self._setting in (None, entry.setting)
            and not (entry.skill and (self._relation or self._ground))
            and self._relation in (None, entry.relation)
            and (self._ground is None or self._ground in entry.grounds)
            and (self._minutes is None or entry.minutes <= self._minutes)
        )


def _known(option: str, value: str | None, names: Mapping[str, str]) -> str | None:
    """The value by its name in the format or in the language of the user.

    Raises:
        click.BadParameter: It is neither.
    """
    if value is None:
        return None
    wanted = value.strip().casefold()
    for known, name in names.items():
        if wanted in (known, _(name).casefold()):
            return known
    choices = ", ".join(names)
    raise click.BadParameter(
        _("There is no “{value}”. Choose one of: {choices}.").format(value=value, choices=choices),
        param_hint=option,
    )


def _text(entry: Entry, skills: Mapping[str, str]) -> str:
    from ajs_trainer.model import names

    if entry.skill:
        about = [skills.get(entry.skill, entry.skill)]
    else:
        about = [
            _name(names.RELATION_NAMES, entry.relation),
            *(_name(names.GROUND_NAMES, ground) for ground in entry.grounds),
        ]
    facts = [
        _name(names.SETTING_NAMES, entry.setting),
        *about,
        ngettext("{count} minute", "{count} minutes", entry.minutes).format(count=entry.minutes),
    ]
    return f"{entry.id}\n  {entry.title}\n  {entry.summary}\n  {', '.join(facts)}\n"


def _name(names: Mapping[str, str], value: str) -> str:
    return _(names[value]) if value in names else value
