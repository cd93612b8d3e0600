"""The screening of whole statute books."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ctip_law.report.schemas.base import Error, Strict, Tool


class ScreenCounts(Strict):
    """`kept` by the gate, `kept_by_title` of them for a title of general law alone; `bytes` of all files."""

    files: int
    bytes: int
    kept: int
    kept_by_title: int
    read: int
    not_read: int


class ScreenedAct(Strict):
    """What a law says of itself."""

    id: str
    title: str
    country: str
    language: str
    kind: str
    version: str
    in_force: str
    complete: bool
    sections: int


class ScreenedLaw(Strict):
    """A law that the gate kept: `mentions` of trafficking and its purposes, the kind of `general` law by its title."""

    path: str
    sha256: str
    mentions: int
    general: str
    read: bool
    about: str
    law: ScreenedAct | None
    present: int
    weak: int
    errors: list[Error]


class ScreenedEvidence(Strict):
    """Words that answer a provision."""

    law: str
    eid: str
    num: str
    start: int
    end: int
    quote: str
    rule: str


class ScreenedCandidate(Strict):
    """A section that reads like what no rule found."""

    law: str
    num: str
    quote: str
    why: str


class ScreenedProvision(Strict):
    """The verdict of all laws of a state together, with the best sections over the whole book."""

    state: str
    id: str
    status: str
    strength: str
    nature: str
    verified: str
    why: str
    elements: dict[Literal["present", "weak", "missing"], list[str]]
    evidence: list[ScreenedEvidence]
    candidates: list[ScreenedCandidate]


class ScreenedState(Strict):
    """A state, by its code where a law or the call names it, else by the book's name."""

    state: str
    country: str
    provisions: list[ScreenedProvision]
    defects: list[str]


class ScreenReport(Strict):
    """`ctip-law screen -f json`."""

    schema_: Literal["ctip-law/screen/1"] = Field(alias="schema")
    tool: Tool
    counts: ScreenCounts
    laws: list[ScreenedLaw]
    states: list[ScreenedState]
    errors: list[Error]
