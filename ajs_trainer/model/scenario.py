"""A branching bystander scenario (format 1, kind ``scenario``)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ajs_trainer.model.fields import (
    FormatNumber,
    Identifier,
    Language,
    Line,
    Model,
    Name,
    Part,
    Prose,
    YesNo,
)
from ajs_trainer.model.vocabulary import (
    Barrier,
    CastPart,
    Ground,
    Pull,
    Relation,
    Role,
    Setting,
    Severity,
    Strategy,
    Toward,
    When,
)

__all__ = [
    "CastMember",
    "Choice",
    "Consequences",
    "Ending",
    "Part",
    "Promise",
    "Scenario",
    "Scene",
    "Thought",
]

Identifiers = tuple[Identifier, ...]


class CastMember(Model):
    """Somebody who is around."""

    id: Name
    name: Annotated[Line, Field(description="What the person is called in the story.")]
    part: Annotated[CastPart, Field(description="What the person does in the situation.")] = "other"
    about: Annotated[str, Field(description="A few words about the person.")] = ""


class Thought(Model):
    """One inner voice among *Tankar som snurrar* (train of thought)."""

    id: Name
    text: Annotated[Line, Field(description="What one thinks.")]
    pull: Annotated[Pull, Field(description="Which way the thought pulls.")]
    barrier: Annotated[
        Barrier | None, Field(description="Which of the five steps the thought holds back.")
    ] = None


class Consequences(Model):
    """What can be seen or heard right after a choice; never whether it was right."""

    exposed: Annotated[str, Field(description="What happens to the person exposed.")] = ""
    actor: Annotated[str, Field(description="What happens to the one who acts.")] = ""
    others: Annotated[str, Field(description="What happens to the others.")] = ""


class Choice(Model):
    """Something one may do in a scene."""

    id: Name
    text: Annotated[Line, Field(description="What one does, in one line.")]
    when: Annotated[When, Field(description="When one acts, seen from the incident.")]
    strategy: Annotated[Strategy, Field(description="How one acts.")]
    toward: Annotated[Toward | None, Field(description="Whom one turns to.")] = None
    goto: Annotated[Identifier, Field(description="The scene that follows.")]
    consequences: Annotated[
        Consequences, Field(description="What each party does or feels right after.")
    ] = Consequences()
    sets: Annotated[Identifiers, Field(description="Flags that the choice sets.")] = ()
    needs: Annotated[
        Identifiers, Field(description="Flags that must be set for the choice to be offered.")
    ] = ()
    unless: Annotated[
        Identifiers, Field(description="Flags that must not be set for the choice to be offered.")
    ] = ()
    locked: Annotated[
        str,
        Field(description="Why the choice cannot be taken now; without it the choice is hidden."),
    ] = ""
    unsafe: Annotated[
        str, Field(description="Why the choice is unsafe or unlawful, when it is.")
    ] = ""
    shows: Annotated[
        Identifiers, Field(description="Behaviours of the skill that the reply shows.")
    ] = ()
    misses: Annotated[
        Identifiers,
        Field(description="Behaviours that the moment offered and the reply did not take."),
    ] = ()
    was: Annotated[Identifiers, Field(description="Earlier ids of the choice.")] = ()


class Ending(Model):
    """How it turned out."""

    title: Annotated[Line, Field(description="What the ending is called.")]
    text: Annotated[Prose, Field(description="How it turned out.")]


class Scene(Model):
    """A moment: either a situation with choices, or an ending."""

    text: Annotated[Prose, Field(description="What one sees and hears.")] = ()
    thoughts: Annotated[
        tuple[Thought, ...], Field(description="Inner voices that pull both ways.")
    ] = ()
    question: Annotated[str, Field(description="What one has to decide.")] = ""
    choices: Annotated[tuple[Choice, ...], Field(description="What one may do.")] = ()
    discuss: Annotated[tuple[Line, ...], Field(description="Questions for the talk.")] = ()
    ending: Annotated[Ending | None, Field(description="How the scenario ends here.")] = None
    draft: Annotated[
        YesNo, Field(description="Not finished: allowed while writing, refused at release.")
    ] = False
    was: Annotated[Identifiers, Field(description="Earlier ids of the scene.")] = ()


class Promise(Model):
    """Something that the checker proves over every state that can be reached."""

    after: Annotated[str, Field(description="From where: any, a scene, or scene/choice.")] = "any"
    can_reach: Annotated[
        Identifier | None,
        Field(alias="can-reach", description="A scene or flag that can still be reached."),
    ] = None
    every_ending_has: Annotated[
        Identifier | None,
        Field(
            alias="every-ending-has",
            description="A strategy that has been offered, or a flag that is set, at every ending.",
        ),
    ] = None


class Scenario(Model):
    """A branching scenario told in second person, present tense."""

    format: FormatNumber
    kind: Annotated[Literal["scenario"], Field(description="What the file holds.")]
    id: Name
    language: Language
    title: Annotated[Line, Field(description="What the scenario is called.")]
    summary: Annotated[Line, Field(description="One sentence about the situation.")]
    setting: Annotated[Setting, Field(description="Where it happens.")]
    relation: Annotated[Relation, Field(description="Who acts - who is exposed.")]
    grounds: Annotated[
        tuple[Ground, ...], Field(min_length=1, description="What the act is about.")
    ]
    severity: Annotated[Severity, Field(description="How far it has gone.")]
    role: Annotated[Role, Field(description="Who one is in the situation.")] = "bystander"
    skill: Annotated[
        Identifier | None,
        Field(description="The skill that is practised: makes the scenario a dialogue."),
    ] = None
    minutes: Annotated[int, Field(ge=1, le=240, description="How long it takes, in minutes.")]
    content_note: Annotated[str, Field(description="Shown before the start.")] = ""
    cast: Annotated[tuple[CastMember, ...], Field(description="Who is there.")] = ()
    terms: Annotated[
        dict[Identifier, Line],
        Field(description="Words that a workplace may swap; written {word} in texts."),
    ] = {}
    expect: Annotated[
        tuple[Promise, ...], Field(description="Promises that the checker proves.")
    ] = ()
    start: Annotated[Identifier, Field(description="The first scene.")]
    scenes: Annotated[
        dict[Identifier, Scene], Field(min_length=1, description="The moments, by id.")
    ]
