"""The shape of every JSON output as pydantic models, and their JSON Schemas.

Nothing here runs when a report is written: the writers build plain data, and the tests hold it against these models.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import GenerateJsonSchema

from ctip_law.errors import UsageError
from ctip_law.model import ElementStatus, ProvisionStatus, Strength


class Strict(BaseModel):
    """Every field is known: a field that is not described here is a mistake."""

    model_config = ConfigDict(extra="forbid")


class Error(Strict):
    """An input that could not be used. `message` is the whole line that was printed."""

    code: str = Field(pattern=r"^CT\d{3}$")
    path: str
    place: str
    message: str


class Source(Strict):
    """Where a law's text came from. `sha256` is of the file, `text_sha256` of the text that offsets count in."""

    path: str
    sha256: str
    text_sha256: str
    official: bool


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


class Component(Strict):
    """A part beside the operative body, such as a schedule."""

    name: str
    start: int
    end: int
    clauses: list[Clause]


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


class Leftover(Strict):
    """Words that are no part of the law's tree."""

    start: int
    end: int
    text: str
    kind: Literal["running head", "page number", "contents", "note", "unplaced"]
    why: str


class Coverage(Strict):
    """Every line of the text that is not blank is placed, furniture or unplaced."""

    lines: int
    placed: int
    furniture: int
    unplaced: int


class PenaltyTier(Strict):
    """One tier of a penalty, terms in years; `fine`: "yes" added to prison, "alternative" instead of it, "no"."""

    section: str
    eid: str
    offence: str
    min_years: float | None
    max_years: float | None
    life: bool
    death: bool
    fine: Literal["yes", "alternative", "no"]
    derived_from: str | None


class LawPenalty(PenaltyTier):
    """The same with its stretch of the text."""

    start: int
    end: int


class Penalty(PenaltyTier):
    """The same with its law."""

    law: str


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
    errors: list[Error]


class Unread(BaseModel):
    """A source of several that could not be read."""

    model_config = ConfigDict(extra="forbid", title="unread")
    schema_: Literal["ctip-law/law/1"] = Field(alias="schema")
    law: None
    clauses: list[Clause] = Field(max_length=0)
    errors: list[Error] = Field(min_length=1)


class Tool(Strict):
    """Versions of the program, the framework and the lexicons, the last two as hashes of the data."""

    version: str
    framework: str
    lexicon: str


class GapLaw(Strict):
    """A law that the report is on."""

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
    """The verdict on one provision of an instrument."""

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


class Defect(Strict):
    """A named defect, why it matters and how it is mended."""

    id: str
    provisions: list[str]
    evidence: list[Evidence]
    why: str
    fix: str


class Counts(Strict):
    """How many provisions have a status."""

    met: int
    elsewhere: int
    divergence: int
    partial: int
    gap: int
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


class GapReport(BaseModel):
    """The gap analysis of one law or of several read together (`gap -f json`)."""

    model_config = ConfigDict(extra="forbid", title="gap")
    schema_: Literal["ctip-law/gap/1"] = Field(alias="schema")
    tool: Tool
    country: str
    instruments: list[str]
    laws: list[GapLaw]
    elements: list[Element]
    provisions: list[Provision]
    defects: list[Defect]
    penalties: list[Penalty]
    summary: Summary
    errors: list[Error]


class Figures(Strict):
    """Accuracy, each a share from 0 to 1; 1 where there is nothing to measure."""

    precision: float
    recall: float
    f1: float
    evidence: float
    provisions: float
    defects_p: float
    defects_r: float
    gap_p: float
    gap_r: float
    penalties: float
    penalties_p: float


class Evaluation(BaseModel):
    """Accuracy on hand-read labels (`evaluate -f json`), per law and micro-averaged per language.

    `counts` is the number of laws per language.
    """

    model_config = ConfigDict(extra="forbid", title="evaluation")
    schema_: Literal["ctip-law/evaluation/1"] = Field(alias="schema")
    tool: Tool
    gold_sha256: str
    against: list[str]
    counts: dict[str, int]
    laws: dict[str, Figures]
    languages: dict[str, Figures]
    all: Figures
    mistakes: dict[str, dict[str, list[str]]]
    failed: list[Error]


class SearchHit(Strict):
    """A clause that answers a query."""

    law: str
    eid: str
    num: str
    heading: str
    score: float
    quote: str


class SearchReport(BaseModel):
    """What `search -f json` prints."""

    model_config = ConfigDict(extra="forbid", title="search")
    schema_: Literal["ctip-law/search/1"] = Field(alias="schema")
    query: str
    results: list[SearchHit]
    errors: list[Error]


class Check(Strict):
    """One thing that `doctor` looked at; a missing extra is `ok` and has the state `missing`."""

    name: str
    state: Literal["found", "missing", "wrong"]
    ok: bool
    detail: str


class DoctorReport(BaseModel):
    """What `doctor -f json` prints."""

    model_config = ConfigDict(extra="forbid", title="doctor")
    schema_: Literal["ctip-law/doctor/1"] = Field(alias="schema")
    ok: bool
    checks: list[Check]


class CorpusLaw(Strict):
    """A law of the corpus."""

    country: str
    name: str
    title: str
    citation: str
    language: str
    version: str
    official_url: str
    sha256: str
    status: str


class CorpusReport(BaseModel):
    """What `corpus list -f json` prints."""

    model_config = ConfigDict(extra="forbid", title="corpus")
    schema_: Literal["ctip-law/corpus/1"] = Field(alias="schema")
    laws: list[CorpusLaw]


class Cell(Strict):
    """The verdict on one provision in one country."""

    status: ProvisionStatus
    sections: str
    confidence: float = Field(ge=0, le=1)


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
    countries: list[str]
    rows: list[MatrixRow]


SCHEMAS: dict[str, type[BaseModel]] = {
    "corpus": CorpusReport,
    "doctor": DoctorReport,
    "evaluation": Evaluation,
    "gap": GapReport,
    "law": LawReport,
    "matrix": MatrixReport,
    "search": SearchReport,
    "unread": Unread,
}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema of an output, draft 2020-12. Raises UsageError CT004 for an unknown name."""
    if name not in SCHEMAS:
        raise UsageError("CT004", f"there is no schema {name!r}", remedy=f"Use one of {', '.join(SCHEMAS)}.")
    made = SCHEMAS[name].model_json_schema(by_alias=True)
    head = {"$schema": GenerateJsonSchema.schema_dialect, "$id": f"https://ctip-law.example.org/schema/{name}/1"}
    return head | made
