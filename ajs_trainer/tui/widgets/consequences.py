"""What a choice did, for each who was there."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from ajs_trainer.locale import _
from ajs_trainer.model import Choice
from ajs_trainer.model.names import PARTY_NAMES
from ajs_trainer.tui.literal import literal, literal_line
from ajs_trainer.tui.widgets.rows import RowVisual

CHOSEN = "›"
"""Before what one chose."""
CAUTION = "!"
"""Before why a choice is not safe; there is a word beside it."""

_INDENT = Content("  ")


class Outcome(Vertical):
    """The choice that was made, what it did, and why it is not safe when it is not."""

    DEFAULT_CSS = """
    Outcome {
        height: auto;
    }
    Outcome > Static {
        margin-top: 1;
    }
    Outcome > .consequence {
        margin-top: 0;
    }
    Outcome > .consequence.-first {
        margin-top: 1;
    }
    """

    @override
    def compose(self) -> ComposeResult:
        yield Static(id="outcome-choice", markup=False)
        for number in range(3):
            yield Static(
                classes="consequence -first" if number == 0 else "consequence", markup=False
            )
        yield Static(id="outcome-caution", markup=False)

    def show(self, choice: Choice, client: str = "") -> None:
        """Show what one choice did; ``client`` is whom one talks to in a dialogue."""
        lead = Content.styled(f"{CHOSEN} ", "$row-mark bold")
        text = literal(choice.text, "bold")
        self.query_one("#outcome-choice", Static).update(
            RowVisual(lead, text, Content(""), beside=0, below=False)
        )
        found = list(parties(choice, client))
        beside = max((cell_len(label) for label, _said in found), default=0) + 3
        for index, line in enumerate(self.query(".consequence").results(Static)):
            line.display = index < len(found)
            if line.display:
                label, said = found[index]
                line.update(_party_line(label, said, beside))
        caution = self.query_one("#outcome-caution", Static)
        caution.display = bool(choice.unsafe)
        if choice.unsafe:
            lead = Content.styled(f"{CAUTION} ", "$warning bold")
            caution.update(
                RowVisual(lead, unsafe_label(), literal(choice.unsafe), beside=0, below=True)
            )


def _party_line(label: str, said: str, beside: int) -> RowVisual:
    who = literal_line(label, "$heading")
    return RowVisual(_INDENT, who, literal(said), beside=beside, below=True)


def parties(choice: Choice, client: str = "") -> Iterator[tuple[str, str]]:
    """Who noticed something, each with what can be seen or heard.

    In a dialogue nobody is exposed: what is told of that part is told of the ``client``.
    """
    said = choice.consequences
    for party, text in (
        ("exposed", said.exposed),
        ("actor", said.actor),
        ("others", said.others),
    ):
        if text and client and party == "exposed":
            yield client, text
        elif text:
            name = _(PARTY_NAMES[party])
            yield name[:1].upper() + name[1:], text


def unsafe_label() -> Content:
    """The words before the reason why a choice is not safe."""
    return literal_line(_("Unsafe or not allowed"), "$warning bold")
