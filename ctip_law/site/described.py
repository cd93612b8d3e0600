"""What the site is, for other programs: Data Package, DCAT, schema.org, and the checksums of its data files.

No date of the run stands in any of it; dates are those of the texts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from ctip_law.corpus.held import STANDINGS
from ctip_law.framework import load
from ctip_law.report.data import NATURES, STRENGTHS
from ctip_law.report.render import to_json
from ctip_law.report.words import PROVISION, caveat
from ctip_law.site.nouns import LawView, SiteData
from ctip_law.site.words import NOT_THE_LAW

NAME = "Trafficking laws held against their instruments"
LICENCE = "https://www.apache.org/licenses/LICENSE-2.0"

#: Ending of a file -> its media type.
MEDIA = {
    ".csv": "text/csv", ".json": "application/json", ".jsonld": "application/ld+json", ".txt": "text/plain",
    ".xml": "application/atom+xml",
}  # fmt: skip

#: Files that hold the whole data, as a catalogue lists them.
WHOLE = ("data/matrix.csv", "data/evidence.csv", "data/laws.csv", "data/findings.json", "data/compare.json")

#: Column -> what it may hold: lists, bounds and patterns as a Data Package states them.
_UNIT = {"minimum": 0, "maximum": 1}
_COUNTRY = {"pattern": "[A-Z]{2}", "required": True}


def constraints(name: str, column: str) -> dict[str, Any]:
    """What a column of a CSV file may hold; {} where anything may stand."""
    held: dict[tuple[str, str], dict[str, Any]] = {
        ("data/matrix.csv", "strength"): {"enum": list(STRENGTHS)},
        ("data/matrix.csv", "nature"): {"enum": list(NATURES)},
        ("data/matrix.csv", "status"): {
            "enum": [name for name in PROVISION if name not in ("not_in_legislation", "not_legislative")]
        },
        ("data/matrix.csv", "confidence"): _UNIT,
        ("data/matrix.csv", "verified"): {"enum": list(load().vocabulary["verified"])},
        ("data/evidence.csv", "status"): {"enum": ["present", "weak"]},
        ("data/evidence.csv", "start"): {"minimum": 0},
        ("data/evidence.csv", "end"): {"minimum": 0},
        ("data/laws.csv", "standing"): {"enum": list(STANDINGS)},
        ("data/laws.csv", "sha256"): {"pattern": "[0-9a-f]{64}"},
    }
    return _COUNTRY if column == "country" else held.get((name, column), {})


def package(site: SiteData, columns: Mapping[str, tuple[tuple[str, str, str], ...]]) -> str:
    """The CSV files as a Data Package (version 2)."""
    licences = [{"name": "Apache-2.0", "path": LICENCE, "title": "Apache License 2.0"}]
    keys = {"data/matrix.csv": ["country", "provision"], "data/laws.csv": ["law"]}
    resources = []
    for name, held in columns.items():
        fields = []
        for column, kind, meaning in held:
            field: dict[str, Any] = {"name": column, "type": kind, "description": meaning}
            if limits := constraints(name, column):
                field["constraints"] = limits
            fields.append(field)
        schema: dict[str, Any] = {"fields": fields}
        if name in keys:
            schema["primaryKey"] = keys[name]
        if name == "data/evidence.csv":
            there = {"resource": "laws", "fields": ["law"]}
            schema["foreignKeys"] = [{"fields": ["law"], "reference": there}]
        short = name.removeprefix("data/")
        resources.append(
            {
                "name": short.removesuffix(".csv"), "type": "table", "path": short, "format": "csv",
                "mediatype": "text/csv", "encoding": "utf-8", "licenses": licences, "schema": schema,
            }
        )  # fmt: skip
    return to_json(
        {
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": "ctip-law-site",
            "title": NAME,
            "description": f"{NOT_THE_LAW} {caveat()}",
            "version": site.tool["version"],
            "licenses": licences,
            "resources": resources,
        }
    )


def checksums(files: Mapping[str, str | bytes]) -> str:
    """The SHA-256 of every data file, as `sha256sum -c` reads it in the folder `data`."""
    made = []
    for name, data in sorted(files.items()):
        raw = data.encode() if isinstance(data, str) else data
        if name.startswith("data/"):
            made.append(f"{hashlib.sha256(raw).hexdigest()}  {name.removeprefix('data/')}\n")
    return "".join(made)


def dcat(site: SiteData, files: Mapping[str, str | bytes], base: str = "") -> str:
    """The site as a DCAT catalogue of one data set, with the licence on each distribution."""
    distributions = []
    for name in WHOLE:
        data = files[name]
        raw = data.encode() if isinstance(data, str) else data
        address = f"{base}{name}" if base else name.removeprefix("data/")
        distributions.append(
            {
                "@type": "dcat:Distribution",
                "dct:title": name.removeprefix("data/"),
                "dcat:downloadURL": {"@id": address},
                "dcat:mediaType": MEDIA[name[name.rindex(".") :]],
                "dcat:byteSize": len(raw),
                "spdx:checksum": {
                    "@type": "spdx:Checksum",
                    "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                    "spdx:checksumValue": hashlib.sha256(raw).hexdigest(),
                },
                "dct:license": {"@id": LICENCE},
            }
        )
    dataset = {
        "@type": "dcat:Dataset",
        "dct:title": NAME,
        "dct:description": f"{NOT_THE_LAW} {caveat()}",
        "dct:license": {"@id": LICENCE},
        "dcat:version": site.tool["version"],
        "dct:spatial": [country.name for country in site.countries],
        "dcat:distribution": distributions,
    }
    context = {
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "spdx": "http://spdx.org/rdf/terms#",
    }
    catalogue = {"@context": context, "@type": "dcat:Catalog", "dct:title": NAME, "dcat:dataset": [dataset]}
    return to_json(catalogue | ({"@id": base} if base else {}))


def dataset(site: SiteData, base: str = "") -> str:
    """The site as a schema.org Dataset, to stand in a script element: no character of it can end one."""
    read = sorted(one.entry.version[:4] for one in site.laws)
    return in_script(
        {
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": NAME,
            "description": NOT_THE_LAW,
            "license": LICENCE,
            "creator": {"@type": "Organization", "name": "ctip-law"},
            "version": site.tool["version"],
            "temporalCoverage": f"{read[0]}/{read[-1]}",
            "spatialCoverage": [country.name for country in site.countries],
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": MEDIA[name[name.rindex(".") :]],
                    "contentUrl": f"{base}{name}",
                    "license": LICENCE,
                }
                for name in WHOLE
            ],
        }
    )


def legislation(view: LawView) -> str:
    """A law's page as schema.org Legislation: our restatement, based on the law itself."""
    law: dict[str, Any] = {
        "@type": "Legislation",
        "name": view.entry.title,
        "legislationIdentifier": view.law.id,
        "legislationJurisdiction": view.country_name,
        "legislationDateVersion": view.entry.version,
        "url": view.entry.official_url,
    }
    return in_script(
        {
            "@context": "https://schema.org",
            "@type": "CreativeWork",
            "name": f"{view.entry.title} (restatement)",
            "abstract": NOT_THE_LAW,
            "inLanguage": view.law.language,
            "license": LICENCE,
            "isBasedOn": law,
        }
    )


def in_script(data: Any) -> str:
    """JSON that no character of which can end a script element."""
    words = json.dumps(data, ensure_ascii=False)
    return words.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
