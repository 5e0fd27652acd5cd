"""What is kept about the choices that people make: one SQLite file on their own computer.

``database.open_record`` opens it, ``runs`` appends and reads, ``backup`` and ``erase`` see to
what else is kept, ``writer`` keeps it off the thread that draws.
"""

from ajs_trainer.record.backup import Backup, listed, restore
from ajs_trainer.record.checks import check_file
from ajs_trainer.record.database import Record, open_record
from ajs_trainer.record.erase import Erased
from ajs_trainer.record.faults import (
    DamagedRecord,
    Gone,
    NewerRecord,
    ReadOnlyPlace,
    RemotePlace,
    StepTaken,
)
from ajs_trainer.record.runs import RunInfo, Runs

__all__ = [
    "Backup",
    "DamagedRecord",
    "Erased",
    "Gone",
    "NewerRecord",
    "ReadOnlyPlace",
    "Record",
    "RemotePlace",
    "RunInfo",
    "Runs",
    "StepTaken",
    "check_file",
    "listed",
    "open_record",
    "restore",
]
