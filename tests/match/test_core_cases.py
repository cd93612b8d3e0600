"""Definitions and offences of many drafting families: which acts, means and purposes they hold, and which they do not.

A row of `cases-core.toml` is a short law of our own:

    [[case]]
    id = "one-clause-offence"
    law = '''
    1. Offence
    Any person who recruits ...'''
    acts = "recruitment harbouring"          # all of them: an act, means or purpose that is not named is absent
    means = "force"
    purposes = "forced_labour"
    present = ["scope.any_person"]           # of the other elements those that the law shows
    weak = []
    absent = ["scope.internal"]
    defects = ["means-for-child"]
    no_defects = ["women-children-only"]
    verdicts = { "tip-3a" = "partial" }
    note = "what is odd about it"

`either` names elements on which two lawyers may differ; nothing is asked of them.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from ctip_law.assess import assess
from ctip_law.framework import load as load_framework
from ctip_law.match import match
from ctip_law.model import ElementFinding, Report
from tests.match.conftest import law_of

ROWS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("cases-core.toml").read_text(encoding="utf-8"))[
    "case"
]
GROUPS = {"acts": "act", "means": "means", "purposes": "purpose"}
COUNTED = {*GROUPS.values(), "scope", "consent", "child", "penalty"}
KEYS = {
    "id", "law", *GROUPS, "present", "weak", "absent", "either", "defects", "no_defects", "verdicts", "note",
}  # fmt: skip
NEEDED = {"id", "law", "note", *GROUPS}


def report_of(row: dict[str, Any]) -> Report:
    """The row's law read, matched and assessed against the Trafficking Protocol."""
    return assess(match([law_of(f"Model Act, 2020\n\n{row['law'].strip()}\n")]), ("tip",), pointed=False)


def wanted(row: dict[str, Any]) -> dict[str, str]:
    """Element to status, for every element that the row speaks of."""
    named = {f"{group}.{name}" for key, group in GROUPS.items() for name in row[key].split()}
    listed = [e for e in load_framework().elements if e.partition(".")[0] in GROUPS.values()]
    out = {element: "present" if element in named else "absent" for element in listed}
    for status in ("present", "weak", "absent"):
        out |= dict.fromkeys(row.get(status, ()), status)
    return {element: status for element, status in out.items() if element not in row.get("either", ())}


def said(finding: ElementFinding) -> str:
    """A finding in one line."""
    return f"{finding.status} " + "; ".join(f"{e.num} {e.rule}: {e.quote!r}" for e in finding.evidence[:2])


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
class TestOffences:
    """What a definition and an offence hold, element by element, and what follows from it."""

    def test_elements(self, row: dict[str, Any]) -> None:
        found = report_of(row).ledger.elements
        wrong = {e: f"{s}, found {said(found[e])}" for e, s in wanted(row).items() if found[e].status != s}
        assert wrong == {}, row["note"]

    def test_defects(self, row: dict[str, Any]) -> None:
        report = report_of(row)
        found = {defect.id for defect in report.defects}
        # a defect of silence may be withheld where the reading is not sound enough, and then says why
        told = found | {defect for defect, why in report.withheld.items() if why}
        assert (sorted({*row.get("defects", ())} - told), sorted(found & {*row.get("no_defects", ())})) == ([], [])

    def test_verdicts(self, row: dict[str, Any]) -> None:
        found = {p.id: f"{p.status}" for p in report_of(row).provisions}
        assert {id: found[id] for id in row.get("verdicts", {})} == row.get("verdicts", {})


def test_rows_are_whole() -> None:
    known, defects = load_framework().elements, load_framework().defects
    assert [row["id"] for row in ROWS if not NEEDED <= set(row) <= KEYS] == []
    assert [id for id, count in Counter(row["id"] for row in ROWS).items() if count > 1] == []
    named = {e for row in ROWS for e in (*wanted(row), *row.get("either", ()))}
    assert sorted(named - set(known)) == []
    seen = {d for row in ROWS for key in ("defects", "no_defects") for d in row.get(key, ())}
    assert sorted(seen - set(defects)) == []


def test_each_element_has_three_ways_to_say_it_and_two_near_misses() -> None:
    good: Counter[str] = Counter()
    bad: Counter[str] = Counter()
    for row in ROWS:
        for element, status in wanted(row).items():
            if element.partition(".")[0] in COUNTED:
                (good if status == "present" else bad)[element] += 1
    assert {e: (good[e], bad[e]) for e in {*good, *bad} if good[e] < 3 or bad[e] < 2} == {}
