"""The amending bill that closes the gaps of a law."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ctip_law.report.schemas.base import Error, Strict, Tool

Kind = Literal["title", "insert", "define", "words", "repeal"]


class BillLaw(Strict):
    """The law that the bill amends."""

    id: str
    title: str
    path: str
    sha256: str


class Answered(Strict):
    """A duty that a clause answers, or a defect that it mends; `cited` is how a lawyer cites the duty."""

    id: str
    title: str
    cited: str


class ClauseNote(Strict):
    """Why a new section is there (`num` is its number in the law), and what else could stand in its place."""

    num: str
    why: list[str]
    alternatives: list[str]
    questions: list[str]
    check: list[str]


class BillClause(Strict):
    """A clause of the bill. `printed` is its number as printed, `lines` its words, the quoted ones with their marks.
    `effect` says what was found against it when the bill was carried out, "" where nothing was."""

    num: str
    printed: str
    heading: str
    kind: Kind
    lines: list[str]
    answers: list[Answered]
    notes: list[ClauseNote]
    effect: str


class BillQuestion(Strict):
    """What the reading of the law does not decide: nothing was drafted on it. `num` is the nearest section."""

    ids: list[str]
    num: str
    words: str


class LeftAlone(Strict):
    """A duty that the bill leaves alone, and why."""

    id: str
    title: str
    cited: str
    why: str


class VerdictRow(Strict):
    """The verdict on a duty before and after; `asked` where the bill is to answer it, `note` what to know of it."""

    id: str
    title: str
    cited: str
    before: str
    after: str
    asked: bool
    worse: bool
    note: str


class BillProof(Strict):
    """What carrying the bill out showed: orders read and applied, verdicts, and sentences on what is not as it should
    be. `lost` are words out of place, `silent` what the law is now silent on that was not asked before."""

    orders: int
    applied: int
    sound: bool
    rows: list[VerdictRow]
    failures: list[str]
    lost: list[str]
    silent: list[str]
    defects_before: list[str]
    defects_after: list[str]


class DutyAnswered(Strict):
    """An article of an instrument, what it asks, and the places of the bill that answer it."""

    cited: str
    title: str
    places: str


class PlaceAnswering(Strict):
    """A place of the bill with its heading, and the articles that it answers."""

    place: str
    heading: str
    cited: str


class Concordance(Strict):
    """From the duty to the provision, and from the provision to the duty."""

    duties: list[DutyAnswered]
    clauses: list[PlaceAnswering]


class BillReport(Strict):
    """`ctip-law draft amend -f json`. `text` is the statutory text alone, as `diff --apply` reads it."""

    schema_: Literal["ctip-law/bill/1"] = Field(alias="schema")
    tool: Tool
    law: BillLaw
    title: str
    long_title: str
    tradition: str
    clauses: list[BillClause]
    questions: list[BillQuestion]
    consequential: list[str]
    blanks: list[str]
    left: list[LeftAlone]
    text: str
    concordance: Concordance
    proof: BillProof | None
    errors: list[Error]
