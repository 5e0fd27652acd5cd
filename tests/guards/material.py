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
from ajs_trainer.model.exercise import Exercise, Statement
from ajs_trainer.model.plan import Plan, PlanStep, StageMinutes, StepKind
from ajs_trainer.model.roleplay import (
    ClientCard,
    Cue,
    ObserverCard,
    RolePlay,
    RoundMinutes,
    StaffCard,
)
from ajs_trainer.model.skill import Behaviour, Skill
from ajs_trainer.play.story import compile_story
from ajs_trainer.session.state import Material as Used
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
                roleplay="123" if kind == "roleplay" else None,
                exercise="ovningen" if kind == "exercise" else None,
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
        used = Used(
            {"123": self.roleplay()},
            {"fardigheten": self.skill()},
            {"ovningen": self.exercise()},
        )
        name = story.scenario.id
        return Setup(self.plan(), {name: story}, name, "raised-hands", used)

    def skill(self) -> Skill:
        """A skill with two behaviours."""
        behaviours = [
            Behaviour.model_construct(id=name, text=self.text, working_material=True)
            for name in ("ett", "tva")
        ]
        return Skill.model_construct(
            **self._header("skill", "fardigheten"),
            strategy="authority",
            why=self.text,
            working_material=False,
            behaviours=tuple(behaviours),
            harms=(self.text,),
        )

    def roleplay(self) -> RolePlay:
        """A role-play of two rounds."""
        cues = [
            Cue.model_construct(id=to, to=to, text=self.text, after=None)
            for to in ("client", "staff")
        ]
        client: dict[str, Any] = dict.fromkeys(ClientCard.model_fields, self.text)
        return RolePlay.model_construct(
            **self._header("roleplay", "123"),
            summary=self.text,
            setting="prison",
            skill="fardigheten",
            content_note=self.text,
            rounds=2,
            minutes=RoundMinutes(),
            staff=StaffCard.model_construct(situation=self.text, task=self.text),
            client=ClientCard.model_construct(**client),
            observer=ObserverCard.model_construct(look_for=self.text),
            cues=tuple(cues),
        )

    def exercise(self) -> Exercise:
        """Two statements with three answers."""
        statements = [
            Statement.model_construct(
                id=name,
                text=self.text,
                answers=(self.text,) * 3,
                minutes=2,
                follow_up=(self.text,),
            )
            for name in ("ett", "tva")
        ]
        return Exercise.model_construct(
            **self._header("exercise", "ovningen"),
            summary=self.text,
            form="four-corners",
            minutes=10,
            content_note=self.text,
            statements=tuple(statements),
        )

    def _header(self, kind: str, name: str) -> dict[str, Any]:
        return {"format": 1, "kind": kind, "id": name, "language": "sv", "title": self.text}

    def library(self, *, changed: bool = False) -> FakeLibrary:
        """One scenario, one plan, one file that cannot be read."""
        told = self.scenario(changed=changed)
        entry = FakeEntry(id=told.id, title=self.text, summary=self.text, content_note=self.text)
        return _Library(
            listed=(entry,),
            scenarios={told.id: told},
            problems=(self._problem(),),
            agendas=(self.plan(),),
            known_skills=(self.skill(),),
            known_roleplays=(self.roleplay(),),
            known_exercises=(self.exercise(),),
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
