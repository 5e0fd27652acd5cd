"""A record with a known date, and a small story to record."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from ajs_trainer.model import Scenario
from ajs_trainer.play.run import Event, begin, choose
from ajs_trainer.play.story import compile_story
from ajs_trainer.record import Record, RunInfo, open_record
from tests.builders import choice, ending, scenario

TODAY = date(2026, 3, 1)


def opened(path: Path, **options: Any) -> Record:
    """Open a record on a day and in a place that are no concern of the test."""
    return open_record(path, **{"today": lambda: TODAY, "detect": lambda _folder: None, **options})


def coffee(**header: Any) -> Scenario:
    """Round and round at the coffee machine, until one leaves."""
    return scenario(
        {
            "kaffet": {
                "text": "Micke skämtar.",
                "thoughts": [{"id": "bara", "text": "Bara ett skämt.", "pull": "wait"}],
                "choices": [
                    choice("fraga", "tystnad", toward="actor", sets=["sade-ifran"]),
                    choice("vantar", "tystnad", when="before", strategy="wait"),
                ],
            },
            "tystnad": {
                "text": "Det blir tyst.",
                "choices": [
                    choice("igen", "kaffet"),
                    choice("ga", "slut", when="after", strategy="delay", locked="Inte än."),
                    choice("stotta", "slut", needs=["sade-ifran"], locked="Först måste du fråga."),
                ],
            },
            "slut": ending(),
        },
        **header,
    )


ROUND = ("fraga", "igen")


def chosen(text: Scenario, *choices: str) -> list[Event]:
    """The events of a run where these choices are made from the start."""
    story = compile_story(text)
    run = begin(story)
    events: list[Event] = []
    for made in choices:
        run, event = choose(story, run, made)
        events.append(event)
    return events


def recorded(
    record: Record, *choices: str, code: str = "", text: Scenario | None = None
) -> RunInfo:
    """A new run in which these choices have been made."""
    text = text or coffee()
    info = record.runs.begin(record.runs.participant(code), text)
    for step, event in enumerate(chosen(text, *choices)):
        record.runs.append(info.key, step, event)
    return record.runs.get(info.key)


def dump(record: Record) -> list[tuple[str, dict[str, Any]]]:
    """Everything that is stored."""
    return list(record.stored())


def pragma(record: Record, name: str) -> object:
    """A setting of the connection."""
    with record._store.reading() as db:
        return db.execute(f"PRAGMA {name}").fetchone()[0]
