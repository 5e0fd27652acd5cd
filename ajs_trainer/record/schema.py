"""The tables of the record, as numbered migrations.

Everything hangs together by random 128-bit keys, so that no key tells who came first. Tables
have no hidden row number, key columns come first (SQLite 3.40 reports false damage
otherwise), and a date is the finest time that is kept.

- ``participants``: whose choices. ``code`` is what a person types to find them again, empty
  for whoever sits at the computer.
- ``content``: the text of every scenario that was played, once per hash, so that an old run
  can be read after the scenario was edited.
- ``runs``: one person's way through one scenario. ``first`` and ``content`` are the texts it
  began on and is on now, ``steps`` the number of its events, ``choices`` the number of
  choices now on the way.
- ``events``: what happened, in order. What the scenario says about a choice is copied into
  the row, so that ``choices_flat`` needs neither the text nor JSON.
- ``choices_flat``: the stable door for other tools, one row for each choice; ``withdrawn`` is 1
  when one went back past it.

``seal`` and ``chain`` are checksums, see :mod:`ajs_trainer.record.seals`.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

APPLICATION_ID = 0x416A5354
"""``AjST``: marks the file as a record of this program."""

VERSION = 1
"""The number of migrations; kept in the file as ``user_version``."""

_FIRST = """
CREATE TABLE participants (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 32),
  code TEXT NOT NULL UNIQUE,
  seal TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE content (
  hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 32),
  participant TEXT NOT NULL REFERENCES participants (key),
  number INTEGER NOT NULL CHECK (number >= 1),
  scenario TEXT NOT NULL,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  first TEXT NOT NULL REFERENCES content (hash),
  content TEXT NOT NULL REFERENCES content (hash),
  begun TEXT NOT NULL CHECK (begun GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  finished INTEGER NOT NULL CHECK (finished IN (0, 1)),
  steps INTEGER NOT NULL CHECK (steps >= 0),
  choices INTEGER NOT NULL CHECK (choices >= 0),
  chain TEXT NOT NULL,
  seal TEXT NOT NULL,
  UNIQUE (participant, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  run TEXT NOT NULL REFERENCES runs (key) ON DELETE CASCADE,
  step INTEGER NOT NULL CHECK (step >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('chosen', 'returned', 'recognised', 'rated', 'adopted')),
  content TEXT REFERENCES content (hash),
  scene TEXT,
  choice TEXT,
  when_ TEXT,
  strategy TEXT,
  toward TEXT,
  offered TEXT,
  locked TEXT,
  place INTEGER CHECK (place >= 0),
  kept INTEGER CHECK (kept >= 0),
  thought TEXT,
  marked INTEGER CHECK (marked IN (0, 1)),
  moment TEXT CHECK (moment IN ('before', 'after')),
  value INTEGER CHECK (value BETWEEN 1 AND 5),
  PRIMARY KEY (run, step),
  CHECK (kind <> 'chosen' OR (
    content IS NOT NULL AND scene IS NOT NULL AND choice IS NOT NULL AND when_ IS NOT NULL
    AND strategy IS NOT NULL AND offered IS NOT NULL AND locked IS NOT NULL
    AND place IS NOT NULL)),
  CHECK (kind <> 'returned' OR kept IS NOT NULL),
  CHECK (kind <> 'recognised' OR (
    scene IS NOT NULL AND thought IS NOT NULL AND marked IS NOT NULL)),
  CHECK (kind <> 'rated' OR (moment IS NOT NULL AND value IS NOT NULL)),
  CHECK (kind <> 'adopted' OR content IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE VIEW choices_flat AS
SELECT
  events.run, runs.participant, runs.scenario, events.content, events.step, events.scene,
  events.choice, events.when_, events.strategy, events.toward, runs.begun AS date,
  EXISTS (
    SELECT 1 FROM events AS later
    WHERE later.run = events.run AND later.step > events.step
      AND later.kind = 'returned' AND later.kept <= events.place
  ) AS withdrawn
FROM events JOIN runs ON runs.key = events.run
WHERE events.kind = 'chosen';
"""


@lru_cache(maxsize=1)
def migrations() -> Migrations:
    """The migrations, first one first; an applied one is never edited."""
    from sqlite_utils.migrations import Migrations

    steps = Migrations("ajs_trainer")

    @steps(name="0001_runs")
    def runs(db: Database) -> None:
        db.executescript(_FIRST)

    return steps


def migrate(db: Database) -> None:
    """Bring the file to :data:`VERSION`; the caller holds a transaction.

    sqlite-utils notes the time at which a migration was applied; it is not kept.
    """
    steps = migrations()
    steps.apply(db)
    db.execute(f"UPDATE {steps.migrations_table} SET applied_at = ''")  # noqa: S608
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")


def parts(db: Database) -> set[tuple[str, ...]]:
    """What the file is made of: the name and SQL of every table, index and view, and the
    migrations that were applied.
    """
    made = db.execute("SELECT name, sql FROM sqlite_master WHERE name NOT GLOB '*_sqlite_*'")
    applied = db.execute(
        f"SELECT id, migration_set, name, applied_at FROM {migrations().migrations_table}"  # noqa: S608
    )
    return {*made, *applied}


@lru_cache(maxsize=1)
def expected_parts() -> set[tuple[str, ...]]:
    """What :func:`parts` gives for a record of this version."""
    from sqlite_utils import Database

    db = Database(memory=True, execute_plugins=False)
    try:
        migrate(db)
        return parts(db)
    finally:
        db.close()
