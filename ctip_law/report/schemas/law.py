"""A law in the clause model."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ctip_law.report.schemas.base import Error, PenaltyTier, Source, Strict, Warned


class LawSource(Source):
    """The same, with the format read and the licence and address that the file gives."""

    format: str
    licence: str
    url: str


class Clause(Strict):
    """A unit of a law; `start` and `end` are code points in the text, the end excluded.

    `num` is the number alone in Western digits, `num_printed` as it stands. `intro` and `wrap_up` are the words before
    and after the children.
    """

    eid: str
    kind: str
    num: str
    num_printed: str
    heading: str
    intro: str
    text: str
    wrap_up: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    lang: str
    flags: list[str]
    children: list[Clause]


class Amends(Strict):
    """What a component of an amending act does to another law; `new` are its words, `old` those that go."""

    action: Literal["insert", "substitute", "repeal", "renumber"]
    act: str
    place: str
    num: str
    eid: str
    old: str
    new: str
    order: str


class Component(Strict):
    """A part beside the operative body, such as a schedule, or a change that an amending act orders (`amends`).

    `title`, `number` and `date` are those of another law in the same file, else empty.
    """

    name: str
    start: int
    end: int
    title: str
    number: str
    date: str
    clauses: list[Clause]
    amends: Amends | None = None


class LawHead(Strict):
    """What a law is."""

    id: str
    title: str
    country: str
    language: str
    kind: str
    version: str
    in_force: str
    complete: bool
    restatement: bool
    profile: str
    source: LawSource


class Definition(Strict):
    """A defined term and the stretch of its entry. `scope`: "act", or the eid of the clause it is limited to."""

    term: str
    eid: str
    start: int
    end: int
    scope: str
    target: str


class Reference(Strict):
    """A mention of another unit or law; `target` is an eid of this law, or a name."""

    start: int
    end: int
    kind: str
    target: str
    eid: str


class Age(Strict):
    """An age limit in years: "under eighteen" is "<" and 18."""

    start: int
    end: int
    op: Literal["<", "<=", ">", ">="]
    years: int
    of: str
    eid: str


class Repair(Strict):
    """A change made to what was read."""

    start: int
    end: int
    before: str
    after: str
    why: str
    code: str


class Leftover(Strict):
    """Words that are no part of the law's tree."""

    start: int
    end: int
    text: str
    kind: Literal["running head", "page number", "contents", "note", "unplaced"]
    why: str


class Coverage(Strict):
    """Every line of the text that is not blank is placed in a unit, outside them (preface, conclusions), furniture or
    unplaced."""

    lines: int
    placed: int
    outside: int
    furniture: int
    unplaced: int


class LawPenalty(PenaltyTier):
    """The same with its stretch of the text."""

    start: int
    end: int


class LawReport(BaseModel):
    """One law in the clause model (`parse -f json`)."""

    model_config = ConfigDict(extra="forbid", title="law")
    schema_: Literal["ctip-law/law/1"] = Field(alias="schema")
    law: LawHead
    clauses: list[Clause]
    components: list[Component]
    definitions: list[Definition]
    references: list[Reference]
    penalties: list[LawPenalty]
    ages: list[Age]
    leftovers: list[Leftover]
    coverage: Coverage
    repairs: list[Repair]
    warnings: list[Warned]
    errors: list[Error]


class Unread(BaseModel):
    """A source of several that could not be read."""

    model_config = ConfigDict(extra="forbid", title="unread")
    schema_: Literal["ctip-law/law/1"] = Field(alias="schema")
    law: None
    clauses: list[Clause] = Field(max_length=0)
    errors: list[Error] = Field(min_length=1)
