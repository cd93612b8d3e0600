"""The laws of several countries together: how many meet each duty, which stand apart, which are alike. Nothing is
ranked unless it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ctip_law.compare.laws import check, country_of, law_data, provision_head, said_of
from ctip_law.compare.penalties import penalties
from ctip_law.errors import UsageError
from ctip_law.framework import load
from ctip_law.framework.state_facts import states, vocabulary
from ctip_law.model import Evidence, Law, ProvisionFinding, Report

#: How the statuses of duties are counted across laws.
BUCKETS = {
    "met": "met", "elsewhere": "met", "divergence": "met", "partial": "in_part", "gap": "none", "unclear": "open",
    "not_assessed": "open", "not_legislative": "open",
}  # fmt: skip
#: Duties that ask something of a statute.
_ASKED = ("legislative", "law_or_measure")
_LEAST = 4  # laws with a verdict, of which an outlier can be said
_MOST = 0.75  # of them that answer alike, for the others to be outliers
_EXAMPLES = 3
_ALIKE = 3
_WEIGHT = {"present": 1.0, "weak": 0.5}


@dataclass(frozen=True, slots=True)
class Member:
    """A country or a law in the comparison; `key` is what its column is called: a code, or the title of the law.

    `lacks` are the country's laws on the very matter that are not held: what is met is told, and nothing else is
    judged, so that it counts in no share and has no place.
    """

    key: str
    name: str
    report: Report
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """`without` are (code, name) of the countries of which no law is held, `only` the provisions asked for, all where
    there is none. `ranked`: whether an order was asked for.
    """

    group: str
    name: str
    members: tuple[Member, ...]
    without: tuple[tuple[str, str], ...] = ()
    ranked: bool = False
    only: tuple[str, ...] = ()


def data(made: Region) -> dict[str, Any]:
    """The comparison as plain data, the body of `compare -f json` over several (schema `region`)."""
    first = made.members[0].report
    ids = [one.id for one in first.provisions if one.nature in _ASKED and (not made.only or one.id in made.only)]
    return {
        "group": made.group,
        "name": made.name,
        "instruments": list(first.instruments),
        "lens": first.lens,
        "members": [_member(one) for one in made.members],
        "without_law": [{"country": code, "name": name} for code, name in made.without],
        "provisions": [_provision(id, made.members) for id in ids],
        "penalties": penalties([(one.key, one.report) for one in made.members]),
        "alike": list(_alike(made.members, ids)),
        "ranking": _ranking(made.members, ids) if made.ranked else None,
    }


def _member(one: Member) -> dict[str, Any]:
    laws = [law_data(law) for law in one.report.ledger.laws]
    known = {"key": one.key, "name": one.name, "country": one.report.country, "laws": laws}
    return known | {"lacks": list(one.lacks)}


def _provision(id: str, members: Sequence[Member]) -> dict[str, Any]:
    """A duty in all the laws: statuses, how many answer it, which stand apart, and which to look at as examples."""
    found = {one.key: _finding(one.report, id) for one in members}
    kinds = {key: bucket(one) for key, one in found.items()}
    counts = {kind: sum(one == kind for one in kinds.values()) for kind in ("met", "in_part", "none", "open")}
    said = {one.key: said_of(id, one.report) for one in members}
    whole = [kinds[one.key] for one in members if not one.lacks and kinds[one.key] != "open"]
    judged, met = len(whole), whole.count("met")
    cells = {
        key: {"status": one.status, "sections": _nums(one), "look_in": list(one.look_in), "reviews": said[key]}
        for key, one in found.items()
    }
    return provision_head(id) | {
        "counts": counts,
        "judged": judged,
        "met_percent": round(100 * met / judged, 1) if judged else None,
        "members": cells,
        "outliers": _outliers(kinds, whole),
        "examples": _examples(id, members),
    }


def bucket(found: ProvisionFinding) -> str:
    """ "met", "in_part", "none", or "open" where there is no verdict."""
    return "open" if found.principal else BUCKETS[found.status]


def _finding(report: Report, id: str) -> ProvisionFinding:
    return next(one for one in report.provisions if one.id == id)


def _nums(found: ProvisionFinding) -> list[str]:
    return list(dict.fromkeys(one.num for one in found.evidence if one.num))


def _outliers(kinds: dict[str, str], whole: Sequence[str]) -> list[str]:
    """The laws that answer a duty where nearly all have nothing on it, or that have nothing where nearly all answer."""
    for most, other in (("met", "none"), ("none", "met")):
        if len(whole) >= _LEAST and whole.count(most) >= _MOST * len(whole):
            return [key for key, kind in kinds.items() if kind == other]
    return []


def _examples(id: str, members: Sequence[Member]) -> list[dict[str, Any]]:
    """Laws that meet a duty wholly and most surely, with the sections to read; never one that only goes another way."""
    found = [(one, _finding(one.report, id)) for one in members]
    met = [(one, row) for one, row in found if row.status in ("met", "elsewhere") and row.evidence]
    met.sort(key=lambda pair: (-round(pair[1].confidence, 4), -len(pair[1].present), pair[0].key))
    return [
        {"member": one.key, "places": list(_places(one.report, row.evidence)), "confidence": round(row.confidence, 4)}
        for one, row in met[:_EXAMPLES]
    ]


def _places(report: Report, evidence: Sequence[Evidence]) -> Iterator[dict[str, Any]]:
    """The sections, each law's together."""
    for law in report.ledger.laws:
        nums = list(dict.fromkeys(one.num for one in evidence if one.law == law.id and one.num))
        if nums:
            yield {"law": law.title or law.source.path, "sections": nums}


def _alike(members: Sequence[Member], ids: Sequence[str]) -> Iterator[dict[str, Any]]:
    """For each law those that provide most of the same: what both have, of what either has, in per cent."""
    asked = dict.fromkeys(element for id in ids for element in load().provision(id).asked)
    has = {
        one.key: [_WEIGHT.get(one.report.ledger.elements[element].status, 0.0) for element in asked] for one in members
    }
    for one in members:
        others = [(likeness(has[one.key], has[two.key]), two.key) for two in members if two.key != one.key]
        best = sorted((-score, key) for score, key in others if score is not None)
        yield {"member": one.key, "to": [{"member": key, "percent": -score} for score, key in best[:_ALIKE]]}


def likeness(one: Sequence[float], two: Sequence[float]) -> float | None:
    """What both provide, of what either provides, in per cent; None where neither provides anything.

    >>> likeness([1, 0.5, 0], [1, 1, 0])
    75.0
    """
    either = sum(map(max, one, two))
    return round(100 * sum(map(min, one, two)) / either, 1) if either else None


def _ranking(members: Sequence[Member], ids: Sequence[str]) -> list[dict[str, Any]]:
    """By the share of the mandatory duties judged that are met; who has the same share has the same place, and a
    country whose own law on the matter is not held has none.
    """
    rows: list[dict[str, Any]] = []
    for one in members:
        kinds = [bucket(_finding(one.report, id)) for id in ids if load().provision(id).counts_as == "mandatory"]
        judged = sum(kind != "open" for kind in kinds)
        share = round(100 * kinds.count("met") / judged, 1) if judged and not one.lacks else None
        rows.append({"member": one.key, "met": kinds.count("met"), "judged": judged, "percent": share})
    rows.sort(key=lambda row: (row["percent"] is None, -(row["percent"] or 0.0), row["member"]))
    shares = [row["percent"] for row in rows]
    return [{"place": shares.index(row["percent"]) + 1 if row["percent"] is not None else None} | row for row in rows]


def region(
    members: Sequence[tuple[str, str, Sequence[Law]]],
    *,
    against: str | Sequence[str] = "",
    provision: str | Sequence[str] = (),
    lens: str = "",
    group: str = "",
    without: Sequence[tuple[str, str]] = (),
    ranked: bool = False,
) -> Region:
    """Several laws or bundles held against the same instruments; `members` are (key, name, laws).

    `group` is the code of a group of states, `without` those of which no law is held. Raises UsageError CT002, CT003 or
    CT004 for an unknown id, CT007 where fewer than two are named.
    """
    from ctip_law.analyse import gap
    from ctip_law.corpus import lacks

    wanted, chosen = check(provision, against, lens)
    if len(members) < 2:
        raise UsageError("CT007", f"{len(members)} law to compare", remedy="Name two at least, or a --region.")
    made = tuple(
        Member(key, name, gap(list(laws), against=chosen, country=country_of(laws), lens=lens), lacks(laws))
        for key, name, laws in members
    )
    return Region(group, group_name(group) if group else "", made, tuple(without), ranked, wanted)


def group_name(group: str) -> str:
    """The name of a group of states. Raises UsageError CT004 for a code that is none."""
    known = vocabulary()["group"]
    if group not in known:
        raise UsageError("CT004", f"there is no region {group!r}", remedy=f"Use one of {', '.join(known)}.")
    return " ".join(known[group].split())


def group_members(group: str) -> tuple[str, ...]:
    """The alpha-2 codes of the states in a group, sorted. Raises UsageError CT004 for a code that is none."""
    group_name(group)
    return tuple(code for code, one in states().items() if group in one.groups)
