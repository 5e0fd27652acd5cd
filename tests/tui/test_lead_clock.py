"""The soft clock, and the file with what a room wanted to change."""

from __future__ import annotations

from pathlib import Path

from textual.app import App, ComposeResult

from ajs_trainer.tui.lead.clock import MINUTE, SoftClock
from ajs_trainer.tui.lead.draft import write_draft


class Watch:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.time = 1_000.0

    def __call__(self) -> float:
        return self.time


class Alone(App[None]):
    """A soft clock and nothing else."""

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self.clock = SoftClock(watch)

    def compose(self) -> ComposeResult:
        yield self.clock


def said(app: Alone) -> str:
    """What the clock says."""
    return str(app.clock.content)


async def test_it_counts_whole_minutes_and_never_cuts_off() -> None:
    watch = Watch()
    app = Alone(watch)
    async with app.run_test():
        app.clock.start(2)
        assert said(app) == "Ungefär 2 minuter kvar"
        watch.time += MINUTE + 1
        app.clock.tick()
        assert said(app) == "Ungefär 1 minut kvar"
        watch.time += 10 * MINUTE
        app.clock.tick()
        assert said(app) == "Tiden är slut. Avrunda när det passar er."


async def test_it_can_be_stopped_and_goes_on_from_there() -> None:
    watch = Watch()
    app = Alone(watch)
    async with app.run_test():
        app.clock.start(5)
        watch.time += 2 * MINUTE
        app.clock.toggle()
        watch.time += 60 * MINUTE
        app.clock.tick()
        assert said(app) == "Ungefär 3 minuter kvar (klockan står still)"
        app.clock.toggle()
        watch.time += MINUTE
        app.clock.tick()
        assert said(app) == "Ungefär 2 minuter kvar"


async def test_without_a_plan_it_is_silent() -> None:
    app = Alone(Watch())
    async with app.run_test():
        app.clock.start(0)
        app.clock.toggle()
        assert said(app) == ""


def test_a_draft_never_writes_over_another(tmp_path: Path) -> None:
    first = write_draft(tmp_path, "kaffet", "sv", ["En \x1b[2J ändring\nscenes: {}"])
    second = write_draft(tmp_path, "kaffet", "sv", ["En annan"])
    assert (first.name, second.name) == ("kaffet-hos-oss.yaml", "kaffet-hos-oss-2.yaml")
    lines = first.read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        "format: 1",
        "kind: scenario",
        "adapts: kaffet",
        "language: sv",
    ]
