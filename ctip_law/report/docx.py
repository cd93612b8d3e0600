"""The gap analysis as a Word document: A4 landscape, one table per instrument and strength."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from ctip_law.errors import CtipError
from ctip_law.model import Report
from ctip_law.report.rows import Row, Sheet, sheet, tally
from ctip_law.report.words import caveat
from ctip_law.write.zips import timeless

_HEAD = ("Article", "Duty", "Status", "Sections", "In part or not found", "The words that prove it")
_CENTIMETRES = (2.0, 5.0, 2.8, 2.4, 5.5, 8.5)


def render(report: Report, errors: Sequence[CtipError] = ()) -> bytes:
    """The document's bytes."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    made = sheet(report)
    document = Document()
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21.0)
    page.left_margin = page.right_margin = Cm(1.75)
    document.core_properties.title = f"Gap analysis: {made.title}"[:255]  # the most that Word takes
    document.core_properties.author = "ctip-law"
    document.add_heading(f"Gap analysis: {made.title}", 0)
    _bullets(document, _facts(made, errors))
    for heading, rows in made.groups:
        document.add_heading(heading, 2)
        _table(document, rows)
    if made.flaws:
        document.add_heading("Defects", 1)
        for flaw in made.flaws:
            place = f" (section {flaw.sections})" if flaw.sections else ""
            document.add_heading(f"{flaw.label}{place}", 3)
            document.add_paragraph(f"{flaw.why} To mend: {flaw.fix}")
    document.add_paragraph(caveat())
    out = io.BytesIO()
    document.save(out)
    return timeless(out.getvalue())


def _facts(made: Sheet, errors: Sequence[CtipError]) -> Iterable[str]:
    yield from (f"Read: {law}" for law in made.laws)
    yield from made.head
    yield from (f"Against: {name}" for name in made.instruments)
    yield from (tally(strength, counts).capitalize() for strength, counts in made.counts)
    yield from made.cautions
    yield from (f"Not read: {error}" for error in errors)


def _bullets(document: Any, lines: Iterable[str]) -> None:
    for line in lines:
        document.add_paragraph(line, style="List Bullet")


def _table(document: Any, rows: Sequence[Row]) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Pt

    table = document.add_table(rows=1, cols=len(_HEAD), style="Table Grid")
    table.autofit = False
    repeat = OxmlElement("w:tblHeader")  # the head stands on every page
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for cell, head in zip(table.rows[0].cells, _HEAD, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    for row in rows:
        for cell, text in zip(table.add_row().cells, _cells(row), strict=True):
            cell.text = text
    for line in table.rows:
        for cell, width in zip(line.cells, _CENTIMETRES, strict=True):
            cell.width = Cm(width)
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(9)


def _cells(row: Row) -> tuple[str, ...]:
    missing = [f"In part: {'; '.join(row.weak)}"] if row.weak else []
    missing += [f"Not found: {'; '.join(map(str, row.missing))}"] if row.missing else []
    missing += [f"Looked at and not counted: {row.looked_at}"] if row.looked_at else []
    missing += [row.why] if row.why else []
    missing += [f"Review: {told}" for told in row.reviews]
    quotes = [quote.line for quote in row.quotes]
    article = row.article + ("*" if row.starred else "")
    title = "\n".join(filter(None, (row.title, row.softened)))
    return article, title, row.word, row.sections, "\n".join(missing), "\n".join(quotes)
