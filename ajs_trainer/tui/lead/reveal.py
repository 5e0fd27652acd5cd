"""How the room chose, first and second time, as far as it may be told."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widgets import Static

from ajs_trainer.debrief.disclosure import Statement
from ajs_trainer.debrief.render.text_question import question_lines
from ajs_trainer.debrief.results import Option, Question
from ajs_trainer.debrief.summary import Told
from ajs_trainer.tui.literal import literal

WIDTH = 76


class RevealView(Static):
    """The bars and words of one question, readable from the back of the room."""

    def __init__(
        self, first: Statement | None, second: Statement | None, options: Sequence[Option]
    ) -> None:
        question = Question(scenario="", scene="", text="", options=tuple(options))
        told = Told(question=question, first=first, second=second)
        lines = "\n".join(question_lines(told, WIDTH)).strip("\n")
        super().__init__(literal(lines), markup=False)
