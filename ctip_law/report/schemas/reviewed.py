"""Agreement between a reviewer and the program, and between two reviewers."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ctip_law.report.schemas.base import Strict, Tool

Kind = Literal["provision", "element"]


class Counts(Strict):
    """Rows, and of those looked at: `agree` and `differ`, where both gave a verdict; `undecided`, where the program
    gave none; `unsaid`, where the reviewer gave none, but a section or a note. `agreement` is the share of the first in
    the first two, null without any. The sections are counted where the reviewer named some.
    """

    rows: int
    looked_at: int
    agree: int
    differ: int
    undecided: int
    unsaid: int
    sections_same: int
    sections_differ: int
    agreement: float | None


class Agreement(Counts):
    """`statuses` and `strengths` are of the program; `verdicts` counts the reviewer's by the program's. `kappa` is
    Cohen's, the agreement beyond chance; null where there is nothing to count, or no verdict but one.
    """

    kappa: float | None
    statuses: dict[str, Counts]
    strengths: dict[str, Counts]
    verdicts: dict[str, dict[str, int]]


class ReviewedLaw(Strict):
    """What the file says of a law, "" where it says nothing."""

    title: str
    sha256: str
    text_sha256: str


class ProgramSide(Strict):
    """`status` as people are shown it: a gap may be `not_in_legislation` or `not_assessed`."""

    status: str
    sections: list[str]
    why: str
    quote: str


class ReviewerSide(Strict):
    """What the reviewer says; what is empty says nothing."""

    verdict: str
    sections: list[str]
    note: str


class Difference(Strict):
    """A row with both sides. `place` is the cell, or the line of a TOML file; `sections_same` is null where the
    reviewer names none.
    """

    kind: Kind
    id: str
    title: str
    strength: str
    outcome: Literal["agree", "differ", "undecided", "unsaid"]
    sections_same: bool | None
    place: str
    program: ProgramSide
    reviewer: ReviewerSide


class ReviewedFile(Strict):
    """One reviewed gap analysis. `differences`: another verdict, other sections, or a verdict where the program has
    none; `remarks`: other rows with a note.
    """

    file: str
    reviewer: str
    date: str
    complete: bool
    laws: list[ReviewedLaw]
    provisions: Agreement
    elements: Agreement
    differences: list[Difference]
    remarks: list[Difference]


class Reviewer(Strict):
    """One of a pair."""

    file: str
    reviewer: str


class PairCounts(Strict):
    """Rows of which both gave a verdict."""

    both: int
    agree: int
    differ: int
    agreement: float | None
    kappa: float | None


class PairDifference(Strict):
    """A row that two reviewers read otherwise."""

    kind: Kind
    id: str
    title: str
    first: ReviewerSide
    second: ReviewerSide


class Pair(Strict):
    """Two reviews of one text."""

    first: Reviewer
    second: Reviewer
    provisions: PairCounts
    elements: PairCounts
    differences: list[PairDifference]


class ReviewedReport(BaseModel):
    """What `evaluate --reviewed -f json` prints. `read_again`: the program's side is of today, and not of the file."""

    model_config = ConfigDict(extra="forbid", title="reviewed")
    schema_: Literal["ctip-law/reviewed/1"] = Field(alias="schema")
    tool: Tool
    read_again: bool
    reviews: list[ReviewedFile]
    pairs: list[Pair]
    notes: list[str]
