"""What the provisions promise in Spanish, French and Indonesian, held against readers who saw only the codebook and the
clauses, never the promises: a reader for each language, as `test_reading` has one for English.

`reading/<language>/` has `clauses.tsv`, `confirmed.tsv` and `unconfirmed.tsv` as the English reading has, each clause
read with the defaults of its language; what the same readers found wrong as drafting stands in `reading/readers.tsv`.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator

import pytest

from ctip_law.draft import draft_clause, library

from .test_reading import CHANGED, READING
from .translated import OTHERS

Row = dict[str, str]


def table(language: str, name: str) -> list[Row]:
    with (READING / language / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def clauses() -> Iterator[tuple[str, Row]]:
    return ((language, row) for language in OTHERS for row in table(language, "clauses"))


def promised(language: str, provision: str) -> set[tuple[str, str]]:
    section = draft_clause(provision, language=language).section(provision)
    return {(provision, element) for element in section.elements}


@pytest.mark.parametrize(("language", "row"), clauses(), ids=str)
def test_a_clause_that_was_changed_after_the_reading_says_so(language: str, row: Row) -> None:
    section = draft_clause(row["provision"], language=language).section(row["provision"])
    made = hashlib.sha256("\n".join(line[2] for line in section.lines()).encode()).hexdigest()[:12]
    assert row["state"] == ("read" if made == row["fingerprint"] else CHANGED)


@pytest.mark.parametrize("language", OTHERS)
def test_every_provision_of_a_language_was_read(language: str) -> None:
    assert {row["provision"] for row in table(language, "clauses")} == set(library(language))


@pytest.mark.parametrize("language", OTHERS)
def test_every_promise_is_confirmed_by_the_reader_or_named_with_the_reason(language: str) -> None:
    whole = {(row["provision"], row["element"]) for row in table(language, "confirmed") if row["found"] == "whole"}
    open_ = {(row["provision"], row["element"]) for row in table(language, "unconfirmed")}
    made = set[tuple[str, str]]().union(*(promised(language, id) for id in library(language)))
    assert made - whole - open_ == set()
    assert open_ - (made - whole) == set(), "confirmed, or no longer promised: take it out of the table"
    assert [row for row in table(language, "unconfirmed") if not row["reason"]] == []
