"""What templates ask of the data: counts by subject, where one would look, the statuses of a duty by country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ctip_law.compare.penalties import penalties
from ctip_law.framework import Provision
from ctip_law.framework.lenses import Lens, Part, lenses
from ctip_law.languages import FOLDER
from ctip_law.languages import languages as lexicons
from ctip_law.report.data import ANSWERED
from ctip_law.site.catalogue import Words
from ctip_law.site.nouns import CountryView, Group, Place, SiteData
from ctip_law.site.tongues import language_name, plain

#: The order in which statuses stand in a bar.
ORDER = ("met", "elsewhere", "divergence", "partial", "gap", "not_in_legislation", "unclear", "not_assessed")

_NEAR = 3  # so many places are named where one would look


def counted_in(country: CountryView, group: Group) -> list[tuple[str, int]]:
    """How many duties of a subject have each status, in the order of ORDER, without those that none has."""
    found = Counter(country.cells[one.id].status for one in group.provisions)
    return [(name, found[name]) for name in ORDER if found[name]]


def look(site: SiteData, country: CountryView, provision: Provision) -> tuple[Place, ...]:
    """Where one would look for a duty of which nothing was found: places that answer duties of the same subject."""
    places: dict[Place, None] = {}
    for one in site.judged:
        cell = country.cells[one.id]
        if one.cluster == provision.cluster and cell.status in (*ANSWERED, "partial"):
            places |= dict.fromkeys(cell.places[:1])
    return tuple(places)[:_NEAR]


def unassessed(site: SiteData, country: CountryView) -> dict[str, list[Provision]]:
    """The duties that were not assessed by the reason, which is told once for all that it holds of."""
    made: dict[str, list[Provision]] = {}
    for one in site.judged:
        if country.cells[one.id].status == "not_assessed":
            made.setdefault(country.cells[one.id].finding.why, []).append(one)
    return made


def statuses_on(site: SiteData, provision: Provision) -> dict[str, str]:
    """{code of the country: status} on a duty."""
    return {country.code: country.cells[provision.id].status for country in site.countries}


#: An address that is longer is shown by its beginning.
_LONG = 80


def brief(address: str) -> str:
    """An address as it is shown: its host and the first part of the way where it is long."""
    if len(address) <= _LONG:
        return address
    parts = urlsplit(address)
    first, more, _ = parts.path.removeprefix("/").partition("/")
    return f"{parts.scheme}://{parts.netloc}/{first + more if more else ''}…"


def size(data: str | bytes) -> str:
    """The size of a file in kB, rounded up to a tenth."""
    length = len(data.encode("utf-8") if isinstance(data, str) else data)
    return f"{-(-length // 100) / 10:g}"


@dataclass(frozen=True, slots=True)
class Subject:
    """A lens as a way in: its parts with the duties that the site judges, and how many of its provisions are left
    out."""

    lens: Lens
    parts: tuple[tuple[Part, tuple[Provision, ...]], ...]
    left_out: int


def subjects(site: SiteData) -> tuple[Subject, ...]:
    """The lenses of which the site judges a duty."""
    made = []
    for lens in lenses().values():
        parts = [(part, tuple(one for one in site.judged if one.id in part.provisions)) for part in lens.parts]
        held = [pair for pair in parts if pair[1]]
        shown = {one.id for _, duties in held for one in duties}
        if held:
            made.append(Subject(lens, tuple(held), len(lens.provisions - shown)))
    return tuple(made)


#: Of fewer laws than these that were labelled by hand, figures say hardly more than how those were read.
FEW = 5


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of laws: how many of it were labelled by hand, and whether verdicts are given on laws in it."""

    name: str
    labelled: int
    judged: bool

    @property
    def few(self) -> bool:
        return self.labelled < FEW


def tongues(site: SiteData, t: Words) -> tuple[Tongue, ...]:
    """Every language that laws are read in, those with a lexicon first, in the order of their names."""
    judged = set(lexicons())
    read = {path.parent.name for path in FOLDER.glob("[!_]*/structure.toml")} | judged | set(site.labelled)
    made = (Tongue(language_name(code, t.language), site.labelled.get(code, 0), code in judged) for code in read)
    return tuple(sorted(made, key=lambda one: (not one.judged, plain(one.name))))


@dataclass(frozen=True, slots=True)
class Term:
    """The penalty of the offence in a country; `place` is None where none was read, `also` is "life", "death"."""

    view: CountryView
    place: Place | None
    term: str
    least: float | None
    most: float | None
    heaviest: float | None
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """The penalties of all countries: where the scale ends, the middle of the longest terms and of how many laws."""

    rows: tuple[Term, ...]
    scale: float
    middle: float | None
    laws: int


def terms(site: SiteData, t: Words) -> Terms:
    """A row for each country, in their order."""
    made = penalties([(view.slug, view.report) for view in site.countries])
    rows = tuple(_term(view, row, t) for view, row in zip(site.countries, made["rows"], strict=True))
    longest = [years for row in rows for years in (row.most, row.heaviest) if years is not None]
    spread = made["spread"]["most_years"]
    return Terms(rows, max(longest, default=1.0), spread["middle"], spread["laws"])


def _term(view: CountryView, row: Mapping[str, Any], t: Words) -> Term:
    own = (pair for law in view.laws if law.law.title == row["law"] for pair in law.penalties)
    place = next((place for place, one in own if one.section == row["section"]), None)
    least, most = row["least_years"], row["most_years"]
    also = tuple(t.plain(f"region.{name}") for name in ("life", "death") if row[name])
    return Term(view, place, _years(least, most, t), least, most, row["heaviest_years"], also)


def _years(least: float | None, most: float | None, t: Words) -> str:
    if most is None:
        return t.plain("region.not_stated") if least is None else t.plain("region.at_least", least=f"{least:g}")
    if not least:
        return t.plain("region.up_to", most=f"{most:g}")
    return f"{most:g}" if least == most else t.plain("region.from_to", least=f"{least:g}", most=f"{most:g}")
