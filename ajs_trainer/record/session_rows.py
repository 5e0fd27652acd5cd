"""Events of a meeting as rows of ``session_events``, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, get_args

from ajs_trainer.record.tables import Row
from ajs_trainer.session.events import SessionEvent

_KINDS = {
    re.sub(r"\B[A-Z]", r"-\g<0>", kind.__name__).lower(): kind for kind in get_args(SessionEvent)
}
"""Every event by its name in the record: ``CountsTyped`` is ``counts-typed``."""
_NAMES = {kind: name for name, kind in _KINDS.items()}


def to_row(session: str, step: int, event: SessionEvent) -> Row:
    """The row of an event.

    Args:
        session: Key of the meeting.
        step: Number of the event in its meeting, from 0.
        event: What the facilitator did.
    """
    data = json.dumps(asdict(event), ensure_ascii=False, sort_keys=True)
    return {"session": session, "step": step, "kind": _NAMES[type(event)], "data": data}


def to_event(row: Mapping[str, Any]) -> SessionEvent:
    """The event that a row was made from."""
    values = json.loads(row["data"])
    event: SessionEvent = _KINDS[row["kind"]](
        **{
            name: tuple(value) if isinstance(value, list) else value
            for name, value in values.items()
        }
    )
    return event
