"""The data behind the pages, for other programs and for the pages that compare: CSV, JSON and what the columns mean."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ctip_law.countries import country_name
from ctip_law.model import Report
from ctip_law.report.data import gap_data
from ctip_law.report.render import render_law, to_json
from ctip_law.report.words import GENERAL_LAW, PROVISION, caveat
from ctip_law.site import described
from ctip_law.site.apart import each
from ctip_law.site.catalogue import Words, words
from ctip_law.site.nouns import Cell, CountryView, Excerpt, Mention, Missing, Place, SiteData, Span
from ctip_law.site.words import NOT_THE_LAW

#: file -> its columns: (name, type of a Data Package field, meaning)
COLUMNS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "data/matrix.csv": (
        ("country", "string", "ISO 3166-1 alpha-2 code of the country whose laws were read."),
        ("provision", "string", "Id of the provision in the framework."),
        ("article", "string", "Article of the instrument."),
        ("title", "string", "What the provision is about, in a few words."),
        ("strength", "string", "How it binds: mandatory, qualified, optional, recommendation or interpretive."),
        ("nature", "string", "What is asked for: legislative, or law_or_measure (law or an administrative measure)."),
        ("status", "string", "The verdict: met, elsewhere, divergence, partial, gap, unclear or not_assessed."),
        ("confidence", "number", "How sure the verdict is, from 0 to 1."),
        ("sections", "string", "Sections with the evidence, separated by blanks; a blank in a number is written _."),
        ("present", "string", "Ids of the elements found, separated by blanks."),
        ("weak", "string", "Ids of the elements found in part only, separated by blanks."),
        ("missing", "string", "Ids of the elements not found, separated by blanks."),
        ("verified", "string", "How the framework's entry was checked; text means against the whole provision."),
        ("decided", "string", "Who decided: automatic, since no reviewer's decisions are published here."),
        ("framework", "string", "Version of the framework by which it was decided."),
    ),
    "data/evidence.csv": (
        ("country", "string", "ISO 3166-1 alpha-2 code."),
        ("element", "string", "Id of the element in the framework."),
        ("label", "string", "The element in words."),
        ("status", "string", "present, or weak (found in part only)."),
        ("law", "string", "FRBR URI of the law."),
        ("section", "string", "Number of the section that holds the words."),
        ("eid", "string", "Id of the smallest clause that holds the words: an anchor on the law's page."),
        ("start", "integer", "Where the words start, in characters of the restatement's text."),
        ("end", "integer", "Where they end."),
        ("quote", "string", "The words of the restatement."),
        ("rule", "string", "The rule of the lexicon that found them."),
    ),
    "data/laws.csv": (
        ("country", "string", "ISO 3166-1 alpha-2 code."),
        ("law", "string", "FRBR URI of the law."),
        ("title", "string", "Its title."),
        ("citation", "string", "How it is cited."),
        ("version", "string", "The date of which the text is that was restated."),
        ("language", "string", "Language of the restatement."),
        ("standing", "string", "How the law stands as far as is known: in force, amended, repealed or bill."),
        ("marks", "string", "What must be said of it, separated by semicolons: bill, extract, repealed."),
        ("sections", "integer", "How many sections the restatement has."),
        ("official_url", "string", "Where its publisher has it."),
        ("terms", "string", "Terms of the official text, of which nothing is here; unknown where nobody has looked."),
        ("sha256", "string", "SHA-256 of the text that was restated."),
        ("page", "string", "Its page in the site."),
    ),
}  # fmt: skip

#: The forms of the report on a country.
REPORTS = ("docx", "pdf", "xlsx", "csv", "json")

#: With more duties a report has hundreds of pages, which take longer to set than all else of the site: no PDF then.
MOST_IN_PDF = 100


def files(site: SiteData, t: Words | None = None) -> dict[str, str]:
    """Every data file by its path in the site; what the page that compares reads has the words of `t`."""
    t = t or words()
    made = {
        "data/matrix.csv": _csv("data/matrix.csv", _matrix(site)),
        "data/evidence.csv": _csv("data/evidence.csv", _evidence(site)),
        "data/laws.csv": _csv("data/laws.csv", _laws(site)),
        "data/findings.json": to_json([gap_data(country.report) for country in site.countries]),
        "data/compare.json": _dump(_compare(site)),
    }
    for one in site.judged:
        cells = {cell.country.lower(): _cell(cell, t) for cell in site.cells(one.id)}
        model = site.drafts.get(one.id, "")
        made[f"data/clauses/{one.id}.json"] = _dump({"provision": one.id, "model": model, "countries": cells})
    for view in site.laws:
        made[f"data/{view.page}.xml"] = str(render_law(view.law, "akn"))
        made[f"data/{view.page}.txt"] = view.law.text
    made["data/read-me.txt"] = _read_me(site)
    made["data/datapackage.json"] = described.package(site, COLUMNS)
    return made


def about(site: SiteData, files: Mapping[str, str | bytes], base: str = "") -> dict[str, str]:
    """What tells of the other files: the catalogue, and the checksums of all data."""
    made = {"data/dcat.jsonld": described.dcat(site, files, base)}
    return made | {"data/sha256sums.txt": described.checksums({**files, **made})}


def whole(files: Mapping[str, str | bytes]) -> bytes:
    """Everything under `data` but the reports of countries as one zip file, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            if name.startswith("data/") and not name.startswith("data/country/"):
                raw = data.encode() if isinstance(data, str) else data
                archive.writestr(zipfile.ZipInfo(name.removeprefix("data/")), raw, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def scripts(files: Mapping[str, str | bytes]) -> Iterator[tuple[str, str]]:
    """What the page that compares reads, once more as scripts: without a server no page may fetch a file."""
    for name, data in files.items():
        if isinstance(data, str) and (name == "data/compare.json" or name.startswith("data/clauses/")):
            key = json.dumps(name.removeprefix("data/"))
            script = f"(window.ctipData = window.ctipData || {{}})[{key}] = {data.strip()};\n"
            yield f"{name.removesuffix('.json')}.js", script


def reports(site: SiteData, workers: int = 0) -> dict[str, str | bytes]:
    """The report on each country in every form that is handed over, the PDF only where its writer is installed and the
    duties are few enough; and model clauses for what is open. They take longer than all else: `apart.each`."""
    forms = tuple(form for form in REPORTS if form != "pdf" or len(site.judged) <= MOST_IN_PDF)
    asked = [_Asked(country.slug, country.report, forms, _open(country, site)) for country in site.countries]
    made: dict[str, str | bytes] = {}
    for one in each(_country_files, asked, workers):
        made |= one
    return made


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the files of a country are made from; `open_` are the duties that get a model clause."""

    slug: str
    report: Report
    forms: tuple[str, ...]
    open_: tuple[str, ...]


def _country_files(asked: _Asked) -> dict[str, str | bytes]:
    from ctip_law.dossier import handed_over
    from ctip_law.draft import draft_clause, render

    made = {f"data/country/{asked.slug}.{form}": data for form, data in handed_over(asked.report, asked.forms)}
    if asked.open_:
        drafted = draft_clause(list(asked.open_), variables={"country": country_name(asked.report.country)})
        made[f"data/country/{asked.slug}-clauses.docx"] = render(drafted, "docx")
    return made


def _open(country: CountryView, site: SiteData) -> tuple[str, ...]:
    """The duties of which nothing or a part was found, and that the library has a model clause for."""
    return tuple(id for id in site.drafts if country.cells[id].status in ("partial", "gap", "not_in_legislation"))


def _csv(name: str, rows: Iterable[Iterable[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column for column, _, _ in COLUMNS[name])
    writer.writerows(rows)
    return out.getvalue()


def _dump(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _matrix(site: SiteData) -> Iterator[tuple[object, ...]]:
    for country in site.countries:
        for one in site.judged:
            found = country.cells[one.id].finding
            sections = " ".join(dict.fromkeys(evidence.num.replace(" ", "_") for evidence in found.evidence))
            yield (
                country.code, one.id, one.article, one.title, found.strength, found.nature, found.status,
                round(found.confidence, 4), sections, " ".join(found.present), " ".join(found.weak),
                " ".join(found.missing), found.verified, "automatic", site.tool["framework"],
            )  # fmt: skip


def _laws(site: SiteData) -> Iterator[tuple[object, ...]]:
    for view in site.laws:
        law, entry = view.law, view.entry
        yield (
            view.country, law.id, entry.title, entry.citation, entry.version, law.language, entry.standing,
            "; ".join(view.marks), len(law.sections()), entry.official_url, entry.terms, entry.sha256, view.page,
        )  # fmt: skip


def _evidence(site: SiteData) -> Iterator[tuple[object, ...]]:
    from ctip_law.framework import load

    labels = load().elements
    for country in site.countries:
        for one in country.report.ledger.elements.values():
            for found in one.evidence:
                yield (
                    country.code, one.id, labels[one.id].label, one.status, found.law, found.num, found.eid,
                    found.start, found.end, found.quote, found.rule,
                )  # fmt: skip


def _compare(site: SiteData) -> dict[str, Any]:
    """What the page that compares two countries starts from; the clauses of a provision are in files of their own."""
    return {
        "countries": {country.slug: country.name for country in site.countries},
        "marks": {country.slug: list(country.marks) for country in site.countries if country.marks},
        "provisions": [
            {"id": one.id, "article": one.article, "title": one.title, "strength": one.counts_as} for one in site.judged
        ],
        "models": [one.id for one in site.judged if one.id in site.drafts],
        "statuses": {name: {"sign": sign, "word": word} for name, (sign, word, _) in PROVISION.items()},
        "cells": {
            country.slug: {one.id: country.cells[one.id].status for one in site.judged} for country in site.countries
        },
    }


def _cell(cell: Cell, t: Words) -> dict[str, Any]:
    def label(one: Mention | Missing) -> str:
        return t.plain_of("label", one.element, one.label)

    return {
        "status": cell.status,
        "why": t.plain_said(cell.finding.why),
        "found": [{"number": m.number, "id": m.element, "label": label(m), "weak": m.weak} for m in cell.found],
        "missing": [{"id": one.element, "label": label(one)} for one in cell.missing],
        "excerpts": [_excerpt(excerpt, t) for excerpt in cell.excerpts],
    }


def _excerpt(one: Excerpt, t: Words) -> dict[str, Any]:
    place: Place = one.place
    return {
        "law": place.law,
        "label": t.plain_said(place.label),
        "href": f"{place.page}/index.html" + (f"#{place.eid}" if place.eid else ""),
        "heading": one.heading,
        "language": one.language,
        "start": one.start,
        "text": one.text,
        "cut": [one.cut_before, one.cut_after],
        "spans": [_span(span, one) for span in one.spans],
    }


def _span(span: Span, of: Excerpt) -> dict[str, Any]:
    return {
        "element": span.element,
        "number": span.number,
        "group": span.group,
        "start": span.start,
        "end": span.end,
        "words": of.text[span.start : span.end],
    }


def _read_me(site: SiteData) -> str:
    lines = ["ctip-law: the data behind the site", ""]
    lines += [f"{name} {value}".strip() for name, value in site.tool.items()]
    lines += ["", NOT_THE_LAW, caveat(), f"Caution: {GENERAL_LAW}.", ""]
    for name, columns in COLUMNS.items():
        lines += [name.removeprefix("data/"), ""]
        lines += [f"  {column} ({kind}): {meaning}" for column, kind, meaning in columns]
        lines.append("")
    lines += ["findings.json: one gap analysis for each country, as `ctip-law gap -f json` prints it"]
    lines += ["  (its JSON Schema: `ctip-law schema gap`)"]
    lines += ["clauses/<provision>.json: the clauses of every country on a provision, with the words that prove each"]
    lines += ["  element as spans of characters of the clause's text", "compare.json: the statuses alone"]
    lines += ["", "Lines end with a line feed; the encoding is UTF-8 without a byte order mark.", ""]
    return "\n".join(lines)
