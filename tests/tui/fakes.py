"""A library and a record in memory, with the same doors as the real ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ajs_trainer.errors import StorageError
from ajs_trainer.model import Scenario
from ajs_trainer.model.exercise import Exercise
from ajs_trainer.model.identity import content_hash, content_text
from ajs_trainer.model.plan import Plan
from ajs_trainer.model.roleplay import RolePlay
from ajs_trainer.model.skill import Skill
from ajs_trainer.play.run import Adopted, Event
from ajs_trainer.play.story import Chosen


@dataclass(frozen=True)
class FakeProblem:
    """Something wrong with a file."""

    file: str = "trasig.yaml"
    line: int = 3
    message: str = "Fältet title saknas."
    hint: str = "Lägg till det."


@dataclass(frozen=True)
class FakeEntry:
    """A scenario as it is listed."""

    id: str = "skamtet-vid-kaffet"
    title: str = "Skämtet vid kaffet"
    summary: str = "En kollega skämtar om en annan, och alla skrattar utom hon."
    setting: str = "prison"
    relation: str = "colleague-colleague"
    grounds: tuple[str, ...] = ("sex",)
    severity: str = "banter"
    role: str = "bystander"
    minutes: int = 12
    content_note: str = "Sexistiskt språk."
    language: str = "sv"
    skill: str = ""


@dataclass(frozen=True)
class FakeLoaded:
    """A scenario that was read."""

    scenario: Scenario | None
    problems: Sequence[FakeProblem] = ()


@dataclass
class FakeLibrary:
    """Scenarios in memory: entries for the list, scenarios by id for playing."""

    listed: Sequence[FakeEntry] = ()
    scenarios: dict[str, Scenario] = field(default_factory=dict)
    problems: Sequence[FakeProblem] = ()
    agendas: Sequence[Plan] = ()
    known_skills: Sequence[Skill] = ()
    known_roleplays: Sequence[RolePlay] = ()
    known_exercises: Sequence[Exercise] = ()

    def skills(self, language: str) -> Sequence[Skill]:
        """What can be practised."""
        return self.known_skills

    def roleplays(self, language: str) -> Sequence[RolePlay]:
        """What can be played in threes."""
        return self.known_roleplays

    def exercises(self, language: str) -> Sequence[Exercise]:
        """The value exercises."""
        return self.known_exercises

    def plans(self, language: str) -> Sequence[Plan]:
        """The plans of meetings."""
        return self.agendas

    def entries(self, language: str) -> Sequence[FakeEntry]:
        """What is listed."""
        return [entry for entry in self.listed if entry.language == language] or self.listed

    def load(self, id: str, language: str) -> FakeLoaded:  # noqa: A002
        """One scenario, or a problem."""
        scenario = self.scenarios.get(f"{id}.{language}", self.scenarios.get(id))
        return FakeLoaded(scenario, () if scenario else (FakeProblem(id),))


@dataclass(frozen=True)
class FakeRunInfo:
    """What a record tells about a run."""

    key: str
    scenario: str
    title: str
    language: str
    first: str
    content: str
    begun: str
    finished: bool
    choices: int
    number: int


@dataclass(frozen=True)
class FakeErased:
    """What was erased."""

    runs: int

    def promise(self) -> str:
        """What can be promised."""
        return "Borta ur filen."


class FakeRecord:
    """A record in memory; it is its own ``runs``."""

    def __init__(self) -> None:
        self.infos: dict[str, FakeRunInfo] = {}
        self.owners: dict[str, str] = {}
        self.stored: dict[str, dict[int, Event]] = {}
        self.contents: dict[str, Scenario] = {}
        self.undone: tuple[StorageError, ...] = ()

    @property
    def runs(self) -> FakeRecord:
        """The same object."""
        return self

    def close(self) -> None:
        """Nothing to let go of."""

    def participant(self, code: str) -> str:
        """A key per code."""
        return f"p-{code}"

    def known(self, code: str) -> str | None:
        """The key of a code that has been used."""
        return f"p-{code}" if f"p-{code}" in self.owners.values() else None

    def begin(self, participant: str, scenario: Scenario) -> FakeRunInfo:
        """A new run."""
        number = sum(owner == participant for owner in self.owners.values()) + 1
        text = content_hash(content_text(scenario))
        key = f"run-{len(self.owners) + 1}"
        self.contents[text] = scenario
        self.owners[key] = participant
        self.stored[key] = {}
        self.infos[key] = FakeRunInfo(
            key,
            scenario.id,
            scenario.title,
            scenario.language,
            text,
            text,
            "2026-03-02",
            False,
            0,
            number,
        )
        return self.infos[key]

    def append(self, run: str, step: int, event: Event) -> None:
        """Keep an event once."""
        known = self.stored[run].setdefault(step, event)
        assert known == event
        choices = sum(isinstance(e, Chosen) for e in self.stored[run].values())
        self.infos[run] = replace(self.infos[run], choices=choices)

    def adopt(
        self, run: str, step: int, scenario: Scenario, events: Sequence[Event]
    ) -> FakeRunInfo:
        """Go on with another text."""
        text = content_hash(content_text(scenario))
        self.contents[text] = scenario
        for number, event in enumerate(events, start=step):
            self.append(run, number, event)
        self.infos[run] = replace(self.infos[run], content=text)
        return self.infos[run]

    def get(self, run: str) -> FakeRunInfo:
        """What is known about a run."""
        return self.infos[run]

    def texts(self, run: str) -> dict[str, Scenario]:
        """Every text that a run has been on."""
        adopted = [event.content for event in self.events(run) if isinstance(event, Adopted)]
        return {text: self.contents[text] for text in (self.infos[run].first, *adopted)}

    def events(self, run: str) -> tuple[Event, ...]:
        """The events in order."""
        return tuple(event for _, event in sorted(self.stored[run].items()))

    def unfinished(self, participant: str) -> list[FakeRunInfo]:
        """Runs that have not reached an ending, the latest first."""
        return [run for run in self.of(participant) if not run.finished]

    def of(self, participant: str) -> list[FakeRunInfo]:
        """All runs of a participant, the latest first."""
        return [
            info for key, info in reversed(self.infos.items()) if self.owners[key] == participant
        ]

    def content(self, content: str) -> Scenario:
        """The text that a run was played on."""
        return self.contents[content]

    def finish(self, run: str) -> None:
        """An ending was reached."""
        self.infos[run] = replace(self.infos[run], finished=True)

    def reopen(self, run: str) -> None:
        """The run goes on."""
        self.infos[run] = replace(self.infos[run], finished=False)

    def erase(self, run: str) -> FakeErased:
        """Forget a run."""
        del self.infos[run], self.owners[run], self.stored[run]
        return FakeErased(1)

    def erase_all(self, participant: str) -> FakeErased:
        """Forget every run of a participant."""
        runs = self.of(participant)
        for run in runs:
            self.erase(run.key)
        return FakeErased(len(runs))
