"""What is kept about the choices that people make: one SQLite file on their own computer.

``database.open_record`` opens it; ``runs``, ``sessions``, ``ballots`` and
``observations`` append and read; ``backup``, ``erase`` and ``forgetting`` see to what else is
kept.
"""

from ajs_trainer.record.backup import Backup, listed, restore
from ajs_trainer.record.ballots import Ballots, Card
from ajs_trainer.record.checks import check_file
from ajs_trainer.record.database import Record, open_record
from ajs_trainer.record.erase import Erased
from ajs_trainer.record.faults import (
    DamagedRecord,
    Frozen,
    Gone,
    NewerRecord,
    ReadOnlyPlace,
    RemotePlace,
    StepTaken,
)
from ajs_trainer.record.observations import Observations
from ajs_trainer.record.runs import RunInfo, Runs
from ajs_trainer.record.sessions import Keep, SessionInfo, Sessions

__all__ = [
    "Backup",
    "Ballots",
    "Card",
    "DamagedRecord",
    "Erased",
    "Frozen",
    "Gone",
    "Keep",
    "NewerRecord",
    "Observations",
    "ReadOnlyPlace",
    "Record",
    "RemotePlace",
    "RunInfo",
    "Runs",
    "SessionInfo",
    "Sessions",
    "StepTaken",
    "check_file",
    "listed",
    "open_record",
    "restore",
]
