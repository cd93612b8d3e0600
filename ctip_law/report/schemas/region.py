"""The laws of several countries together."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ctip_law.model import ProvisionStatus
from ctip_law.report.schemas.base import Error, Strict, Tool
from ctip_law.report.schemas.compare import ComparedLaw, Head


class RegionMember(Strict):
    """A country or a law. `key` names it everywhere else; `lacks` are its laws on the matter that are not held: it
    counts in no share then.
    """

    key: str
    name: str
    country: str
    laws: list[ComparedLaw]
    lacks: list[str]


class WithoutLaw(Strict):
    """A country of the group of which no law is held."""

    country: str
    name: str


class RegionCounts(Strict):
    """How many laws answer a duty: `met` holds those that answer it elsewhere or in another way, `open` those without a
    verdict.
    """

    met: int
    in_part: int
    none: int
    open: int


class RegionCell(Strict):
    """The verdict on one law; `look_in` are kinds of law that were not read and may answer the duty, `reviews` is what
    lawyers said of it.
    """

    status: ProvisionStatus
    sections: list[str]
    look_in: list[str]
    reviews: list[str]


class ExamplePlace(Strict):
    """Sections of a law."""

    law: str
    sections: list[str]


class Example(Strict):
    """A law that meets a duty wholly, with the sections to read."""

    member: str
    places: list[ExamplePlace]
    confidence: float = Field(ge=0, le=1)


class RegionProvision(Head):
    """A duty in all the laws. `met_percent` is of those with a verdict (`judged`), null without any; `outliers` meet it
    where nearly all have nothing, or have nothing where nearly all meet it.
    """

    counts: RegionCounts
    judged: int
    met_percent: float | None
    members: dict[str, RegionCell]
    outliers: list[str]
    examples: list[Example]


class RegionPenalty(Strict):
    """The penalty of the trafficking offence: `least_years` and `most_years` of the plain case, `heaviest_years` the
    longest term of its sections and those that aggravate; `life` and `death` anywhere in them; `fine` of the plain
    case.
    """

    member: str
    law: str
    section: str
    offence: str
    least_years: float | None
    most_years: float | None
    heaviest_years: float | None
    life: bool
    death: bool
    fine: Literal["yes", "alternative", "no"]


class Spread(Strict):
    """The terms of all the laws that state one: how many, the middle one, the lowest and the highest."""

    laws: int
    middle: float | None
    lowest: float | None
    highest: float | None


class Spreads(Strict):
    """The spread of each term."""

    least_years: Spread
    most_years: Spread
    heaviest_years: Spread


class PenaltyOutlier(Strict):
    """A law whose term is more than twice the middle one, or less than half of it."""

    member: str
    field: Literal["least_years", "most_years", "heaviest_years"]
    years: float
    middle: float


class RegionPenalties(Strict):
    """The penalties of all the laws."""

    rows: list[RegionPenalty]
    spread: Spreads
    outliers: list[PenaltyOutlier]


class Likeness(Strict):
    """What two laws both provide, of what either provides, in per cent."""

    member: str
    percent: float


class Alike(Strict):
    """The laws that are most like one."""

    member: str
    to: list[Likeness]


class Ranked(Strict):
    """The share of the mandatory duties with a verdict that a law meets, and its place by that."""

    place: int | None
    member: str
    met: int
    judged: int
    percent: float | None


class RegionReport(BaseModel):
    """Several laws or countries together (`compare --region`, and `compare` of more than two, `-f json`)."""

    model_config = ConfigDict(extra="forbid", title="region")
    schema_: Literal["ctip-law/region/1"] = Field(alias="schema")
    tool: Tool
    group: str
    name: str
    instruments: list[str]
    lens: str
    members: list[RegionMember]
    without_law: list[WithoutLaw]
    provisions: list[RegionProvision]
    penalties: RegionPenalties
    alike: list[Alike]
    ranking: list[Ranked] | None
    errors: list[Error]
