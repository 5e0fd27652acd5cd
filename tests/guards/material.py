"""Content whose every text is one text: a scenario, a plan, a library, past every check."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, get_args

from typing_extensions import override

from ajs_trainer.errors import StorageError
from ajs_trainer.model import (
    CastMember,
    Choice,
    Consequences,
    Ending,
    Part,
    Scenario,
    Scene,
    Thought,
)
from ajs_trainer.model.plan import Plan, PlanStep, StageMinutes, StepKind
from ajs_trainer.play.story import compile_story
from ajs_trainer.session.state import Setup
from ajs_trainer.tui.services import Record
from tests.builders import choice, ending, scenario
from tests.tui.fakes import FakeEntry, FakeLibrary, FakeLoaded, FakeProblem

UNREADABLE = "trasig"
"""The id of a scenario that cannot be read."""


@dataclass(frozen=True)
class Material:
    """All that a person meets in the program, in the words of one text."""

    text: str

    def scenario(self, *, changed: bool = False) -> Scenario:
        """Two choices and a locked one lead to two endings; one choice fewer when changed."""
        told = scenario({"kaffet": {"choices": [choice("ett", "slut")]}, "slut": ending()})
        scenes = {"kaffet": self._scene(), "slut": self._ending(), "annat": self._ending()}
        if changed:
            scenes["kaffet"] = scenes["kaffet"].model_copy(
                update={"choices": scenes["kaffet"].choices[1:]}
            )
        cast = [
            CastMember.model_construct(id=part, name=self.text, part=part, about=self.text)
            for part in ("actor", "exposed")
        ]
        header = {"title": self.text, "summary": self.text, "content_note": self.text}
        return told.model_copy(update={**header, "cast": tuple(cast), "scenes": scenes})

    def _scene(self) -> Scene:
        thoughts = [
            Thought.model_construct(id=pull, text=self.text, pull=pull, barrier=None)
            for pull in ("act", "wait")
        ]
        return Scene.model_construct(
            text=(self._part(),),
            thoughts=tuple(thoughts),
            question=self.text,
            choices=(
                self._choice("ett", "slut", strategy="direct"),
                self._choice("tva", "annat", strategy="support", when="after"),
                self._choice("last", "slut", needs=("aldrig",)),
            ),
            discuss=(self.text,),
        )

    def _choice(self, name: str, goto: str, **facts: Any) -> Choice:
        said = Consequences.model_construct(exposed=self.text, actor=self.text, others=self.text)
        about = {"toward": "actor", "when": "during", "strategy": "wait", **facts}
        texts = {"text": self.text, "unsafe": self.text, "locked": self.text}
        return Choice.model_construct(id=name, goto=goto, consequences=said, **{**texts, **about})

    def _ending(self) -> Scene:
        last = Ending.model_construct(title=self.text, text=(self._part(),))
        return Scene.model_construct(ending=last, discuss=(self.text,))

    def _part(self) -> Part:
        return Part.model_construct(text=self.text, needs=(), unless=())

    def plan(self) -> Plan:
        """Every kind of step once."""
        steps = [
            PlanStep.model_construct(
                kind=kind,
                minutes=5,
                title=self.text,
                text=self.text,
                notes=self.text,
                scenario=None,
                scenes=1,
                stages=StageMinutes(),
            )
            for kind in get_args(StepKind)
        ]
        return Plan.model_construct(
            format=1,
            kind="plan",
            id="planen",
            language="sv",
            title=self.text,
            summary=self.text,
            steps=tuple(steps),
        )

    def meeting(self) -> Setup:
        """A meeting with that plan and that scenario."""
        story = compile_story(self.scenario())
        return Setup(self.plan(), {story.scenario.id: story}, story.scenario.id, "raised-hands")

    def library(self, *, changed: bool = False) -> FakeLibrary:
        """One scenario, one plan, one file that cannot be read."""
        told = self.scenario(changed=changed)
        entry = FakeEntry(id=told.id, title=self.text, summary=self.text, content_note=self.text)
        return _Library(
            listed=(entry,),
            scenarios={told.id: told},
            problems=(self._problem(),),
            agendas=(self.plan(),),
            problem=self._problem(),
        )

    def _problem(self) -> FakeProblem:
        return FakeProblem(file=f"mapp/{self.text}.yaml", message=self.text, hint=self.text)

    def refused(self) -> Record:
        """A record that cannot be opened, for a reason in these words.

        Raises:
            StorageError: Always.
        """
        raise StorageError(self.text, self.text)


@dataclass
class _Library(FakeLibrary):
    """The problem of the file that cannot be read is in the words of the text too."""

    problem: FakeProblem = field(default_factory=FakeProblem)

    @override
    def load(self, id: str, language: str) -> FakeLoaded:
        """The scenario, or its problem."""
        known = id in self.scenarios
        return super().load(id, language) if known else FakeLoaded(None, (self.problem,))
