"""A working document: what stands in it, in the order in which it is read."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from ctip_law.report.schemas.base import Error, Source, Strict, Tool


class Heading(Strict):
    """A heading, with level 1 the highest below the title."""

    block: Literal["heading"]
    level: int
    text: str


class Paragraph(Strict):
    """A paragraph and the language that it is in."""

    block: Literal["paragraph"]
    text: str
    lang: str


class List(Strict):
    """A list."""

    block: Literal["list"]
    numbered: bool
    items: list[str]


class Table(Strict):
    """A table. One without heads has two columns, of which the first names the second. A line break in a cell parts
    its paragraphs.
    """

    block: Literal["table"]
    caption: str
    heads: list[str]
    rows: list[list[str]]


class HandoutReport(BaseModel):
    """A working document (`report questionnaire -f json` and the others of its kind)."""

    model_config = ConfigDict(extra="forbid", title="handout")
    schema_: Literal["ctip-law/handout/1"] = Field(alias="schema")
    tool: Tool
    document: Literal["questionnaire", "policy-guide", "manual", "action-plan", "checklists", "labour"]
    country: str
    instruments: list[str]
    sources: list[Source]
    title: str
    under: list[str]
    blocks: list[Annotated[Heading | Paragraph | List | Table, Field(discriminator="block")]]
    errors: list[Error]
