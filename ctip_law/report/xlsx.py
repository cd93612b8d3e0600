"""The gap analysis as a workbook: provisions, elements, defects, penalties, and what was read."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
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
    "Complete when all rows were read: an empty one then means agreed. ctip-law evaluate --reviewed FILE reads it."
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
    for name, columns in _TABLES.items():
        _sheet(book, name, columns, rows[name])
    book.close()
    return out.getvalue()


def _sheet(book: Any, name: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Any]]) -> None:
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
            page.write_blank(last, n, None, words)
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
    yield REVIEWER, ""
    yield REVIEW_DATE, ""
    yield COMPLETE, ""
