"""The measurements can be made; what they find is never asserted."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import MEASUREMENTS, main
from benchmarks.findings import Finding
from benchmarks.measuring import Spread, in_turns, peak_in
from benchmarks.process import refuse_screens
from benchmarks.processes import Footprint
from benchmarks.story import scenario, story_yaml

posix = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals and wait4 are POSIX")


@posix
@pytest.mark.parametrize("name", MEASUREMENTS)
def test_each_measurement_prints_a_ratio_with_its_goal_and_a_verdict(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"

    assert main([name, "--rounds", "1", "--to", str(page)]) == 0

    heading, ratio = capsys.readouterr().out.splitlines()[:2]
    assert float(ratio.split()[0]) > 0
    assert ", goal at " in ratio
    assert ratio.endswith((": met", ": missed"))
    assert heading in page.read_text(encoding="utf-8").replace("`", "")


def test_a_name_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["speed"])

    assert "unknown: speed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("samples", "at_least", "verdict"),
    [
        ((1.0, 1.1), False, "met"),
        ((1.3, 1.4), False, "missed"),
        ((1.3, 1.4), True, "met"),
        ((1.0, 1.1), True, "missed"),
        ((1.0, 1.1, 9.0), False, "met, but the noise reaches past the goal"),
        ((0.1, 1.3, 1.4), False, "missed, but the noise reaches past the goal"),
    ],
)
def test_a_verdict_says_when_noise_could_have_decided_it(
    samples: tuple[float, ...], at_least: bool, verdict: str
) -> None:
    assert Finding("x", Spread(samples), 1.2, at_least).verdict == verdict


def test_things_are_measured_in_turns_and_each_goes_first_as_often() -> None:
    order: list[str] = []
    clock = itertools.count(1)

    def measure(name: str) -> float:
        order.append(name)
        return float(next(clock))

    pair = in_turns(lambda: measure("a"), lambda: measure("b"), 2)

    assert "".join(order) == "ab" + "abba"
    assert pair.ours.samples == (3.0, 6.0)
    assert pair.ratio.samples == (3 / 4, 6 / 5)


def test_the_peak_of_a_process_is_read_from_its_status() -> None:
    assert peak_in("Name:\tx\nVmHWM:\t    2048 kB\nVmRSS:\t 1 kB\n") == 2.0


def test_a_check_that_imports_the_screens_is_refused() -> None:
    refuse_screens(Footprint(1.0, frozenset({"yaml", "ajs_trainer.content.load"})))

    for name in ("textual.app", "rich", "ajs_trainer.tui.start"):
        with pytest.raises(RuntimeError, match=name):
            refuse_screens(Footprint(1.0, frozenset({"yaml", name})))


def test_a_generated_scenario_is_always_the_same_and_has_as_many_scenes_as_asked() -> None:
    assert story_yaml(50) == story_yaml(50)
    assert len(scenario(50).scenes) == 50
