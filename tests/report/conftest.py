"""A report built by hand, so that the writers are tested apart from the matcher."""

from __future__ import annotations

import hashlib

import pytest

from ctip_law.framework import load
from ctip_law.model import (
    Candidate,
    Clause,
    DefectFinding,
    ElementFinding,
    Evidence,
    Law,
    Ledger,
    Penalty,
    ProvisionFinding,
    Report,
    Source,
)
from tests.kept import readings_kept as readings_kept

TEXT = "1. Nobody may trade in people | whatever the price.\n2. A child is a person below eighteen.\n"


def law(id: str = "/akn/xx/act/2020/1", title: str = "People (Protection) Act") -> Law:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    second = TEXT.index("2.")
    return Law(
        id=id,
        title=title,
        language="en",
        text=TEXT,
        source=Source("act.txt", digest, digest, "text"),
        clauses=(
            Clause("sec_1", "section", "1", text=TEXT[3 : second - 1], start=0, end=second - 1),
            Clause("sec_2", "section", "2", text=TEXT[second + 3 : -1], start=second, end=len(TEXT) - 1),
        ),
        penalties=(Penalty("1", "sec_1", "trading in people", 0, 10, None, 15.0),),
    )


def evidence(num: str, quote: str, of: Law) -> Evidence:
    start = of.text.index(quote)
    return Evidence(of.id, f"sec_{num}", num, start, start + len(quote), quote, "rule", ("definition of child",))


@pytest.fixture
def report() -> Report:
    return build(law())


def build(*laws: Law) -> Report:
    """Three provisions of the Protocol: one met, one in part, one gap; one that asks nothing of a statute."""
    found = evidence("2", "person below eighteen", laws[-1])
    sold = evidence("1", "trade in people | whatever the price", laws[0])
    elements = {id: ElementFinding(id, "absent") for id in load().elements}
    elements["child.under18"] = ElementFinding("child.under18", "present", 0.98, "", (found,))
    elements["act.transfer"] = ElementFinding("act.transfer", "weak", 0.6, "selling only", (sold,))
    near = Candidate(laws[0].id, "sec_1", "1", 3.25, "no word of means", "trade in people")

    def verdict(id: str, status: str, **more: object) -> ProvisionFinding:
        provision = load().provision(id)
        values = {"strength": provision.counts_as, "nature": provision.nature, "verified": "text", "confidence": 0.9}
        return ProvisionFinding(id, status, **(values | more))  # type: ignore[arg-type]

    return Report(
        ledger=Ledger(tuple(laws), elements),
        provisions=(
            verdict("tip-1-2", "not_legislative"),
            verdict(
                "tip-3a",
                "partial",
                weak=("act.transfer",),
                missing=("means.fraud",),
                evidence=(sold,),
                nearest={"means.fraud": near},
            ),
            verdict("tip-3d", "met", present=("child.under18",), evidence=(found,), verified="memory"),
            verdict("tip-6-6", "gap", missing=("protection.compensation_offender",), candidates=(near,)),
        ),
        defects=(
            DefectFinding("coercion-only", ("tip-3a",), (sold,), "It leaves fraud out.", "Name the other means."),
        ),
        instruments=("tip",),
    )
