"""A meeting of eight: in secret, by raised hands, killed in five stages, to its debrief."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import Any

import pytest

from ajs_trainer.play.step import offered, start, step
from tests.pty.journey import Journey, without_clock
from tests.pty.way import Stop, story

pytestmark = [
    pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux"),
    pytest.mark.xdist_group("pty"),
]

FIRST = "11111122"
SECOND = "11111112"
"""What the eight choose, before and after the talk; the digit of the option."""
BEFORE_KILL = 3
LED_ON = 0
"""The number of the choice that whoever leads goes on with."""
STEP = "Vi säger till när någon går för långt"
ROLE = "den som har fikaansvar"
LOOK_BACK = "nästa APT"
AGREED = ("Vad gör vi?", "Vem ser till det, som roll?", "När ser vi tillbaka?")
COUNTED = {
    "Hur många var med?": "8",
    "kvinnor": "5",
    "män": "3",
    "annat kön": "",
    "vill inte ange": "",
}
"""What is typed beside each label."""


def test_a_meeting_from_start_to_debrief(journey: Journey) -> None:
    title = story().scenario.title
    begin(journey, title)
    journey.go("Enter", "Backspegel", "Enter  första scenen")
    journey.go("Enter", "del 3 av 5")
    killed(journey, "Vem läser?", r"Enter  (läs vidare|Tankar som snurrar)")

    cards = the_secret_question(journey, title)
    assert len(set(cards)) == len(FIRST)
    the_open_question(journey)
    the_end(journey)
    the_debrief(journey, title)


def begin(journey: Journey, title: str) -> None:
    """From home to the first page that the room sees."""
    journey.open()
    journey.until("3  Led en träff")
    journey.press("3")
    journey.press(journey.row("APT, 45 minuter"))
    journey.until("Välj ett scenario")
    journey.press(journey.row(title))
    journey.until("Före träffen", title, "Hur många är ni?  8", "Enter  börja")
    journey.go("Enter", "Välkomna", "Enter  Backspegel")


def kept(journey: Journey) -> dict[str, list[tuple[Any, ...]]]:
    """All that the record holds about the meeting."""
    with closing(sqlite3.connect(journey.home / "ajs.db")) as record:
        return {
            table: sorted(record.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for table in ("sessions", "session_events", "cards", "ballots", "recognised")
        }


def done(number: int) -> str:
    """How many have chosen, as the screen says it."""
    return "1 klar." if number == 1 else f"{number} klara."


def killed(journey: Journey, stage: str, whole: str, *, same: bool = True) -> None:
    """Kill the program, and go on from the start screen.

    Args:
        stage: What the start screen calls where it was.
        whole: A pattern that is found when the picture of the stage is whole.
        same: Whether that picture is what was shown before.
    """
    picture = without_clock(journey.until_match(whole)) if same else ""
    before = kept(journey)
    journey.kill()
    journey.open_again()
    journey.until("3  Led en träff")
    journey.press("3")
    journey.until(f"1  Fortsätt: {story().scenario.title}", f"vid ”{stage}”")
    journey.press("1")
    journey.wait(
        lambda seen: without_clock(seen) == picture if same else re.search(whole, seen) is not None,
        picture or whole,
    )
    assert kept(journey) == before


def the_secret_question(journey: Journey, title: str) -> list[str]:
    """The first scene: each chooses alone before and after the talk; gives the cards."""
    to_stage(journey, "Välj i tysthet")
    journey.until("0 klara.", "1  Låt datorn gå runt")
    dark(journey)
    cards = [first_choice(journey, number, FIRST[number]) for number in range(BEFORE_KILL)]
    voted = rf"\b{BEFORE_KILL} klara\.\s[\s\S]*1  Låt datorn gå runt"
    killed(journey, "Välj i tysthet", voted, same=False)
    dark(journey)
    journey.until(done(BEFORE_KILL))
    for number in range(BEFORE_KILL, len(FIRST)):
        cards.append(first_choice(journey, number, FIRST[number]))
    everybody_has(journey)

    journey.until("Prata i par", "Enter  Välj igen")
    notes = journey.command("notes", "--plain")
    assert notes.startswith(f"{title}, ")
    assert "Prata i par" in notes
    killed(journey, "Prata i par", "Enter  Välj igen")
    journey.go("Enter", "Välj igen", "0 klara.", "1  Låt datorn gå runt")
    dark(journey)
    for number, card in enumerate(cards):
        second_choice(journey, number, card, SECOND[number])
    everybody_has(journey)
    journey.until("Så valde ni")
    to_stage(journey, "Före, under, efter")
    killed(journey, "Före, under, efter", r"Enter  (läs vidare|Hur går det vidare)")
    return cards


def dark(journey: Journey) -> None:
    """Let the computer go round, once the projector is dark."""
    journey.go("1", "stäng av projektorn")
    journey.go("1", "1  Det är min tur")


def first_choice(journey: Journey, number: int, digit: str) -> str:
    """One person gets a card, chooses and recognises a thought; gives the card's word."""
    journey.until("1  Det är min tur")
    seen = journey.go("1", "Ditt kort:", "1  Jag minns det")
    word = re.search(r"Ditt kort: (\S+)", seen)
    assert word is not None
    journey.go("1", story().scenario.scenes[story().scenario.start].question, "0  Jag passar")
    journey.go(digit, "Vilka tankar känner du igen", "0  Klar")
    journey.go("1", "Den här känner jag igen")
    confirm(journey, "0", number)
    return word[1]


def second_choice(journey: Journey, number: int, card: str, digit: str) -> None:
    """One person goes on under a card, and chooses again."""
    journey.until("1  Det är min tur")
    journey.go("1", "Skriv ordet på ditt kort")
    journey.write(card.lower())
    journey.go("Enter", "0  Jag passar")
    confirm(journey, digit, number)


def confirm(journey: Journey, key: str, number: int) -> None:
    """Say yes to one's choice; then nothing of it can be read."""
    journey.go(key, "Ditt val:", "1  Ja")
    after = journey.go("1", "Tack", done(number + 1), "1  Det är min tur")
    assert not [option for option in first_scene().options if option in after]


def everybody_has(journey: Journey) -> None:
    """Close the round."""
    journey.go("0", done(len(FIRST)), "1  Ja")
    journey.press("1")


def first_scene() -> Stop:
    """Where the story begins, and how whoever leads goes on from there."""
    state = start(story())
    move = offered(story(), state)[LED_ON]
    return Stop(state, str(LED_ON + 1), move.choice)


def second_scene() -> Stop:
    """Where the story has gone on to."""
    first = first_scene()
    state = step(story(), first.state, first.choice.id).state
    return Stop(state, "1", offered(story(), state)[0].choice)


def counts(more: int) -> Sequence[int]:
    """Hands for each option of the second scene, eight in all."""
    left = [0] * (len(second_scene().options) - 2)
    return [5 + more, 3 - more, *left]


def the_open_question(journey: Journey) -> None:
    """The second scene: raised hands, counted before and after the talk."""
    lead_on(journey)
    to_stage(journey, "Välj i tysthet")
    journey.until("0 klara.")
    journey.go("v", "Räkna händerna")
    for more, after in ((0, "Prata i par"), (1, "Så valde ni")):
        journey.until("Räkna händerna")
        journey.write(" ".join(map(str, counts(more))))
        journey.go("Enter", after)
        if more == 0:
            to_stage(journey, "Välj igen")
    to_stage(journey, "Hur går det vidare?")
    lead_on(journey)


def lead_on(journey: Journey) -> None:
    """Whoever leads chooses how the story goes on."""
    to_stage(journey, "Hur går det vidare?")
    journey.go("2", "Enter  välj det markerade")
    journey.press("1")
    journey.until_match(r"Vem läser\?[\s\S]*Enter  (läs vidare|Tankar som snurrar|Hur går)")


def heading(seen: str) -> str:
    """What the stage is called."""
    return "".join(line.strip() for line in seen.split("\n")[1:4])


def to_stage(journey: Journey, stage: str) -> None:
    """On with Enter until a stage is shown."""
    for _turn in range(30):
        seen = journey.read()
        if stage in heading(seen):
            return
        journey.until_match(r"Enter  \w")
        journey.press("Enter")
        journey.wait(lambda now, old=seen: now != old and heading(now) != "", f"on towards {stage}")  # type: ignore[misc]
    raise AssertionError(f"never at {stage}\n{journey.read()}")


def the_end(journey: Journey) -> None:
    """Leave the scenario, agree on a step, count who took part, and close."""
    journey.go("e", "Säg det högt")
    to_stage(journey, "Ett steg")
    killed(journey, "Ett steg", "Enter  nästa rad")
    fill_in(journey, dict(zip(AGREED, (STEP, ROLE, LOOK_BACK), strict=True)))
    fill_in(journey, COUNTED)
    journey.until("Enter  avsluta träffen")
    journey.press("Enter")
    journey.until("Enter  se vad ni kom fram till")


def fill_in(journey: Journey, values: dict[str, str]) -> None:
    """Write beside each label; its line has the cursor before anything is written in it."""
    for label, value in values.items():
        journey.until(label, "Enter  nästa rad")
        journey.until_cursor_on(label)
        if value:
            journey.call("send-keys", "-l", value)
            journey.until_match(rf"{re.escape(label)}.*{re.escape(value)}")
        journey.press("Enter")


def the_debrief(journey: Journey, title: str) -> None:
    """It is frozen, tells levels of what was secret, and counts of what was open."""
    journey.go("Enter", title, "8 deltagare")
    told = journey.command("debrief")
    assert told == journey.command("debrief")
    assert told.startswith(title)
    text = " ".join(told.split())
    assert "8 deltagare (5 kvinnor, 3 män)" in text
    for line in (STEP, ROLE, LOOK_BACK):
        assert line in text
    secret, counted = text.split(" ".join(second_scene().scene.question.split()), 1)
    assert "minst 5 av 8" in secret
    assert not re.search(r"\b[678] av 8", secret)
    assert "6 av 8" in counted
    assert "5 av 8" in counted
    assert kept(journey)["sessions"]
