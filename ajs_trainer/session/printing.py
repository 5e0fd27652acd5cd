"""The cards of a role-play on paper: one HTML file, one card a page, nothing but text.

No script, no link, nothing from the network: the policy of the file forbids all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ajs_trainer.debrief.render.sheet import safe
from ajs_trainer.debrief.render.style import policy
from ajs_trainer.locale import _, current_language, ngettext
from ajs_trainer.model.names import LEVEL_NAMES
from ajs_trainer.model.roleplay import Cue, RolePlay
from ajs_trainer.model.skill import Skill
from ajs_trainer.model.vocabulary import LEVELS, PLAY_ROLES
from ajs_trainer.session.cards import Card, card, role_name
from ajs_trainer.session.script import SCRIPTS
from ajs_trainer.session.stages import ROUND, Stage, round_minutes

STYLE = """
@page { size: A4; margin: 16mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 8mm; max-width: 190mm; background: #fff; color: #14191b;
  font: 13pt/1.4 system-ui, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
  overflow-wrap: break-word; }
section { break-after: page; padding-bottom: 10mm; }
section:last-of-type { break-after: auto; }
h1 { margin: 0 0 .1em; font-size: 1.1em; color: #3c4a4f; font-weight: normal; }
h2 { margin: 0 0 .6em; font-size: 2em; line-height: 1.15; color: #0b4f5c; }
h3 { margin: 1em 0 .1em; font-size: 1em; color: #0b4f5c; }
p { margin: .3em 0 .6em; }
li { margin: .35em 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: .8em; }
th, td { padding: .5em .4em; border: .25mm solid #6d7b80; text-align: left; vertical-align: top;
  font-weight: normal; }
thead th { font-size: .8em; }
col.what { width: 40%; }
tr { break-inside: avoid; }
.note { color: #3c4a4f; font-size: .85em; }
.slip { padding: .8em 1em; margin: 0 0 5mm; border: .4mm dashed #6d7b80; break-inside: avoid; }
.slip p { margin: 0; }
@media print { body { padding: 0; max-width: none; } section { padding-bottom: 0; } }
"""
"""All of the style sheet; nothing from the outside goes into it."""


def cards_html(play: RolePlay, skill: Skill) -> str:
    """The cards of a role-play, the slips to cut out, and what the clock and the talk need."""
    pages = [_card(card(role, play, skill)) for role in PLAY_ROLES]
    pages += [_slips(play), _course(play)]
    body = "\n".join(pages)
    return (
        f'<!doctype html>\n<html lang="{safe(current_language())}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(STYLE)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{safe(play.title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{safe(play.title)}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _card(told: Card) -> str:
    said = []
    for heading, text in told.said:
        if heading:
            said.append(f"<h3>{safe(heading)}</h3>")
        said += [f"<p>{safe(part)}</p>" for part in text.split("\n\n")]
    if told.behaviours:
        said.append(_ticks([text for _id, text in told.behaviours]))
    if told.note:
        said.append(f'<p class="note">{safe(told.note)}</p>')
    return _section(told.title, said)


def _ticks(behaviours: Sequence[str]) -> str:
    """A row for each behaviour, a column for each level, and room for the words."""
    heads = "".join(f'<th scope="col">{safe(_(LEVEL_NAMES[level]))}</th>' for level in LEVELS)
    cells = "<td></td>" * len(LEVELS)
    rows = "".join(f'<tr><th scope="row">{safe(text)}</th>{cells}</tr>' for text in behaviours)
    what, words = safe(_("What can be seen or heard")), safe(_("The words you heard:"))
    return (
        f'<table><colgroup><col class="what"></colgroup><thead><tr><th scope="col">{what}</th>'
        f"{heads}</tr></thead><tbody>{rows}</tbody></table><h3>{words}</h3>"
    )


def _slips(play: RolePlay) -> str:
    """Cues to cut out; the observer hands them over."""
    about = _("Cut them out. The observer hands each one over, folded.")
    slips = [
        f'<div class="slip"><p>{_when(cue)}</p><p>{safe(cue.text)}</p></div>' for cue in play.cues
    ]
    return _section(_("Slips"), [f"<p>{safe(about)}</p>", *slips])


def _when(cue: Cue) -> str:
    whom = role_name(cue.to).capitalize()
    if cue.after is None:
        return safe(_("{role}, when it fits").format(role=whom))
    minutes, seconds = divmod(cue.after, 60)
    return safe(_("{role}, after {time}").format(role=whom, time=f"{minutes}:{seconds:02d}"))


def _course(play: RolePlay) -> str:
    """How a round goes, for whoever keeps the time."""
    phases = ((stage, round_minutes(play, stage)) for stage in ROUND)
    steps = "".join(f"<li>{safe(_phase(stage, minutes))}</li>" for stage, minutes in phases)
    said: list[str] = [f"<ol>{steps}</ol>"]
    for stage in (Stage.FEEDBACK, Stage.LEAVE_ROLE):
        lines = "".join(f"<li>{safe(_(line))}</li>" for line in SCRIPTS[stage].shown)
        said.append(f"<h3>{safe(_(SCRIPTS[stage].title))}</h3><ul>{lines}</ul>")
    stop = _("Anybody may say stop, without saying why.")
    return _section(_("A round"), [*said, f"<p>{safe(stop)}</p>"])


def _phase(stage: Stage, minutes: int) -> str:
    text = ngettext("{phase}, {number} minute", "{phase}, {number} minutes", minutes)
    return text.format(phase=_(SCRIPTS[stage].title), number=minutes)


def _section(title: str, said: Sequence[str] | Iterator[str]) -> str:
    return f"<section>\n<h2>{safe(title)}</h2>\n" + "\n".join(said) + "\n</section>"
