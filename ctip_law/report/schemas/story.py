"""What is needed to reproduce and dispute a finding."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ctip_law.report.schemas.base import Decision, Strict, Tool
from ctip_law.report.schemas.gap import Candidate, Evidence, GapLaw


class Answer(Strict):
    """Words that answer one group of a rule; `asked` is the group, `concept` the member that they stand for."""

    asked: str
    concept: str
    start: int
    end: int
    quote: str


class TracedEvidence(Evidence):
    """Evidence with the rule in words, the words that answer it, what the place is, and why it counts in part."""

    says: str
    answers: list[Answer]
    places: list[str]
    weak: str


class StoppedRule(Strict):
    """Where a rule came near and did not fire: `found` of `asked` groups have words there.

    `kind` says what stopped it: no word for a group ("words"), the role of the place ("inside", "outside"), its
    heading, words that must not stand "beside" it, a negation ("denied"), words too "far" apart, or what the clause
    does and is tied to ("tie").
    """

    rule: str
    law: str
    eid: str
    num: str
    start: int
    end: int
    quote: str
    found: int
    asked: int
    why: str
    kind: Literal["words", "heading", "beside", "inside", "outside", "denied", "far", "tie"]


class ElementStory(Strict):
    """An element with all its evidence, and what came near and was not counted."""

    id: str
    label: str
    status: Literal["present", "weak", "absent", "unread"]
    confidence: float
    why: str
    evidence: list[TracedEvidence]
    stopped: list[StoppedRule]
    nearest: Candidate | None


class Cue(Strict):
    """A cue that holds of a section, and what it adds to the sum."""

    cue: str
    weight: float


class Origin(Strict):
    """A place weighed as the trafficking definition or offence: a section by its cues, an entry by what `why` says."""

    law: str
    eid: str
    num: str
    heading: str
    start: int
    end: int
    found: bool
    score: float
    cues: list[Cue]
    why: str


class Origins(Strict):
    """How the trafficking definition and offence were found: from `threshold` on a section is taken for it.

    The sum starts from `base`. Beside the places that were found stand the sections that came nearest.
    """

    base: float
    threshold: float
    places: list[Origin]


class StoryReport(BaseModel):
    """What `explain ID --law SOURCE --report` prints.

    `rows` is TOML: for each element the section that it rests on, or that comes nearest, as a row of the tables of
    cases in `tests/match`. Fields from `status` on are those of a provision, `status`, `why`, `verdict` and `evidence`
    also of a defect; an element has them in `elements`. `offence` is null where nothing is looked for in the offence.
    """

    model_config = ConfigDict(extra="forbid", title="story")
    schema_: Literal["ctip-law/story/1"] = Field(alias="schema")
    tool: Tool
    laws: list[GapLaw]
    kind: Literal["provision", "element", "defect"]
    id: str
    label: str
    source: str
    asks: str
    elements: list[ElementStory]
    offence: Origins | None
    alarm: str | None
    reviews: list[Decision]
    rows: str
    status: str | None = None
    confidence: float | None = None
    why: str | None = None
    strength: str | None = None
    nature: str | None = None
    principal: str | None = None
    verdict: list[str] = []
    needs: list[list[str]] = []
    candidates: list[Candidate] = []
    defects: list[str] = []
    basis: str = ""
    cautions: list[str] = []
    evidence: list[TracedEvidence] = []
