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
    """A duty that a clause answers, or a defect that it mends."""

    id: str
    title: str


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
    why: str


class VerdictRow(Strict):
    """The verdict on a duty before and after; `asked` where the bill is to answer it, `note` what to know of it."""

    id: str
    title: str
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
    proof: BillProof | None
    errors: list[Error]
