"""The gap analysis as a workbook: provisions, elements, defects, penalties, and what was read."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from ctip_law.errors import CtipError
from ctip_law.framework import load
from ctip_law.model import Report
from ctip_law.report.data import tool
from ctip_law.report.rows import flat, sheet, tally
from ctip_law.report.words import ELEMENT, PROVISION, SAID, caveat

#: The columns that a reviewer fills in, by the sheet: what it is to them, where they find it, and why.
#: `evaluate --reviewed` reads them.
REVIEWED = {
    "Provisions": ("Reviewer's verdict", "Reviewer's sections", "Reviewer's note"),
    "Elements": ("Reviewer's reading", "Reviewer's sections", "Reviewer's note"),
}

#: Lines of the sheet About that a reviewer fills in, and what is asked of them.
REVIEWER, REVIEW_DATE, COMPLETE = "Reviewer", "Date of the review", "Complete"
_TO_REVIEW = (
    "Fill in the reviewer's columns of Provisions and Elements; a row left empty is not counted. Write yes behind "
    "Complete when all rows were read: an empty one then means agreed. ctip-law review import FILE keeps it."
)

_TABLES: dict[str, tuple[tuple[str, int], ...]] = {
    "Provisions": (
        ("Provision", 12), ("Article", 10), ("Duty", 34), ("Strength", 15), ("Softened by", 30), ("Nature", 15),
        ("Status", 16), ("Sections", 14), ("In part", 40), ("Not found", 40), ("The words that prove it", 70),
        ("Why", 40), ("Entry checked", 12), ("Reviewer's note", 30), ("Reviewer's verdict", 18),
        ("Reviewer's sections", 18),
    ),
    "Elements": (
        ("Element", 30), ("Words", 44), ("Status", 12), ("Section", 10), ("Quote", 80), ("By way of", 30), ("Why", 40),
        ("Reviewer's reading", 18), ("Reviewer's sections", 18), ("Reviewer's note", 30),
    ),
    "Defects": (
        ("Defect", 26), ("Words", 50), ("Basis", 10), ("Sections", 14), ("Why it matters", 60), ("How to mend it", 60),
    ),
    "Penalties": (
        ("Law", 24), ("Section", 10), ("Offence", 60), ("Minimum, years", 14), ("Maximum, years", 14), ("Life", 8),
        ("Death", 8), ("Fine", 12), ("Derived from", 20), ("Class", 24),
        ("Number inserted", 16),
    ),
    "Reviews": (
        ("Finding", 26), ("Words", 44), ("ctip-law", 16), ("Reviewer", 24), ("Verdict", 16), ("Reason", 60),
        ("Sections", 14), ("Date", 12), ("Stale", 50),
    ),
    "About": (("What", 24), ("Value", 110)),
}  # fmt: skip


def render(report: Report, errors: Sequence[CtipError] = ()) -> bytes:
    """The workbook's bytes. Every cell is a text or a number, never a formula."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Gap analysis", "author": "ctip-law", "created": datetime(1980, 1, 1, tzinfo=UTC)})
    rows = {
        "Provisions": _provisions(report),
        "Elements": _elements(report),
        "Defects": _defects(report),
        "Penalties": _penalties(report),
        "About": _about(report, errors),
    }
    if report.decisions:
        rows["Reviews"] = _reviews(report)
    for name, columns in _TABLES.items():
        if name in rows:
            _sheet(book, name, columns, rows[name], _said(name, report))
    book.close()
    return out.getvalue()


def _sheet(
    book: Any,
    name: str,
    columns: Sequence[tuple[str, int]],
    rows: Iterable[Sequence[Any]],
    said: Mapping[str, Mapping[str, str]],
) -> None:
    """`said` has by the id of a row what stands in the reviewer's columns already, by their heads."""
    page = book.add_worksheet(name)
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    # A section typed as 3-4 would become a date, were the cell not one of text.
    words = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for n, (head, width) in enumerate(columns):
        page.set_column(n, n, width)
        page.write_string(0, n, head, bold)
    last = 0
    for last, row in enumerate(rows, 1):
        for n, value in enumerate(row):
            if isinstance(value, int | float) and not isinstance(value, bool):
                page.write_number(last, n, value, wrap)
            else:
                page.write_string(last, n, _text(value), wrap)
        for n in range(len(row), len(columns)):  # the reviewer's
            page.write(last, n, said.get(str(row[0]), {}).get(columns[n][0]), words)
    _choices(page, name, [head for head, _ in columns], last)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, last, len(columns) - 1)
    page.repeat_rows(0)
    page.set_landscape()
    page.set_paper(9)  # A4


def _choices(page: Any, name: str, heads: Sequence[str], last: int) -> None:
    """The words that a reviewer may choose from, which are those that the sheet itself prints."""
    if name not in REVIEWED or not last:
        return
    kind, words = ("provision", PROVISION) if name == "Provisions" else ("element", ELEMENT)
    at = heads.index(REVIEWED[name][0])
    # A warning only: `evaluate --reviewed` takes some more spellings, and tells what it does not take.
    choice = {"validate": "list", "source": [words[id][1] for id in SAID[kind]], "error_type": "warning"}
    page.data_validation(1, at, last, at, choice)


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)[:32_000]  # a cell holds 32,767 characters


def _provisions(report: Report) -> Iterable[Sequence[Any]]:
    for row in sheet(report).rows():
        quotes = "\n".join(quote.line for quote in row.quotes)
        checked = "no" if row.starred else "yes"
        yield (
            row.id, row.article, row.title, row.strength, row.softened, row.nature, row.word, row.sections,
            "; ".join(row.weak), "; ".join(map(str, row.missing)), quotes, row.why, checked,
        )  # fmt: skip


def _elements(report: Report) -> Iterable[Sequence[Any]]:
    labels = load().elements
    for finding in report.ledger.elements.values():
        first = finding.evidence[0] if finding.evidence else None
        yield (
            finding.id,
            labels[finding.id].label,
            ELEMENT[finding.status][1],
            first.num if first else "",
            flat(first.quote) if first else "",
            ", ".join(first.via) if first else "",
            finding.why,
        )


def _defects(report: Report) -> Iterable[Sequence[Any]]:
    for flaw in sheet(report).flaws:
        yield flaw.id, flaw.label, flaw.basis, flaw.sections, flaw.why, flaw.fix


def _penalties(report: Report) -> Iterable[Sequence[Any]]:
    for law in report.ledger.laws:
        for row in law.penalties:
            yield (
                flat(law.title), row.section, row.offence, row.min_years, row.max_years, row.life, row.death, row.fine,
                row.derived_from, row.grade, row.inserted,
            )  # fmt: skip


def _said(name: str, report: Report) -> dict[str, dict[str, str]]:
    """What the only reviewer says, by the id of the row and the head of the column."""
    kind, words = ("provision", PROVISION) if name == "Provisions" else ("element", ELEMENT)
    if name not in REVIEWED or len({one.reviewer for one in report.decisions}) != 1:
        return {}
    own = [one for one in report.decisions if one.kind == kind]
    verdict, sections, note = REVIEWED[name]
    return {
        one.id: {
            verdict: words[one.verdict][1] if one.verdict else "",
            sections: "; ".join(one.sections),
            note: _text(one.reason),
        }
        for one in own
    }


def _reviews(report: Report) -> Iterable[Sequence[Any]]:
    framework = load()
    for one in report.decisions:
        words = PROVISION if one.kind == "provision" else ELEMENT
        title = framework.provision(one.id).title if one.kind == "provision" else framework.elements[one.id].label
        machine, verdict = (words[status][1] if status else "" for status in (one.machine, one.verdict))
        yield (
            one.id, title, machine, one.reviewer, verdict, one.reason, "; ".join(one.sections), one.date,
            "; ".join(one.stale),
        )  # fmt: skip


def _about(report: Report, errors: Sequence[CtipError]) -> Iterable[Sequence[Any]]:
    made = sheet(report)
    for law, words in zip(report.ledger.laws, made.laws, strict=True):
        yield "Read", words
        yield "SHA-256 of the file", law.source.sha256
        yield "SHA-256 of the text", law.source.text_sha256
    if report.country:
        yield "Country", report.country
    for line in made.head:
        yield "Law read", line
    for name in made.instruments:
        yield "Against", name
    for strength, counts in made.counts:
        yield "Count", tally(strength, counts)
    for caution in made.cautions:
        yield "Caution", caution
    for error in errors:
        yield "Not read", str(error)
    for key, value in tool(law.language for law in report.ledger.laws).items():
        yield f"Version ({key})", value
    yield "Note", caveat()
    yield "To review", _TO_REVIEW
    reviewers = {one.reviewer for one in report.decisions}
    dates = {one.date for one in report.decisions}
    yield REVIEWER, reviewers.pop() if len(reviewers) == 1 else ""
    yield REVIEW_DATE, dates.pop() if len(dates) == 1 and not reviewers else ""
    yield COMPLETE, ""
