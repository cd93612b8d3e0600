"""Published statements on national laws held against our findings, claim by claim.

A statement is a row of `framework/oracles.psv` beside this checkout; `oracles.toml` here says which of them speak of a
law that is at hand in the version they speak of, and `not_compared.toml` why the others are not compared. A row makes a
claim on each provision that it names, on each defect, and on each term of years. The assessor can be wrong, and
measures against other things than the Protocol: so the test holds the agreement that there is, prints both sides of
every disagreement (`pytest -rP tests/outside`) and wants a word on who is right.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from ctip_law import gap
from ctip_law.assess.meaning import MeaningFinder
from ctip_law.framework import load
from ctip_law.model import ProvisionFinding, Report

pytestmark = pytest.mark.outside

HERE = Path(__file__).parent
TABLE = {
    key: entries
    for name in ("oracles.toml", "not_compared.toml")
    for key, entries in tomllib.loads((HERE / name).read_text(encoding="utf-8")).items()
}
#: What a statement expects -> our statuses that say the same.
SAME = {
    "met": {"met", "elsewhere", "divergence"},
    "partial": {"partial"},
    "gap": {"gap"},
    "divergence": {"divergence"},
}
#: Statuses by which a report gives no answer.
SILENT = {"not_legislative", "not_assessed", "unclear"}


@dataclass(frozen=True)
class Claim:
    """One thing that a statement says of a law, and what we say of it. `agrees` is None where we say nothing."""

    row: str
    law: str
    on: str
    theirs: str
    ours: str
    agrees: bool | None

    @property
    def key(self) -> tuple[str, str, str]:
        return self.row, self.law, self.on


Rows = dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def statements(shared: Path) -> Rows:
    path = shared / "framework" / "oracles.psv"
    if not path.is_file():
        pytest.skip("the published statements (../shared/framework/oracles.psv) are not beside this checkout")
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row for row in csv.DictReader(lines, delimiter="|", quoting=csv.QUOTE_NONE)}


@pytest.fixture(scope="module")
def made(statements: Rows, shared: Path) -> list[Claim]:
    return [
        claim
        for entry in TABLE["check"]
        for law in entry["laws"]
        for claim in claims(statements[entry["row"]], entry, law, read(source(shared, law)))
    ]


def source(shared: Path, law: str) -> Path:
    kind, _, rest = law.partition("/")
    if kind in ("restated", "corpus"):
        return (HERE if kind == "restated" else HERE.parent.parent) / kind / f"{rest}.xml"
    folder = shared / "corpus" / law
    return next(path for path in (folder / "text.txt", *sorted(folder.glob("source.*"))) if path.is_file())


@lru_cache(maxsize=64)
def read(path: Path) -> Report:
    return gap(path, against="all")


def split(cell: str) -> list[str]:
    return [one for one in cell.split(";") if one]


def claims(row: dict[str, str], entry: dict[str, Any], law: str, report: Report) -> Iterator[Claim]:
    """What a row claims, in the order in which it stands there."""
    found = {finding.id: finding for finding in report.provisions}
    for on, theirs, ours, agrees in (
        *verdicts(row, entry, found),
        *defects(row, report, found),
        *terms(row["expected"], report),
    ):
        yield Claim(row["id"], law, on, theirs, ours, agrees)


Said = Iterator[tuple[str, str, str, bool | None]]


def verdicts(row: dict[str, str], entry: dict[str, Any], found: dict[str, ProvisionFinding]) -> Said:
    """The verdict on each provision: on the elements that the statement speaks of, if it speaks of less than all."""
    expected = sorted(word for word in SAME if re.search(rf"\b{word}\b", row["expected"]))
    aspects: dict[str, list[str]] = entry.get("aspect", {})
    named = entry.get("provisions", split(row["provisions"]))
    for id in dict.fromkeys([*named, *aspects]) if expected else ():
        ours, why = aspect(found[id], aspects[id]) if id in aspects else (found[id].status, found[id].why)
        same = set().union(*(SAME[word] for word in expected))
        if id not in aspects and row["defects"] and {"gap", "divergence"} & set(expected):
            same |= {"partial"}  # one element of the duty falls short; whether it is this one, the defect's claim asks
        yield id, f"{id} {'/'.join(expected)}", f"{ours}: {why}", None if ours in SILENT else ours in same


def aspect(finding: ProvisionFinding, elements: list[str]) -> tuple[str, str]:
    assert set(elements) <= {*finding.present, *finding.weak, *finding.missing}, (finding.id, elements)
    if finding.status in SILENT:
        return finding.status, finding.why
    absent = [one for one in elements if one in finding.missing]
    whole = all(one in finding.present for one in elements)
    status = "met" if whole else "gap" if len(absent) == len(elements) else "partial"
    return status, f"of what is spoken of, not found: {', '.join(absent) or 'nothing'}"


def defects(row: dict[str, str], report: Report, found: dict[str, ProvisionFinding]) -> Said:
    """A defect agrees where the report names it, or where its finding lists the same things as not found."""
    for defect in sorted(split(row["defects"])):
        named = defect in {one.id for one in report.defects}
        shown = any(lists(found[one["provision"]], one) for one in TABLE["shown"] if one["defect"] == defect)
        said = "named" if named else "its elements are shown" if shown else "not found"
        reason = report.withheld.get(defect, "")
        yield defect, f"defect {defect}", f"{said}{': ' if reason else ''}{reason}", named or shown


def lists(finding: ProvisionFinding, kind: dict[str, str]) -> bool:
    missing = [one for one in finding.missing if one.startswith(kind["elements"])]
    there = [one for one in (*finding.present, *finding.weak) if one.startswith(kind["elements"])]
    return bool(missing) and bool(there) == (kind["missing"] == "some")


def terms(expected: str, report: Report) -> Said:
    """Terms of years: "3-20y", "20y" for up to twenty, "5y-life"."""
    tiers = [(p.section, p.min_years, p.max_years, p.life) for one in report.ledger.laws for p in one.penalties]
    for least, years, life in re.findall(r"(?:(\d+)-)?(\d+)y(-life)?", expected):
        low, high = (int(years), None) if life else (int(least) if least else None, int(years))
        hit = [
            section
            for section, shortest, longest, lifelong in tiers
            if (lifelong if life else longest == high) and (low is None or shortest == low)
        ]
        term = f"{low or 'up'} to {'life' if life else f'{high} years'}"
        yield (
            f"term {low or 0}-{high or 'life'}",
            f"a term of {term}",
            f"in section {min(hit)}" if hit else f"none such among {len(tiers)} terms",
            bool(hit),
        )


def test_every_statement_is_accounted_for(statements: Rows) -> None:
    checked = [entry["row"] for entry in TABLE["check"]]
    withheld = {entry["row"] for entry in TABLE["withheld"]}
    away = [entry["row"] for entry in TABLE["not_at_hand"]]
    assert len(checked) == len(set(checked))
    assert len(away) == len(set(away))
    assert not set(away) & ({*checked} | withheld)
    assert {*checked, *withheld, *away} == set(statements)
    assert all(entry["why"] for entry in TABLE["not_at_hand"])
    assert all(entry["version"] for entry in TABLE["check"])
    assert all(entry["narrow"] for entry in TABLE["check"] if {"aspect", "provisions"} & set(entry))


def test_the_table_names_rows_and_laws_that_are_there(statements: Rows, shared: Path) -> None:
    known = {provision.id for provision in load().provisions()}
    defect_ids = set(load().defects)
    assert {one["defect"] for one in TABLE["shown"]} <= defect_ids
    for entry in (*TABLE["check"], *TABLE["withheld"]):
        row = statements[entry["row"]]
        assert {*split(row["provisions"]), *entry.get("aspect", {}), *entry.get("provisions", [])} <= known
        assert set(split(row["defects"])) <= defect_ids
        for law in entry.get("laws", [entry.get("law")]):
            assert source(shared, law).is_file()
            country = re.sub("^(restated|corpus)/", "", law)[:2].upper()
            assert country in row["law and section"] if row["country"] == "EU" else row["country"] in (country, "ASEAN")


def test_our_findings_agree_with_published_statements_as_far_as_they_did(statements: Rows, made: list[Claim]) -> None:
    answered = [claim for claim in made if claim.agrees is not None]
    agreed = [claim for claim in answered if claim.agrees]
    rows = {claim.row for claim in answered}
    summary(statements, answered, rows)
    words = {(entry["row"], entry["law"], entry["claim"]): entry for entry in TABLE["differs"]}
    for claim in made:
        if not claim.agrees:
            row = statements[claim.row]
            print(f"{claim.row} {claim.law}, {row['law and section']} ({row['as of']}, {row['source']})")
            print(f"  they: {claim.theirs}: {row['statement (our words)']}")
            print(f"  we:   {claim.ours}")
            if claim.key in words:
                print(f"  right: {words[claim.key]['right']}: {words[claim.key]['why']}")
    assert {entry["row"] for entry in TABLE["check"]} == rows, "a statement on which we give no answer is not compared"
    whole = rows - {claim.row for claim in answered if not claim.agrees}
    independent = [claim for claim in answered if statements[claim.row]["kind"] != "T"]
    assert TABLE["agreement"] == {
        "statements": len(statements),
        "compared": len(rows),
        "whole": len(whole),
        "claims": len(answered),
        "agree": len(agreed),
        "independent": [sum(bool(claim.agrees) for claim in independent), len(independent)],
    }


def summary(statements: Rows, answered: list[Claim], rows: set[str]) -> None:
    print(f"{len(statements)} statements; {len(rows)} on sections at hand in their version, which are read;")
    print(f"{len(TABLE['not_at_hand'])} on a law or a version that is not at hand;")
    print(f"{len({entry['row'] for entry in TABLE['withheld']})} on a text in a language that is not read.")
    whole = rows - {claim.row for claim in answered if not claim.agrees}
    print(f"{len(whole)} of the {len(rows)} agree in all they claim.")
    own = {id for id in rows if statements[id]["kind"] == "T"}
    for name, part in (("of independent assessors", rows - own), ("read from the statute for this work", own)):
        of = [claim for claim in answered if claim.row in part]
        print(f"Claims {name}: {sum(bool(claim.agrees) for claim in of)} of {len(of)} agree.")
    total = sum(bool(claim.agrees) for claim in answered)
    print(f"All claims: {total} of {len(answered)} agree ({total / len(answered):.2f}).")


def test_every_disagreement_has_a_word_on_who_is_right(made: list[Claim]) -> None:
    disagreed = {claim.key for claim in made if claim.agrees is False}
    entries = [(entry["row"], entry["law"], entry["claim"]) for entry in TABLE["differs"]]
    assert len(entries) == len(set(entries))
    assert set(entries) == disagreed
    assert {entry["right"] for entry in TABLE["differs"]} <= {"assessor", "program", "benchmark"}
    assert all(entry["why"] for entry in TABLE["differs"])


def test_no_verdict_is_given_in_a_language_that_is_not_read(
    statements: Rows, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MeaningFinder, "candidates", lambda self, provision, top: ())  # what is near is no verdict
    framework = load()
    for entry in TABLE["withheld"]:
        report = read(source(shared, entry["law"]))
        said = {finding.id: finding.status for finding in report.provisions}
        for id in split(statements[entry["row"]]["provisions"]):
            legislative = framework.provision(id).nature in ("legislative", "law_or_measure")
            assert said[id] == ("not_assessed" if legislative else "not_legislative"), (entry, id)
