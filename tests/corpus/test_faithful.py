"""A restatement holds what the law holds: the same sections, terms of imprisonment and ages, and no gap where the full
text meets a duty or the other way round, but for what `differences.tsv` explains. Needs the full text.

An extract, and a law in a language that is not read yet, is compared by the numbers of its sections alone.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ctip_law.analyse import gap, parse
from ctip_law.model import Law
from ctip_law.paths import data_folder
from tests.corpus.test_restatements import SOURCES, full_texts, source_text

__all__ = ["full_texts"]

pytestmark = pytest.mark.outside
CORPUS = data_folder("corpus")
READ = {"en", "es", "fr", "id", "ms"}
LARGEST = 700_000


def explained() -> dict[tuple[str, str, str], str]:
    """(file, what, where) -> why the restatement differs there."""
    path = Path(__file__).with_name("differences.tsv")
    with path.open(encoding="utf-8", newline="") as lines:
        return {(row["file"], row["what"], row["where"]): row["why"] for row in csv.DictReader(lines, delimiter="\t")}


def penalties(law: Law) -> dict[str, set[tuple[float | None, float | None, bool]]]:
    """Section -> the terms that it says itself, in years."""
    found: dict[str, set[tuple[float | None, float | None, bool]]] = {}
    for row in law.penalties:
        if row.derived_from is None and (row.max_years or row.min_years or row.life):
            found.setdefault(row.section, set()).add((row.min_years, row.max_years, row.life))
    return found


def differences(own: Law, full: Law, whole: bool) -> Iterator[tuple[str, str]]:
    """What the two do not have in common: ("sections", "12"), ("penalties", "4"), ("ages", "<18"), ("verdicts",
    "tip-3b gap")."""
    here, there = ([section.num for section in law.sections()] for law in (own, full))
    yield from (("sections", num) for num in here if num not in there)
    if whole:
        yield from (("sections", num) for num in there if num not in here)
    if full.language not in READ or not whole:
        return
    told, said = penalties(own), penalties(full)
    yield from (("penalties", num) for num in here if told.get(num) != said.get(num))
    ages = [{f"{age.op}{age.years}" for age in law.ages} for law in (own, full)]
    yield from (("ages", age) for age in sorted(ages[0] ^ ages[1]))
    verdicts = [{row.id: row.status for row in gap([law], against="tip").provisions} for law in (own, full)]
    yield from (
        ("verdicts", f"{name} {verdict}")
        for name, verdict in verdicts[0].items()
        if {verdict, verdicts[1][name]} == {"gap", "met"}
    )


@pytest.mark.parametrize("entry", SOURCES, ids=[entry["file"] for entry in SOURCES])
def test_holds_what_the_law_holds(entry: dict[str, Any], full_texts: dict[str, Path]):
    path = full_texts.get(entry["sha256"])
    if path is None:
        pytest.skip(f"the full text of {entry['file']} is not in the measuring material")
    if path.stat().st_size > LARGEST:
        pytest.skip(f"{entry['file']} is an extract of a whole code, which takes long to read")
    if not source_text(path):
        pytest.skip(f"{entry['file']} was made from a scan, which holds no words")
    found = differences(parse(CORPUS / entry["file"]), parse(path), entry["complete"])
    known = explained()
    assert [one for one in found if (entry["file"], *one) not in known] == []


def test_every_difference_is_explained_in_words():
    files = {entry["file"] for entry in SOURCES}
    for (file, what, _), why in explained().items():
        assert file in files
        assert what in {"sections", "penalties", "ages", "verdicts"}
        assert len(why.split()) > 2
