"""Which scenarios fit: laws of search and filters."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ajs_trainer.model.vocabulary import GROUNDS, RELATIONS, SETTINGS
from ajs_trainer.tui.finding import KIND_NAMES, KINDS, Wanted, values
from tests.tui.fakes import FakeEntry

entries = st.builds(
    FakeEntry,
    title=st.text(max_size=12),
    summary=st.text(max_size=12),
    setting=st.sampled_from(SETTINGS),
    relation=st.sampled_from(RELATIONS),
    grounds=st.lists(st.sampled_from(GROUNDS), min_size=1, max_size=3).map(tuple),
    minutes=st.integers(1, 60),
    skill=st.sampled_from(("", "", "tankekedja")),
)
wishes = st.builds(
    Wanted,
    text=st.text(max_size=4),
    setting=st.sampled_from(("", *SETTINGS)),
    relation=st.sampled_from(("", *RELATIONS)),
    ground=st.sampled_from(("", *GROUNDS)),
    minutes=st.sampled_from(("", "5", "30")),
    kind=st.sampled_from(("", *KIND_NAMES)),
)


@given(entries)
def test_who_asks_for_nothing_gets_everything(entry: FakeEntry) -> None:
    assert Wanted().fits(entry)


@given(entries, wishes)
def test_asking_for_less_never_hides_more(entry: FakeEntry, wanted: Wanted) -> None:
    if wanted.fits(entry):
        for kind in (*KINDS, "text"):
            assert replace(wanted, **{kind: ""}).fits(entry)


@given(entries)
def test_a_scenario_is_found_by_its_own_title(entry: FakeEntry) -> None:
    assert Wanted(text=entry.title.upper().lower()).fits(replace(entry, title=entry.title.upper()))
    assert Wanted(text=f"  {entry.title} {entry.summary}").fits(entry)


@given(st.lists(entries, max_size=6), st.sampled_from(KINDS))
def test_every_value_that_is_offered_finds_something(found: list[FakeEntry], kind: str) -> None:
    for value in values(kind, found):
        assert any(Wanted(**{kind: value}).fits(entry) for entry in found)


@given(entries, wishes)
def test_a_dialogue_is_never_found_by_what_only_a_scenario_has(
    entry: FakeEntry, wanted: Wanted
) -> None:
    if wanted.fits(entry) and (wanted.relation or wanted.ground or wanted.kind == "scenario"):
        assert not entry.skill
    if wanted.fits(entry) and wanted.kind == "dialogue":
        assert entry.skill


@given(st.lists(entries, max_size=6))
def test_types_are_offered_only_where_there_are_both(found: list[FakeEntry]) -> None:
    both = len({bool(entry.skill) for entry in found}) == 2
    assert bool(values("kind", found)) == both


def test_letters_put_together_in_another_way_are_the_same_letters() -> None:
    assert Wanted(text="Ska\N{COMBINING DIAERESIS}mtet").fits(FakeEntry(title="Skämtet"))
    assert not Wanted(text="kaffe bulle").fits(FakeEntry())
