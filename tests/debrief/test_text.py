"""The text: read at 80 columns and 24 lines, from the back of a room."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from ajs_trainer.characters import is_forbidden
from ajs_trainer.debrief.disclosure import publish
from ajs_trainer.debrief.render.bars import BLOCKS, PLAIN
from ajs_trainer.debrief.render.csv import to_csv
from ajs_trainer.debrief.render.html import to_html
from ajs_trainer.debrief.render.markdown import to_markdown
from ajs_trainer.debrief.render.text import to_text
from ajs_trainer.debrief.render.text_question import question_lines
from ajs_trainer.debrief.render.text_trend import trend_text
from ajs_trainer.debrief.results import SessionResult
from ajs_trainer.debrief.summary import Told, summarise
from ajs_trainer.debrief.trend import trend
from ajs_trainer.locale import use_language
from tests.debrief.results import results
from tests.debrief.rooms import CAR, FOUR, OPEN, SIX, TWELVE, day, secret

ROOMS = {"twelve": TWELVE, "six": SIX, "four": FOUR, "open": OPEN, "day": day()}


@pytest.mark.parametrize("name", ROOMS)
@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("width", [64, 76, 80, 100])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_line_is_wider_than_the_screen(
    name: str, plain: bool, width: int, language: str
) -> None:
    use_language(language)
    try:
        text = to_text(summarise(ROOMS[name]), width, plain)
    finally:
        use_language("sv")

    assert [line for line in text.splitlines() if len(line) > width] == []


def test_five_options_in_two_rounds_fit_on_one_screen() -> None:
    question = replace(CAR, options=(*CAR.options, replace(CAR.options[0], id="till")))
    for counts in ((3, 3, 3, 2, 1), (3, 3, 3, 2, 1)), ((9, 1, 1, 1, 0), (6, 5, 1, 0, 0)):
        first, second = (publish(secret(*each)) for each in counts)

        assert len(list(question_lines(Told(question, first, second)))) <= 24


def test_a_bar_has_three_levels_and_words() -> None:
    told = Told(CAR, None, publish(secret(1, 8, 2, 1)))
    lines = list(question_lines(told))

    assert lines == [
        "Vad gör du med de fyra milen?",
        "Var och en valde för sig.",
        "",
        "Ringer hotellet och frågar om ett rum till.",
        "█████████████ ············· ·············  högst 4 av 12",
        "",
        "Låter skämtet passera och häller upp det sista kaffet.",
        "█████████████ █████████████ █████████████  minst 8 av 12",
        "",
        "Skriver till Fredrik att ni delar rum och frågar om det är okej.",
        "█████████████ ············· ·············  högst 4 av 12",
        "",
        "Säger till Marita att det skämtet gärna får stanna i bilen.",
        "█████████████ ············· ·············  högst 4 av 12",
    ]


def test_what_moved_is_named_where_the_room_landed() -> None:
    lines = to_text(summarise(TWELVE)).splitlines()
    place = lines.index("Låter skämtet passera och häller upp det sista kaffet.")

    assert lines[place + 1].startswith("Först    ▬▬▬")
    assert lines[place + 1].endswith("minst 8 av 12")
    assert lines[place + 2].startswith("Sedan    ███")
    assert lines[place + 2].endswith("högst 4 av 12  ↓ färre")


def test_a_room_of_four_is_asked_to_talk_in_pairs() -> None:
    text = to_text(summarise(FOUR))

    assert "Svaren är för få för att visas. Prata två och två i stället" in text
    assert BLOCKS.full not in text
    assert "av 4" not in text


def test_a_room_of_six_hears_what_more_than_half_chose() -> None:
    text = to_text(summarise(SIX))

    assert "mer än hälften av 6" in text
    assert "Först: Inget val fick mer än hälften." in text
    assert "Sedan    ↓ färre" in text.splitlines(), "what more than half chose, and no longer do"
    assert "högst" not in text


def test_raised_hands_are_counted() -> None:
    text = to_text(summarise(OPEN))

    assert "Räknat på uppräckta händer, före och efter samtalet." in text
    assert "6 av 12" in text


def test_plain_text_draws_with_ascii() -> None:
    text = to_text(summarise(TWELVE), plain=True)

    for sign in (BLOCKS.full, BLOCKS.slim, BLOCKS.empty, BLOCKS.line, BLOCKS.item, BLOCKS.more):
        assert sign not in text
    assert PLAIN.full * 13 in text


def test_the_title_of_the_only_scenario_stands_once() -> None:
    title = TWELVE.played[0].title
    alone = replace(TWELVE, title=title, plan="", played=TWELVE.played[:1])

    assert to_text(summarise(alone)).splitlines().count(title) == 1
    assert to_text(summarise(replace(alone, title="APT"))).splitlines().count(title) == 1


def test_a_trend_fits_on_80_columns_and_shows_the_latest_meetings() -> None:
    meetings = [summarise(replace(TWELVE, date=f"2026-{month:02}-04")) for month in range(1, 13)]
    text = trend_text(trend([*meetings, summarise(FOUR)]))

    assert all(len(line) <= 80 for line in text.splitlines())
    assert "2026-12-04" in text
    assert "2026-01-04" not in text
    assert "1 träff med för få deltagare visas inte." in text
    assert "Här finns inget att visa än." in trend_text(trend([]))


@pytest.mark.parametrize("name", ROOMS)
@pytest.mark.parametrize("draw", [to_text, to_markdown, to_html, to_csv])
def test_nothing_is_graded_counted_in_percent_or_ranked(draw: object, name: str) -> None:
    assert callable(draw)
    shown = str(draw(summarise(ROOMS[name]))).partition("<body")
    seen = (shown[2] or shown[0]).lower()

    for word in ("%", "procent", "poäng", "bäst", "vinnare", "rätt svar", "fel svar", "alla valde"):
        assert word not in seen.replace("det bästa skälet", "")
    for word in (" ingen valde", "ensam", "anonym"):
        assert word not in seen


@given(results)
@settings(deadline=None)
def test_no_text_from_outside_can_steer_a_terminal(result: SessionResult) -> None:
    debrief = summarise(result)
    for shown in (to_text(debrief), to_markdown(debrief), to_html(debrief), to_csv(debrief)[1:]):
        assert not any(is_forbidden(sign) for sign in shown.replace("\r\n", "\n"))
