"""What a run, or several, add up to for the person who made them.

Folds over runs and events: the way taken, the grid of time and strategy, and what one tends
to choose. Nothing here counts right or wrong, and nothing compares one person with another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ajs_trainer.model import Choice, Scenario
from ajs_trainer.model.vocabulary import STRATEGIES, WHENS, Strategy, When
from ajs_trainer.play.run import Event, Run
from ajs_trainer.play.story import Chosen, State, Story

Option = tuple[str, str]
"""A choice of a scenario, as (scene, choice)."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the way where a choice was made.

    Attributes:
        kept: How many choices led here; what ``Returned`` takes to go back to this place.
        scene: Id of the scene.
        state: The state in which the choice was made.
        choice: What was chosen.
    """

    kept: int
    scene: str
    state: State
    choice: Choice


def way_taken(story: Story, run: Run) -> tuple[Stop, ...]:
    """The choices that led to where the run is now, first one first."""
    stops = []
    for kept, taken in enumerate(run.way):
        scene = story.scenes[taken.state.scene]
        choice = _choice(story.scenario, scene, taken.event.choice)
        stops.append(Stop(kept, scene, taken.state, choice))
    return tuple(stops)


def _choice(scenario: Scenario, scene: str, choice: str) -> Choice:
    return next(found for found in scenario.scenes[scene].choices if found.id == choice)


@dataclass(frozen=True, slots=True)
class Cell:
    """The choices of a scenario with one time and one strategy, in the order of the file."""

    now: tuple[Option, ...] = ()
    """Taken in this run, also on ways left behind."""
    earlier: tuple[Option, ...] = ()
    """Taken only in earlier runs."""
    left: tuple[Option, ...] = ()
    """Never taken."""

    @property
    def tried(self) -> tuple[Option, ...]:
        """Taken at some time."""
        return self.now + self.earlier


@dataclass(frozen=True, slots=True)
class Grid:
    """Every choice of a scenario by time and strategy."""

    cells: Mapping[tuple[When, Strategy], Cell]

    def cell(self, when: When, strategy: Strategy) -> Cell:
        """The cell; an empty one when the scenario has no such choice."""
        return self.cells.get((when, strategy), Cell())

    def untried(self) -> tuple[tuple[When, Strategy], ...]:
        """Times and strategies that the scenario offers and that were never tried."""
        return tuple(
            (when, strategy)
            for when in WHENS
            for strategy in STRATEGIES
            if (cell := self.cell(when, strategy)).left and not cell.tried
        )


def grid(scenario: Scenario, now: Iterable[Option], earlier: Iterable[Option] = ()) -> Grid:
    """Sort the choices of a scenario by time and strategy.

    ``now`` is what was taken in this run (``Run.tried``), ``earlier`` what was taken in other
    runs of the same scenario (``options_taken``).
    """
    now, earlier = frozenset(now), frozenset(earlier)
    sorted_options: dict[tuple[When, Strategy], tuple[list[Option], ...]] = {}
    for scene, content in scenario.scenes.items():
        for choice in content.choices:
            columns = sorted_options.setdefault((choice.when, choice.strategy), ([], [], []))
            option = (scene, choice.id)
            columns[0 if option in now else 1 if option in earlier else 2].append(option)
    return Grid({place: Cell(*map(tuple, columns)) for place, columns in sorted_options.items()})


def options_taken(scenario: Scenario, events: Iterable[Event]) -> frozenset[Option]:
    """Every choice that was ever taken, by its id in ``scenario``.

    The events may have been recorded on another text of the scenario: earlier ids (``was``) are
    followed, and a choice that no longer exists is left out.
    """
    names = _names(scenario)
    taken = ((event.scene, event.choice) for event in events if isinstance(event, Chosen))
    return frozenset(names[option] for option in taken if option in names)


def _names(scenario: Scenario) -> dict[Option, Option]:
    """Every id that a choice has or has had, with the one it has now."""
    names: dict[Option, Option] = {}
    for scene, content in scenario.scenes.items():
        for choice in content.choices:
            for scene_name in (scene, *content.was):
                for choice_name in (choice.id, *choice.was):
                    names.setdefault((scene_name, choice_name), (scene, choice.id))
    for scene, content in scenario.scenes.items():
        names.update({(scene, choice.id): (scene, choice.id) for choice in content.choices})
    return names


@dataclass(frozen=True, slots=True)
class Habits:
    """What one tends to choose, as plain counts.

    A choice counts once a run, however often one came back to it.
    """

    runs: int
    whens: Mapping[When, int]
    strategies: Mapping[Strategy, int]

    @property
    def choices(self) -> int:
        """How many choices were counted."""
        return sum(self.whens.values())


def habits(played: Iterable[tuple[Scenario, Iterable[Event]]]) -> Habits:
    """Count the choices of some runs, each with the text it was played on.

    A dialogue does not count: the time and the strategy of its replies are filled in.
    """
    runs = 0
    whens: Counter[When] = Counter()
    strategies: Counter[Strategy] = Counter()
    for scenario, events in played:
        if scenario.skill is not None:
            continue
        runs += 1
        for scene, choice_id in options_taken(scenario, events):
            choice = _choice(scenario, scene, choice_id)
            whens[choice.when] += 1
            strategies[choice.strategy] += 1
    return Habits(
        runs,
        {when: whens[when] for when in WHENS},
        {strategy: strategies[strategy] for strategy in STRATEGIES},
    )
