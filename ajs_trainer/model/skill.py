"""A skill that staff practise (format 1, kind ``skill``)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ajs_trainer.model.fields import FormatNumber, Language, Line, Model, Name, YesNo
from ajs_trainer.model.vocabulary import KkaStrategy

LEAST_BEHAVIOURS = 5
MOST_BEHAVIOURS = 6
"""What one observer can listen for at once."""


class Behaviour(Model):
    """Something that can be seen or heard when somebody uses the skill."""

    id: Name
    text: Annotated[Line, Field(description="What can be seen or heard, in one line.")]
    working_material: Annotated[
        YesNo, Field(description="Not verified: shown as working material to check locally.")
    ] = False


class Skill(Model):
    """A skill of core correctional practice, as behaviours to practise and listen for."""

    format: FormatNumber
    kind: Annotated[Literal["skill"], Field(description="What the file holds.")]
    id: Name
    language: Language
    title: Annotated[Line, Field(description="What the skill is called.")]
    strategy: Annotated[
        KkaStrategy, Field(description="Which of the five KKA strategies it belongs to.")
    ]
    why: Annotated[Line, Field(description="Why it is worth practising, in one line.")]
    working_material: Annotated[
        YesNo, Field(description="Not verified: shown as working material to check locally.")
    ] = False
    behaviours: Annotated[
        tuple[Behaviour, ...],
        Field(
            min_length=1,
            json_schema_extra={"minItems": LEAST_BEHAVIOURS, "maxItems": MOST_BEHAVIOURS},
            description="Five or six things that can be seen or heard.",
        ),
    ]
    harms: Annotated[tuple[Line, ...], Field(min_length=1, description="What harms the skill.")]

    def is_working_material(self, behaviour: Behaviour) -> bool:
        """Whether a behaviour is to be checked against the training that is given locally."""
        return self.working_material or behaviour.working_material
