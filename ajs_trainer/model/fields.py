"""The building blocks of the content models.

Every scalar of a file arrives as text. The type of a field, not the look of the text,
decides what it means: ``no`` and ``12:30`` stay text, ``minutes`` is read as a number.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic.json_schema import WithJsonSchema
from pydantic_core import CoreSchema

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
MAX_ID = 60

Identifier = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=MAX_ID)]
"""A name that records, translations and tests use; lower-case a-z, digits and hyphens."""

Name = Annotated[
    Identifier, Field(description="What records and translations call it: a-z, digits, hyphens.")
]
"""The id of a file, or of something in it."""

Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""A text that is not empty."""

Language = Annotated[str, Field(pattern=r"^[a-z]{2}$", description="Language of the texts.")]
"""Two letters."""

_YES_NO = {"true": True, "ja": True, "false": False, "nej": False}


def _read_yes_no(value: Any) -> Any:
    return _YES_NO.get(value, value) if isinstance(value, str) else value


def _read_parts(value: Any) -> Any:
    return [{"text": value}] if isinstance(value, str) else value


def _read_format(value: Any) -> Any:
    return int(value) if isinstance(value, str) and value.isdecimal() else value


FormatNumber = Annotated[
    Literal[1], BeforeValidator(_read_format), Field(description="Version of the file format.")
]
"""The version of the content format."""

YesNo = Annotated[
    bool,
    Field(strict=True),
    BeforeValidator(_read_yes_no),
    WithJsonSchema({"enum": [True, False, "ja", "nej"]}),
]
"""Exactly ``true``/``false`` or ``ja``/``nej``."""


class Model(BaseModel):
    """A frozen value; a field that the format does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, defer_build=True)


class Part(Model):
    """A piece of text that is shown when its flags fit."""

    text: Annotated[Line, Field(description="What is read.")]
    needs: Annotated[
        tuple[Identifier, ...],
        Field(description="Flags that must be set for it to be shown."),
    ] = ()
    unless: Annotated[
        tuple[Identifier, ...],
        Field(description="Flags that must not be set for it to be shown."),
    ] = ()


class _TextOrParts:
    """In the JSON Schema, prose is a text or a list of parts."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(schema)]}


Prose = Annotated[
    tuple[Part, ...],
    Field(min_length=1),
    BeforeValidator(_read_parts),
    _TextOrParts(),
]
"""A text, or parts of a text that are shown in order when their flags fit."""
