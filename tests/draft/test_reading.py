"""What the provisions promise, held against a reader who saw only the codebook and the clause, never the promise.

`reading/clauses.tsv`      each clause that was read: provision, choice other than the default, a fingerprint of its
                           words, and whether they were changed after the reading
`reading/confirmed.tsv`    the elements that the reader found in it, whole or in part
`reading/unconfirmed.tsv`  promised elements that the reader did not find whole, each with what was done about it
`reading/faults.tsv`       each fault that the same reader found in the clauses as drafting, and what was done about it
"""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

from ctip_law.draft import draft_clause, library

READING = Path(__file__).parent / "reading"
CHANGED = "changed after the reading"
DECISIONS = {"mended", "kept", "question"}

Row = dict[str, str]


def table(name: str) -> list[Row]:
    with (READING / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


CLAUSES = table("clauses")
FAULTS = table("faults")


def settings(row: Row) -> dict[str, str]:
    """`option=choice` as variables of a draft; a clause with every default has none."""
    name, _, choice = row["choice"].partition("=")
    return {name: choice} if name else {}


def fingerprint(row: Row) -> str:
    section = draft_clause(row["provision"], variables=settings(row)).section(row["provision"])
    words = "\n".join(line[2] for line in section.lines())
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def found(part: str) -> set[tuple[str, str, str]]:
    return {(row["provision"], row["choice"], row["element"]) for row in table("confirmed") if row["found"] == part}


@pytest.mark.parametrize("row", CLAUSES, ids=lambda row: " ".join((row["provision"], row["choice"])))
def test_a_clause_that_was_changed_after_the_reading_says_so(row: Row) -> None:
    """A clause that is changed is marked until it is read again, and its fingerprint renewed then."""
    assert row["state"] == ("read" if fingerprint(row) == row["fingerprint"] else CHANGED)


def test_every_provision_was_read_with_its_defaults() -> None:
    assert {row["provision"] for row in CLAUSES if not row["choice"]} == set(library())


def test_every_promise_is_confirmed_by_the_reader_or_named_with_the_reason() -> None:
    whole = found("whole")
    open_ = {(row["provision"], row["choice"], row["element"]) for row in table("unconfirmed")}
    promised = {
        (row["provision"], row["choice"], element)
        for row in CLAUSES
        for element in draft_clause(row["provision"], variables=settings(row)).section(row["provision"]).elements
    }
    assert promised - whole - open_ == set()
    assert open_ - (promised - whole) == set(), "confirmed, or no longer promised: take it out of the table"
    assert [row for row in table("unconfirmed") if not row["reason"]] == []


def test_every_fault_has_a_decision_and_what_is_not_mended_has_a_reason() -> None:
    known = {*library(), "definitions"}
    assert [row for row in FAULTS if row["provision"] not in known or row["decision"] not in DECISIONS] == []
    assert [row for row in FAULTS if row["decision"] != "mended" and not row["reason"]] == []


def test_a_question_for_the_policy_maker_stands_with_its_provision() -> None:
    """A fault that is a matter of policy names a question of the provision by words that stand in it."""
    missing = [
        row for row in FAULTS
        if row["decision"] == "question"
        and not any(row["reason"] in question for question in library()[row["provision"]].questions)
    ]  # fmt: skip
    assert missing == []
