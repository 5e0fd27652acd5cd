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
- ``sessions``: a meeting of a group. ``plan_content`` is the text of its plan, ``scenario`` the
  one for steps that name none. ``keep_until`` is the last date on which single answers are kept,
  ``forgotten`` is 1 when answers have been removed, ``traces`` is 1 until the file has been
  written anew after something was removed or the meeting was closed.
- ``session_texts``: the texts of its scenarios.
- ``session_events``: what the facilitator did, in order; never what somebody chose in secret.
- ``cards``: one row for each person who chooses in secret, under a key that is random in each
  meeting. ``word`` is what the person types to go on under it; gone when the meeting is closed.
- ``ballots``: what was chosen under each card. The key admits one choice for each question and
  round. What the scenario says about a choice is copied into the row.
- ``recognised``: the thoughts that were recognised under each card.
- ``session_material``: the texts of its role-plays, skills and exercises.
- ``observations``: what the observer of a role-play heard, of each behaviour in each round (as
  ``step/round``): a level, and the words. A trio has one card, so that nothing tells who played.
- ``publications``: the frozen debrief, byte for byte.
- ``choices_flat``: the stable door for other tools, one row for each choice; ``withdrawn`` is 1
  when one went back past it.
- ``answers_flat``: the same for what was chosen in secret in meetings, as long as it is kept.

The tables with answers (``cards``, ``ballots``, ``recognised``, ``observations``) begin with the
keys of the session and of the card, one right after the other: that pair of keys in the bytes of a
file is the sign of an answer, see :mod:`ajs_trainer.record.forgetting`. No other row holds it.

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

VERSION = 3
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

_SECOND = """
CREATE TABLE sessions (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) = 32),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
  title TEXT NOT NULL,
  plan TEXT NOT NULL,
  plan_content TEXT NOT NULL REFERENCES content (hash),
  scenario TEXT NOT NULL,
  collecting TEXT NOT NULL,
  group_size INTEGER NOT NULL CHECK (group_size >= 0),
  keep TEXT NOT NULL CHECK (keep IN ('days', 'closing')),
  keep_until TEXT NOT NULL CHECK (keep_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
  forgotten INTEGER NOT NULL CHECK (forgotten IN (0, 1)),
  traces INTEGER NOT NULL CHECK (traces IN (0, 1)),
  steps INTEGER NOT NULL CHECK (steps >= 0),
  chain TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session_texts (
  session TEXT NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  scenario TEXT NOT NULL,
  content TEXT NOT NULL REFERENCES content (hash),
  seal TEXT NOT NULL,
  PRIMARY KEY (session, scenario)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_events (
  session TEXT NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  step INTEGER NOT NULL CHECK (step >= 0),
  kind TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (session, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE cards (
  session TEXT NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  key TEXT NOT NULL CHECK (length(key) = 32),
  word TEXT,
  seal TEXT NOT NULL,
  PRIMARY KEY (session, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE ballots (
  session TEXT NOT NULL,
  card TEXT NOT NULL,
  question TEXT NOT NULL CHECK (question GLOB '[0-9]*/?*'),
  round TEXT NOT NULL CHECK (round IN ('first', 'second')),
  scenario TEXT NOT NULL,
  choice TEXT NOT NULL,
  when_ TEXT NOT NULL,
  strategy TEXT NOT NULL,
  toward TEXT,
  seal TEXT NOT NULL,
  PRIMARY KEY (session, card, question, round),
  FOREIGN KEY (session, card) REFERENCES cards (session, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE recognised (
  session TEXT NOT NULL,
  card TEXT NOT NULL,
  question TEXT NOT NULL CHECK (question GLOB '[0-9]*/?*'),
  thought TEXT NOT NULL,
  seal TEXT NOT NULL,
  PRIMARY KEY (session, card, question, thought),
  FOREIGN KEY (session, card) REFERENCES cards (session, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE publications (
  session TEXT NOT NULL PRIMARY KEY REFERENCES sessions (key) ON DELETE CASCADE,
  text TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT, WITHOUT ROWID;

CREATE VIEW answers_flat AS
SELECT
  ballots.session, sessions.date, ballots.card, ballots.scenario,
  CAST(substr(ballots.question, 1, instr(ballots.question, '/') - 1) AS INTEGER) AS step,
  substr(ballots.question, instr(ballots.question, '/') + 1) AS scene,
  ballots.round, ballots.choice, ballots.when_, ballots.strategy, ballots.toward
FROM ballots JOIN sessions ON sessions.key = ballots.session;
"""


_THIRD = """
CREATE TABLE session_material (
  session TEXT NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('roleplay', 'skill', 'exercise')),
  id TEXT NOT NULL,
  content TEXT NOT NULL REFERENCES content (hash),
  seal TEXT NOT NULL,
  PRIMARY KEY (session, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE observations (
  session TEXT NOT NULL,
  card TEXT NOT NULL,
  round TEXT NOT NULL CHECK (round GLOB '[0-9]*/[0-9]*'),
  behaviour TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('clear', 'started', 'missed', 'not-applicable')),
  words TEXT NOT NULL,
  seal TEXT NOT NULL,
  PRIMARY KEY (session, card, round, behaviour),
  FOREIGN KEY (session, card) REFERENCES cards (session, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
"""


@lru_cache(maxsize=1)
def migrations() -> Migrations:
    """The migrations, first one first; an applied one is never edited."""
    from sqlite_utils.migrations import Migrations

    steps = Migrations("ajs_trainer")

    @steps(name="0001_runs")
    def runs(db: Database) -> None:
        db.executescript(_FIRST)

    @steps(name="0002_sessions")
    def sessions(db: Database) -> None:
        db.executescript(_SECOND)

    @steps(name="0003_roleplays")
    def roleplays(db: Database) -> None:
        db.executescript(_THIRD)

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
