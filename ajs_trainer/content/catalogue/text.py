"""The file itself, and the text in it as YAML."""

from __future__ import annotations

from ajs_trainer.content.catalogue.entry import error, warning
from ajs_trainer.locale import N_

FILE = {
    "F001": error(
        N_("the file cannot be read: {reason}"),
        N_("check that the path is right and that it is an ordinary file"),
    ),
    "F002": error(
        N_("the file is {size} bytes, the limit is {limit}"),
        N_("keep only the scenario in it, and split one that really is this long"),
    ),
    "F003": error(N_("the file is empty"), N_("begin with “format: 1” and “kind: scenario”")),
    "F004": error(
        N_("the file is saved as {encoding}"), N_("save it again and choose UTF-8 as encoding")
    ),
    "F005": error(
        N_("the character is not UTF-8; the line probably reads “{guess}”"),
        N_("save the file again and choose UTF-8 as encoding"),
    ),
    "F006": error(
        N_("the file is {what}, not plain text"),
        N_("copy the text into a new file in a plain text editor and save as UTF-8"),
    ),
    "F007": error(
        N_("this is not a scenario file: it holds {what}"),
        N_("a scenario file begins with “format: 1” and has a field name and a colon on each line"),
    ),
    "F008": error(
        N_("the file has an unresolved merge"),
        N_("choose one of the versions and delete the lines with <<<<<<<, ======= and >>>>>>>"),
    ),
    "F009": warning(
        N_("the text looks encoded twice; it should probably read “{repaired}”"),
        N_("replace the garbled letters and save as UTF-8"),
    ),
    "F010": error(
        N_("the line is {length} characters, the limit is {limit}"),
        N_("write the text with | and break the line"),
    ),
    "F011": error(
        N_("the character {character} is not allowed"),
        N_("delete it and write the text again by hand; it cannot be seen but can mislead"),
    ),
    "F012": error(N_("there is a tab here"), N_("use blanks: two for each step to the right")),
    "F013": error(
        N_("here is {character} instead of an ordinary blank"),
        N_("delete it and write ordinary blanks"),
    ),
}

SYNTAX = {
    "Y101": error(
        N_("the text begins with “{character}”, which YAML uses for something else"),
        N_('put the text in quotes: "…"'),
    ),
    "Y102": error(
        N_("there is a colon and a blank inside the text"),
        N_('put the text in quotes: "…", or write it on lines of its own after |'),
    ),
    "Y103": error(
        N_("the quotation ends too early; text follows after the closing mark"),
        N_('put the whole text in quotes and write " inside it as \\"'),
    ),
    "Y104": error(
        N_("there is an apostrophe inside '…'"),
        N_("write '' for the apostrophe, or put the text in \"…\""),
    ),
    "Y105": error(
        N_("the quotation that begins here never ends"), N_("put the closing mark where it ends")
    ),
    "Y106": error(
        N_('there is a backslash inside "…" that YAML reads as a code'),
        N_("use '…' instead, or write \\\\"),
    ),
    "Y107": error(
        N_("a blank is missing after the colon"), N_("write “{field}: ” and then the text")
    ),
    "Y108": error(
        N_("the line should be an item in a list but begins with {character}"),
        N_("begin the item with a hyphen and a blank: “- ”"),
    ),
    "Y109": error(
        N_("the line does not belong to what stands above it"),
        N_("indent it as far as the lines it belongs with"),
    ),
    "Y110": error(
        N_("the text is cut here: YAML takes “ #” as the start of a comment"),
        N_('put the text in quotes: "…" (a real comment needs two blanks before #)'),
    ),
    "Y111": error(
        N_("“&{name}” is an anchor, which scenario files do not use"),
        N_('put the text in quotes if it begins with &: "…"'),
    ),
    "Y112": error(
        N_("“*{name}” is a reference, which scenario files do not use"),
        N_('put the text in quotes if it begins with *: "…"'),
    ),
    "Y113": error(
        N_("“{tag}” is a tag, which scenario files do not use"),
        N_('put the text in quotes if it begins with !: "…"'),
    ),
    "Y114": error(
        N_("“<<” merges fields, which scenario files do not use"), N_("write the fields out")
    ),
    "Y115": error(
        N_("a second document begins here"), N_("delete the line; a file is one scenario")
    ),
    "Y116": error(
        N_("“%” begins a directive, which scenario files do not use"), N_("delete the line")
    ),
    "Y117": error(N_("the field “{key}” stands already on line {line}"), N_("keep one of them")),
    "Y118": error(N_("deeper than {limit} levels"), N_("check the indentation and the brackets")),
    "Y119": error(
        N_("more than {limit} values"),
        N_("keep only the scenario in it, and split one that really is this long"),
    ),
    "Y120": error(
        N_("the text is {length} characters, the limit is {limit}"), N_("shorten or split the text")
    ),
    "Y121": error(N_("a field name must be text"), N_("write a plain word followed by a colon")),
    "Y122": error(
        N_("the file cannot be understood here"),
        N_("compare the indentation, colons and quotation marks with the lines around"),
    ),
    "Y123": error(
        N_("“{bracket}” is missing on this line"),
        N_("put the fields between {{ and }}, or write one field on each line"),
    ),
    "Y124": error(
        N_("the text is cut at a comma: between {{ and }} a comma begins the next field"),
        N_('put the text in quotes: "…"'),
    ),
    "Y125": error(
        N_("a comma is missing before “{field}:”"),
        N_("put a comma and a blank between the fields"),
    ),
    "Y126": error(
        N_("inside the text there is “{character}”, which YAML uses for something else here"),
        N_('put the text in quotes: "…"'),
    ),
    "Y127": error(
        N_("a colon is missing after “{field}”"), N_("write “{field}: ” and then the text")
    ),
}
