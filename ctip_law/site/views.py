"""What templates ask of the data: counts by subject, where one would look, the statuses of a duty by country."""

from __future__ import annotations

from collections import Counter

from ctip_law.framework import Provision
from ctip_law.report.data import ANSWERED
from ctip_law.site.nouns import CountryView, Group, Place, SiteData

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


def statuses_on(site: SiteData, provision: Provision) -> dict[str, str]:
    """{code of the country: status} on a duty."""
    return {country.code: country.cells[provision.id].status for country in site.countries}


def size(data: str | bytes) -> str:
    """The size of a file in kB, rounded up to a tenth."""
    length = len(data.encode("utf-8") if isinstance(data, str) else data)
    return f"{-(-length // 100) / 10:g}"
