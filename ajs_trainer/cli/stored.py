"""What is kept about one person: *Vad vet datorn?*"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, Any]

OF_MEETINGS = (
    "sessions",
    "session_texts",
    "session_material",
    "session_events",
    "publications",
    "cards",
    "ballots",
    "recognised",
    "observations",
)
"""Tables that are about a group: nobody can tell which answers are one's own."""


@dataclass(frozen=True, slots=True)
class Stored:
    """Rows by table.

    Attributes:
        tables: The rows about one person, and the program's own; empty when there is nothing.
        others: How many other people have rows in the same file.
        meetings: How many meetings of groups are in it.
        answers: How many answers from them, under random cards.
    """

    tables: dict[str, list[Row]]
    others: int = 0
    meetings: int = 0
    answers: int = 0


def read_stored(path: Path, code: str) -> Stored:
    """Every row about whoever has this code.

    Rows about others stay theirs: a code is no password, but nobody should come across a
    colleague's choices while looking at their own. What groups answered is only counted, since
    more than a debrief tells must not be seen.

    Raises:
        StorageError: The record cannot be read.
    """
    from ajs_trainer.record import open_record

    if not path.exists():
        return Stored({})
    tables: dict[str, list[Row]] = {}
    with open_record(path, read_only=True) as record:
        own = record.runs.known(code)
        for table, row in record.stored():
            tables.setdefault(table, []).append(row)
    participants = tables.get("participants", [])
    others = sum(row["key"] != own for row in participants)
    of_group = {name: len(tables.pop(name, [])) for name in OF_MEETINGS}
    about = {} if own is None else _about(own, tables)
    return Stored(about, others, of_group["sessions"], of_group["ballots"])


def _about(participant: str, tables: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Leave out the rows of others; whatever is not known to be theirs is shown."""
    own_runs = [row for row in tables.get("runs", []) if row["participant"] == participant]
    runs = {row["key"] for row in own_runs}
    texts = {row["content"] for row in tables.get("events", []) if row["run"] in runs}
    texts |= {text for row in own_runs for text in (row["first"], row["content"])}
    kept: dict[str, Callable[[Row], bool]] = {
        "participants": lambda row: row["key"] == participant,
        "runs": lambda row: row["key"] in runs,
        "events": lambda row: row["run"] in runs,
        "content": lambda row: row["hash"] in texts,
    }
    return {
        table: [row for row in rows if kept.get(table, _anything)(row)]
        for table, rows in tables.items()
    }


def _anything(_row: Row) -> bool:
    return True
