"""Tables of clauses: for each element wordings of several drafting families that provide it, and near-misses.

A row of `cases-*.toml` is one short clause of our own, put as section 4 into a law with a plain trafficking offence:

    [[case]]
    element = "protection.housing"
    heading = "Shelters"
    text = "(1) The Minister shall ..."
    expect = "present"          # or "weak", "absent"
    note = "what is odd about it"

A table whose rows are whole laws (`law = ...`) has a test of its own.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ctip_law.framework import load as load_framework
from ctip_law.match import match
from tests.match.conftest import with_section

FILES = sorted(Path(__file__).parent.glob("cases-*.toml"))
STATUSES = ("present", "weak", "absent")
KEYS = {"element", "heading", "text", "expect", "note"}


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in FILES:
        rows = [row for row in tomllib.loads(path.read_text(encoding="utf-8"))["case"] if "law" not in row]
        seen: Counter[str] = Counter()
        for row in rows:
            seen[row["element"]] += 1
            yield f"{row['element']}-{seen[row['element']]}-{row['expect']}", row


@pytest.mark.parametrize("row", [pytest.param(row, id=name) for name, row in cases()])
def test_a_clause_provides_what_the_table_says(row: dict[str, Any]) -> None:
    finding = match([with_section(row["text"], row["heading"])]).elements[row["element"]]
    place = ", ".join(f"{e.num} by rule {e.rule}: {e.quote!r}" for e in finding.evidence)
    said = f"{row['note']}\n{row['heading']}: {row['text']}\nfound {finding.status} {finding.why} {place}"
    assert finding.status == row["expect"], said
    if finding.status != "absent":
        assert "4" in {evidence.num for evidence in finding.evidence}, said


def test_the_tables_name_elements_of_the_framework_and_nothing_twice() -> None:
    known = set(load_framework().elements)
    rows = [row for _, row in cases()]
    assert rows
    assert [row for row in rows if set(row) != KEYS or row["expect"] not in STATUSES or not row["note"]] == []
    assert sorted({row["element"] for row in rows} - known) == []
    twice = Counter((row["element"], row["text"]) for row in rows)
    assert [key for key, count in twice.items() if count > 1] == []


def test_each_element_of_the_tables_has_three_ways_to_say_it_and_two_near_misses() -> None:
    good: Counter[str] = Counter()
    bad: Counter[str] = Counter()
    for _, row in cases():
        (good if row["expect"] == "present" else bad)[row["element"]] += 1
    thin = {e: (good[e], bad[e]) for e in {*good, *bad} if good[e] < 3 or bad[e] < 2}
    assert thin == {}
