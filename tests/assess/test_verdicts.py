"""What follows from elements and defects: the statuses of provisions of the Trafficking Protocol, on short laws."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ctip_law.assess import assess
from ctip_law.match import match
from ctip_law.model import Coverage
from tests.assess.changes import TABLE, ledger_after
from tests.match.conftest import law_of

PROVISIONS = ("tip-3a", "tip-3b", "tip-3c", "tip-3d", "tip-5-1", "tip-5-2a", "tip-5-2b", "tip-5-2c")
ALL_MET = dict.fromkeys(PROVISIONS, "met")


@pytest.mark.parametrize("row", TABLE["verdict"], ids=[row["note"] for row in TABLE["verdict"]])
def test_statuses_other_than_met(row: dict[str, Any]) -> None:
    report = assess(ledger_after(row["change"]), ("tip",), pointed=False)
    found = {p.id: p.status for p in report.provisions if p.id in PROVISIONS}
    assert found == ALL_MET | row["statuses"], {p.id: p.why for p in report.provisions if p.id in PROVISIONS}


def test_a_law_on_drugs_leaves_a_gap_everywhere() -> None:
    text = "Model Act, 2020\n\n1. Trafficking in drugs\nA person who sells a narcotic drug commits an offence.\n"
    found = {p.id: p.status for p in assess(match([law_of(text)]), ("tip",)).provisions}
    assert {found[id] for id in PROVISIONS} == {"gap"}


def test_a_gap_offers_candidates_and_a_partial_says_what_is_missing() -> None:
    ledger = ledger_after(
        [["(3) The consent of the victim to the exploitation is irrelevant.", ""], [" and the removal of organs", ""]]
    )
    by_id = {p.id: p for p in assess(ledger, ("tip",)).provisions}
    assert by_id["tip-3b"].candidates
    assert by_id["tip-3a"].missing == ("purpose.organs",)


def test_the_silence_of_a_law_that_fell_apart_is_unclear() -> None:
    ledger = ledger_after([["(3) The consent of the victim to the exploitation is irrelevant.", ""]])
    assert {p.id: p.status for p in assess(ledger, ("tip",)).provisions}["tip-3b"] == "gap"
    lost = replace(ledger.laws[0], coverage=Coverage(lines=50, placed=48, unplaced=2))
    found = {p.id: p for p in assess(replace(ledger, laws=(lost,)), ("tip",)).provisions}["tip-3b"]
    assert found.status == "unclear"
    assert "2 of 50 lines" in found.why


def test_an_unsupported_language_is_not_assessed() -> None:
    law = law_of("Gesetz\n\n§ 1 Zweck\nDieses Gesetz dient dem Schutz der Opfer von Menschenhandel.\n", "de")
    found = {p.id: p.status for p in assess(match([law]), ("tip",)).provisions}
    assert {found[id] for id in PROVISIONS} == {"not_assessed"}
