"""The gap analysis and the matrix of countries."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ctip_law.model import Basis, ElementStatus, ProvisionStatus, Strength
from ctip_law.report.schemas.base import Decision, Error, PenaltyTier, Source, Strict, Tool, Warned


class GapLaw(Strict):
    """A law that the report is on.

    `manner` is "amending" or "regulation" where it belongs to another law, `principal` that law's name as the text has
    it, `principal_read` whether that law was read with it. `repealed` are units that answer nothing.
    """

    id: str
    title: str
    country: str
    language: str
    version: str
    in_force: str
    complete: bool
    restatement: bool
    sections: int
    source: Source
    manner: Literal["", "amending", "regulation"]
    principal: str
    principal_read: bool
    repealed: list[str]
    warnings: list[Warned]


class ClauseReading(Strict):
    """What the clause does with the words, as read; an empty field says that nothing was read.

    `operative` is "yes" or the reason why the clause orders nothing; `limit` holds the words of a condition.
    """

    operative: str
    polarity: str
    modality: str
    beneficiary: str
    limit: str
    offence: str
    actor: str


class Evidence(Strict):
    """Words that prove an element; `num` is the number of the section that holds them."""

    law: str
    eid: str
    num: str
    start: int
    end: int
    quote: str
    rule: str
    via: list[str]
    clause: ClauseReading | None


class Element(Strict):
    """What was found on one element; `absent` means: not found in what was read."""

    id: str
    status: ElementStatus
    confidence: float = Field(ge=0, le=1)
    why: str
    evidence: list[Evidence]


class Place(Strict):
    """The passage nearest to a missing element."""

    law: str
    eid: str
    num: str
    quote: str


class Candidate(Place):
    """A section that was looked at and not counted."""

    score: float
    rejected: str


class Pinpoint(Strict):
    """A section."""

    law: str
    eid: str
    num: str


class Required(Strict):
    """The elements that a provision asks for, by what was found."""

    present: list[str]
    weak: list[str]
    missing: list[str]


class Provision(Strict):
    """The verdict on one provision of an instrument.

    `principal_not_read` names the law that may answer it where an amending act or a regulation says nothing on it; such
    a gap is counted in `summary` as not assessed. `look_in` are the kinds of law of which the bundle has none and in
    which what was not found may stand: such a provision is not assessed.
    """

    id: str
    status: ProvisionStatus
    strength: Strength
    nature: Literal["legislative", "law_or_measure", "operational", "interstate", "interpretive"]
    verified: Literal["text", "excerpt", "indirect", "memory"]
    confidence: float = Field(ge=0, le=1)
    elements: Required
    nearest: dict[str, Place]
    evidence: list[Pinpoint]
    candidates: list[Candidate]
    why: str
    cautions: list[str]
    principal_not_read: str
    look_in: list[str]


class Defect(Strict):
    """A named defect, why it matters and how it is mended.

    `basis`: "text" where words of the law show it; "silence" where no rule was found, with which `why` then begins.
    """

    id: str
    basis: Basis
    provisions: list[str]
    evidence: list[Evidence]
    why: str
    fix: str


class ReadingCheck(Strict):
    """One thing that the soundness of the reading is judged by: what was counted, and whether it is enough."""

    id: str
    sound: bool
    why: str


class Withheld(Strict):
    """A defect of silence that is not named, because the reading is not sound enough for it."""

    defect: str
    why: str


class ReadingSoundness(Strict):
    """How sound the reading is, and what is not said for want of a sound one."""

    checks: list[ReadingCheck]
    withheld: list[Withheld]


class Penalty(PenaltyTier):
    """The same with its law."""

    law: str


class Counts(Strict):
    """How many provisions have a status. `gap` counts duties that need a law; of those that law or a measure can answer
    (`nature` law_or_measure) what was not found is counted in `not_in_legislation`.
    """

    met: int
    elsewhere: int
    divergence: int
    partial: int
    gap: int
    not_in_legislation: int
    unclear: int
    not_assessed: int


class Natures(Strict):
    """The same counts, duties that need a law apart from those that a measure can answer."""

    legislative: Counts
    law_or_measure: Counts


class Summary(Strict):
    """Counts per strength of duty."""

    mandatory: Counts
    qualified: Counts
    optional: Counts
    recommendation: Counts
    interpretive: Counts
    by_nature: Natures
    not_legislative: int
    coverage_alarm: str | None


class LensPart(Strict):
    """What belongs to a lens for one reason, and the text in which the reason stands."""

    why: str
    source: str
    provisions: list[str]
    elements: list[str]


class Lens(Strict):
    """The lens of a report, which left out what it does not ask for. `kept_apart` and `check`, "" for other lenses, say
    whether the law keeps the smuggling of migrants apart from trafficking.
    """

    id: str
    name: str
    asks: str
    parts: list[LensPart]
    kept_apart: Literal["", "conflated", "same section", "apart", "no smuggling", "no trafficking"]
    check: str


class GapReport(BaseModel):
    """The gap analysis of one law or of several read together (`gap -f json`)."""

    model_config = ConfigDict(extra="forbid", title="gap")
    schema_: Literal["ctip-law/gap/1"] = Field(alias="schema")
    tool: Tool
    country: str
    instruments: list[str]
    lens: Lens | None
    laws: list[GapLaw]
    elements: list[Element]
    provisions: list[Provision]
    defects: list[Defect]
    reading: ReadingSoundness
    reviews: list[Decision]
    penalties: list[Penalty]
    summary: Summary
    errors: list[Error]


class Cell(Strict):
    """The verdict on one provision in one country; `look_in` are kinds of law that were not read and may answer it,
    `reviews` is what lawyers said of it.
    """

    status: ProvisionStatus
    sections: str
    confidence: float = Field(ge=0, le=1)
    look_in: list[str]
    reviews: list[str]


class MatrixRow(Strict):
    """One provision, country by country."""

    provision: str
    article: str
    title: str
    strength: Strength
    nature: str
    countries: dict[str, Cell]


class MatrixReport(BaseModel):
    """Several countries side by side (`report matrix -f json`)."""

    model_config = ConfigDict(extra="forbid", title="matrix")
    schema_: Literal["ctip-law/matrix/1"] = Field(alias="schema")
    tool: Tool
    instruments: list[str]
    lens: str
    countries: list[str]
    rows: list[MatrixRow]
