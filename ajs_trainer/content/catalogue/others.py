"""Plans, guides, practice, and files that build on another."""

from __future__ import annotations

from ajs_trainer.content.catalogue.entry import error, note, warning
from ajs_trainer.locale import N_

PLANS = {
    "P701": error(
        N_("the stages take {minutes} minutes, the step has {limit}"),
        N_("shorten a stage or lengthen the step"),
    ),
    "P702": warning(
        N_("the plan does not end with “close”"), N_("add a last step with “kind: close”")
    ),
    "P703": error(N_("only a step of kind “{kind}” can have “{field}”"), N_("delete the line")),
}

GUIDES = {
    "H801": error(
        N_("“{words}” is not a heading that the program knows"),
        N_("write it as in the list in docs/skriva-scenarier.md"),
    ),
    "H802": error(
        N_("the scenario has no scene “{scene}”"), N_("write the id of a scene of the scenario")
    ),
    "H803": warning(
        N_("this is not a question in a list: “{text}”"),
        N_("begin the line with “- ”, or move it to another part of the guide"),
    ),
}

PRACTICE = {
    "K901": error(
        N_("“{field}” has {count} items, there should be {wanted}"), N_("add some, or merge some")
    ),
    "K902": note(N_("the text takes {rows} rows; {limit} fit where it is shown"), N_("shorten it")),
    "K903": error(
        N_("the cue comes after {seconds} seconds, but the play is over after {limit}"),
        N_("let it come earlier, or give the play more minutes"),
    ),
    "K904": error(
        N_("a statement in “{form}” has {wanted} answers, here there are {count}"),
        N_("four-corners: three, and one is always open; line: the two ends; hot-chair: none"),
    ),
    "K905": error(N_("there is no file of kind “{kind}” with the id “{name}”"), N_("check the id")),
    "K906": error(
        N_("only a dialogue can have “{field}”"),
        N_("delete the line, or say which skill is practised with “skill:” at the top"),
    ),
    "K907": error(
        N_("the reply says neither what it shows nor what it misses"),
        N_("add “shows:” or “misses:” with behaviours of the skill"),
    ),
    "K908": error(
        N_("the reply both shows and misses “{behaviour}”"), N_("delete it from one of them")
    ),
    "K909": error(
        N_("the skill “{skill}” has no behaviour “{behaviour}”"),
        N_("write the id of one of its behaviours"),
    ),
    "K910": error(
        N_("a dialogue is held with one person, and that person is missing in the cast"),
        N_("add one with “id: client” and “part: exposed”, and nobody else with that part"),
    ),
}

VERSIONS = {
    "A501": error(
        N_("there is no scenario “{base}” to build on"),
        N_("check the id; “ajs list” shows what there is"),
    ),
    "A502": error(
        N_("the scenario “{base}” has errors of its own: {problem}"), N_("mend it first")
    ),
    "A503": error(
        N_("an adaptation cannot change “{field}”"), N_("delete the line; it follows the base")
    ),
    "A504": error(N_("the file both adapts and translates"), N_("make two files")),
    "A505": error(
        N_("“{base}” is not a scenario of its own but builds on another"),
        N_("build on the scenario it comes from"),
    ),
    "O601": warning(
        N_("not translated: {text}"), N_("translate it, or the reader sees the original")
    ),
    "O602": error(
        N_("“{name}” does not exist in the original"),
        N_("delete it, or use an id that it has"),
    ),
    "O603": error(N_("“{field}” is not a text and follows the original"), N_("delete the line")),
    "O604": error(
        N_("the number of parts is {count}, in the original {wanted}"),
        N_("translate each part, in the same order"),
    ),
    "O605": error(
        N_("the translation has the same language as the original"), N_("change “language:”")
    ),
}
