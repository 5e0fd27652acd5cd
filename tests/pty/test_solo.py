"""One person: from home to an ending by keys alone, killed on the way, and the same in plain."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.pty.journey import Journey
from tests.pty.way import SCENARIO, Stop, story, way

pytestmark = [
    pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux"),
    pytest.mark.xdist_group("pty"),
]

KILLED_AFTER = 2
"""Choices."""
SURE, SURE_NOW = "3", "4"
READING = r"Enter  (läs vidare|tankarna|vad du kan göra)"
CHOOSING = r"1–\d  välj"


def choices(home: Path) -> list[tuple[str, str]]:
    """Scene and choice of every choice kept, in order."""
    with closing(sqlite3.connect(home / "ajs.db")) as record:
        rows = record.execute(
            "SELECT scene, choice FROM choices_flat WHERE NOT withdrawn ORDER BY run, step"
        )
        return [(scene, choice) for scene, choice in rows]


def play(journey: Journey, stop: Stop, number: int) -> None:
    """Read a scene and choose; the outcome is left on the screen."""
    journey.until_match(rf"Scen {number}\b")
    journey.until_match(f"{READING}|{CHOOSING}")
    journey.enter_while(READING)
    journey.until_match(CHOOSING)
    journey.press(stop.digit)
    journey.until_match(r"Enter  (läs vidare|gå vidare)")


def go_on(journey: Journey) -> None:
    """Leave the outcome of a choice."""
    journey.enter_while("Enter  läs vidare")
    journey.until("Enter  gå vidare")
    journey.press("Enter")


def test_to_an_ending_and_the_same_in_plain(journey: Journey, tmp_path: Path) -> None:
    stops = way()
    taken = [(stop.name, stop.choice.id) for stop in stops]
    begin(journey)
    for number, stop in enumerate(stops[:KILLED_AFTER], 1):
        play(journey, stop, number)
        go_on(journey)
    journey.until_match(rf"Scen {KILLED_AFTER + 1}\b")
    journey.kill()
    assert choices(journey.home) == taken[:KILLED_AFTER]

    journey.open_again()
    journey.until("2  Fortsätt", f"efter {KILLED_AFTER} val")
    journey.press("2")
    for number, stop in enumerate(stops[KILLED_AFTER:], KILLED_AFTER + 1):
        play(journey, stop, number)
        go_on(journey)
    look_back(journey)

    assert choices(journey.home) == taken
    fresh = tmp_path / "fresh"
    answers = [SURE, *(stop.digit for stop in stops), SURE_NOW, ""]
    journey.command(
        "play", SCENARIO, "--plain", answers="".join(f"{each}\n" for each in answers), home=fresh
    )
    assert choices(fresh) == taken
    assert ratings(fresh) == ratings(journey.home) == [("before", 3), ("after", 4)]


def begin(journey: Journey) -> None:
    """From home to the first scene."""
    title = story().scenario.title
    journey.open()
    journey.until("1  Öva själv")
    journey.go("1", "Välj ett scenario")
    journey.go(journey.row(title), "Innan du börjar", title, "5  helt säker")
    journey.until("börja utan att svara")
    journey.press(SURE)


def look_back(journey: Journey) -> None:
    """Through the pages of the ending, back to home."""
    journey.until_match(r"Sida 1 av \d")
    ended = journey.enter_while(r"Sida 1 av \d")
    assert "Sida 2 av" in ended
    journey.until("1–5  svara")
    journey.press(SURE_NOW)
    journey.wait(lambda seen: "1–5  svara" not in seen and "Enter" in seen, "the answer is kept")
    journey.enter_while(r"Sida \d av \d")
    journey.until("1  Öva själv")
    assert "2  Fortsätt" not in journey.read()


def ratings(home: Path) -> list[tuple[str, int]]:
    """What was answered before and after."""
    with closing(sqlite3.connect(home / "ajs.db")) as record:
        rows = record.execute("SELECT moment, value FROM events WHERE kind = 'rated' ORDER BY step")
        return [(moment, value) for moment, value in rows]
