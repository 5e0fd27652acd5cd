"""Three people and a real terminal: three rounds with cues, a freeze, and kill -9 on the way."""

from __future__ import annotations

import shutil

import pytest

from ajs_trainer.content.bundled import bundled_scenarios
from ajs_trainer.content.practice import roleplays, skills
from ajs_trainer.model.roleplay import RolePlay
from ajs_trainer.model.skill import Skill
from tests.pty.journey import Journey

pytestmark = [
    pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux"),
    pytest.mark.xdist_group("pty"),
]

WORDS = "Jag ser att något har hänt"


def shipped() -> tuple[RolePlay, Skill]:
    """The role-play, and what it practises."""
    play = next(
        each for each in roleplays([bundled_scenarios()], "sv") if each.id == "nekat-samtal"
    )
    return play, next(each for each in skills([bundled_scenarios()], "sv") if each.id == play.skill)


def test_a_role_play_from_home_to_its_summary(journey: Journey) -> None:
    play, skill = shipped()
    begin(journey, play)
    cards(journey, play, skill)
    first_round(journey, play, skill)
    journey.go("Enter", "Personal blir klient", "Enter  Läs ditt kort")
    journey.go("Enter", "omgång 2 av 3", "inte läst")
    second_round(journey)
    journey.go("Enter", "omgång 3 av 3", "inte läst")
    third_round(journey)
    the_end(journey, play, skill)


def begin(journey: Journey, play: RolePlay) -> None:
    """From home to the first page: four keys."""
    journey.open()
    journey.until("4  Rollspel i tre")
    journey.press("4")
    journey.press(journey.row(play.title))
    journey.until("Ni övar:", "utan namn, i 30 dagar", "Enter  börja")
    journey.go("Enter", "Läs ditt kort", "omgång 1 av 3")


def cards(journey: Journey, play: RolePlay, skill: Skill) -> None:
    """Everybody reads their own card, behind a cover."""
    own_texts = (play.staff.task, play.client.wish, skill.behaviours[0].text)
    for digit, own in zip("123", own_texts, strict=True):
        covered = journey.go(digit, "Bara för:", "Ni andra tittar bort.")
        assert first_words(own) not in covered
        journey.go("Enter", first_words(own))
        journey.press("Escape")
        after = journey.until("Läs ditt kort", f"{digit}  ")
        assert first_words(own) not in after
    journey.wait(lambda seen: seen.count("✓ läst") == len(own_texts), "three cards read")


def first_round(journey: Journey, play: RolePlay, skill: Skill) -> None:
    """A cue on a key, a freeze, kill -9 while frozen, and what the observer heard."""
    waiting = [cue for cue in play.cues if cue.after is None]
    journey.go("4", "Personalen och klienten spelar.", "n  3 lappar till")
    told = journey.go("n", "Lapp till: KLIENT")
    assert first_words(waiting[0].text) not in told
    journey.go("l", "Bara för: klient")
    journey.go("Enter", first_words(waiting[0].text))
    journey.go("Enter", "n  2 lappar till")

    journey.go("f", "Stå stilla.")
    journey.kill()
    journey.open_again()
    journey.until("4  Rollspel i tre")
    journey.press("4")
    journey.go(journey.row(f"Fortsätt: {play.title}"), "Stå stilla.", "omgång 1 av 3")
    journey.go("Enter", "Personalen och klienten spelar.")

    journey.go("o", "Bara för: observatör")
    journey.go("Enter", "inget antecknat", skill.behaviours[0].text)
    journey.go("1", "● tydligt")
    journey.go("Enter", "spara orden")
    journey.write(WORDS)
    journey.go("Enter", f"”{WORDS}”")
    journey.go("Escape", "Personalen och klienten spelar.")
    journey.go("Enter", "Vad hörde ni?")
    journey.go("Enter", "Säg repliken")


def second_round(journey: Journey) -> None:
    """Killed in the middle of the talk; the same stage comes again."""
    journey.go("4", "Personalen och klienten spelar.")
    journey.go("Enter", "Vad hörde ni?")
    journey.kill()
    journey.open_again()
    journey.until("4  Rollspel i tre")
    journey.press("4")
    journey.until("1  Fortsätt:")
    journey.go("1", "Vad hörde ni?", "omgång 2 av 3")
    journey.go("r", "Personalen och klienten spelar.")
    journey.go("Enter", "Vad hörde ni?")
    journey.go("Enter", "Säg repliken")
    journey.go("Enter", "Personal blir klient")


def third_round(journey: Journey) -> None:
    """Somebody says the stop word."""
    journey.go("4", "Personalen och klienten spelar.")
    journey.go("s", "Lämna rollen", "Säg ditt eget namn")


def the_end(journey: Journey, play: RolePlay, skill: Skill) -> None:
    """Closed, and summed up without a word of who it was."""
    journey.go("Enter", "Det ni övade är sparat.")
    journey.go("Enter", play.title, skill.title)
    text = journey.command("debrief")
    assert play.title in text
    assert WORDS in text
    assert "tydligt" in text


def first_words(text: str) -> str:
    """Enough of a text to find it on a line."""
    return " ".join(text.split()[:4])
