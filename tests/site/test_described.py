"""What the site says of its own data is true: types, lists of values, keys, checksums, licences."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from typing import Any

import pytest

from ctip_law.site import described, downloads
from ctip_law.site.nouns import SiteData


@pytest.fixture(scope="module")
def made(site: SiteData) -> dict[str, str]:
    files = downloads.files(site)
    return files | downloads.about(site, files, "https://example.org/x/")


def rows(made: dict[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made[name])))


def resources(made: dict[str, str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(made["data/datapackage.json"])["resources"]
    return found


def wrong(value: str, field: dict[str, Any]) -> bool:
    """Whether a value is none that its field may hold."""
    limits = field.get("constraints", {})
    if not value:
        return bool(limits.get("required"))
    if field["type"] in ("integer", "number"):
        number = int(value) if field["type"] == "integer" else float(value)
        return not limits.get("minimum", number) <= number <= limits.get("maximum", number)
    return not re.fullmatch(limits.get("pattern", ".*"), value, re.S) or value not in limits.get("enum", [value])


@pytest.mark.parametrize("name", list(downloads.COLUMNS))
def test_every_cell_is_what_its_column_may_hold(made: dict[str, str], name: str) -> None:
    one = next(one for one in resources(made) if f"data/{one['path']}" == name)
    held = rows(made, name)
    assert held
    for row in held:
        for field in one["schema"]["fields"]:
            assert not wrong(row[field["name"]], field), (field["name"], row[field["name"]])


def test_a_value_that_no_list_has_would_be_seen(made: dict[str, str]) -> None:
    fields = {field["name"]: field for field in resources(made)[0]["schema"]["fields"]}
    assert wrong("fails", fields["status"])
    assert wrong("sg", fields["country"])
    assert wrong("1.2", fields["confidence"])


def test_keys_are_unique_and_lead_somewhere(made: dict[str, str]) -> None:
    for one in resources(made):
        key = one["schema"].get("primaryKey")
        held = [tuple(row[column] for column in key) for row in rows(made, f"data/{one['path']}")] if key else []
        assert len(held) == len(set(held))
    held_laws = list(rows(made, "data/laws.csv"))
    assert {row["standing"] for row in held_laws if row["country"] != "VU"} == {"in force", "amended"}
    laws = {row["law"] for row in held_laws}
    assert {row["law"] for row in rows(made, "data/evidence.csv")} <= laws


def test_every_resource_and_distribution_says_its_licence(made: dict[str, str]) -> None:
    assert all(one["licenses"] for one in resources(made))
    (held,) = json.loads(made["data/dcat.jsonld"])["dcat:dataset"]
    given = held["dcat:distribution"]
    assert len(given) == len(described.WHOLE)
    for one in given:
        assert one["dct:license"]["@id"].startswith("https://")
        name = one["dcat:downloadURL"]["@id"].removeprefix("https://example.org/x/")
        assert one["spdx:checksum"]["spdx:checksumValue"] == hashlib.sha256(made[name].encode()).hexdigest()
        assert one["dcat:byteSize"] == len(made[name].encode())


def test_the_checksums_are_those_of_the_files(made: dict[str, str]) -> None:
    lines = [line.split("  ") for line in made["data/sha256sums.txt"].splitlines()]
    assert {f"data/{name}" for _, name in lines} == {name for name in made if name != "data/sha256sums.txt"}
    for digest, name in lines:
        assert digest == hashlib.sha256(made[f"data/{name}"].encode()).hexdigest()


def test_a_law_is_described_as_the_restatement_of_one(site: SiteData) -> None:
    for view in site.laws:
        words = described.legislation(view)
        assert not re.search("[<>&]", words)
        told = json.loads(words)
        assert told["@type"] == "CreativeWork"
        assert told["isBasedOn"]["legislationIdentifier"] == view.law.id
        assert "not the law" in told["abstract"]


def test_no_date_of_the_run_stands_in_it(site: SiteData, made: dict[str, str]) -> None:
    for name in ("data/dcat.jsonld", "data/datapackage.json"):
        assert not re.search(r"(created|modified|issued)", made[name])
