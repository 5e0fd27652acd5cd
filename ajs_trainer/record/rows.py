"""Events of play as rows of ``events``, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ajs_trainer.play.run import Adopted, Event, Rated, Recognised, Returned
from ajs_trainer.play.story import Chosen
from ajs_trainer.record.tables import Row
from ajs_trainer.record.texts import Text


def to_row(run: str, step: int, event: Event, text: Text, place: int) -> Row:
    """The row of an event.

    Args:
        run: Key of the run.
        step: Number of the event in its run, from 0.
        event: What happened.
        text: The text that the run is on.
        place: How many choices are on the way before the event.

    Raises:
        ValueError: The text has no such choice.
    """
    row: Row = {"run": run, "step": step}
    match event:
        case Chosen(scene=scene, choice=choice):
            made = text.choice(scene, choice)
            row |= {
                "kind": "chosen",
                "content": text.hash,
                "scene": scene,
                "choice": choice,
                "when_": made.when,
                "strategy": made.strategy,
                "toward": made.toward,
                "offered": json.dumps(event.offered),
                "locked": json.dumps(event.locked),
                "place": place,
            }
        case Returned(kept=kept):
            row |= {"kind": "returned", "kept": kept}
        case Recognised(scene=scene, thought=thought, marked=marked):
            row |= {"kind": "recognised", "scene": scene, "thought": thought}
            row["marked"] = int(marked)
        case Rated(moment=moment, value=value):
            row |= {"kind": "rated", "moment": moment, "value": value}
        case Adopted(content=content):
            row |= {"kind": "adopted", "content": content}
    return row


def to_event(row: Mapping[str, Any]) -> Event:
    """The event that a row was made from."""
    match row["kind"]:
        case "chosen":
            offered, locked = json.loads(row["offered"]), json.loads(row["locked"])
            return Chosen(row["scene"], row["choice"], tuple(offered), tuple(locked))
        case "returned":
            return Returned(row["kept"])
        case "recognised":
            return Recognised(row["scene"], row["thought"], bool(row["marked"]))
        case "rated":
            return Rated(row["moment"], row["value"])
        case "adopted":
            return Adopted(row["content"])
        case kind:
            raise ValueError(kind)


def choices_after(place: int, event: Event) -> int:
    """How many choices are on the way after an event, when there were ``place`` before."""
    match event:
        case Chosen():
            return place + 1
        case Returned(kept=kept):
            return kept
        case _:
            return place
