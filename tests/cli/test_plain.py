"""Playing line by line."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ajs_trainer.characters import is_forbidden
from ajs_trainer.cli.plain import Outcome, play_plain
from ajs_trainer.cli.voice import Voice, known_width
from ajs_trainer.errors import StorageError
from ajs_trainer.locale import use_language
from ajs_trainer.play.run import Event, Rated, Recognised, Returned, Run, apply, begin, replay
from ajs_trainer.play.story import Chosen, Story, compile_story
from tests.builders import choice, ending, scenario


@pytest.fixture(autouse=True)
def _english() -> None:
    use_language("en")


def coffee() -> Story:
    """Two choices to an ending; the second is locked until somebody was asked."""
    return compile_story(
        scenario(
            {
                "kaffet": {
                    "text": "Du står vid kaffemaskinen.",
                    "thoughts": [
                        {"id": "skamt", "text": "Det var ett skämt.", "pull": "wait"},
                        {"id": "tyst", "text": "Hon tystnade.", "pull": "act"},
                    ],
                    "question": "Vad gör du?",
                    "choices": [
                        choice(
                            "fraga",
                            "efter",
                            text="Frågar vad han menar.",
                            sets=["fragade"],
                            consequences={"exposed": "Sara ser upp.", "actor": "Micke tystnar."},
                        ),
                        choice(
                            "filmar",
                            "efter",
                            text="Filmar det.",
                            strategy="document",
                            unsafe="Inga bilder härinne.",
                        ),
                    ],
                },
                "efter": {
                    "text": "Rasten är slut.",
                    "choices": [
                        choice(
                            "foljer", "slut", text="Följer upp.", when="after", strategy="delay"
                        ),
                        choice(
                            "tackar",
                            "slut",
                            text="Tackar Sara.",
                            when="after",
                            strategy="support",
                            needs=["fragade"],
                            locked="Du sade inget.",
                        ),
                    ],
                },
                "slut": ending("Efteråt", "Sara diskar sin kopp."),
            },
            title="Skämtet",
            content_note="Sexistiskt språk.",
            cast=[{"id": "sara", "name": "Sara", "part": "exposed", "about": "ny här"}],
        )
    )


class Desk:
    """Answers in, text and events out."""

    def __init__(self, answers: str, faults: int = 0, *, interactive: bool = False) -> None:
        self.sink = io.StringIO()
        self.voice = Voice(io.StringIO(answers), self.sink, interactive=interactive)
        self.events: list[Event] = []
        self.ends: list[bool] = []
        self.faults = faults

    def save(self, event: Event, at_end: bool) -> None:
        """Keep an event, unless the disk is full."""
        if self.faults:
            self.faults -= 1
            raise StorageError("Not saved: the disk is full.", "make room")
        self.events.append(event)
        self.ends.append(at_end)

    @property
    def text(self) -> str:
        """Everything that was said."""
        return self.sink.getvalue()


def play(answers: str, run: Run | None = None, **settings: object) -> tuple[Outcome, Desk]:
    """Play the coffee story with the answers, one a line."""
    desk = Desk(answers, **settings)  # type: ignore[arg-type]
    story = coffee()
    where = run or begin(story)
    return play_plain(story, where, desk.voice, desk.save, resumed=run is not None), desk


def test_a_run_from_start_to_ending() -> None:
    outcome, desk = play("2\n1\n2\n4\n\n")

    assert outcome is Outcome.FINISHED
    assert [type(event) for event in desk.events] == [Rated, Chosen, Chosen, Rated]
    assert replay(coffee(), desk.events).state.scene == coffee().numbers["slut"]
    assert desk.ends == [False, False, True, True]


def test_what_is_read_comes_in_the_order_of_the_course() -> None:
    _outcome, desk = play("\n1\n2\n\n\n")

    order = [
        "Skämtet",
        "Sexistiskt språk.",
        "How sure are you that",
        "Du står vid kaffemaskinen.",
        "t1. Det var ett skämt.",
        "Vad gör du?",
        "1. Frågar vad han menar.",
        "Saved.",
        "Sara ser upp.",
        "Rasten är slut.",
        "How it turned out: Efteråt",
        "How sure are you now",
        "The way you took:",
        "g2. Tackar Sara.",
        "What you tried",
        "Thank you",
    ]
    places = [desk.text.index(words) for words in order]
    assert places == sorted(places)


def test_saved_is_said_once_for_each_event_and_after_it() -> None:
    story = coffee()
    desk = Desk("3\nt1\n1\nb\n1\n1\n\n\n")
    said_before: list[int] = []

    def save(event: Event, at_end: bool) -> None:
        said_before.append(desk.text.count("Saved."))
        desk.save(event, at_end)

    play_plain(story, begin(story), desk.voice, save)

    assert said_before == list(range(len(desk.events)))
    assert desk.text.count("Saved.") == len(desk.events)


def test_the_same_answers_give_the_same_events_and_the_same_text() -> None:
    first, second = (play("2\nt2\n1\nb\n2\n1\n5\ng1\n1\n2\n\n")[1] for _ in range(2))

    assert first.events == second.events
    assert first.text == second.text


def test_end_of_input_pauses() -> None:
    outcome, desk = play("\n1\n")

    assert outcome is Outcome.PAUSED
    assert desk.text.rstrip().endswith("go on from here next time.")
    assert len(desk.events) == 1


@pytest.mark.parametrize("answers", ["p\n", "\np\n", "\n1\nP\n"])
def test_p_pauses_anywhere(answers: str) -> None:
    assert play(answers)[0] is Outcome.PAUSED


def test_a_run_goes_on_where_it_was() -> None:
    story = coffee()
    there = apply(story, begin(story), Chosen("kaffet", "fraga", ("fraga", "filmar")))
    outcome, desk = play("2\n\n\n", there)

    assert outcome is Outcome.FINISHED
    assert "at choice 2" in desk.text
    assert "Sexistiskt" not in desk.text
    assert "Du står vid" not in desk.text


def test_b_goes_back_one_choice_and_not_further_than_the_start() -> None:
    _outcome, desk = play("\nb\n1\nb\n")

    assert "nothing to go back to" in desk.text
    assert desk.events[-1] == Returned(0)
    assert desk.text.count("Choice 1") == 2


def test_a_thought_is_marked_and_the_mark_taken_back() -> None:
    _outcome, desk = play("\nt2\n\nt2\n")

    assert desk.events == [
        Recognised("kaffet", "tyst"),
        Recognised("kaffet", "tyst", marked=False),
    ]
    assert "t2. Hon tystnade. (you recognised this one)" in desk.text


@pytest.mark.parametrize(
    "answer", ["3", "0", "-1", "t3", "t0", "x", "1 2", "1" * 5000, "\x1b[2J", "g1", "½", "１"]
)
def test_a_wrong_answer_is_asked_again_and_changes_nothing(answer: str) -> None:
    outcome, desk = play(f"\n{answer}\n1\n")

    assert outcome is Outcome.PAUSED
    assert "Write a number from 1 to 2" in desk.text
    assert [type(event) for event in desk.events] == [Chosen]
    assert "\x1b" not in desk.text


def test_help_tells_every_answer() -> None:
    _outcome, desk = play("\n?\n")

    for answer in ("A number", "t1 marks", "b goes", "Only Enter", "p pauses"):
        assert answer in desk.text


def test_enter_reads_the_scene_again() -> None:
    _outcome, desk = play("\n\n")

    assert desk.text.count("Du står vid kaffemaskinen.") == 2
    assert desk.events == []


def test_a_locked_choice_is_told_with_its_reason_and_cannot_be_taken() -> None:
    _outcome, desk = play("\n2\n2\n")

    assert "Not possible now: Tackar Sara. (Du sade inget.)" in desk.text
    assert len(desk.events) == 1


def test_what_is_unsafe_about_a_choice_is_told_after_it() -> None:
    _outcome, desk = play("\n2\n")

    assert desk.text.index("Saved.") < desk.text.index("Inga bilder härinne.")


def test_going_back_from_the_ending_to_a_numbered_choice() -> None:
    outcome, desk = play("\n1\n1\n\ng1\n2\n1\n\n")

    assert outcome is Outcome.FINISHED
    assert desk.events[2] == Returned(0)
    assert desk.ends == [False, True, False, False, True]
    assert desk.text.count("How sure are you now") == 1


def test_an_unknown_place_to_go_back_to_is_asked_again() -> None:
    outcome, desk = play("\n1\n1\n\ng3\nnej\ng0\n\n")

    assert outcome is Outcome.FINISHED
    assert len(desk.events) == 2


def test_the_grid_tells_what_was_tried_and_what_is_left() -> None:
    _outcome, desk = play("\n1\n1\n\n\n")

    assert "During: you tried speak up. Left to try document." in desk.text
    assert "After: you tried follow up. Left to try support." in desk.text


def test_a_rating_that_is_no_number_is_asked_again() -> None:
    _outcome, desk = play("6\nja\n3\n")

    assert desk.events == [Rated("before", 3)]
    assert desk.text.count("Write a number from 1 to 5") == 2


def test_a_full_disk_keeps_the_choice_until_enter_stores_it_once() -> None:
    story = coffee()
    desk = Desk("\n1\n\n\n", faults=2, interactive=True)
    play_plain(story, begin(story), desk.voice, desk.save)

    assert desk.text.count("Not saved: the disk is full. (make room)") == 2
    assert len(desk.events) == 1
    assert desk.text.count("Saved.") == 1


def test_a_full_disk_in_a_pipe_stops_at_once() -> None:
    desk = Desk("\n1\n\n\n", faults=1)
    story = coffee()

    with pytest.raises(StorageError):
        play_plain(story, begin(story), desk.voice, desk.save)
    assert "Saved." not in desk.text


@pytest.mark.parametrize("rest", ["", "p\n"])
def test_whoever_leaves_with_an_unsaved_choice_is_told_of_the_fault(rest: str) -> None:
    desk = Desk(f"\n1\n{rest}", faults=9, interactive=True)
    story = coffee()

    with pytest.raises(StorageError):
        play_plain(story, begin(story), desk.voice, desk.save)
    assert desk.events == []


@pytest.mark.parametrize("width", [20, 40, 76, 200])
def test_lines_are_wrapped_at_the_width(width: int) -> None:
    sink = io.StringIO()
    Voice(io.StringIO(), sink, width).say("Ett ord i taget. " * 40 + "\n\nOch ett stycke till.")

    lines = sink.getvalue().splitlines()
    assert max(map(len, lines)) <= width
    assert "" in lines


def test_the_width_of_something_that_is_no_terminal_is_76() -> None:
    assert known_width(io.StringIO()) == 76


def test_text_from_content_cannot_steer_the_terminal() -> None:
    hostile = "\x1b]0;ägd\x07\x1b[2J\x9b31m[/ [@click=app.quit]x[/] \u202e\x00\r"
    story = compile_story(
        scenario(
            {
                "a": {
                    "text": hostile + "text",
                    "question": hostile,
                    "thoughts": [{"id": "t", "text": hostile + "t", "pull": "act"}],
                    "choices": [
                        choice(
                            "c",
                            "z",
                            text=hostile + "c",
                            unsafe=hostile,
                            consequences={"exposed": hostile, "actor": hostile, "others": hostile},
                        ),
                        choice("d", "z", text=hostile + "d", needs=["x"], locked=hostile),
                        choice("e", "z", sets=["x"]),
                    ],
                },
                "z": ending(hostile + "slut", hostile + "slut"),
            },
            title=hostile + "titel",
            summary=hostile + "sum",
            content_note=hostile,
            cast=[{"id": "p", "name": hostile + "n", "about": hostile}],
        )
    )
    desk = Desk("\nt1\n1\n\n\n")
    play_plain(story, begin(story), desk.voice, desk.save)

    assert not {character for character in desk.text if is_forbidden(character)}
    assert "[@click=app.quit]x[/]" in desk.text


ANSWERS = st.lists(
    st.sampled_from(["1", "2", "", "b", "?", "t1", "t2", "x", "g1", "g2", "p", "5"]), max_size=25
)


@given(ANSWERS, ANSWERS)
def test_whatever_is_answered_in_two_sittings_the_events_replay(
    first: list[str], second: list[str]
) -> None:
    story = coffee()
    run = begin(story)
    events: list[Event] = []
    for answers in (first, second):
        desk = Desk("".join(f"{answer}\n" for answer in answers))
        play_plain(story, run, desk.voice, desk.save, resumed=bool(events))
        events += desk.events
        run = replay(story, events)
        for at_end in desk.ends[-1:]:
            assert at_end == (run.state.scene == story.numbers["slut"])
