"""Two laws side by side, and what changes between two versions of one."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ctip_law.model import ElementStatus, ProvisionStatus, Strength
from ctip_law.report.schemas.base import Error, Source, Strict, Tool, Warned


class ComparedLaw(Strict):
    """A law that was read."""

    id: str
    title: str
    country: str
    language: str
    version: str
    restatement: bool
    sections: int
    source: Source
    warnings: list[Warned]


class Quoted(Strict):
    """Words that prove an element: a slice of the law's text."""

    law: str
    eid: str
    num: str
    start: int
    end: int
    quote: str


class Head(Strict):
    """A provision of an instrument."""

    id: str
    article: str
    title: str
    strength: Strength
    nature: str
    verified: str


class ElementSide(Strict):
    """An element in one of two laws."""

    status: ElementStatus
    evidence: list[Quoted]


class RedlinePiece(Strict):
    """A stretch of a redline: the old words are `equal` and `delete`, the new ones `equal` and `insert`."""

    kind: Literal["equal", "delete", "insert"]
    text: str


class ComparedElement(Strict):
    """An element in both laws; `redline` leads from the words found first in one to those in the other."""

    id: str
    label: str
    a: ElementSide
    b: ElementSide
    redline: list[RedlinePiece]


class ProvisionSide(Strict):
    """The verdict on one of two laws, with the sections that were found; `reviews` is what lawyers said of it."""

    status: ProvisionStatus
    sections: list[str]
    reviews: list[str]


class ComparedProvision(Head):
    """A provision in both laws."""

    a: ProvisionSide
    b: ProvisionSide
    elements: list[ComparedElement]


class Sides(Strict):
    """The laws of each side."""

    a: list[ComparedLaw]
    b: list[ComparedLaw]


class CompareReport(BaseModel):
    """Two laws or countries side by side (`compare -f json`)."""

    model_config = ConfigDict(extra="forbid", title="compare")
    schema_: Literal["ctip-law/compare/1"] = Field(alias="schema")
    tool: Tool
    instruments: list[str]
    lens: str
    laws: Sides
    provisions: list[ComparedProvision]
    errors: list[Error]


class Order(Strict):
    """An amending instruction; `why` says why it was not applied. Places are in the amending act."""

    num: str
    kind: Literal["insert", "substitute", "repeal", "renumber"]
    what: Literal["words", "unit"]
    target: str
    position: str
    occurrence: str
    old: str
    new: str
    act: str
    eid: str
    start: int
    end: int
    applied: bool
    why: str


class NotRead(Strict):
    """Words of an amending clause that were not understood."""

    num: str
    eid: str
    start: int
    end: int
    text: str
    why: str


class Position(Strict):
    """A unit in one version."""

    num: str
    eid: str
    start: int
    end: int


class SectionChange(Strict):
    """What happened to a unit."""

    change: Literal["added", "removed", "changed", "renumbered"]
    unit: str
    heading: str
    old: Position | None
    new: Position | None
    redline: list[RedlinePiece]


class ProvisionChange(Head):
    """A provision whose verdict is not the same."""

    before: ProvisionStatus
    after: ProvisionStatus
    direction: Literal["better", "worse", "other"]
    sections_before: list[str]
    sections_after: list[str]
    gained: list[str]
    lost: list[str]


class ElementChange(Strict):
    """An element whose status is not the same."""

    id: str
    label: str
    before: ElementStatus
    after: ElementStatus
    direction: Literal["gained", "lost", "other"]
    evidence_before: list[Quoted]
    evidence_after: list[Quoted]


class DefectChange(Strict):
    """A named defect that one version alone has."""

    id: str
    label: str
    change: Literal["new", "gone"]
    why: str


class Tier(Strict):
    """One tier of a penalty, terms in years."""

    min_years: float | None
    max_years: float | None
    life: bool
    death: bool
    fine: Literal["yes", "alternative", "no"]


class PenaltyChange(Strict):
    """The penalties of a section in both versions."""

    section: str
    before: list[Tier]
    after: list[Tier]


class SectionCounts(Strict):
    """How many units changed in which way."""

    added: int
    removed: int
    changed: int
    renumbered: int


class ProvisionCounts(Strict):
    """How many verdicts changed in which way."""

    better: int
    worse: int
    other: int


class ElementCounts(Strict):
    """How many elements were gained and lost."""

    gained: int
    lost: int


class OrderCounts(Strict):
    """What became of the instructions of an amending act."""

    read: int
    applied: int
    not_read: int


class DiffSummary(Strict):
    """Counts."""

    sections: SectionCounts
    provisions: ProvisionCounts
    elements: ElementCounts
    instructions: OrderCounts


class DiffReport(BaseModel):
    """Two versions of a law, or a law and the act that amends it (`diff -f json`).

    With an amending act, `new` is the old version as amended.
    """

    model_config = ConfigDict(extra="forbid", title="diff")
    schema_: Literal["ctip-law/diff/1"] = Field(alias="schema")
    tool: Tool
    instruments: list[str]
    country: str
    old: ComparedLaw
    new: ComparedLaw
    amending_act: ComparedLaw | None
    instructions: list[Order]
    not_read: list[NotRead]
    sections: list[SectionChange]
    provisions: list[ProvisionChange]
    elements: list[ElementChange]
    defects: list[DefectChange]
    penalties: list[PenaltyChange]
    summary: DiffSummary
    errors: list[Error]
