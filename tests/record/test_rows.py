"""Events survive the record, and nothing else is needed to go on."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ajs_trainer.play.run import Event, Rated, Recognised, Run, apply, begin, choose, replay, undo
from ajs_trainer.play.step import offered
from ajs_trainer.play.story import Story, compile_story
from ajs_trainer.record.rows import to_event, to_row
from ajs_trainer.record.texts import Text
from tests.play.test_continuation_laws import stories
from tests.record.helpers import chosen, coffee, opened

TEXTS = st.text(max_size=20)


@given(
    st.one_of(
        st.builds(Recognised, TEXTS, TEXTS, st.booleans()),
        st.builds(Rated, st.sampled_from(["before", "after"]), st.integers(1, 5)),
        st.sampled_from(chosen(coffee(), "fraga", "igen", "vantar", "ga")),
    )
)
def test_a_row_gives_its_event_back(event: Event) -> None:
    row = to_row("run", 3, event, Text("hash", coffee()), 1)

    assert to_event(row) == event


def some_event(draw: Any, story: Story, run: Run) -> tuple[Run, Event] | None:
    kind = draw(st.sampled_from(["choose", "choose", "choose", "undo", "rate", "mark"]))
    if kind == "undo":
        return undo(story, run)
    if kind == "choose":
        ids = [move.id for move in offered(story, run.state)]
        return choose(story, run, draw(st.sampled_from(ids))) if ids else None
    event: Event = Rated("before", 3) if kind == "rate" else Recognised("a", "b")
    return apply(story, run, event), event


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_saving_and_loading_between_all_steps_changes_nothing(data: st.DataObject) -> None:
    """One person never leaves, the other closes the program after every event: the same run,
    the same flags, and every choice in the record exactly once.
    """
    draw: Any = data.draw
    story = data.draw(stories())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ajs.db"
        with opened(path) as record:
            key = record.runs.begin(record.runs.participant(), story.scenario).key
        run = begin(story)
        events: list[Event] = []
        for _ in range(data.draw(st.integers(1, 8))):
            happened = some_event(draw, story, run)
            if happened is None:
                continue
            run, event = happened
            with opened(path) as record:
                record.runs.append(key, len(events), event)
            events.append(event)
            with opened(path) as record:
                loaded = compile_story(record.runs.content(record.runs.get(key).content))
                resumed = replay(loaded, record.runs.events(key))
            assert resumed == run
            assert loaded.flag_names(resumed.state) == story.flag_names(run.state)
        with opened(path) as record:
            assert record.runs.events(key) == tuple(events)
            assert record.runs.get(key).choices == len(run.way)
