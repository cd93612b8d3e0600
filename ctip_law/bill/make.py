"""The whole way: laws to a gap analysis, to a bill, to its proof."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ctip_law.analyse import gap, laws_of
from ctip_law.bill.build import bill_of
from ctip_law.bill.nouns import Bill
from ctip_law.bill.prove import proved
from ctip_law.bill.wording import wording
from ctip_law.model import Report

#: How often a bill is made anew, with what its own changes would take from the law.
_ROUNDS = 3

if TYPE_CHECKING:
    from ctip_law.analyse import Source


def amending_bill(
    sources: Source | Iterable[Source],
    *,
    against: str | Sequence[str] = "",
    country: str = "",
    tradition: str = "",
    strength: str = "mandatory",
    measures: bool = False,
    also: Sequence[str] = (),
    without: Sequence[str] = (),
    variables: Mapping[str, str | int] | None = None,
) -> Bill:
    """The bill that amends the first source, the others read beside it, with its proof.

    `against` and `country` are as for `gap`, the rest as for `bill_of`. Raises what those raise.
    """
    laws = laws_of(sources)
    wording(laws[0].language, laws[0].source.path)  # told before the laws are matched
    report = gap(laws, against=against, country=country)
    best: Bill | None = None
    endangered: dict[str, list[str]] = {}
    for _ in range(_ROUNDS):
        bill = bill_of(
            report, tradition=tradition, strength=strength, measures=measures, also=also, without=without,
            variables=variables, endangered=endangered,
        )  # fmt: skip
        made = proved(bill, report, laws, bill.asked)
        if best is None or _faults(made) < _faults(best):
            best = made
        more = _taken(made, report, endangered)
        if not more:
            break
        endangered = more
    return best if best is not None else made


def _faults(bill: Bill) -> int:
    """How much was found against a bill."""
    return len(bill.proof.failures) + len(bill.proof.lost) if bill.proof else 0


def _taken(bill: Bill, before: Report, known: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """{duty: elements} that the law had and has not whole any more, with those known already; {} where none is new."""
    assert bill.proof is not None
    later = {finding.id: finding for finding in bill.proof.report.provisions}
    worse = {row.id for row in bill.proof.rows if row.worse} - set(known)
    found = {
        old.id: sorted({*old.present, *old.weak} - set(later[old.id].present))
        for old in before.provisions
        if old.id in worse
    }
    return {**{id: list(elements) for id, elements in known.items()}, **found} if found else {}
