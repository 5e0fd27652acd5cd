"""About the program: what it is, the method, the keys, and what is kept."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static
from typing_extensions import override

from ajs_trainer.locale import N_, _
from ajs_trainer.tui.base import AjsScreen
from ajs_trainer.tui.commands import DIGITS, EVERYWHERE, UP, Command, key_name
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.screens.hint import key_line
from ajs_trainer.tui.widgets.prose import Stacked

_SECTIONS = (
    (
        N_("What it is"),
        N_(
            "Here you practise stepping in when somebody is joked about, run down or left "
            "out, at work among colleagues and clients. The scenarios are our own. They are "
            "inspired by MVP (Mentors in Violence Prevention) and by what is public about ÅJS, "
            "but are no part of either material."
        ),
    ),
    (
        N_("How it works"),
        N_(
            "You see a situation from where you stand. Thoughts pull both ways, as they do in "
            "real life. You choose what to do before, during or after: speak up, distract, get "
            "help, follow up, document, support or wait. You see what it leads to for the person "
            "exposed, for the one who acts and for the others, and nothing is graded. You can "
            "always go back and try something else."
        ),
    ),
    (N_("Keys"), ""),
    (
        N_("What is kept, and who can see it"),
        N_(
            "The program keeps which scenarios you have played, what you chose, the thoughts you "
            "recognised and how sure you said you were. It keeps no name, and nothing is sent "
            "anywhere. The file is on this computer:\n{path}\n\n"
            "Whoever can use your account on the computer can open the file, and so can those "
            "who look after the computer. An own code keeps histories apart but protects "
            "nothing. In “My history” you can erase one run or all of them."
        ),
    ),
    (
        N_("When it touches something of your own"),
        N_(
            "You can leave a scenario at any time, with Esc, and need no reason. If you have been "
            "through something like it, you can talk to your manager, your safety "
            "representative, your union or the occupational health service."
        ),
    ),
)


class HelpScreen(AjsScreen[None]):
    """Everything about the program on one page that scrolls."""

    CSS_PATH = "help.tcss"
    HEADING = N_("Help")
    HELP_TEXT = N_("Scroll with ↑ and ↓, or a page at a time with Page Up and Page Down.")

    @override
    def body(self) -> ComposeResult:
        with VerticalScroll(id="help"):
            for number in range(len(_SECTIONS)):
                yield Static(id=f"title-{number}", classes="heading column", markup=False)
                yield Static(id=f"text-{number}", classes="help-text column", markup=False)

    @override
    def fill(self) -> None:
        for number, (title, text) in enumerate(_SECTIONS):
            said = literal(_(text).format(path=self.ajs.options.record)) if text else keys()
            self.query_one(f"#title-{number}", Static).update(literal_line(_(title)))
            self.query_one(f"#text-{number}", Static).update(said)


def keys() -> Stacked:
    """The keys that work nearly everywhere."""
    lines = [key_line(_key(command), _(command.help)) for command in EVERYWHERE]
    return Stacked([*lines, literal_line(_("The mouse works too."))])


def _key(command: Command) -> str:
    if command is DIGITS[0]:
        return "1–9"
    return "↑ ↓" if command is UP else key_name(command.keys)
