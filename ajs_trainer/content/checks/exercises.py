"""What can be wrong with a value exercise whose file is well formed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ajs_trainer.content.checks.lists import check_count, check_ids, check_length
from ajs_trainer.content.problems import Problems
from ajs_trainer.content.tree import Map, mark_at
from ajs_trainer.model.exercise import ANSWERS, MOST_STATEMENTS, Exercise

if TYPE_CHECKING:
    from ajs_trainer.content.shelf import Shelf

STATEMENT_ROWS = 4
ANSWER_ROWS = 2
COLUMNS = 60
"""What the projector shows in large letters."""


def check_exercise(exercise: Exercise, root: Map, problems: Problems, _known: Shelf) -> None:
    """Note statements that are alike, too many or too long, and answers that miss the form."""
    statements = exercise.statements
    check_ids([statement.id for statement in statements], root, problems, ("statements",))
    check_count(len(statements), root, problems, ("statements",), least=1, most=MOST_STATEMENTS)
    wanted = ANSWERS[exercise.form]
    for number, statement in enumerate(statements):
        path = ("statements", number)
        count = len(statement.answers)
        if count != wanted and not problems.lost & {"answers", "form", "statements"}:
            field = "answers" if statement.answers else "id"
            place = mark_at(root, (*path, field)).key
            problems.add("K904", place, form=exercise.form, count=count, wanted=wanted)
        check_length(
            statement.text,
            root,
            problems,
            (*path, "text"),
            rows=STATEMENT_ROWS,
            columns=COLUMNS,
        )
        for position, answer in enumerate(statement.answers):
            place_of = (*path, "answers", position)
            check_length(answer, root, problems, place_of, rows=ANSWER_ROWS, columns=COLUMNS)
