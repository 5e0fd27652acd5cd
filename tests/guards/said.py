"""What a meeting came to, with every kind of statement in it."""

from __future__ import annotations

from ajs_trainer.debrief.results import (
    Agreement,
    Answers,
    Asked,
    Attendance,
    GuideQuestion,
    Option,
    Played,
    Question,
    Recognised,
    SessionResult,
    Step,
    Thought,
)
from ajs_trainer.model.vocabulary import BARRIERS

HIDDEN, OPEN = ((9, 3), (3, 9)), ((6, 6), (2, 10))


def came_to(text: str) -> SessionResult:
    """A meeting of twelve people in the words of one text, in secret and openly."""
    options = (
        Option("ett", text, "during", "direct"),
        Option("tva", text, "after", "wait", unsafe=True),
    )
    asked = []
    for number, (first, second) in enumerate((HIDDEN, OPEN)):
        question = Question("provet", f"å{number}", text, options)
        thoughts = tuple(
            Recognised(Thought(f"t-{barrier}", text, "wait", barrier), Answers((8, 4), secret=True))
            for barrier in BARRIERS
        )
        secret = number == 0
        asked.append(
            Asked(question, Answers(first, secret=secret), Answers(second, secret=secret), thoughts)
        )
    path = tuple(Step(each.question.scene, text, "facilitator") for each in asked)
    guide = (GuideQuestion(text, "å0"), GuideQuestion(text, "", "split"))
    played = Played("provet", text, tuple(asked), path, text, 1, guide)
    attendance = Attendance(12, 4, 4, 2, 2)
    agreement = Agreement(text, text, text)
    return SessionResult(text, "2026-03-04", 45, attendance, text, (played,), agreement)
