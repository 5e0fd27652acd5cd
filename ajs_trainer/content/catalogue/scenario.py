"""What stands in a scenario: its fields, its ways and its texts."""

from __future__ import annotations

from ajs_trainer.content.catalogue.entry import error, note, warning
from ajs_trainer.locale import N_

FIELDS = {
    "M201": error(N_("“{field}” is missing"), N_("add “{field}:”")),
    "M202": error(N_("unknown field “{field}”{unusual}"), N_("delete it, or mend the spelling")),
    "M203": error(
        N_("here there should be {expected}, not {found}"),
        N_("compare with the same field in another scenario"),
    ),
    "M204": error(N_("“{value}” is not one of: {allowed}"), N_("choose one of them")),
    "M205": error(
        N_("“{value}” is not a whole number that fits here"),
        N_("write a number from {least} to {most} in digits"),
    ),
    "M206": error(
        N_("“{value}” cannot be an id{unusual}"),
        N_("use a-z, digits and hyphens, at most {limit} characters, for example “i-koket”"),
    ),
    "M207": error(
        N_("“{field}” is empty"),
        N_("write something, or delete the line if the field is not needed"),
    ),
    "M208": error(
        N_("the id “{id}” stands already on line {line}"), N_("give one of them another id")
    ),
    "M209": error(
        N_("format {value} is not known to this version"),
        N_("write “format: 1”, or install a newer version of the program"),
    ),
    "M210": error(
        N_("“{value}” is not a kind of file that this version reads"),
        N_("write scenario, plan, skill, roleplay or exercise"),
    ),
    "M211": error(N_("“{value}” is neither yes nor no"), N_("write true or false")),
    "M212": error(
        N_("the scene “{scene}” has neither choices nor an ending"),
        N_("add “choices:” or “ending:”, or mark it with “draft: true”"),
    ),
    "M213": error(N_("the scene “{scene}” has both choices and an ending"), N_("keep one of them")),
    "M214": error(
        N_("the scene has {count} choices, the limit is {limit}"),
        N_("merge or move some; each choice has one digit"),
    ),
    "M215": warning(
        N_("the scene has only one choice"), N_("add another, or join the scene with the next")
    ),
    "M216": error(
        N_("the id is “{id}” but the file is named “{name}”"), N_("name the file “{id}.yaml”")
    ),
    "M217": error(
        N_("“{value}” is not a language code"), N_("write two letters, for example sv or en")
    ),
    "M218": error(
        N_("a promise needs one of “can-reach” and “every-ending-has”"),
        N_("write one of them"),
    ),
}

STATES = {
    "G301": error(N_("there is no scene “{target}”"), N_("write the id of a scene in the file")),
    "G302": warning(
        N_("nothing leads to the scene “{scene}”"), N_("let a choice lead here, or delete it")
    ),
    "G303": warning(
        N_("the choice “{choice}” can never be offered"),
        N_("look at needs and unless: no way through the story makes them fit"),
    ),
    "G304": error(
        N_("here one can get stuck: no choice is offered in “{scene}” on the way {way}"),
        N_("add a choice without conditions"),
    ),
    "G305": error(
        N_("from “{scene}” no ending can be reached on the way {way}"),
        N_("let a choice lead out of the loop"),
    ),
    "G306": error(
        N_("the flag “{flag}” is asked for but never set"),
        N_("let a choice set it with “sets:”, or remove the condition"),
    ),
    "G307": warning(
        N_("the flag “{flag}” is set but nothing asks for it"),
        N_("use it in needs or unless, or delete it"),
    ),
    "G308": error(N_("the scenario has no ending"), N_("add a scene with “ending:”")),
    "G309": warning(
        N_("the scenario has only one ending"), N_("let choices matter: add another ending")
    ),
    "G310": warning(
        N_("not decided: {states} states of the story were tried and there are more"),
        N_("use fewer flags, so that every way can be tried"),
    ),
    "G311": warning(
        N_("the choice has the same words as “{other}”"), N_("make the difference readable")
    ),
    "G312": error(
        N_("the promise does not hold: {promise} fails on the way {way}"),
        N_("change the promise or the story"),
    ),
    "G313": error(N_("the scene “{scene}” is a draft"), N_("finish it and delete “draft: true”")),
    "G314": error(
        N_("the promise names “{name}”, which is no scene, choice, strategy or flag here"),
        N_("check the spelling"),
    ),
}

TEXTS = {
    "T401": note(
        N_("the text takes {rows} rows; {limit} fit at 80x24 without scrolling"),
        N_("shorten it or split the scene"),
    ),
    "T402": error(N_("the word {{{term}}} is not among the terms"), N_("add it under “terms:”")),
    "T403": warning(N_("the term “{term}” is never used"), N_("use it or delete it")),
    "T404": warning(
        N_("this looks like {what}: “{value}”"),
        N_("remove it: a scenario must not point out a real person"),
    ),
    "T405": warning(
        N_("the thoughts pull in one direction only"),
        N_("add a thought that pulls the other way"),
    ),
}
