"""How sure one is, from 1 to 5."""

from __future__ import annotations

from ajs_trainer.locale import N_, _
from ajs_trainer.tui.literal import literal_line
from ajs_trainer.tui.widgets.choices_open import OpenRows
from ajs_trainer.tui.widgets.rows import Row

_WORDS = (
    N_("not sure at all"),
    N_("not very sure"),
    N_("half sure"),
    N_("fairly sure"),
    N_("completely sure"),
)


class Rating(OpenRows):
    """Five steps with a word each; none is marked until somebody marks it."""

    def show_scale(self) -> None:
        """Show the steps."""
        self.show_open(
            Row(str(step), literal_line(_(word)), digit=str(step))
            for step, word in enumerate(_WORDS, 1)
        )


def rating_words(step: int) -> str:
    """What a step is called."""
    return _(_WORDS[step - 1])
