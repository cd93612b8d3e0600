"""The penalties of the trafficking offence in several laws, as numbers that can be compared.

    "imprisonment for not less than three years but not exceeding twenty years" --> least 3, most 20
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from ctip_law.model import Law, Penalty, Report

_APART = 2.0  # a term is far from the middle where it is more than so many times as long, or as short
_LEAST = 4  # laws with a term, of which a middle can be said


def penalties(reports: Sequence[tuple[str, Report]]) -> dict[str, Any]:
    """A row for each law, the middle of the terms, and the laws whose terms are far from it. Terms in years."""
    rows = [_row(key, report) for key, report in reports]
    spread = {}
    for field in ("least_years", "most_years", "heaviest_years"):
        terms = sorted(row[field] for row in rows if row[field] is not None)
        middle = round(median(terms), 2) if terms else None
        ends = {"lowest": terms[0], "highest": terms[-1]} if terms else {"lowest": None, "highest": None}
        spread[field] = {"laws": len(terms), "middle": middle, **ends}
    return {"rows": rows, "spread": spread, "outliers": list(_outliers(rows, spread))}


def _row(key: str, report: Report) -> dict[str, Any]:
    """The first tier of the offence, which is for the plain case, and the heaviest of its sections. Where a section
    makes trafficking a serious crime, what is punished beside it (false statements, disclosure) is not the offence.

    `section` is "" and no term stands where no penalty of a trafficking offence was found.
    """
    elements = report.ledger.elements
    proof = elements["penalty.four_years"].evidence or elements["penalty.custodial"].evidence
    main = [(one.law, one.num) for one in proof]
    worse = [
        (one.law, one.num)
        for id, found in elements.items()
        if id.startswith("aggravating.") and found.status == "present"
        for one in found.evidence[:1]
    ]
    found = [pair for law in report.ledger.laws for pair in _tiers(law, main)]
    found.sort(key=lambda pair: main.index((pair[0].id, pair[1].section)))
    base = found[0] if found else None
    every = [tier for _, tier in found] + [tier for law in report.ledger.laws for _, tier in _tiers(law, worse)]
    terms = [tier.max_years for tier in every if tier.max_years is not None]
    return {
        "member": key,
        "law": (base[0].title or base[0].source.path) if base else "",
        "section": base[1].section if base else "",
        "offence": " ".join(base[1].offence.split()) if base else "",
        "least_years": base[1].min_years if base else None,
        "most_years": base[1].max_years if base else None,
        "heaviest_years": max(terms, default=None) if base else None,
        "life": bool(base) and any(tier.life for tier in every),
        "death": bool(base) and any(tier.death for tier in every),
        "fine": base[1].fine if base else "no",
    }


def _tiers(law: Law, places: Sequence[tuple[str, str]]) -> Iterator[tuple[Law, Penalty]]:
    return ((law, tier) for tier in law.penalties if (law.id, tier.section) in places)


def _outliers(rows: Sequence[dict[str, Any]], spread: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for field, known in spread.items():
        middle = known["middle"]
        if known["laws"] < _LEAST or not middle:
            continue
        for row in rows:
            term = row[field]
            if term is not None and not middle / _APART <= term <= middle * _APART:
                yield {"member": row["member"], "field": field, "years": term, "middle": middle}
