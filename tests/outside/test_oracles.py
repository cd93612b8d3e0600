"""Published statements on national laws held against our findings, claim by claim.

A statement is a row of `framework/oracles.psv` beside this checkout; `oracles.toml` here says which of them speak of a
law that is at hand in the version they speak of. A row makes a claim on each provision that it names, on each defect,
and on each term of years. The assessor can be wrong, and measures against other things than the Protocol: so the test
holds the agreement that there is, and prints both sides of every disagreement (`pytest -rP tests/outside`).
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

from ctip_law import gap
from ctip_law.framework import load
from ctip_law.model import Report

pytestmark = pytest.mark.outside

TABLE = tomllib.loads((Path(__file__).parent / "oracles.toml").read_text(encoding="utf-8"))
#: Claims that agree today. Raise it with the matcher; a lower figure needs a reason in the commit.
FLOOR = 4

#: What a statement expects -> our statuses that say the same.
SAME = {
    "met": {"met", "elsewhere", "divergence"},
    "partial": {"partial"},
    "gap": {"gap"},
    "divergence": {"divergence"},
}


@dataclass(frozen=True)
class Claim:
    """One thing that a statement says of a law, and what we say of it."""

    row: str
    law: str
    theirs: str
    ours: str
    agrees: bool


@pytest.fixture(scope="module")
def statements(shared: Path) -> dict[str, dict[str, str]]:
    path = shared / "framework" / "oracles.psv"
    if not path.is_file():
        pytest.skip("the published statements (../shared/framework/oracles.psv) are not beside this checkout")
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["id"]: row for row in csv.DictReader(lines, delimiter="|", quoting=csv.QUOTE_NONE)}


def source(shared: Path, law: str) -> Path:
    folder = shared / "corpus" / law
    return next(path for path in (folder / "text.txt", *sorted(folder.glob("source.*"))) if path.is_file())


@lru_cache(maxsize=16)
def read(path: Path) -> Report:
    return gap(path, against="all")


def claims(row: dict[str, str], law: str, report: Report) -> Iterator[Claim]:
    """What a row claims, in the order in which it stands there."""
    expected = {word for word in SAME if re.search(rf"\b{word}\b", row["expected"])}
    defects = {one for one in row["defects"].split(";") if one}
    found = {finding.id: finding for finding in report.provisions}
    for id in row["provisions"].split(";") if expected else []:
        same = set().union(*(SAME[word] for word in expected))
        same |= {"partial"} if "gap" in expected and defects else set()  # one element that fails, not the whole duty
        ours = found[id].status
        yield Claim(row["id"], law, f"{id} {'/'.join(sorted(expected))}", f"{ours}: {found[id].why}", ours in same)
    for defect in sorted(defects):
        seen = defect in {one.id for one in report.defects}
        yield Claim(row["id"], law, f"defect {defect}", "found" if seen else "not found", seen)
    terms = {(p.section, p.min_years, p.max_years) for one in report.ledger.laws for p in one.penalties}
    for least, most in re.findall(r"(?:(\d+)-)?(\d+)y", row["expected"]):
        hit = [section for section, low, high in terms if high == int(most) and (not least or low == int(least))]
        said = f"in section {min(hit)}" if hit else f"none such among {len(terms)} terms"
        yield Claim(row["id"], law, f"a term of {least or 'up'} to {most} years", said, bool(hit))


def test_the_table_names_rows_and_laws_that_are_there(statements: dict[str, dict[str, str]], shared: Path) -> None:
    known = {provision.id for provision in load().provisions()}
    for entry in (*TABLE["check"], *TABLE["withheld"]):
        row = statements[entry["row"]]
        assert {id for id in row["provisions"].split(";") if id} <= known
        for law in entry.get("laws", [entry.get("law")]):
            assert source(shared, law).is_file()
            assert row["country"] in (law[:2].upper(), "ASEAN")


def test_our_findings_agree_with_published_statements_as_far_as_they_did(
    statements: dict[str, dict[str, str]], shared: Path
) -> None:
    made: list[Claim] = []
    for entry in TABLE["check"]:
        for law in entry["laws"]:
            made += claims(statements[entry["row"]], law, read(source(shared, law)))
    agreed = [claim for claim in made if claim.agrees]
    rows = {claim.row for claim in made}
    whole = rows - {claim.row for claim in made if not claim.agrees}
    print(
        f"{len(statements)} statements; {len(rows)} on a law at hand in their version and in a language that is read;"
    )
    print(f"{len(TABLE['withheld'])} more on one at hand in a language that is not read: their verdicts are withheld;")
    print(f"{len(whole)} of the {len(rows)} agree in all they claim; of their {len(made)} claims {len(agreed)} agree")
    for claim in made:
        if not claim.agrees:
            row = statements[claim.row]
            print(f"{claim.row} {claim.law}, {row['law and section']} ({row['as of']}, {row['source']})")
            print(f"  they: {claim.theirs}: {row['statement (our words)']}")
            print(f"  we:   {claim.ours}")
    assert len(agreed) >= FLOOR, [claim for claim in made if not claim.agrees]


def test_no_verdict_is_given_in_a_language_that_is_not_read(
    statements: dict[str, dict[str, str]], shared: Path
) -> None:
    framework = load()
    for entry in TABLE["withheld"]:
        report = read(source(shared, entry["law"]))
        said = {finding.id: finding.status for finding in report.provisions}
        for id in filter(None, statements[entry["row"]]["provisions"].split(";")):
            legislative = framework.provision(id).nature in ("legislative", "law_or_measure")
            assert said[id] == ("not_assessed" if legislative else "not_legislative"), (entry, id)
