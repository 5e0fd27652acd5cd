"""Every code a file can be given, with its sentence and what to do.

A code without a page in ``docs/problems`` cannot be released: the tests hold catalogue and
pages against each other. Codes are never reused.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from ajs_trainer.locale import N_

Severity = Literal["error", "warning", "note"]


class Entry(NamedTuple):
    """A code's severity and texts, with ``{placeholders}``."""

    severity: Severity
    message: str
    hint: str


def _error(message: str, hint: str) -> Entry:
    return Entry("error", message, hint)


def _warning(message: str, hint: str) -> Entry:
    return Entry("warning", message, hint)


def _note(message: str, hint: str) -> Entry:
    return Entry("note", message, hint)


FILE = {
    "F001": _error(
        N_("the file cannot be read: {reason}"),
        N_("check that the path is right and that it is an ordinary file"),
    ),
    "F002": _error(
        N_("the file is {size} bytes, the limit is {limit}"),
        N_("keep only the scenario in it, and split one that really is this long"),
    ),
    "F003": _error(N_("the file is empty"), N_("begin with “format: 1” and “kind: scenario”")),
    "F004": _error(
        N_("the file is saved as {encoding}"), N_("save it again and choose UTF-8 as encoding")
    ),
    "F005": _error(
        N_("the character is not UTF-8; the line probably reads “{guess}”"),
        N_("save the file again and choose UTF-8 as encoding"),
    ),
    "F006": _error(
        N_("the file is {what}, not plain text"),
        N_("copy the text into a new file in a plain text editor and save as UTF-8"),
    ),
    "F007": _error(
        N_("this is not a scenario file: it holds {what}"),
        N_("a scenario file begins with “format: 1” and has a field name and a colon on each line"),
    ),
    "F008": _error(
        N_("the file has an unresolved merge"),
        N_("choose one of the versions and delete the lines with <<<<<<<, ======= and >>>>>>>"),
    ),
    "F009": _warning(
        N_("the text looks encoded twice; it should probably read “{repaired}”"),
        N_("replace the garbled letters and save as UTF-8"),
    ),
    "F010": _error(
        N_("the line is {length} characters, the limit is {limit}"),
        N_("write the text with | and break the line"),
    ),
    "F011": _error(
        N_("the character {character} is not allowed"),
        N_("delete it and write the text again by hand; it cannot be seen but can mislead"),
    ),
    "F012": _error(N_("there is a tab here"), N_("use blanks: two for each step to the right")),
    "F013": _error(
        N_("here is {character} instead of an ordinary blank"),
        N_("delete it and write ordinary blanks"),
    ),
}

SYNTAX = {
    "Y101": _error(
        N_("the text begins with “{character}”, which YAML uses for something else"),
        N_('put the text in quotes: "…"'),
    ),
    "Y102": _error(
        N_("there is a colon and a blank inside the text"),
        N_('put the text in quotes: "…", or write it on lines of its own after |'),
    ),
    "Y103": _error(
        N_("the quotation ends too early; text follows after the closing mark"),
        N_('put the whole text in quotes and write " inside it as \\"'),
    ),
    "Y104": _error(
        N_("there is an apostrophe inside '…'"),
        N_("write '' for the apostrophe, or put the text in \"…\""),
    ),
    "Y105": _error(
        N_("the quotation that begins here never ends"), N_("put the closing mark where it ends")
    ),
    "Y106": _error(
        N_('there is a backslash inside "…" that YAML reads as a code'),
        N_("use '…' instead, or write \\\\"),
    ),
    "Y107": _error(
        N_("a blank is missing after the colon"), N_("write “{field}: ” and then the text")
    ),
    "Y108": _error(
        N_("the line should be an item in a list but begins with {character}"),
        N_("begin the item with a hyphen and a blank: “- ”"),
    ),
    "Y109": _error(
        N_("the line does not belong to what stands above it"),
        N_("indent it as far as the lines it belongs with"),
    ),
    "Y110": _error(
        N_("the text is cut here: YAML takes “ #” as the start of a comment"),
        N_('put the text in quotes: "…" (a real comment needs two blanks before #)'),
    ),
    "Y111": _error(
        N_("“&{name}” is an anchor, which scenario files do not use"),
        N_('put the text in quotes if it begins with &: "…"'),
    ),
    "Y112": _error(
        N_("“*{name}” is a reference, which scenario files do not use"),
        N_('put the text in quotes if it begins with *: "…"'),
    ),
    "Y113": _error(
        N_("“{tag}” is a tag, which scenario files do not use"),
        N_('put the text in quotes if it begins with !: "…"'),
    ),
    "Y114": _error(
        N_("“<<” merges fields, which scenario files do not use"), N_("write the fields out")
    ),
    "Y115": _error(
        N_("a second document begins here"), N_("delete the line; a file is one scenario")
    ),
    "Y116": _error(
        N_("“%” begins a directive, which scenario files do not use"), N_("delete the line")
    ),
    "Y117": _error(N_("the field “{key}” stands already on line {line}"), N_("keep one of them")),
    "Y118": _error(N_("deeper than {limit} levels"), N_("check the indentation and the brackets")),
    "Y119": _error(
        N_("more than {limit} values"),
        N_("keep only the scenario in it, and split one that really is this long"),
    ),
    "Y120": _error(
        N_("the text is {length} characters, the limit is {limit}"), N_("shorten or split the text")
    ),
    "Y121": _error(N_("a field name must be text"), N_("write a plain word followed by a colon")),
    "Y122": _error(
        N_("the file cannot be understood here"),
        N_("compare the indentation, colons and quotation marks with the lines around"),
    ),
    "Y123": _error(
        N_("“{bracket}” is missing on this line"),
        N_("put the fields between {{ and }}, or write one field on each line"),
    ),
    "Y124": _error(
        N_("the text is cut at a comma: between {{ and }} a comma begins the next field"),
        N_('put the text in quotes: "…"'),
    ),
    "Y125": _error(
        N_("a comma is missing before “{field}:”"),
        N_("put a comma and a blank between the fields"),
    ),
    "Y126": _error(
        N_("inside the text there is “{character}”, which YAML uses for something else here"),
        N_('put the text in quotes: "…"'),
    ),
    "Y127": _error(
        N_("a colon is missing after “{field}”"), N_("write “{field}: ” and then the text")
    ),
}

FIELDS = {
    "M201": _error(N_("“{field}” is missing"), N_("add “{field}:”")),
    "M202": _error(N_("unknown field “{field}”{unusual}"), N_("delete it, or mend the spelling")),
    "M203": _error(
        N_("here there should be {expected}, not {found}"),
        N_("compare with the same field in another scenario"),
    ),
    "M204": _error(N_("“{value}” is not one of: {allowed}"), N_("choose one of them")),
    "M205": _error(
        N_("“{value}” is not a whole number that fits here"),
        N_("write a number from {least} to {most} in digits"),
    ),
    "M206": _error(
        N_("“{value}” cannot be an id{unusual}"),
        N_("use a-z, digits and hyphens, at most {limit} characters, for example “i-koket”"),
    ),
    "M207": _error(
        N_("“{field}” is empty"),
        N_("write something, or delete the line if the field is not needed"),
    ),
    "M208": _error(
        N_("the id “{id}” stands already on line {line}"), N_("give one of them another id")
    ),
    "M209": _error(
        N_("format {value} is not known to this version"),
        N_("write “format: 1”, or install a newer version of the program"),
    ),
    "M210": _error(
        N_("“{value}” is not a kind of file that this version reads"),
        N_("write scenario, plan, skill, roleplay or exercise"),
    ),
    "M211": _error(N_("“{value}” is neither yes nor no"), N_("write true or false")),
    "M212": _error(
        N_("the scene “{scene}” has neither choices nor an ending"),
        N_("add “choices:” or “ending:”, or mark it with “draft: true”"),
    ),
    "M213": _error(
        N_("the scene “{scene}” has both choices and an ending"), N_("keep one of them")
    ),
    "M214": _error(
        N_("the scene has {count} choices, the limit is {limit}"),
        N_("merge or move some; each choice has one digit"),
    ),
    "M215": _warning(
        N_("the scene has only one choice"), N_("add another, or join the scene with the next")
    ),
    "M216": _error(
        N_("the id is “{id}” but the file is named “{name}”"), N_("name the file “{id}.yaml”")
    ),
    "M217": _error(
        N_("“{value}” is not a language code"), N_("write two letters, for example sv or en")
    ),
    "M218": _error(
        N_("a promise needs one of “can-reach” and “every-ending-has”"),
        N_("write one of them"),
    ),
}

STATES = {
    "G301": _error(N_("there is no scene “{target}”"), N_("write the id of a scene in the file")),
    "G302": _warning(
        N_("nothing leads to the scene “{scene}”"), N_("let a choice lead here, or delete it")
    ),
    "G303": _warning(
        N_("the choice “{choice}” can never be offered"),
        N_("look at needs and unless: no way through the story makes them fit"),
    ),
    "G304": _error(
        N_("here one can get stuck: no choice is offered in “{scene}” on the way {way}"),
        N_("add a choice without conditions"),
    ),
    "G305": _error(
        N_("from “{scene}” no ending can be reached on the way {way}"),
        N_("let a choice lead out of the loop"),
    ),
    "G306": _error(
        N_("the flag “{flag}” is asked for but never set"),
        N_("let a choice set it with “sets:”, or remove the condition"),
    ),
    "G307": _warning(
        N_("the flag “{flag}” is set but nothing asks for it"),
        N_("use it in needs or unless, or delete it"),
    ),
    "G308": _error(N_("the scenario has no ending"), N_("add a scene with “ending:”")),
    "G309": _warning(
        N_("the scenario has only one ending"), N_("let choices matter: add another ending")
    ),
    "G310": _warning(
        N_("not decided: {states} states of the story were tried and there are more"),
        N_("use fewer flags, so that every way can be tried"),
    ),
    "G311": _warning(
        N_("the choice has the same words as “{other}”"), N_("make the difference readable")
    ),
    "G312": _error(
        N_("the promise does not hold: {promise} fails on the way {way}"),
        N_("change the promise or the story"),
    ),
    "G313": _error(N_("the scene “{scene}” is a draft"), N_("finish it and delete “draft: true”")),
    "G314": _error(
        N_("the promise names “{name}”, which is no scene, choice, strategy or flag here"),
        N_("check the spelling"),
    ),
}

TEXTS = {
    "T401": _note(
        N_("the text takes {rows} rows; {limit} fit at 80x24 without scrolling"),
        N_("shorten it or split the scene"),
    ),
    "T402": _error(N_("the word {{{term}}} is not among the terms"), N_("add it under “terms:”")),
    "T403": _warning(N_("the term “{term}” is never used"), N_("use it or delete it")),
    "T404": _warning(
        N_("this looks like {what}: “{value}”"),
        N_("remove it: a scenario must not point out a real person"),
    ),
    "T405": _warning(
        N_("the thoughts pull in one direction only"),
        N_("add a thought that pulls the other way"),
    ),
}

PLANS = {
    "P701": _error(
        N_("the stages take {minutes} minutes, the step has {limit}"),
        N_("shorten a stage or lengthen the step"),
    ),
    "P702": _warning(
        N_("the plan does not end with “close”"), N_("add a last step with “kind: close”")
    ),
    "P703": _error(N_("only a step of kind “{kind}” can have “{field}”"), N_("delete the line")),
}

GUIDES = {
    "H801": _error(
        N_("“{words}” is not a heading that the program knows"),
        N_("write it as in the list in docs/skriva-scenarier.md"),
    ),
    "H802": _error(
        N_("the scenario has no scene “{scene}”"), N_("write the id of a scene of the scenario")
    ),
    "H803": _warning(
        N_("this is not a question in a list: “{text}”"),
        N_("begin the line with “- ”, or move it to another part of the guide"),
    ),
}

PRACTICE = {
    "K901": _error(
        N_("“{field}” has {count} items, there should be {wanted}"), N_("add some, or merge some")
    ),
    "K902": _note(
        N_("the text takes {rows} rows; {limit} fit where it is shown"), N_("shorten it")
    ),
    "K903": _error(
        N_("the cue comes after {seconds} seconds, but the play is over after {limit}"),
        N_("let it come earlier, or give the play more minutes"),
    ),
    "K904": _error(
        N_("a statement in “{form}” has {wanted} answers, here there are {count}"),
        N_("four-corners: three, and one is always open; line: the two ends; hot-chair: none"),
    ),
    "K905": _error(
        N_("there is no file of kind “{kind}” with the id “{name}”"), N_("check the id")
    ),
    "K906": _error(
        N_("only a dialogue can have “{field}”"),
        N_("delete the line, or say which skill is practised with “skill:” at the top"),
    ),
    "K907": _error(
        N_("the reply says neither what it shows nor what it misses"),
        N_("add “shows:” or “misses:” with behaviours of the skill"),
    ),
    "K908": _error(
        N_("the reply both shows and misses “{behaviour}”"), N_("delete it from one of them")
    ),
    "K909": _error(
        N_("the skill “{skill}” has no behaviour “{behaviour}”"),
        N_("write the id of one of its behaviours"),
    ),
    "K910": _error(
        N_("a dialogue is held with one person, and that person is missing in the cast"),
        N_("add one with “id: client” and “part: exposed”, and nobody else with that part"),
    ),
}

VERSIONS = {
    "A501": _error(
        N_("there is no scenario “{base}” to build on"),
        N_("check the id; “ajs list” shows what there is"),
    ),
    "A502": _error(
        N_("the scenario “{base}” has errors of its own: {problem}"), N_("mend it first")
    ),
    "A503": _error(
        N_("an adaptation cannot change “{field}”"), N_("delete the line; it follows the base")
    ),
    "A504": _error(N_("the file both adapts and translates"), N_("make two files")),
    "A505": _error(
        N_("“{base}” is not a scenario of its own but builds on another"),
        N_("build on the scenario it comes from"),
    ),
    "O601": _warning(
        N_("not translated: {text}"), N_("translate it, or the reader sees the original")
    ),
    "O602": _error(
        N_("“{name}” does not exist in the original"),
        N_("delete it, or use an id that it has"),
    ),
    "O603": _error(N_("“{field}” is not a text and follows the original"), N_("delete the line")),
    "O604": _error(
        N_("the number of parts is {count}, in the original {wanted}"),
        N_("translate each part, in the same order"),
    ),
    "O605": _error(
        N_("the translation has the same language as the original"), N_("change “language:”")
    ),
}

CATALOGUE: dict[str, Entry] = (
    FILE | SYNTAX | FIELDS | STATES | TEXTS | PLANS | GUIDES | PRACTICE | VERSIONS
)
