"""The whole way: laws to a gap analysis, to a bill, to its proof."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ctip_law.analyse import gap, laws_of
from ctip_law.bill.build import bill_of
from ctip_law.bill.nouns import Bill
from ctip_law.bill.prove import proved
from ctip_law.bill.wording import wording

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
    bill = bill_of(
        report, tradition=tradition, strength=strength, measures=measures, also=also, without=without,
        variables=variables,
    )  # fmt: skip
    return proved(bill, report, laws, bill.asked)
