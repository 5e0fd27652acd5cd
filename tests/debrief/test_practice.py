"""Role-plays and value exercises in the debrief: what was practised, and never how well."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from ajs_trainer.debrief.render.csv import to_csv
from ajs_trainer.debrief.render.html import to_html
from ajs_trainer.debrief.render.markdown import to_markdown
from ajs_trainer.debrief.render.text import to_text
from ajs_trainer.debrief.render.text_trend import trend_text
from ajs_trainer.debrief.results import Attendance
from ajs_trainer.debrief.summary import from_json, summarise, to_json
from ajs_trainer.debrief.trend import trend
from tests.debrief.rooms import PRACTISED, STOOD, TRIO, TWELVE

MIXED = replace(TWELVE, practised=PRACTISED, stands=STOOD)


@pytest.mark.parametrize("draw", [to_text, to_markdown, to_html])
def test_a_trio_reads_what_it_practised_and_nothing_of_choices(draw: object) -> None:
    text = draw(summarise(TRIO))  # type: ignore[operator]
    for said in (
        "Samtalet ni övade",
        "Effektiv auktoritet",
        "Effektiv användning av auktoritet",
        "3 omgångar.",
        "Talar lugnt och i vanlig ton: 2 tydligt, 1 missat tillfälle",
        "”Jag hör dig”",
        "Ingen bedöms.",
    ):
        assert said in " ".join(text.split()), said
    for said in ("valde", "Före, under", "Att prata om", "För få"):
        assert said not in text


@pytest.mark.parametrize("draw", [to_text, to_markdown, to_html])
def test_where_the_room_stood_is_told_as_it_was_counted(draw: object) -> None:
    text = draw(summarise(MIXED))  # type: ignore[operator]
    assert "3 av 8: Med en gång, så att alla hör" in text
    assert "0 av 8: Eget svar" in text
    assert "Nekat samtal" in text
    assert "Hotellrummet" in text


def test_the_table_has_a_row_for_each_level_and_each_place() -> None:
    rows = list(csv.reader(io.StringIO(to_csv(summarise(MIXED))[1:]), delimiter=";"))
    assert {len(row) for row in rows} == {17}
    levels = [(row[7], row[13], row[14]) for row in rows if row[6] == "beteende"]
    assert levels[:2] == [
        ("Talar lugnt och i vanlig ton.", "tydligt", "2"),
        ("Talar lugnt och i vanlig ton.", "missat tillfälle", "1"),
    ]
    places = [(row[7], row[12], row[14], row[15]) for row in rows if row[6] == "ställningstagande"]
    assert places[0] == ("Med en gång, så att alla hör", "8", "3", "3")


def test_words_that_mean_harm_are_text() -> None:
    heard = replace(PRACTISED[0].heard[0], words=("=1+1", "<b>"), behaviour="<script>")
    evil = replace(TRIO, practised=(replace(PRACTISED[0], heard=(heard,), title="=2"),))
    debrief = summarise(evil)
    assert "<script>" not in to_html(debrief)
    assert "<b>" not in to_markdown(debrief)
    for row in csv.reader(io.StringIO(to_csv(debrief)[1:]), delimiter=";"):
        assert not any(field.startswith("=") for field in row)


def test_a_debrief_from_before_is_read() -> None:
    old = json.loads(to_json(summarise(TWELVE)))
    del old["practised"], old["stands"]
    assert from_json(json.dumps(old)) == summarise(TWELVE)
    assert from_json(to_json(summarise(MIXED))) == summarise(MIXED)


def test_a_full_day_loses_the_words_first() -> None:
    crowded = replace(MIXED, played=TWELVE.played * 6, practised=PRACTISED * 3, stands=STOOD * 20)
    page = to_html(summarise(crowded))
    assert "Nekat samtal" in page
    assert "Jag hör dig" not in page


def test_the_trend_counts_the_strategies_that_were_practised() -> None:
    found = trend([summarise(TRIO), summarise(MIXED), summarise(TWELVE)])
    assert found.practised == {"authority": 2}
    assert found.left_out == 0, "a trio made no choices that could be left out"
    assert len(found.meetings) == 2
    text = trend_text(found)
    assert "Effektiv användning av auktoritet: 2 träffar" in text
    assert "Inte övat än: Adekvat modellering och förstärkning" in text
    small = replace(TWELVE, attendance=Attendance(3))
    assert trend([summarise(small)]).left_out == 1
    alone = trend_text(trend([summarise(TRIO)]))
    assert "1 träff\n" in alone
    assert "inget att visa" not in alone
    assert "KKA" not in trend_text(trend([summarise(TWELVE)]))
