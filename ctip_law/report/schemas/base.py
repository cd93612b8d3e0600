"""What several outputs share."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Strict(BaseModel):
    """Every field is known: a field that is not described here is a mistake."""

    model_config = ConfigDict(extra="forbid")


class Warned(Strict):
    """What to beware of in how a law was read."""

    code: str = Field(pattern=r"^CT\d{3}$")
    message: str


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


class Decision(Strict):
    """What a lawyer says of one finding: `verdict` is theirs, "" for a remark alone; `machine` the status that they
    saw; `stale` what has changed since. It changes nothing in the findings.
    """

    kind: Literal["provision", "element"]
    id: str
    verdict: str
    machine: str
    accepted: bool
    reason: str
    sections: list[str]
    reviewer: str
    date: str
    stale: list[str]


class Tool(Strict):
    """Versions of the program, the framework, the lexicons and the weights of the second reader, the last three as
    hashes of the data.
    """

    version: str
    framework: str
    lexicon: str
    weights: str


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
    grade: str
    inserted: str
